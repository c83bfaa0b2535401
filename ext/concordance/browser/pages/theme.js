"use strict";
// Runs before anything is drawn, so that a page does not flash in the colours that were not chosen.
{
  const NEXT = { auto: "light", light: "dark", dark: "auto" };
  // A browser may refuse storage; the choice then holds for this page.
  const storage = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  const kept = storage((store) => store.getItem("theme"));
  let theme = kept in NEXT ? kept : "auto";

  const show = () => {
    document.body.dataset.theme = theme;
    const button = document.querySelector(".theme-switch");
    button?.setAttribute("aria-label", button.dataset[theme]);
    button?.setAttribute("title", button.dataset[theme]);
  };

  document.documentElement.classList.replace("no-js", "js");
  // From disk, a browser lets no page fetch a file: what needs one is not offered.
  document.documentElement.classList.toggle("from-disk", location.protocol === "file:");
  show();
  document.addEventListener("DOMContentLoaded", show);
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.(".theme-switch")) return;
    theme = NEXT[theme];
    storage((store) => (theme === "auto" ? store.removeItem("theme") : store.setItem("theme", theme)));
    show();
  });
}
