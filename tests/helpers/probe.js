// What the tests ask of a page from inside it. Put into every page before its own scripts run; changes nothing on it.
"use strict";

window.probe = (() => {
  // Layout shifts are only told to who listens.
  const shifts = [];
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) {
      const moved = shift.sources.map((source) => source.node && name(source.node)).join(", ");
      shifts.push([shift.value, moved]);
    }
  }).observe({ type: "layout-shift", buffered: true });

  const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true], audio, video";
  const TARGETS = "a[href], button, input, select, textarea, summary, label[for], [role=button], [tabindex='0']";

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

  // What a stylesheet goes by: a selector may ask for any attribute, and for what stands alone.
  const kind = (element) =>
    `${element.localName}.${element.getAttribute("class")}[${element.getAttributeNames()}]${element.parentElement?.childElementCount === 1 ? "!" : ""}`;
  const make = (element) => `${element.parentElement ? kind(element.parentElement) : ""} ${kind(element)}`;
  const speaks = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.data));

  /** The first few of those of one make. */
  function few(elements, most) {
    const count = new Map();
    return elements.filter((element) => {
      count.set(make(element), (count.get(make(element)) || 0) + 1);
      return count.get(make(element)) <= most;
    });
  }

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

  /** Move the focus about while nothing else is under way, and leave the page as if it had been nowhere. */
  function focusing(moved) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { transition: none !important; scroll-behavior: auto !important; }");
    document.adoptedStyleSheets.push(sheet);
    // What opens may have taken the focus already, and would look no different with it.
    document.activeElement?.blur();
    moved();
    document.activeElement?.blur();
    document.adoptedStyleSheets.pop();
    scrollTo({ top: 0, behavior: "instant" });
  }

  // What is looked at closely, if nothing that looks like it has been looked at before.
  let closely = [];

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
    closely = few(stops(), 8);
    const ends = closely.map((element) => add(element, ` ${speaks(element)}`));
    return { steps, ends };
  }

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
    closely = [...first.values()];
    return [...first.keys()];
  }

  /** On which of those to be looked at closely, by their places, the focus cannot be seen. */
  function unmarked(places) {
    const wrong = new Set();
    focusing(() => {
      for (const element of places.map((place) => closely[place])) {
        const before = look(element);
        element.focus({ focusVisible: true });
        if (document.activeElement === element && look(element) === before) wrong.add(`the focus cannot be seen on ${name(element)}`);
        element.blur();
      }
    });
    return wrong;
  }

  /** Put the focus on every stop, downwards and then upwards, and say where it cannot be seen. */
  function focus(places) {
    const wrong = unmarked(places);
    const all = few(stops(), 8);
    focusing(() => {
      for (const element of [...all, ...all.toReversed()]) {
        element.focus({ focusVisible: true });
        if (document.activeElement === element && hidden(element)) {
          wrong.add(`${name(element)} has the focus and cannot be seen: outside the window, or covered`);
        }
      }
    });
    return some([...wrong]);
  }

  /** Wait for what a browser does when it has time, but not for ever: now and then, when it is busy, it never does it. */
  const soon = (asked) => Promise.race([new Promise(asked), new Promise((done) => setTimeout(done, 2000))]);

  /** Wait until letters are there and a picture of the page has been drawn. */
  async function rest() {
    await document.fonts.ready;
    for (let pictures = 0; pictures < 3; pictures += 1) await soon(requestAnimationFrame);
    await soon(requestIdleCallback);
  }

  /** Go to the top, of the page and of whatever scrolls in it, and come to rest there. */
  async function top() {
    for (const box of [document.scrollingElement, ...document.querySelectorAll("body *")]) {
      if (box.scrollTop) box.scrollTo({ top: 0, behavior: "instant" });
    }
    await rest();
  }

  /** The boxes that scroll. */
  const scrolling = () => [...document.querySelectorAll("body *")].filter(
    (box) => (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight) && /auto|scroll/.test(getComputedStyle(box).overflow),
  );

  let walked = null;

  /** Go back to the top, and take note of what gets the focus from now on. */
  function begin() {
    walked = [];
    document.addEventListener("focusin", (event) => walked.push(event.target));
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute("tabindex");
    walked.length = 0;
  }

  /** Begin at the top, and say after how many stops the keyboard leaves the page. */
  function walk() {
    begin();
    // A box that scrolls is a stop of its own if nothing in it is.
    return stops().length + scrolling().filter((box) => box.tabIndex < 0).length;
  }

  /** Say what the Tab key has not reached, if all were to be reached, and where it turned back too early. */
  function walkedBy(all) {
    const reached = new Set(walked);
    const again = walked.findIndex((element, place) => walked.indexOf(element) < place);
    const wrong = again > 0 && walked[again] !== walked[0] ? [`the Tab key goes round and round at ${name(walked[again])}`] : [];
    if (all) wrong.push(...stops().filter((element) => !reached.has(element)).map((element) => `the Tab key does not reach ${name(element)}`));
    return some(wrong);
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

  /** Landmarks, headings, language and direction. */
  function structure() {
    const wrong = [];
    const root = document.documentElement;
    if (!root.lang) wrong.push("the page does not say its language");
    if (!["ltr", "rtl"].includes(root.dir)) wrong.push("the page does not say its direction");
    if (!document.title.trim()) wrong.push("the page has no title");
    const mains = document.querySelectorAll("main, [role=main]");
    if (mains.length !== 1) wrong.push(`${mains.length} main parts`);
    // In a frame on another site stands the main part alone.
    if (document.querySelector("header") && !document.querySelector("nav, [role=navigation]")) wrong.push("no navigation");
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter(shown);
    const tops = headings.filter((heading) => heading.localName === "h1");
    if (tops.length !== 1) wrong.push(`${tops.length} headings of the first level`);
    else if (mains[0] && !mains[0].contains(tops[0])) wrong.push("the heading of the page is not in its main part");
    let level = 0;
    for (const heading of headings) {
      const own = Number(heading.localName[1]);
      if (own > level + 1) wrong.push(`after a heading of level ${level}, ${name(heading)}`);
      level = own;
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
    for (const id of twice) wrong.push(`the id ${id} is there twice`);
    return some(wrong);
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

  /** With the colours of the system: what shows the focus, or a meaning, by nothing but a colour that is gone. */
  function forced(places) {
    const wrong = unmarked(places);
    const line = (element) => getComputedStyle(element).textDecorationLine;
    for (const element of document.querySelectorAll("ins, del")) if (line(element) === "none") wrong.add(`no line marks ${name(element)}`);
    for (const element of document.querySelectorAll("[aria-current=page]")) {
      const style = getComputedStyle(element);
      const borders = ["Top", "Bottom", "Left", "Right"].some((side) => parseFloat(style[`border${side}Width`]) > 0);
      if (Number(style.fontWeight) < 600 && !borders && style.textDecorationLine === "none") wrong.add(`only a colour marks ${name(element)}`);
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

  /** What the page left in the browser. */
  async function kept() {
    const found = [];
    if (document.cookie) found.push(`a cookie: ${document.cookie}`);
    for (const key of Object.keys(localStorage)) if (key !== "theme") found.push(`localStorage: ${key}`);
    for (const key of Object.keys(sessionStorage)) found.push(`sessionStorage: ${key}`);
    for (const base of await indexedDB.databases()) found.push(`indexedDB: ${base.name}`);
    if ("caches" in window) for (const key of await caches.keys()) found.push(`a cache: ${key}`);
    for (const worker of (await navigator.serviceWorker?.getRegistrations()) || []) found.push(`a service worker: ${worker.scope}`);
    return found;
  }

  /** Open what is folded, and of items of one make leave the first few: axe takes a minute for a thousand. */
  function sample() {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
    const looked = new Map();
    const enough = (element) => looked.get(make(element)) >= 2;
    const look = (element) => looked.set(make(element), (looked.get(make(element)) || 0) + 1);
    const thin = (element) => {
      if (element.matches("li, tr, dl, p, div, section, article, details, pre, svg *") && enough(element) && [...element.querySelectorAll("*")].every(enough)) {
        element.remove();
        return;
      }
      look(element);
      // Without what it says, a heading or a link in a drawing would be found to be empty.
      if (element.matches(":is(h1, h2, h3, h4, h5, h6, th, caption, svg a)")) element.querySelectorAll("*").forEach(look);
      else for (const child of [...element.children]) thin(child);
    };
    for (const child of [...document.querySelector("main, [role=main]").children]) thin(child);
  }

  /** Have the colours examined of those to be looked at closely, by their places, and of nothing else. */
  function mark(places) {
    for (const element of document.querySelectorAll("[data-closely]")) delete element.dataset.closely;
    for (const place of places) closely[place].dataset.closely = "";
    const [any, link] = ["[data-closely]", ":is(a[href], [role=link])[data-closely]"];
    window.axe.configure({ rules: [{ id: "color-contrast", selector: any }, { id: "link-in-text-block", selector: link }] });
  }

  /** What axe finds. */
  async function axe(options) {
    const { violations } = await window.axe.run(options);
    return violations.flatMap(({ id, nodes }) => some(nodes.map((node) => {
      const why = [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
      return `${id}: ${node.html.replace(/\s+/g, " ").slice(0, 140)} (${why.slice(0, 200)})`;
    }), 4));
  }

  return {
    rest, top, ways, colours, focus, begin, walk, walkedBy, targets, unreachable, structure, moving, forced, sideways, kept, sample,
    mark, axe,
    shifted: () => some(shifts.map(([value, moved]) => `${value.toFixed(4)} by ${moved}`)),
  };
})();
