// @ts-check
// Opens all parts of a long page at once, and that which an address leads into. Each opens without this where a reader
// presses it, the search in the page finds something in it, and in most browsers for an address; paper has them all.
"use strict";
{
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const closed = target?.closest("details.long-part:not([open])");
    if (!(closed instanceof HTMLDetailsElement)) return;
    closed.open = true;
    target?.scrollIntoView();
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".open-parts"));
  const parts = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details.long-part"));
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      for (const part of parts) part.open = true;
      button.hidden = true;
      parts[0]?.querySelector("summary")?.focus();
    });
  }
}
