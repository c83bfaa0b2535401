// What a page is made of, and what it leaves behind.
"use strict";

Object.assign(probe, (() => {
  const { name, shown, some, make } = probe;

  /** Landmarks, headings, language and direction. */
  function structure() {
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
  }

  /** What the page left in the browser. */
  async function kept() {
    const found = [];
    if (document.cookie) found.push(`a cookie: ${document.cookie}`);
    for (const key of Object.keys(localStorage)) if (key !== "theme") found.push(`localStorage: ${key}`);
    for (const key of Object.keys(sessionStorage)) found.push(`sessionStorage: ${key}`);
    for (const base of await indexedDB.databases()) found.push(`indexedDB: ${base.name}`);
    if ("caches" in window) for (const key of await caches.keys()) found.push(`a cache: ${key}`);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) || []) found.push(`a service worker: ${worker.scope}`);
    return found;
  }

  /** Open what is folded, and of items of one make leave the first few: axe takes a minute for a thousand. */
  function sample() {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    // As they are while all are there: what is left alone by what goes is no other thing for that.
    const makes = new Map([...document.querySelectorAll("body *")].map((element) => [element, make(element)]));
    const looked = new Map();
    const enough = (element) => looked.get(makes.get(element)) >= 2;
    const look = (element) => looked.set(makes.get(element), (looked.get(makes.get(element)) || 0) + 1);
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
    for (const child of [...document.querySelector("main, [role=main]").children]) thin(child);
  }

  /** Have the colours examined of those to be looked at closely, by their places, and of nothing else. */
  function mark(places) {
    for (const element of document.querySelectorAll("[data-closely]")) delete element.dataset.closely;
    for (const place of places) probe.closely[place].dataset.closely = "";
    const [any, link] = ["[data-closely]", ":is(a[href], [role=link])[data-closely]"];
    window.axe.configure({ rules: [{ id: "color-contrast", selector: any }, { id: "link-in-text-block", selector: link }] });
  }

  /** What axe finds. */
  async function axe(options) {
    const { violations } = await window.axe.run(options);
    return violations.flatMap(({ id, nodes }) => some(nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return `${id}: ${node.html.replace(/\s+/g, " ").slice(0, 140)} (${why.slice(0, 200)})`;
    }), 4));
  }

  return { structure, kept, sample, mark, axe };
})());
