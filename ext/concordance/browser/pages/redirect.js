// @ts-check
// Leads on from a short address. A page can do so by itself, but drops the fragment that the reader came with:
// `/12/#plan-12-c1` is to arrive at the first paragraph of commentary.
"use strict";
{
  const link = /** @type {HTMLAnchorElement} */ (document.querySelector("main a"));
  const target = new URL(link.href);
  if (location.hash) target.hash = location.hash;
  // The short address does not stay in the history: going back would lead here, and on again.
  location.replace(target);
}
