// @ts-check
// What there is on a page: its parts, what they are called, of which kind they are, and which can be reached.
//
// All in this folder is what the tests ask of a page from inside it, and probe.d.ts says what there is to ask. It is put
// into every page before its own scripts run, and changes nothing on it. The other files stand on this one.
"use strict";
{
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true], audio, video";

  /** @type {Probe["name"]} */
  const name = (node) => {
    const element = node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : node.parentElement;
    if (!element) return "#text";
    const classes = [...element.classList].map((word) => `.${word}`).join("");
    const words = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    return `${element.localName}${element.id && `#${element.id}`}${classes} “${words.slice(0, 40)}”`;
  };

  /** @type {Probe["shown"]} */
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });

  /** @type {Probe["some"]} */
  const some = (complaints, most = 6) =>
    complaints.length > most ? [...complaints.slice(0, most), `and ${complaints.length - most} more`] : complaints;

  /** @type {Probe["inUse"]} */
  const inUse = () => document.querySelector("dialog:modal") ?? document;

  /** @type {Probe["stops"]} */
  const stops = () => {
    const seen = /** @type {(PageElement & { disabled?: boolean })[]} */ ([...inUse().querySelectorAll(FOCUSABLE)]);
    return seen.filter((element) => element.tabIndex >= 0 && !element.disabled && shown(element) && !element.closest("[inert]"));
  };

  // Their style is asked for first: to measure all takes five times as long.
  /** @type {Probe["scrolling"]} */
  const scrolling = () => /** @type {PageElement[]} */ ([...document.querySelectorAll("body *")]).filter(
    (box) => /auto|scroll/.test(getComputedStyle(box).overflow) && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight),
  );

  // A selector may ask for any attribute, and for what stands alone.
  /** @type {Probe["kind"]} */
  const kind = (element) =>
    `${element.localName}.${element.getAttribute("class")}[${element.getAttributeNames()}]${element.parentElement?.childElementCount === 1 ? "!" : ""}`;

  /** @type {Probe["make"]} */
  const make = (element) => `${element.parentElement ? kind(element.parentElement) : ""} ${kind(element)}`;

  /** @type {Probe["speaks"]} */
  const speaks = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(/** @type {Text} */ (node).data));

  /** @type {Probe["few"]} */
  const few = (elements, most) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    return elements.filter((element) => {
      const own = make(element);
      const count = (counts.get(own) ?? 0) + 1;
      counts.set(own, count);
      return count <= most;
    });
  };

  /** @type {Probe["inSentence"]} */
  const inSentence = (element) => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    let block = /** @type {Element} */ (element.parentElement);
    while (getComputedStyle(block).display === "inline") block = /** @type {Element} */ (block.parentElement);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text; (text = /** @type {Text | null} */ (walker.nextNode())); ) {
      if (!/\S/.test(text.data) || element.contains(text)) continue;
      const holder = /** @type {Element} */ (text.parentElement);
      if (!holder.closest("a, button, summary") && shown(holder)) return true;
    }
    return false;
  };

  /** @type {PageElement[]} */
  const closely = [];
  globalThis.probe = /** @type {Probe} */ ({
    closely, name, shown, some, inUse, stops, scrolling, kind, make, speaks, few, inSentence,
  });
}
