// @ts-check
// What colours meet on a page.
"use strict";
{
  const { shown, speaks, inSentence } = probe;

  // What contrast depends on: of letters; of links, which stand out from words; and of what holds them, if not as usual.
  /** @type {StyleProperty[]} */
  const LETTERS = ["color", "textShadow"];
  /** @type {StyleProperty[]} */
  const LINK = [...LETTERS, "fontSize", "fontWeight", "fontStyle", "fontFamily", "textDecoration", "borderBottom", "outline"];
  /** @type {Partial<Record<StyleProperty, string>>} */
  const GROUND = {
    opacity: "1", filter: "none", mixBlendMode: "normal", clipPath: "none", backgroundImage: "none", backgroundColor: "rgba(0, 0, 0, 0)",
  };
  const GROUND_PROPERTIES = /** @type {StyleProperty[]} */ (Object.keys(GROUND));
  // From these sizes on, in pixels, bold letters and others are large (WCAG 1.4.3).
  const LARGE = [18.6, 24];

  /** @type {(inner: DOMRect, outer: DOMRect) => boolean} */
  const within = (inner, outer) =>
    inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  /** @type {(box: DOMRect, other: DOMRect) => boolean} */
  const overlap = (box, other) =>
    box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top;
  /** @type {(element: Element, properties: StyleProperty[]) => string} */
  const styled = (element, properties) => {
    const style = getComputedStyle(element);
    return properties.map((property) => style[property]).join(";");
  };

  /** @returns {LooseElement[]} */
  function loose() {
    return [...document.querySelectorAll("body *")].filter((element) => {
      const style = getComputedStyle(element);
      return (style.position !== "static" || style.transform !== "none" || style.margin.includes("-")) && shown(element);
    }).map((element) => ({ element, box: element.getBoundingClientRect() }));
  }

  /** @type {(holder: Element) => Layer} */
  function layer(holder) {
    const style = getComputedStyle(holder);
    const unlike = GROUND_PROPERTIES.filter((name) => style[name] !== GROUND[name]);
    const [below, always] = [unlike, unlike.filter((name) => !name.startsWith("background"))].map((names) => `${names.map((name) => style[name])}`);
    return { below, always, box: holder.getBoundingClientRect(), cuts: style.overflow !== "visible", opaque: style.backgroundColor.startsWith("rgb(") };
  }

  /**
   * What an element stands on, as far down as it can be seen, and whether it reaches beyond that.
   * @param {Element} element
   * @param {Map<Element, Layer>} layers
   */
  function ground(element, layers) {
    const box = element.getBoundingClientRect();
    const grounds = [];
    let seen = true;
    for (let holder = /** @type {Element | null} */ (element); holder; holder = holder.parentElement) {
      if (!layers.has(holder)) layers.set(holder, layer(holder));
      const { below, always, box: around, cuts, opaque } = /** @type {Layer} */ (layers.get(holder));
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

  /**
   * What the contrast of an element depends on: its letters, what it stands on, what lies across it, and what axe leaves out.
   * @param {Element} element
   * @param {LooseElement[]} among
   * @param {Map<Element, Layer>} layers
   */
  function colour(element, among, layers) {
    const { fontSize, fontWeight } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const words = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? /** @type {Text} */ (node).data.trim() : "")).join("");
    const across = among.filter((other) => overlap(box, other.box) && !other.element.contains(element) && !element.contains(other.element));
    return [
      styled(element, LETTERS), LARGE.filter((size) => parseFloat(fontSize) >= size).length, Number(fontWeight) >= 700, Math.min(words.length, 2),
      element.matches("a[href]") && inSentence(element) && `${styled(element, LINK)} in ${styled(/** @type {Element} */ (element.parentElement), LINK)}`,
      element.matches("button, input, select, textarea") && element.localName,
      element.closest(":disabled, [aria-disabled=true]") !== null, element.closest("[aria-hidden=true]") !== null,
      ground(element, layers), ...across.map((other) => styled(other.element, GROUND_PROPERTIES)),
    ].join(" / ");
  }

  probe.colours = () => {
    const among = loose();
    /** @type {[Map<Element, Layer>, Map<string, PageElement>]} */
    const [layers, first] = [new Map(), new Map()];
    for (const element of /** @type {NodeListOf<PageElement>} */ (document.querySelectorAll("body *"))) {
      if (!speaks(element) && !element.matches("a[href], button, input, select, textarea")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false })) continue;
      const key = colour(element, among, layers);
      if (!first.has(key)) first.set(key, element);
    }
    probe.closely = [...first.values()];
    return [...first.keys()];
  };
}
