// What colours meet on a page.
"use strict";

Object.assign(probe, (() => {
  const { shown, speaks, inSentence } = probe;

  // What contrast depends on: of letters; of links, which stand out from words; and of what holds them, if not as usual.
  const LETTERS = ["color", "textShadow"];
  const LINK = [...LETTERS, "fontSize", "fontWeight", "fontStyle", "fontFamily", "textDecoration", "borderBottom", "outline"];
  const GROUND = {
    opacity: "1", filter: "none", mixBlendMode: "normal", clipPath: "none", backgroundImage: "none", backgroundColor: "rgba(0, 0, 0, 0)",
  };
  // From these sizes on, in pixels, bold letters and others are large (WCAG 1.4.3).
  const LARGE = [18.6, 24];

  const within = (one, other) =>
    one.left >= other.left - 1 && one.right <= other.right + 1 && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const overlap = (one, other) =>
    one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
  const styled = (element, properties) => {
    const style = getComputedStyle(element);
    return properties.map((property) => style[property]).join(";");
  };

  /** What may lie over or under things that it does not hold. */
  function loose() {
    return [...document.querySelectorAll("body *")].filter((element) => {
      const style = getComputedStyle(element);
      return (style.position !== "static" || style.transform !== "none" || style.margin.includes("-")) && shown(element);
    }).map((element) => ({ element, box: element.getBoundingClientRect() }));
  }

  /** How what holds an element is painted: what is not as usual, its box, and whether anything below it can be seen. */
  function layer(holder) {
    const style = getComputedStyle(holder);
    const unlike = Object.keys(GROUND).filter((name) => style[name] !== GROUND[name]);
    const [below, always] = [unlike, unlike.filter((name) => !name.startsWith("background"))].map((names) => `${names.map((name) => style[name])}`);
    return { below, always, box: holder.getBoundingClientRect(), cuts: style.overflow !== "visible", opaque: style.backgroundColor.startsWith("rgb(") };
  }

  /** What an element stands on, as far down as it can be seen, and whether it reaches beyond that. */
  function ground(element, layers) {
    const box = element.getBoundingClientRect();
    const grounds = [];
    let seen = true;
    for (let holder = element; holder; holder = holder.parentElement) {
      if (!layers.has(holder)) layers.set(holder, layer(holder));
      const { below, always, box: around, cuts, opaque } = layers.get(holder);
      // Through what is not wholly there, what is further below can be seen again.
      seen ||= always !== "";
      const own = seen ? below : always;
      if (!own && !cuts) continue;
      const inside = within(box, around);
      if (own || !inside) grounds.push(`${own} ${inside}`);
      seen &&= !(inside && opaque && !always);
    }
    return grounds.join(" on ");
  }

  /** What the contrast of an element depends on: its letters, what it stands on, what lies across it, and what axe leaves out. */
  function colour(element, among, layers) {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const words = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data.trim() : "")).join("");
    const across = among.filter((other) => overlap(box, other.box) && !other.element.contains(element) && !element.contains(other.element));
    return [
      styled(element, LETTERS), LARGE.filter((size) => parseFloat(fontSize) >= size).length, fontWeight >= 700, Math.min(words.length, 2),
      element.matches("a[href]") && inSentence(element) && `${styled(element, LINK)} in ${styled(element.parentElement, LINK)}`,
      element.matches("button, input, select, textarea") && element.localName,
      element.closest(":disabled, [aria-disabled=true]") !== null, element.closest("[aria-hidden=true]") !== null,
      ground(element, layers), ...across.map((other) => styled(other.element, Object.keys(GROUND))),
    ].join(" / ");
  }

  /** The colours of all that can be read or pressed: those of one colour have one contrast, and the first is looked at. */
  function colours() {
    const among = loose();
    const [layers, first] = [new Map(), new Map()];
    for (const element of document.querySelectorAll("body *")) {
      if (!speaks(element) && !element.matches("a[href], button, input, select, textarea")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false })) continue;
      const key = colour(element, among, layers);
      if (!first.has(key)) first.set(key, element);
    }
    probe.closely = [...first.values()];
    return [...first.keys()];
  }

  return { colours };
})());
