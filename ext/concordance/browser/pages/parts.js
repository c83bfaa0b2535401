// @ts-check
// Opens all parts of a long page at once, and that which an address leads into. Each opens without this where a reader
// presses it, the search in the page finds something in it, and in most browsers for an address; paper has them all.
// What is folded below paragraphs comes as words in `noscript`: they become elements in idle moments, or when needed.
"use strict";
{
  /** @param {Element} words */
  const unpack = (words) => {
    const { body } = new DOMParser().parseFromString(words.textContent ?? "", "text/html");
    words.replaceWith(...body.childNodes);
  };
  const packed = () => document.querySelectorAll("noscript.later");
  const unpackAll = () => packed().forEach(unpack);

  const openTarget = () => {
    const id = location.hash.slice(1);
    if (id && !document.getElementById(id)) for (const words of packed()) if (words.textContent?.includes(`id="${id}"`)) unpack(words);
    // The browser knows what is meant, however it is written in the address.
    const target = document.getElementById(id) ?? document.querySelector(":target");
    const closed = [];
    for (let part = target?.closest("details"); part; part = part.parentElement?.closest("details")) if (!part.open) closed.push(part);
    for (const part of closed) part.open = true;
    if (closed.length) target?.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();

  document.addEventListener("toggle", ({ target }) => {
    const words = target instanceof Element && target.querySelector(":scope > noscript.later");
    if (words) unpack(words);
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
  if ("requestIdleCallback" in window) requestIdleCallback(unpackSome);

  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".open-parts"));
  const parts = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.long-part"));
  button?.addEventListener("click", () => {
    unpackAll();
    for (const part of parts) part.open = true;
    button.hidden = true;
    parts[0]?.querySelector("summary")?.focus();
  });
}
