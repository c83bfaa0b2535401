// Puts into the search field what the address seems to ask for: "annex 99" for /annex/99.html.
// Whoever has no JavaScript finds the field empty.

const form = document.querySelector(".notfound form");
// The page of results stands at the root of the site, which need not be that of the server.
const root = new URL(".", form.action).pathname;

function words(address) {
  let path = address.startsWith(root) ? address.slice(root.length) : address;
  try {
    path = decodeURIComponent(path);
  } catch {
    // Not every address is well formed, least of all one that leads nowhere.
  }
  return path
    .replace(/\.html?$/i, "")
    .split(/[^\p{L}\p{N}.]+/u)
    .filter((word) => word && word !== "index")
    .join(" ")
    .slice(0, 100);
}

const field = form.elements.q;
if (!field.value) {
  field.value = words(location.pathname);
}
