// @ts-check
// For the pages of other sites, when a link that linker.js has made is first pointed at: cards that show what it leads to.
// What they show is fetched from the edition. Where that cannot be, a link is only a link.
"use strict";
try {
(() => {
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript")?.get?.call(document);
  const { root, places, id: CARD, known, first } = /** @type {LinkerShared} */ (script.linker);
  const INTENT = 300; // ms; a pointer that only passes over a link opens nothing
  const GRACE = 250; // ms; long enough to move from the link onto the card
  const GAP = 6; // px between link and card
  const EDGE = 8; // px between card and window
  const PARTS = ["text", "label", "title", "words", "said", "source"];
  // In a tree of its own, so that the styles of the page and those of the card leave each other alone; and put there by
  // script, which no policy forbids that lets this script run. Colours are the system's, light or dark as the page is.
  const STYLE = `
    :host {
      all: initial !important;
      position: absolute !important;
      z-index: 2147483647 !important;
      inset: var(--y) auto auto var(--x) !important;
      color-scheme: inherit !important;
      direction: inherit !important;
    }
    :host([hidden]) { display: none !important; }
    div {
      box-sizing: border-box;
      inline-size: min(25em, calc(100vw - 16px));
      padding: 0.9em 1em;
      overflow-wrap: break-word;
      font: 0.95em/1.45 system-ui, sans-serif;
      color: CanvasText;
      background: Canvas;
      border: 1px solid GrayText;
      border-radius: 6px;
      box-shadow: 0 4px 16px rgb(0 0 0 / 20%);
    }
    p { margin: 0 0 0.4em; }
    p:empty { display: none; }
    .label { font-weight: 600; }
    .words { padding-inline-start: 0.7em; font-family: Georgia, serif; border-inline-start: 3px solid #1b6fb5; }
    .text, .source { font-size: 0.85em; color: color-mix(in srgb, CanvasText 75%, Canvas); }
    .source { margin: 0; }
    @media print { :host { display: none !important; } }
  `;

  /** @type {<Given extends unknown[], Result>(work: (...given: Given) => Result) => (...given: Given) => Result | undefined} */
  const safely = (work) => (...given) => {
    try {
      return work(...given);
    } catch {
      return undefined;
    }
  };

  // ---- What there is to show ----

  /** @type {Map<string, Promise<PreviewSheet | null>>} */
  const sheets = new Map();
  let refused = !/^https?:/.test(root);

  /** @param {LinkerPlace} place */
  const previewOf = async ({ id, page }) => {
    if (refused) return null;
    if (!sheets.has(page)) {
      const address = `${root}data/previews/${page.replace(/\.html$/, "")}.json`;
      const asked = fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
      sheets.set(page, asked.then((answer) => (answer.ok ? answer.json() : null)));
    }
    try {
      return (await sheets.get(page))?.previews[id];
    } catch {
      // The page's own rules may forbid it, and would forbid it again.
      refused = true;
      return null;
    }
  };

  // ---- The card ----

  const host = document.createElement("div");
  /** @type {Map<string, HTMLElement>} */
  const lines = new Map();
  const make = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const card = document.createElement("div");
    for (const name of PARTS) {
      const element = document.createElement("p");
      element.className = name;
      lines.set(name, element);
      card.append(element);
    }
    shadow.append(card);
    host.id = CARD;
    host.setAttribute("role", "tooltip");
    host.hidden = true;
  };

  /** @type {(words: string, index: number) => HTMLElement} */
  const run = (words, index) => {
    const element = document.createElement(index % 2 ? "s" : "span");
    element.textContent = words;
    return element;
  };

  /** @param {string} name */
  const line = (name) => /** @type {HTMLElement} */ (lines.get(name));

  /** @param {Preview} preview */
  const fill = (preview) => {
    const { text, words } = preview;
    for (const name of PARTS) line(name).textContent = String(/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (preview))[name] ?? "");
    // The words may be those of a draft, and whoever cites the adopted text is to know.
    line("text").append(...known.status.filter(([name]) => name === text).map(([, status]) => `, ${status}`));
    line("source").textContent = known.title;
    // Plain and struck words stand in turn.
    line("words").replaceChildren(...(words ?? []).map(run));
  };

  /** @param {Element} anchor */
  const put = (anchor) => {
    const { clientWidth, clientHeight } = document.documentElement;
    const at = anchor.getBoundingClientRect();
    const { width, height } = host.getBoundingClientRect();
    const isRight = getComputedStyle(anchor).direction === "rtl";
    const x = Math.max(EDGE, Math.min(isRight ? at.right - width : at.left, clientWidth - width - EDGE));
    const fits = at.bottom + GAP + height <= clientHeight || at.top - GAP - height < 0;
    const y = fits ? at.bottom + GAP : at.top - GAP - height;
    // From where the card stands now: what it is placed by depends on the page.
    host.style.setProperty("--x", "0px");
    host.style.setProperty("--y", "0px");
    const zero = host.getBoundingClientRect();
    host.style.setProperty("--x", `${x - zero.left}px`);
    host.style.setProperty("--y", `${y - zero.top}px`);
  };

  /** @type {Element | null} */
  let shown = null;
  /** @type {Element | null} */
  let wanted = null;
  let opening = 0;
  let closing = 0;

  const hide = () => {
    clearTimeout(opening);
    clearTimeout(closing);
    wanted = null;
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    host.hidden = true;
  };

  /** @param {Element} anchor */
  const show = async (anchor) => {
    const place = places.get(anchor);
    const preview = place && (await previewOf(place));
    if (!preview || wanted !== anchor || !anchor.isConnected) return;
    hide();
    fill(preview);
    (anchor.closest("dialog") ?? document.body).append(host);
    host.hidden = false;
    put(anchor);
    shown = anchor;
    anchor.setAttribute("aria-describedby", CARD);
  };

  /** @param {Element} anchor */
  const openSoon = (anchor) => {
    clearTimeout(closing);
    clearTimeout(opening);
    if (anchor === shown) return;
    wanted = anchor;
    opening = setTimeout(() => void show(anchor).catch(() => undefined), INTENT);
  };
  const closeSoon = () => {
    clearTimeout(opening);
    wanted = null;
    clearTimeout(closing);
    closing = setTimeout(hide, GRACE);
  };

  make();
  /**
   * @param {EventTarget | null} target
   * @returns {target is Element}
   */
  const isLink = (target) => target !== null && places.has(target);
  /** @type {(event: PointerEvent) => void} */
  const pointed = ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    if (target === host) clearTimeout(closing);
    else if (isLink(target)) openSoon(target);
    else if ((shown ?? wanted) && document.activeElement !== shown) closeSoon();
  };
  /** @type {(event: FocusEvent) => void} */
  const focused = ({ target }) => {
    if (isLink(target) && target.matches(":focus-visible")) openSoon(target);
    else hide();
  };
  /** @type {(event: FocusEvent) => void} */
  const left = ({ target }) => {
    if (target === shown || target === wanted) closeSoon();
  };
  /** @type {(event: KeyboardEvent) => void} */
  const pressed = ({ key }) => {
    if (key === "Escape") hide();
  };
  addEventListener("pointerover", safely(pointed), true);
  addEventListener("focusin", safely(focused), true);
  addEventListener("focusout", safely(left), true);
  addEventListener("keydown", safely(pressed), true);
  if (first.matches(":hover, :focus-visible")) openSoon(first);
})();
} catch {}
