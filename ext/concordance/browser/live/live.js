// @ts-check
// Shows a page anew when it was built anew, and what is wrong when it could not be. Only `make live` serves this script.
"use strict";
{
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { version: shown, events: address = "" } = script.dataset;
  const KEPT = "live-place";
  const folds = () => [...document.querySelectorAll("details")];

  const keepPlace = () => {
    const open = folds().map((fold) => fold.open);
    sessionStorage.setItem(KEPT, JSON.stringify({ page: location.pathname, top: scrollY, open }));
  };

  const findPlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "{}");
    sessionStorage.removeItem(KEPT);
    if (kept.page !== location.pathname) return;
    folds().forEach((fold, index) => { fold.open = kept.open[index] ?? fold.open; });
    scrollTo({ top: kept.top, behavior: "instant" });
  };

  /**
   * Shows words above the page, in a box of their own; none if they are empty.
   * @param {string} role
   * @param {string} words
   * @param {Partial<CSSStyleDeclaration>} style
   */
  const show = (role, words, style) => {
    let box = document.getElementById(`live-${role}`);
    if (!words) {
      box?.remove();
      return;
    }
    if (!box) {
      box = document.createElement("pre");
      box.id = `live-${role}`;
      box.setAttribute("role", role);
      Object.assign(box.style, { position: "fixed", zIndex: "1000", margin: "0", whiteSpace: "pre-wrap" }, style);
      document.body.append(box);
    }
    box.textContent = words;
  };

  /** @param {string} problems */
  const showProblems = (problems) => show("alert", problems, {
    inset: "auto 0 0 0", padding: "1rem", maxHeight: "40vh", overflow: "auto", background: "#fff4f4", color: "#7a0000",
    borderTop: "3px solid",
  });

  /** @param {boolean} building */
  const showBuilding = (building) => show("status", building ? "building …" : "", {
    inset: "0 0 auto auto", padding: ".25rem .75rem", background: "#1b1b1b", color: "#fff",
  });

  /** @type {EventSource | undefined} */
  let events;
  const listen = () => {
    events?.close();
    // Browsers keep no more than six connections to a server: a page that nobody sees needs none.
    if (document.hidden) return;
    events = new EventSource(address);
    events.onmessage = ({ data }) => {
      const { version, problems, building } = JSON.parse(data);
      showProblems(problems);
      showBuilding(building);
      if (version !== shown) {
        keepPlace();
        location.reload();
      }
    };
  };

  addEventListener("load", findPlace);
  document.addEventListener("visibilitychange", listen);
  listen();
}
