// @ts-check
// Where the Tab key leads.
"use strict";
{
  const { name, shown, stops, scrolling, make } = probe;

  // What a script may go by that has to do with a key, beside the kind of an element.
  const TOLD_APART = /^(data-.*|type|role|name|tabindex|contenteditable)$/;

  // Where the Tab key is to stop, in this order.
  /** @type {PageElement[]} */
  let course = [];
  // Where it has stopped since the focus was last put before a stop.
  /** @type {(EventTarget | null)[]} */
  let trail = [];
  document.addEventListener("focusin", (event) => void trail.push(event.target), true);

  probe.walk = () => {
    const reached = stops();
    // A box that scrolls is a stop of its own if nothing in it is.
    const boxes = scrolling().filter((box) => box.tabIndex < 0 && shown(box) && !reached.some((stop) => box.contains(stop)));
    /** @type {(element: Element, other: Element) => number} */
    const follows = (element, other) => (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    course = boxes.length ? [...reached, ...boxes].sort(follows) : reached;
    /** @param {Element} element */
    const values = (element) => element.getAttributeNames().filter((attribute) => TOLD_APART.test(attribute))
      .map((attribute) => element.getAttribute(attribute));
    const scripts = /** @type {HTMLScriptElement[]} */ ([...document.querySelectorAll("script:not([type$=json])")]);
    return {
      stops: course.map((element) => `${make(element)} ${values(element)}`),
      scripts: scripts.map((script) => script.src || script.text).join(" "),
    };
  };

  probe.begin = () => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  };

  probe.standBefore = (place) => {
    if (place) course[place - 1].focus({ focusVisible: true });
    else probe.begin();
    trail = [];
  };

  probe.arrived = (place) => {
    const focused = document.activeElement;
    return place < course.length ? focused === course[place] : focused === document.body || focused === course[0];
  };

  probe.led = (first, last) => {
    const run = course.slice(first, last + 1);
    return probe.arrived(last) && run.every((stop, place) => trail[place] === stop) && trail.length <= last - first + 1;
  };

  probe.missed = (place) => {
    const [from, to] = [place ? name(course[place - 1]) : "the top", place < course.length ? name(course[place]) : "out of the page"];
    const focused = /** @type {Element} */ (document.activeElement);
    return `from ${from}, the Tab key does not lead to ${to} but to ${name(focused)}`;
  };
}
