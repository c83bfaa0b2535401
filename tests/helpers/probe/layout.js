// @ts-check
// How large things are, where they lie, and what moves.
"use strict";
{
  const { name, shown, some, inUse, stops, scrolling, few, inSentence } = probe;

  // Layout shifts are only told to who listens.
  /** @type {[value: number, moved: string][]} */
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of /** @type {LayoutShift[]} */ (list.getEntries())) {
      const moved = shift.sources.map((source) => source.node && name(source.node)).join(", ");
      shifts.push([shift.value, moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });

  const TARGETS = "a[href], button, input, select, textarea, summary, label[for], [role=button], [tabindex='0']";

  /**
   * Wait for what a browser does when it has time, but not for ever: now and then, when it is busy, it never does it.
   * @param {(done: (value: unknown) => void) => number} ask
   */
  const soon = (ask) => Promise.race([new Promise(ask), new Promise((done) => setTimeout(done, 2000))]);

  probe.rest = async () => {
    await document.fonts.ready;
    for (let pictures = 0; pictures < 3; pictures += 1) await soon(requestAnimationFrame);
    await soon(requestIdleCallback);
  };

  probe.top = async () => {
    for (const box of [/** @type {Element} */ (document.scrollingElement), ...document.querySelectorAll("body *")]) {
      if (box.scrollTop || box.scrollLeft) box.scrollTo({ top: 0, left: 0, behavior: "instant" });
    }
    await probe.rest();
  };

  probe.targets = () => {
    const all = /** @type {(Element & { type?: string })[]} */ ([...inUse().querySelectorAll(TARGETS)]).filter(
      (element) => element.type !== "hidden" && shown(element) && !element.closest("[inert]") && element.getClientRects().length && !inSentence(element),
    );
    const boxes = all.map((element) => {
      const box = element.getBoundingClientRect();
      const small = box.width < 23.95 || box.height < 23.95;
      return { element, box, small, x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }).filter(({ box }) => box.width > 1 && box.height > 1);
    /** @type {(from: Target, to: Target) => number} */
    const away = ({ x, y }, { box }) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    /** @type {(target: Target, other: Target) => boolean} */
    const close = (target, other) =>
      away(target, other) < 12 || (other.small && Math.hypot(target.x - other.x, target.y - other.y) < 24);
    const crowded = boxes.filter(
      (target) => target.small && boxes.some(
        (other) => other !== target && !other.element.contains(target.element) && !target.element.contains(other.element) && close(target, other),
      ),
    );
    return some(crowded.map(({ element, box }) => `${name(element)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px, with another control too near`));
  };

  probe.unreachable = () => {
    /** @param {Element} box */
    const far = (box) => box.scrollWidth > box.clientWidth + 13 || box.scrollHeight > box.clientHeight + 13;
    const boxes = scrolling().filter((box) => far(box) && shown(box) && !box.hasAttribute("tabindex"));
    const reached = stops();
    return some(boxes.filter((box) => !reached.some((stop) => box.contains(stop))).map((box) => `${name(box)} scrolls, and no key reaches it`));
  };

  probe.moving = () => {
    /** @type {Set<string>} */
    const wrong = new Set();
    /** @param {string} durations */
    const longest = (durations) => Math.max(...durations.split(",").map((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
    for (const element of few([...document.querySelectorAll("*")], 2)) {
      for (const part of [null, "::before", "::after"]) {
        const style = getComputedStyle(element, part);
        if (part && style.content === "none") continue;
        const place = `${element.localName}${[...element.classList].map((word) => `.${word}`).join("")}${part || ""}`;
        if (style.transitionProperty !== "none" && longest(style.transitionDuration) > 1) wrong.add(`a transition on ${place}`);
        if (style.animationName !== "none" && longest(style.animationDuration) > 1) wrong.add(`an animation on ${place}`);
        if (!part && style.scrollBehavior === "smooth") wrong.add(`smooth scrolling of ${place}`);
      }
    }
    return some([...wrong]);
  };

  probe.sideways = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.right <= room + 1 || !shown(element)) return false;
      // What scrolls or is cut inside a box of its own does not widen the page.
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        if (getComputedStyle(around).overflowX !== "visible") return false;
      }
      return true;
    });
    return [`the page is ${document.documentElement.scrollWidth} px wide in a window of ${room}`, ...some(wide.map(name), 3)];
  };

  probe.shifted = () => some(shifts.map(([value, moved]) => `${value.toFixed(4)} by ${moved}`));
}
