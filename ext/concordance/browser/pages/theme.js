// @ts-check
// Runs before anything is drawn, so that a page does not flash in the colours that were not chosen.
"use strict";
{
  // First comes what a device does not show: whoever presses sees at once what that does.
  const [like, unlike] = matchMedia("(prefers-color-scheme: dark)").matches ? ["dark", "light"] : ["light", "dark"];
  /** @type {Record<string, string>} */
  const NEXT = { auto: unlike, [unlike]: like, [like]: "auto" };
  // A browser may refuse storage; the choice then holds for this page.
  /** @type {<Result>(use: (storage: Storage) => Result) => Result | null} */
  const withStorage = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  const kept = withStorage((storage) => storage.getItem("theme"));
  let theme = kept !== null && kept in NEXT ? kept : "auto";

  const show = () => {
    document.body.dataset.theme = theme;
    /** @type {HTMLElement | null} */
    const button = document.querySelector(".theme-switch");
    const label = button?.dataset[theme] ?? "";
    button?.setAttribute("aria-label", label);
    button?.setAttribute("title", label);
  };

  document.documentElement.classList.replace("no-js", "js");
  // From disk, a browser lets no page fetch a file: what needs one is not offered.
  document.documentElement.classList.toggle("from-disk", location.protocol === "file:");
  // What an address asks for takes room that is kept free for it.
  document.documentElement.classList.toggle("asks", location.search !== "");
  show();
  document.addEventListener("DOMContentLoaded", show);
  let silence = 0;
  document.addEventListener("click", ({ target }) => {
    /** @type {HTMLElement | null} */
    const button = target instanceof Element ? target.closest(".theme-switch") : null;
    if (!button) return;
    theme = NEXT[theme];
    withStorage((storage) => (theme === "auto" ? storage.removeItem("theme") : storage.setItem("theme", theme)));
    show();
    // Where "as on the device" looks like what was shown before, a press would seem to do nothing: the label is drawn
    // for a while, and who hears the page is told it as the new name of the button.
    button.dataset.pressed = "";
    clearTimeout(silence);
    silence = setTimeout(() => delete button.dataset.pressed, 4000);
  });
}
