// What there is on a page: its parts, what they are called, of which kind they are, and which can be reached.
//
// All in this folder is what the tests ask of a page from inside it. It is put into every page before its own scripts
// run, and changes nothing on it. The other files stand on this one.
"use strict";

window.probe = (() => {
  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true], audio, video";

  /** A short name of an element, to tell people where to look. */
  function name(node) {
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    if (!element) return "#text";
    const classes = [...element.classList].map((word) => `.${word}`).join("");
    const words = (element.getAttribute("aria-label") || element.textContent || "").trim().replace(/\s+/g, " ");
    return `${element.localName}${element.id && `#${element.id}`}${classes} “${words.slice(0, 40)}”`;
  }

  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false });

  const some = (complaints, most = 6) =>
    complaints.length > most ? [...complaints.slice(0, most), `and ${complaints.length - most} more`] : complaints;

  /** What a reader can use: the whole page, or the dialog that lies over it. */
  const inUse = () => document.querySelector("dialog:modal") ?? document;

  /** What can be reached with the Tab key, in the page as it is. */
  function stops() {
    const seen = [...inUse().querySelectorAll(FOCUSABLE)];
    return seen.filter((element) => element.tabIndex >= 0 && !element.disabled && shown(element) && !element.closest("[inert]"));
  }

  /** The boxes that scroll. Their style is asked for first: to measure all takes five times as long. */
  const scrolling = () => [...document.querySelectorAll("body *")].filter(
    (box) => /auto|scroll/.test(getComputedStyle(box).overflow) && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight),
  );

  // What a stylesheet goes by: a selector may ask for any attribute, and for what stands alone.
  const kind = (element) =>
    `${element.localName}.${element.getAttribute("class")}[${element.getAttributeNames()}]${element.parentElement?.childElementCount === 1 ? "!" : ""}`;
  const make = (element) => `${element.parentElement ? kind(element.parentElement) : ""} ${kind(element)}`;
  const speaks = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.data));

  /** The first few of those of one make. */
  function few(elements, most) {
    const count = new Map();
    return elements.filter((element) => {
      const own = make(element);
      count.set(own, (count.get(own) || 0) + 1);
      return count.get(own) <= most;
    });
  }

  // `closely` is what is looked at closely, if nothing that looks like it has been looked at before.
  return { name, shown, some, inUse, stops, scrolling, kind, make, speaks, few, closely: [] };
})();
