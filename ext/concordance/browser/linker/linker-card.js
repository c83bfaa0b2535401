// For the pages of other sites, when a link that linker.js has made is first pointed at: cards that show what it leads to.
// What they show is fetched from the edition. Where that cannot be, a link is only a link.
"use strict";
try {
(() => {
  const { root, places, id: CARD, told, first } =
    Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document).linker;
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

  const safely = (work) => (...given) => {
    try {
      return work(...given);
    } catch {
      return undefined;
    }
  };

  // ---- What there is to show ----

  const sheets = new Map();
  let refused = !/^https?:/.test(root);

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
  const lines = new Map();
  const make = () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    const card = document.createElement("div");
    for (const name of PARTS) {
      const line = document.createElement("p");
      line.className = name;
      lines.set(name, line);
      card.append(line);
    }
    shadow.append(card);
    host.id = CARD;
    host.setAttribute("role", "tooltip");
    host.hidden = true;
  };

  const run = (words, index) => {
    const element = document.createElement(index % 2 ? "s" : "span");
    element.textContent = words;
    return element;
  };

  const fill = (preview) => {
    for (const [name, line] of lines) line.textContent = String(preview[name] ?? "");
    // The words may be those of a draft, and whoever cites the adopted text is to know.
    lines.get("text").append(...(told.status.filter(([name]) => name === preview.text).map(([, status]) => `, ${status}`)));
    lines.get("source").textContent = told.title;
    // Plain and struck words stand in turn.
    lines.get("words").replaceChildren(...(preview.words ?? []).map(run));
  };

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

  let shown = null;
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

  const show = async (anchor) => {
    const preview = await previewOf(places.get(anchor));
    if (!preview || wanted !== anchor || !anchor.isConnected) return;
    hide();
    fill(preview);
    (anchor.closest("dialog") ?? document.body).append(host);
    host.hidden = false;
    put(anchor);
    shown = anchor;
    anchor.setAttribute("aria-describedby", CARD);
  };

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
  addEventListener("pointerover", safely(({ target, pointerType }) => {
    if (pointerType === "touch") return;
    if (target === host) clearTimeout(closing);
    else if (places.has(target)) openSoon(target);
    else if ((shown ?? wanted) && document.activeElement !== shown) closeSoon();
  }), true);
  addEventListener("focusin", safely(({ target }) => {
    if (places.has(target) && target.matches(":focus-visible")) openSoon(target);
    else hide();
  }), true);
  addEventListener("focusout", safely(({ target }) => {
    if (target === shown || target === wanted) closeSoon();
  }), true);
  addEventListener("keydown", safely(({ key }) => {
    if (key === "Escape") hide();
  }), true);
  if (first.matches(":hover, :focus-visible")) openSoon(first);
})();
} catch {}
