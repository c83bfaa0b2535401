// For the pages of other sites: makes links of citations that it understands, and shows what they lead to.
// It runs among strangers, so it takes nothing for granted: it changes nothing but the words of a citation, keeps
// nothing, and where anything is odd, it leaves the page as it is. What it knows is in linker-data.js, beside it. The file
// that is served is this one without its comments and indentation.
"use strict";
try {
(() => {
  const CLASS = "concordance-link";
  const CARD = "concordance-card";
  // Where a link would be wrong, useless or in the way.
  const SKIPPED =
    "a,button,input,textarea,select,label,summary,code,pre,kbd,samp,script,style,noscript,template,iframe,object," +
    "canvas,h1,h2,h3,h4,h5,h6,[role=button],[role=link],[role=tab],[role^=menuitem],[role=option],[role=textbox]," +
    "[role=heading],[contenteditable]:not([contenteditable=false]),.no-links,#" + CARD;
  const SLICE = 8; // ms; for so long a page may be kept from what else it does

  // A page may have an element that is named like a property of the document, and stands in its place.
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript").get.call(document);
  const matches = (element, selector) => Element.prototype.matches.call(element, selector);
  const safely = (work) => (...given) => {
    try {
      return work(...given);
    } catch {
      return undefined;
    }
  };

  // ---- What is understood ----

  const understanding = (KNOWN) => {
    const GAP = "\\s{1,30}";
    const START = "(?<![\\p{L}\\p{N}_/@#.\\-])";
    const END = "(?![\\p{L}\\p{N}_/]|[.,:\\-‑][\\p{L}\\p{N}])";
    const escaped = (words) =>
      words
        .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
        .replace(/['’]/g, "['’]")
        .replace(/-/g, "[-‑–]")
        .replace(/(\d?) /g, (_, digit) => (digit && `${digit}(?:${DATED})?,?`) + GAP);
    const longest = (words) => [...words].sort((one, other) => other.length - one.length);
    const any = (words) => `(?:${longest(words).map(escaped).join("|") || "(?!)"})`;
    const DATED = `${GAP}${any(KNOWN.of)}${GAP}\\d{1,2}${GAP}\\p{L}{3,12}${GAP}\\d{4}`;
    // "General Assembly resolution 64/293" is another way to write "A/RES/64/293".
    const symbols = KNOWN.symbols.map(([start, ...ways]) => [start, `(?:${escaped(start)}|${any(ways)}${GAP})`]);
    const anySymbol = (names) => symbols.reduce((all, [start, ways]) => all.replaceAll(escaped(start), ways), any(names));
    const DATES = new RegExp(DATED, "gu");
    const plain = (words) =>
      symbols
        .reduce((all, [start, ways]) => all.replace(new RegExp(ways, "u"), start), words.replace(DATES, ""))
        .replace(/(\d),/g, "$1")
        .replace(/\s+/g, " ")
        .replace(/[‑–]/g, "-")
        .replace(/’/g, "'");

    // What parts a whole has: by the series that its numbers belong to, and the number.
    const partsOf = (rows) => {
      const parts = new Map();
      for (const [keys, prefix, page, anchored, numbers] of rows) {
        for (const range of numbers.split(" ")) {
          const [from, to = from] = range.split(":");
          for (let number = from; ; number = `${+number + 1}`) {
            const place = { id: prefix + number.replace(".", "-"), page: page.replace("*", parseInt(number, 10)), anchored };
            for (const key of keys.split(",")) parts.set(`${key} ${number}`, place);
            if (number === to) break;
          }
        }
      }
      return parts;
    };
    const named = new Map();
    for (const [names, bare, exact, ...rows] of KNOWN.wholes) {
      const whole = { bare, exact, parts: partsOf(rows) };
      for (const name of names) named.set(plain(name), whole);
    }
    const documents = new Map();
    for (const [page, ...known] of KNOWN.documents) {
      for (const symbol of known) {
        const id = symbol.toLowerCase().replace(/[^a-z\d]+/g, "-").replace(/-$/, "");
        documents.set(symbol, { id, page, anchored: 1 });
      }
    }
    const series = new Map();
    for (const [key, ...words] of KNOWN.series) for (const word of words) series.set(word, key);

    const NAMES = anySymbol(named.keys());
    const word = `(?:${any([...series.keys()].flatMap((each) => [each, each[0].toUpperCase() + each.slice(1)]))}\\.?\\s{0,9})`;
    const sub = "\\((?:[a-z]{1,4}|\\d{1,2})\\)";
    const number = `\\d{1,3}(?:\\.[\\da-z]{1,2}|[a-z])?${END}(?:\\s?${sub}){0,3}`;
    const next = `(?:\\s?[–‑-]\\s?|,?${GAP}${any(KNOWN.and)}${GAP}|,${GAP})`;
    const list = `${number}(?:${next}(?:${number}|${sub})){0,20}`;
    const ITEM = new RegExp(`(${next})?(?:(\\d{1,3}(?:\\.[\\da-z]{1,2})?)([a-z])?)?((?:\\s?${sub}){0,3})`, "uy");
    // A name goes on where a capital letter follows, or what tells what it is for.
    const whole = `${END}(?!${GAP}(?:\\p{Lu}|${any(KNOWN.after)}${GAP}))`;
    const PATTERN = new RegExp(
      `${START}(?:(${NAMES})(,?${GAP}${word}{1,2}|${GAP})(${list})` +
        `|(${word}{1,2})(${list})((?:,?${GAP}${word}(?:${list}|${sub}))?,?${GAP}${any(KNOWN.of)}${GAP})(${NAMES})${whole}` +
        `|(${anySymbol(documents.keys())})${END})`,
      "gu",
    );

    // "Inter-American Convention against Corruption" is none of ours.
    const goesBefore = (text, name) => {
      const before = /(\p{L}[\p{L}.-]*)\s+$/u.exec(text)?.[1];
      return before && /^\p{Lu}/u.test(before) && /\s/.test(name) && !/\//.test(name) && !KNOWN.before.includes(before);
    };

    // Where the numbers of a list lead, each with its place in the text.
    function* numbersIn(written, said, { parts, exact, bare }, closed) {
      const words = (said.match(/[^\s.,]+/g) ?? []).map((each) => each.toLowerCase());
      const keys = words.map((each) => series.get(each));
      const key = words.length ? (keys.find(Boolean) ?? keys[0]) : bare;
      const many = closed || !words.length || KNOWN.several.includes(words.at(-1));
      let base = "";
      ITEM.lastIndex = 0;
      for (let found; ITEM.lastIndex < written.length && (found = ITEM.exec(written)); ) {
        const [all, between = "", digits, letter, subs] = found;
        // After "art. 6, 12 …" the next number may be of anything.
        if (!all || (between && !many && !/^\s?[–‑-]/.test(between))) return;
        base = digits ?? base;
        const below = [...(letter ?? ""), ...(subs.match(/\w+/g) ?? [])];
        const place = parts.get([`${key} ${base}`, ...below].join("-")) ?? (exact || letter ? null : parts.get(`${key} ${base}`));
        yield [found.index + between.length, found.index + all.length, place];
      }
    }

    // The citations in a text: where each begins and ends, and what it leads to.
    function* citationsIn(text) {
      PATTERN.lastIndex = 0;
      for (let found; (found = PATTERN.exec(text)); ) {
        const [all, name, gap, after, said, before, rest, last, symbol] = found;
        if (symbol) {
          yield [found.index, found.index + all.length, documents.get(plain(symbol))];
          continue;
        }
        const start = found.index + (name ? name.length + gap.length : said.length);
        const known = named.get(plain(name ?? last));
        const pieces = [...numbersIn(after ?? before, gap ?? said, known, last)].map(([from, to, place]) => [start + from, start + to, place]);
        if (name ? goesBefore(text.slice(Math.max(0, found.index - 40), found.index), name) : !pieces.some(([, , place]) => place)) {
          // A later part of it may be understood by itself.
          PATTERN.lastIndex = start;
          continue;
        }
        pieces[0][0] = found.index;
        if (last && pieces.length === 1) pieces[0][1] = PATTERN.lastIndex;
        else if (name) PATTERN.lastIndex = pieces.at(-1)[1];
        yield* pieces.filter(([, , place]) => place);
      }
    }

    return citationsIn;
  };

  // ---- Links ----

  const root = new URL(".", script.src).href;
  const places = new WeakMap();
  const shared = { root, places, id: CARD };
  let citationsIn = null;

  const link = (node) => {
    if (!/\d/.test(node.data)) return node;
    let end = node;
    // From the last to the first: what stands before stays where it is.
    for (const [from, to, place] of [...citationsIn(node.data)].reverse()) {
      const rest = node.splitText(to);
      if (end === node) end = rest;
      const anchor = document.createElement("a");
      anchor.className = CLASS;
      anchor.rel = "noopener";
      anchor.href = root + place.page + (place.anchored ? `#${place.id}` : "");
      places.set(anchor, place);
      anchor.append(node.splitText(from));
      rest.before(anchor);
    }
    return end;
  };

  const accept = (node) => {
    const isOpen = node instanceof Text || (node instanceof HTMLElement && !matches(node, SKIPPED));
    return isOpen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  };
  // On a page that is never idle, links come all the same.
  const soon = (go) => globalThis.requestIdleCallback?.(go, { timeout: 500 }) ?? setTimeout(go);
  const walk = (top) => {
    if (Element.prototype.closest.call(top, SKIPPED) || top.isContentEditable) return;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
    const go = safely(() => {
      const begun = performance.now();
      for (let node; (node = walker.nextNode()); ) {
        if (node instanceof Text) walker.currentNode = link(node);
        if (performance.now() - begun > SLICE) return soon(go);
      }
    });
    go();
  };

  // ---- What else is needed ----

  // Cards come when a link is first pointed at. All comes as scripts, which a page that lets this one run need not be asked for again.
  const load = (name, linker) => {
    const more = document.createElement("script");
    more.src = root + name;
    more.nonce = script.nonce;
    more.linker = linker;
    document.head.append(more);
  };

  const point = safely(({ target }) => {
    if (!places.has(target)) return;
    for (const name of ["pointerover", "focusin"]) removeEventListener(name, point, true);
    load("linker-card.js", { ...shared, first: target });
  });

  const start = (known) => {
    citationsIn = understanding(known);
    shared.told = known;
    const { within = "body", observe } = script.dataset;
    const tops = document.querySelectorAll(within);
    for (const top of tops) walk(top);
    for (const name of ["pointerover", "focusin"]) addEventListener(name, point, true);
    if (observe === undefined) return;
    const look = safely((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) walk(node);
    });
    for (const top of tops) new MutationObserver(look).observe(top, { childList: true, subtree: true });
  };
  const begin = () => load("linker-data.js", safely(start));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", safely(begin));
  else begin();
})();
} catch {}
