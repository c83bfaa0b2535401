// How large things are, where they lie, and what moves.
"use strict";

Object.assign(probe, (() => {
  const { name, shown, some, inUse, stops, scrolling, few } = probe;

  // Layout shifts are only told to who listens.
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map((source) => source.node && name(source.node)).join(", ");
      shifts.push([shift.value, moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });

  const TARGETS = "a[href], button, input, select, textarea, summary, label[for], [role=button], [tabindex='0']";

  /** Wait for what a browser does when it has time, but not for ever: now and then, when it is busy, it never does it. */
  const soon = (asked) => Promise.race([new Promise(asked), new Promise((done) => setTimeout(done, 2000))]);

  /** Wait until letters are there and a picture of the page has been drawn. */
  async function rest() {
    await document.fonts.ready;
    for (let pictures = 0; pictures < 3; pictures += 1) await soon(requestAnimationFrame);
    await soon(requestIdleCallback);
  }

  /** Go to where the page, and whatever scrolls in it, begins, and come to rest there. */
  async function top() {
    for (const box of [document.scrollingElement, ...document.querySelectorAll("body *")]) {
      if (box.scrollTop || box.scrollLeft) box.scrollTo({ top: 0, left: 0, behavior: "instant" });
    }
    await rest();
  }

  /** Whether an element is in a sentence: its box is as high as the line, and other text stands beside it (WCAG 2.5.8). */
  function inSentence(element) {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (/\S/.test(text.data) && !element.contains(text) && !text.parentElement.closest("a, button, summary") && shown(text.parentElement)) {
        return true;
      }
    }
    return false;
  }

  /** Controls smaller than 24 by 24 px that have another control within a circle of 24 px about them. */
  function targets() {
    const all = [...inUse().querySelectorAll(TARGETS)].filter(
      (element) => element.type !== "hidden" && shown(element) && !element.closest("[inert]") && element.getClientRects().length && !inSentence(element),
    );
    const boxes = all.map((element) => {
      const box = element.getBoundingClientRect();
      const small = box.width < 23.95 || box.height < 23.95;
      return { element, box, small, x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }).filter(({ box }) => box.width > 1 && box.height > 1);
    const away = ({ x, y }, { box }) =>
      Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    const close = (one, other) =>
      away(one, other) < 12 || (other.small && Math.hypot(one.x - other.x, one.y - other.y) < 24);
    const crowded = boxes.filter(
      (one) => one.small && boxes.some((other) => other !== one && !other.element.contains(one.element) && !one.element.contains(other.element) && close(one, other)),
    );
    return some(crowded.map(({ element, box }) => `${name(element)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)} px, with another control too near`));
  }

  /** What scrolls by more than a line or so, and cannot be scrolled with the keyboard in every browser. */
  function unreachable() {
    const far = (box) => box.scrollWidth > box.clientWidth + 13 || box.scrollHeight > box.clientHeight + 13;
    const boxes = scrolling().filter((box) => far(box) && shown(box) && !box.hasAttribute("tabindex"));
    const reached = stops();
    return some(boxes.filter((box) => !reached.some((stop) => box.contains(stop))).map((box) => `${name(box)} scrolls, and no key reaches it`));
  }

  /** What moves although the reader wants nothing to move. */
  function moving() {
    const wrong = new Set();
    const longest = (durations) => Math.max(...durations.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000)));
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
  }

  /** What would not be there without scripts, or runs out of the window to the side. */
  function sideways() {
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
  }

  return {
    rest, top, inSentence, targets, unreachable, moving, sideways,
    shifted: () => some(shifts.map(([value, moved]) => `${value.toFixed(4)} by ${moved}`)),
  };
})());
