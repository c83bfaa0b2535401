// @ts-check
// Opens all parts of a long page at once. Each opens by itself without this, also where an address or the search in the
// page leads into it, and paper has them all.
"use strict";
{
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
