// @ts-check
// Where the focus can be, and whether it can be seen there.
"use strict";
{
  const { name, some, stops, kind, few, speaks } = probe;

  /** @type {StyleProperty[]} */
  const PROPERTIES = [
    "outlineStyle", "outlineWidth", "outlineColor", "boxShadow", "textDecorationLine", "textDecorationStyle", "textDecorationThickness",
    "backgroundColor", "color", "borderTopWidth", "borderTopColor", "borderBottomWidth", "borderBottomColor", "opacity", "visibility",
    "stroke", "strokeWidth", "fill",
  ];
  const BORDERS = /** @type {const} */ (["borderTopWidth", "borderBottomWidth", "borderLeftWidth", "borderRightWidth"]);

  /**
   * What an element looks like, and what is nearest to it: the focus may be shown there.
   * @param {Element} element
   */
  function look(element) {
    const near = [element, element.parentElement, element.nextElementSibling, ...[...element.querySelectorAll("*")].slice(0, 5)];
    return /** @type {Element[]} */ (near.filter(Boolean)).map((each) => {
      const style = getComputedStyle(each);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      return PROPERTIES.map((property) => (property.startsWith("outline") && !outlined ? "" : style[property])).join(" ");
    }).join(" / ");
  }

  /**
   * Whether no part of an element can be seen: outside the window, or with something on top.
   * @param {Element} element
   */
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

  const blur = () => /** @type {PageElement | null} */ (document.activeElement)?.blur();

  /**
   * Move the focus from stop to stop, and say on which of some it makes no difference; leave the page as if it had been nowhere.
   * @param {Iterable<PageElement>} course
   * @param {PageElement[]} closely
   * @param {(element: PageElement) => void} arrive
   */
  function tour(course, closely, arrive = () => {}) {
    // What opens may have taken the focus already, and would look no different with it.
    blur();
    const looks = () => new Map(closely.map((element) => [element, look(element)]));
    const before = looks();
    /** @type {typeof before} */
    const focused = new Map();
    for (const element of course) {
      element.focus({ focusVisible: true });
      if (document.activeElement !== element) continue;
      if (before.has(element) && !focused.has(element)) focused.set(element, look(element));
      arrive(element);
    }
    blur();
    scrollTo({ top: 0, behavior: "instant" });
    // What something has changed for good, and not the focus, is as it was then.
    const after = looks();
    return [...focused.keys()].filter((element) => [before, after].some((without) => without.get(element) === focused.get(element)));
  }

  probe.ways = () => {
    /** @type {Map<Element, number>} */
    const places = new Map();
    /** @type {[above: number, kind: string][]} */
    const steps = [];
    /** @type {(element: Element | null, own: string) => number} */
    const add = (element, own) => {
      if (!element) return -1;
      const known = own ? undefined : places.get(element);
      if (known !== undefined) return known;
      const above = add(element.parentElement, "");
      const state = element.matches(":hover, :focus") ? "*" : "";
      const place = steps.push([above, `${kind(element)}${state}${own}`]) - 1;
      places.set(element, place);
      return place;
    };
    probe.closely = few(stops(), 8);
    const ends = probe.closely.map((element) => add(element, ` ${speaks(element)}`));
    return { steps, ends };
  };

  /** @param {number[]} places */
  const chosen = (places) => places.map((place) => probe.closely[place]);
  /** @param {Element[]} elements */
  const unmarked = (elements) => elements.map((element) => `the focus cannot be seen on ${name(element)}`);

  /** All stops, downwards, and then upwards with those that have opened on the way. */
  function* downAndUp() {
    yield* few(stops(), 8);
    yield* few(stops(), 8).toReversed();
  }

  probe.focus = (places) => {
    /** @type {Set<string>} */
    const covered = new Set();
    const plain = tour(downAndUp(), chosen(places), (element) => {
      if (hidden(element)) covered.add(`${name(element)} has the focus and cannot be seen: outside the window, or covered`);
    });
    return some([...new Set(unmarked(plain)), ...covered]);
  };

  probe.forced = (places) => {
    const closely = chosen(places);
    const wrong = new Set(unmarked(tour(closely, closely)));
    /** @param {Element} element */
    const line = (element) => getComputedStyle(element).textDecorationLine;
    for (const element of document.querySelectorAll("ins, del")) if (line(element) === "none") wrong.add(`no line marks ${name(element)}`);
    for (const element of document.querySelectorAll("[aria-current=page]")) {
      const style = getComputedStyle(element);
      const borders = BORDERS.some((border) => parseFloat(style[border]) > 0);
      if (Number(style.fontWeight) < 600 && !borders && style.textDecorationLine === "none") wrong.add(`only a colour marks ${name(element)}`);
    }
    return some([...wrong]);
  };
}
