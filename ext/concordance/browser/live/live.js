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

  /** @param {string} problems */
  const showProblems = (problems) => {
    let box = document.getElementById("live-problems");
    if (!problems) {
      box?.remove();
      return;
    }
    if (!box) {
      box = document.createElement("pre");
      box.id = "live-problems";
      box.setAttribute("role", "alert");
      Object.assign(box.style, {
        position: "fixed", inset: "auto 0 0 0", zIndex: "1000", margin: "0", padding: "1rem", maxHeight: "40vh",
        overflow: "auto", whiteSpace: "pre-wrap", background: "#fff4f4", color: "#7a0000", borderTop: "3px solid",
      });
      document.body.append(box);
    }
    box.textContent = problems;
  };

  /** @type {EventSource | undefined} */
  let events;
  const listen = () => {
    events?.close();
    // Browsers keep no more than six connections to a server: a page that nobody sees needs none.
    if (document.hidden) return;
    events = new EventSource(address);
    events.onmessage = ({ data }) => {
      const { version, problems } = JSON.parse(data);
      showProblems(problems);
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
