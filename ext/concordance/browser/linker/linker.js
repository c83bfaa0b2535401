// @ts-check
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
    `[role=heading],[contenteditable]:not([contenteditable=false]),.no-links,#${CARD}`;
  // What the files hold that this one loads: written here when the edition is built.
  /** @type {Record<string, string>} */
  const DIGESTS = {};
  const SLICE = 8; // ms; for so long a page may be kept from what else it does

  // A page may have an element that is named like a property of the document, and stands in its place.
  /** @type {HTMLScriptElement} */
  const script = Object.getOwnPropertyDescriptor(Document.prototype, "currentScript")?.get?.call(document);
  /** @type {<Given extends unknown[], Result>(work: (...given: Given) => Result) => (...given: Given) => Result | undefined} */
  const safely = (work) => (...given) => {
    try {
      return work(...given);
    } catch {
      return undefined;
    }
  };

  // ---- What is understood ----

  const finding = /** @type {Finding} */ ({});
  // @include pages/citation-grammar.js

  // What parts a whole has: by the series that its numbers belong to, and the number.
  /** @param {LinkerParts[]} rows */
  const partsOf = (rows) => {
    /** @type {Map<string, LinkerPlace>} */
    const parts = new Map();
    for (const [keys, prefix, page, anchored, numbers] of rows) {
      for (const range of numbers.split(" ")) {
        const [from, to = from] = range.split(":");
        for (let number = from; ; number = `${+number + 1}`) {
          const place = { id: prefix + number.replace(".", "-"), page: page.replace("*", String(parseInt(number, 10))), anchored };
          for (const key of keys.split(",")) parts.set(`${key} ${number}`, place);
          if (number === to) break;
        }
      }
    }
    return parts;
  };

  // What can be named, by its names: wholes that have parts, documents, and the words for series.
  /** @type {(known: LinkerData, plain: (words: string) => string) => LinkerNames} */
  const namesOf = (known, plain) => {
    const wholes = new Map();
    for (const [names, bare, exact, ...rows] of known.wholes) {
      const whole = { bare, exact, parts: partsOf(rows) };
      for (const name of names) wholes.set(plain(name), whole);
    }
    const documents = new Map();
    for (const [page, ...symbols] of known.documents) {
      for (const symbol of symbols) {
        const id = symbol.toLowerCase().replace(/[^a-z\d]+/g, "-").replace(/-$/, "");
        documents.set(symbol, { id, page, anchored: 1 });
      }
    }
    const series = new Map();
    for (const [key, ...words] of known.series) for (const word of words) series.set(word, key);
    return { wholes, documents, series };
  };

  /** @type {(known: LinkerData, names: LinkerNames, grammar: CitationGrammar) => RegExp} */
  const patternOf = (known, { wholes, documents, series }, { any, anySymbol, GAP, START, END, SUB, list }) => {
    const NAMES = anySymbol(wholes.keys());
    const word = `(?:${any([...series.keys()].flatMap((each) => [each, each[0].toUpperCase() + each.slice(1)]))}\\.?\\s{0,9})`;
    // A name goes on where a capital letter follows, or what tells what it is for.
    const whole = `${END}(?!${GAP}(?:\\p{Lu}|${any(known.after)}${GAP}))`;
    return new RegExp(
      `${START}(?:(${NAMES})(,?${GAP}${word}{1,2}|${GAP})(${list})` +
        `|(${word}{1,2})(${list})((?:,?${GAP}${word}(?:${list}|${SUB}))?,?${GAP}${any(known.grammar.of)}${GAP})(${NAMES})${whole}` +
        `|(${anySymbol(documents.keys())})${END})`,
      "gu",
    );
  };

  // Where the numbers of a list lead, each with its place in the list. `before` is what stands before it: "arts.", say.
  /** @type {(known: LinkerData, names: LinkerNames, grammar: CitationGrammar) => (list: string, before: string, whole: LinkerWhole, isClosed: boolean) => Generator<LinkerCitation>} */
  const numberReader = (known, { series }, { items }) => function* (list, before, { parts, exact, bare }, isClosed) {
    const words = (before.match(/[^\s.,]+/g) ?? []).map((each) => each.toLowerCase());
    const keys = words.map((each) => series.get(each));
    const key = words.length ? (keys.find(Boolean) ?? keys[0]) : bare;
    const isOpen = isClosed || !words.length || known.several.includes(words[words.length - 1]);
    for (const { from, to, between, isRange, base, letter, below } of items(list)) {
      // After "art. 6, 12 …" the next number may be of anything.
      if (between && !isOpen && !(isRange && !/\p{L}/u.test(between))) return;
      const place = parts.get([`${key} ${base}`, ...below].join("-")) ?? (exact || letter ? null : parts.get(`${key} ${base}`));
      yield [from, to, place];
    }
  };

  // "Inter-American Convention against Corruption" is none of ours.
  /** @type {(text: string, name: string, known: LinkerData) => boolean} */
  const goesBefore = (text, name, known) => {
    const before = /(\p{L}[\p{L}.-]*)\s+$/u.exec(text)?.[1] ?? "";
    return /^\p{Lu}/u.test(before) && /\s/.test(name) && !/\//.test(name) && !known.before.includes(before);
  };

  // Returns what finds the citations in a text.
  /** @type {(known: LinkerData) => (text: string) => Generator<LinkerCitation>} */
  const citationReader = (known) => {
    const grammar = finding.citationGrammar(known.grammar);
    const names = namesOf(known, grammar.plain);
    const PATTERN = patternOf(known, names, grammar);
    const numbersIn = numberReader(known, names, grammar);

    // Those numbers of a citation that lead anywhere, and where to read on.
    /** @type {(text: string, match: RegExpExecArray) => {citations: LinkerCitation[], next: number}} */
    const read = (text, match) => {
      const { index } = match;
      const [all, name, gap, after, series, before, , last] = match;
      const start = index + (name ? name.length + gap.length : series.length);
      const whole = /** @type {LinkerWhole} */ (names.wholes.get(grammar.plain(name ?? last)));
      const citations = [...numbersIn(after ?? before, gap ?? series, whole, Boolean(last))];
      for (const citation of citations) {
        citation[0] += start;
        citation[1] += start;
      }
      const isForeign = name && goesBefore(text.slice(Math.max(0, index - 40), index), name, known);
      // A later part of it may be understood by itself.
      if (isForeign || (!name && !citations.some(([, , place]) => place))) return { citations: [], next: start };
      const end = index + all.length;
      citations[0][0] = index;
      if (last && citations.length === 1) citations[0][1] = end;
      return { citations: citations.filter(([, , place]) => place), next: name ? citations[citations.length - 1][1] : end };
    };

    return function* (text) {
      PATTERN.lastIndex = 0;
      for (let match; (match = PATTERN.exec(text)); ) {
        const [all, , , , , , , , symbol] = match;
        if (symbol) yield [match.index, match.index + all.length, names.documents.get(grammar.plain(symbol))];
        else {
          const { citations, next } = read(text, match);
          PATTERN.lastIndex = next;
          yield* citations;
        }
      }
    };
  };

  // ---- Links ----

  const root = new URL(".", script.src).href;
  /** @type {WeakMap<EventTarget, LinkerPlace>} */
  const places = new WeakMap();
  /** @type {(text: string) => Iterable<LinkerCitation>} */
  let citationsIn;
  /** @type {LinkerData} */
  let known;

  // Makes links in a text, and returns the last of what it has become.
  /** @param {Text} node */
  const link = (node) => {
    if (!/\d/.test(node.data)) return node;
    let end = node;
    // From the last to the first: what stands before stays where it is.
    for (const [from, to, place] of [...citationsIn(node.data)].reverse()) {
      if (!place) continue;
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

  /** @param {Node} node */
  const accept = (node) => {
    const isOpen = node instanceof Text || (node instanceof HTMLElement && !Element.prototype.matches.call(node, SKIPPED));
    return isOpen ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  };
  // On a page that is never idle, links come all the same.
  /** @param {() => void} go */
  const soon = (go) => globalThis.requestIdleCallback?.(go, { timeout: 500 }) ?? setTimeout(go);
  /** @param {Element} top */
  const walk = (top) => {
    if (Element.prototype.closest.call(top, SKIPPED) || /** @type {HTMLElement} */ (top).isContentEditable) return;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, accept);
    const go = safely(() => {
      const begun = performance.now();
      for (let node; (node = walker.nextNode()); ) {
        if (node instanceof Text) walker.currentNode = link(node);
        if (performance.now() - begun > SLICE) {
          soon(go);
          return;
        }
      }
    });
    go();
  };

  // ---- What else is needed ----

  // Cards come when a link is first pointed at. All comes as scripts, which a page that lets this one run need not be asked for again.
  /** @type {(name: string, linker: HTMLScriptElement["linker"]) => void} */
  const load = (name, linker) => {
    const more = document.createElement("script");
    more.src = root + name;
    more.nonce = script.nonce;
    // A page that says what this script holds gets no other words from the next.
    if (script.integrity) Object.assign(more, { integrity: DIGESTS[name], crossOrigin: "anonymous" });
    more.linker = linker;
    document.head.append(more);
  };

  /** @type {(event: Event) => void} */
  const point = safely(({ target }) => {
    if (!(target instanceof Element && places.has(target))) return;
    for (const name of ["pointerover", "focusin"]) removeEventListener(name, point, true);
    load("linker-card.js", { root, places, id: CARD, known, first: target });
  });

  /** @type {(records: MutationRecord[]) => void} */
  const look = safely((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) walk(node);
  });

  /** @param {LinkerData} data */
  const start = (data) => {
    known = data;
    citationsIn = citationReader(known);
    const { within = "body", observe } = script.dataset;
    const tops = document.querySelectorAll(within);
    for (const top of tops) walk(top);
    for (const name of ["pointerover", "focusin"]) addEventListener(name, point, true);
    if (observe === undefined) return;
    for (const top of tops) new MutationObserver(look).observe(top, { childList: true, subtree: true });
  };
  const begin = () => load("linker-data.js", safely(start));
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", safely(begin));
  else begin();
})();
} catch {}
