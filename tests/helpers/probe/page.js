// @ts-check
// What a page is made of, and what it leaves behind.
"use strict";
{
  const { name, shown, some, make } = probe;

  probe.structure = () => {
    const wrong = [];
    const root = document.documentElement;
    if (!root.lang) wrong.push("the page does not say its language");
    if (!["ltr", "rtl"].includes(root.dir)) wrong.push("the page does not say its direction");
    if (!document.title.trim()) wrong.push("the page has no title");
    const mains = document.querySelectorAll("main, [role=main]");
    if (mains.length !== 1) wrong.push(`${mains.length} main parts`);
    // In a frame on another site stands the main part alone.
    if (document.querySelector("header") && !document.querySelector("nav, [role=navigation]")) wrong.push("no navigation");
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
    const tops = headings.filter((heading) => heading.localName === "h1");
    if (tops.length !== 1) wrong.push(`${tops.length} headings of the first level`);
    else if (mains[0] && !mains[0].contains(tops[0])) wrong.push("the heading of the page is not in its main part");
    let level = 0;
    for (const heading of headings) {
      const own = Number(heading.localName[1]);
      if (own > level + 1) wrong.push(`after a heading of level ${level}, ${name(heading)}`);
      level = own;
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
    for (const id of twice) wrong.push(`the id ${id} is there twice`);
    return some(wrong);
  };

  probe.kept = async () => {
    const traces = [];
    if (document.cookie) traces.push(`a cookie: ${document.cookie}`);
    for (const key of Object.keys(localStorage)) if (key !== "theme") traces.push(`localStorage: ${key}`);
    for (const key of Object.keys(sessionStorage)) traces.push(`sessionStorage: ${key}`);
    for (const base of await indexedDB.databases()) traces.push(`indexedDB: ${base.name}`);
    if ("caches" in window) for (const key of await caches.keys()) traces.push(`a cache: ${key}`);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) || []) traces.push(`a service worker: ${worker.scope}`);
    return traces;
  };

  probe.sample = () => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    // As they are while all are there: what is left alone by what goes is no other thing for that.
    const makes = new Map([...document.querySelectorAll("body *")].map((element) => [element, make(element)]));
    /** @type {Map<string | undefined, number>} */
    const looked = new Map();
    /** @param {Element} element */
    const enough = (element) => (looked.get(makes.get(element)) ?? 0) >= 2;
    /** @param {Element} element */
    const look = (element) => looked.set(makes.get(element), (looked.get(makes.get(element)) ?? 0) + 1);
    /** @param {Element} element */
    const thin = (element) => {
      if (element.matches("li, tr, dl, p, div, section, article, details, pre, svg *") && enough(element) && [...element.querySelectorAll("*")].every(enough)) {
        element.remove();
        return;
      }
      look(element);
      // Without what it says, a heading or a link in a drawing would be found to be empty.
      if (element.matches(":is(h1, h2, h3, h4, h5, h6, th, caption, svg a)")) element.querySelectorAll("*").forEach(look);
      else for (const child of [...element.children]) thin(child);
    };
    const main = /** @type {Element} */ (document.querySelector("main, [role=main]"));
    for (const child of [...main.children]) thin(child);
  };

  probe.mark = (places) => {
    for (const element of /** @type {NodeListOf<PageElement>} */ (document.querySelectorAll("[data-closely]"))) delete element.dataset.closely;
    for (const place of places) probe.closely[place].dataset.closely = "";
    const [any, link] = ["[data-closely]", ":is(a[href], [role=link])[data-closely]"];
    window.axe.configure({ rules: [{ id: "color-contrast", selector: any }, { id: "link-in-text-block", selector: link }] });
  };

  probe.axe = async (options) => {
    const { violations } = await window.axe.run(options);
    return violations.flatMap(({ id, nodes }) => some(nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return `${id}: ${node.html.replace(/\s+/g, " ").slice(0, 140)} (${why.slice(0, 200)})`;
    }), 4));
  };
}
