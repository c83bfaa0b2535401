// @ts-check
// Puts into the search field what the address seems to ask for: "annex 99" for /annex/99.html.
// Whoever has no JavaScript finds the field empty.
"use strict";
{
  const form = /** @type {HTMLFormElement} */ (document.querySelector(".notfound form"));
  // The page of results stands at the root of the site, which need not be that of the server.
  const root = new URL(".", form.action).pathname;

  /** @param {string} address */
  const decoded = (address) => {
    try {
      return decodeURIComponent(address);
    } catch {
      // Not every address is well formed, least of all one that leads nowhere.
      return address;
    }
  };

  /** @param {string} address */
  const wordsIn = (address) =>
    decoded(address.startsWith(root) ? address.slice(root.length) : address)
      .replace(/\.html?$/i, "")
      .split(/[^\p{L}\p{N}.]+/u)
      .filter((word) => word && word !== "index")
      .join(" ")
      .slice(0, 100);

  // Words to search for are sent to nobody.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const results = new URL(form.action);
    results.hash = String(new URLSearchParams({ q: field.value }));
    location.assign(results);
  });

  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  if (!field.value) field.value = wordsIn(location.pathname);
}
