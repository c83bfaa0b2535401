// Where the focus can be, and whether it can be seen there.
"use strict";

Object.assign(probe, (() => {
  const { name, some, stops, kind, few, speaks } = probe;

  const PROPERTIES = [
    "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "textDecorationLine", "textDecorationStyle", "textDecorationThickness",
    "backgroundColor", "color", "borderTopWidth", "borderTopColor", "borderBottomWidth", "borderBottomColor", "opacity", "visibility",
    "stroke", "strokeWidth", "fill",
  ];

  /** What an element looks like, and what is nearest to it: the focus may be shown there. */
  function look(element) {
    const near = [element, element.parentElement, element.nextElementSibling, ...[...element.querySelectorAll("*")].slice(0, 5)];
    return near.filter(Boolean).map((one) => {
      const style = getComputedStyle(one);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return PROPERTIES.map((property) => (property.startsWith("outline") && !outlined ? "" : style[property])).join(" ");
    }).join(" / ");
  }

  /** Whether no part of an element can be seen: outside the window, or with something on top. */
  function hidden(element) {
    for (const box of element.getClientRects()) {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      if (right - left < 1 || bottom - top < 1) continue;
      for (const x of [0.1, 0.5, 0.9]) {
        for (const y of [0.2, 0.5, 0.8]) {
          const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
          if (hit && (element.contains(hit) || hit.contains(element))) return false;
        }
      }
    }
    return true;
  }

  /** Move the focus from stop to stop, and say on which of some it makes no difference; leave the page as if it had been nowhere. */
  function tour(course, closely, arrive = () => {}) {
    // What opens may have taken the focus already, and would look no different with it.
    document.activeElement?.blur();
    const looks = () => new Map(closely.map((element) => [element, look(element)]));
    const [before, focused] = [looks(), new Map()];
    for (const element of course) {
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) continue;
      if (before.has(element) && !focused.has(element)) focused.set(element, look(element));
      arrive(element);
    }
    document.activeElement?.blur();
    scrollTo({ top: 0, behavior: "instant" });
    // What something has changed for good, and not the focus, is as it was then.
    const after = looks();
    return [...focused.keys()].filter((element) => [before, after].some((without) => without.get(element) === focused.get(element)));
  }

  /** The ways to what can have the focus: of each element on them, the place of what holds it, and its kind. */
  function ways() {
    const places = new Map([[null, -1]]);
    const steps = [];
    const add = (element, own) => {
      if (own || !places.has(element)) {
        const above = add(element.parentElement, "");
        const state = element.matches(":hover, :focus") ? "*" : "";
        places.set(element, steps.push([above, `${kind(element)}${state}${own}`]) - 1);
      }
      return places.get(element);
    };
    probe.closely = few(stops(), 8);
    const ends = probe.closely.map((element) => add(element, ` ${speaks(element)}`));
    return { steps, ends };
  }

  const chosen = (places) => places.map((place) => probe.closely[place]);
  const unmarked = (elements) => elements.map((element) => `the focus cannot be seen on ${name(element)}`);

  /** All stops, downwards, and then upwards with those that have opened on the way. */
  function* downAndUp() {
    yield* few(stops(), 8);
    yield* few(stops(), 8).toReversed();
  }

  /** Put the focus on every stop, and say where it cannot be seen. */
  function focus(places) {
    const covered = new Set();
    const plain = tour(downAndUp(), chosen(places), (element) => {
      if (hidden(element)) covered.add(`${name(element)} has the focus and cannot be seen: outside the window, or covered`);
    });
    return some([...new Set(unmarked(plain)), ...covered]);
  }

  /** With the colours of the system: what shows the focus, or a meaning, by nothing but a colour that is gone. */
  function forced(places) {
    const closely = chosen(places);
    const wrong = new Set(unmarked(tour(closely, closely)));
    const line = (element) => getComputedStyle(element).textDecorationLine;
    for (const element of document.querySelectorAll("ins, del")) if (line(element) === "none") wrong.add(`no line marks ${name(element)}`);
    for (const element of document.querySelectorAll("[aria-current=page]")) {
      const style = getComputedStyle(element);
      const borders = ["Top", "Bottom", "Left", "Right"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
      if (Number(style.fontWeight) < 600 && !borders && style.textDecorationLine === "none") wrong.add(`only a colour marks ${name(element)}`);
    }
    return some([...wrong]);
  }

  return { ways, focus, forced };
})());
