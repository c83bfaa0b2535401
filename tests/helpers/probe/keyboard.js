// Where the Tab key leads.
"use strict";

Object.assign(probe, (() => {
  const { name, shown, stops, scrolling, make } = probe;

  // What a script may go by that has to do with a key, beside the kind of an element.
  const TOLD_APART = /^(data-.*|type|role|name|tabindex|contenteditable)$/;

  // Where the Tab key is to stop, in this order.
  let course = [];
  // Where it has stopped since the focus was last put before a stop.
  let trail = [];
  document.addEventListener("focusin", (event) => void trail.push(event.target), true);

  /** Where the Tab key is to stop, by what scripts could tell apart, and the scripts that could keep it from doing so. */
  function walk() {
    const reached = stops();
    // A box that scrolls is a stop of its own if nothing in it is.
    const boxes = scrolling().filter((box) => box.tabIndex < 0 && shown(box) && !reached.some((stop) => box.contains(stop)));
    const follows = (element, other) => (element.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
    course = boxes.length ? [...reached, ...boxes].sort(follows) : reached;
    const values = (element) => element.getAttributeNames().filter((attribute) => TOLD_APART.test(attribute))
      .map((attribute) => element.getAttribute(attribute));
    const scripts = [...document.querySelectorAll("script:not([type$=json])")].map((script) => script.src || script.text);
    return { stops: course.map((element) => `${make(element)} ${values(element)}`), scripts: scripts.join(" ") };
  }

  /** Put the focus where it is when a page has been opened. */
  function begin() {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
  }

  /** Put the focus on the stop before one of the course. */
  function standBefore(place) {
    if (place) course[place - 1].focus({ focusVisible: true });
    else begin();
    trail = [];
  }

  /** Whether the focus is at a stop of the course, or has gone round or out of the page when that was the last. */
  function arrived(place) {
    const focused = document.activeElement;
    return place < course.length ? focused === course[place] : focused === document.body || focused === course[0];
  }

  /** Whether the focus has gone from one stop of the course to the next, from a first to a last, and nowhere else. */
  function led(first, last) {
    const run = course.slice(first, last + 1);
    return arrived(last) && run.every((stop, place) => trail[place] === stop) && trail.length <= last - first + 1;
  }

  /** Say between which stops there was no way. */
  function missed(place) {
    const [from, to] = [place ? name(course[place - 1]) : "the top", place < course.length ? name(course[place]) : "out of the page"];
    return `from ${from}, the Tab key does not lead to ${to} but to ${name(document.activeElement)}`;
  }

  return { begin, walk, standBefore, arrived, led, missed };
})());
