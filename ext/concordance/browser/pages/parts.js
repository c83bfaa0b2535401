// @ts-check
// Opens all parts of a long page at once, and that which an address leads into. Each opens without this where a reader
// presses it, the search in the page finds something in it, and in most browsers for an address; paper has them all.
// What is folded below paragraphs comes as words in `noscript`: they become elements in idle moments, or when needed. Of
// a larger page, they stand on other sheets, which are fetched then, and a link leads there until they are.
"use strict";
{
  /** @param {Element} words */
  const unpack = (words) => {
    const { body } = new DOMParser().parseFromString(words.textContent ?? "", "text/html");
    words.replaceWith(...body.childNodes);
  };
  const packed = () => document.querySelectorAll("noscript.later");
  const unpackAll = () => packed().forEach(unpack);

  // ---- What stands on other sheets ----

  /** @param {string} address */
  const fetchSheet = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) return;
    for (const [, id, markup] of (await answer.text()).matchAll(/<!--part (\S+?)-->(.*?)<!--\/part-->/gs)) {
      const words = document.createElement("noscript");
      words.className = "later";
      words.textContent = markup;
      const fold = /** @type {HTMLDetailsElement | null} */ (document.getElementById(id));
      fold?.querySelector(":scope > .continued.later")?.replaceWith(words);
      if (fold?.open) unpack(words);
    }
  };
  /** @type {Promise<unknown> | null} */
  let fetching = null;
  const fetchSheets = () => {
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".continued.later a"));
    const addresses = new Set([...links].map((link) => link.href.replace(/#.*/, "")));
    // The links lead there where nothing can be fetched: from a disk, or without a connection.
    return (fetching ??= Promise.all([...addresses].map(fetchSheet)).catch(() => (fetching = null)));
  };

  // ---- What is needed ----

  const openTarget = async () => {
    const id = location.hash.slice(1);
    const isElsewhere = Boolean(id && document.getElementById(id)?.closest(".continued.later"));
    if (isElsewhere) await fetchSheets();
    if (id && !document.getElementById(id)) for (const words of packed()) if (words.textContent?.includes(`id="${id}"`)) unpack(words);
    // The browser knows what is meant, however it is written in the address.
    const target = document.getElementById(id) ?? document.querySelector(":target");
    const closed = [];
    for (let part = target?.closest("details"); part; part = part.parentElement?.closest("details")) if (!part.open) closed.push(part);
    for (const part of closed) part.open = true;
    // What has just come is no target for the browser before it is asked for again.
    if (isElsewhere) location.replace(location.hash);
    else if (closed.length) target?.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  document.addEventListener("toggle", ({ target }) => {
    if (!(target instanceof Element)) return;
    const words = target.querySelector(":scope > noscript.later");
    if (words) unpack(words);
    else if (target.querySelector(":scope > .continued.later")) fetchSheets();
  }, true);
  /** @param {IdleDeadline} deadline */
  const unpackSome = (deadline) => {
    for (const words of packed()) {
      if (deadline.timeRemaining() < 8) break;
      unpack(words);
    }
    if (document.querySelector("noscript.later")) requestIdleCallback(unpackSome);
  };
  // Not in every browser; there, they become elements when they are needed.
  if ("requestIdleCallback" in window) requestIdleCallback(() => fetchSheets().then(() => requestIdleCallback(unpackSome)));

  // Each section of a page may have parts, and a button before them: whichever is pressed opens all.
  const buttons = /** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll(".open-parts"));
  const parts = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.long-part"));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      fetchSheets().then(unpackAll);
      for (const part of parts) part.open = true;
      /** @type {HTMLElement | null | undefined} */ (button.parentElement?.parentElement?.querySelector(".long-part > summary"))?.focus();
      for (const each of buttons) each.hidden = true;
    });
  }
}
