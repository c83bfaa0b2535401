// @ts-check
// What a handout shows of an entry is taken from the entry's own page, so that the two can never differ. Only what is
// known to be words is copied: no ids, no controls, no scripts.
// @include pages/copied-citations.js
"use strict";
{
  globalThis.handout ??= /** @type {Handout} */ ({});
  const { copying, handout } = globalThis;
  const root = new URL(document.documentElement.dataset.content_root || "./", document.baseURI);
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector('link[rel="canonical"]');
  handout.root = root;
  handout.published = canonical ? new URL(".", canonical.href) : root;

  const KEPT = new Set(
    "P DIV SPAN UL OL LI DL DT DD EM STRONG I B S SUB SUP A INS DEL MARK BLOCKQUOTE TABLE THEAD TBODY TR TH TD CODE BR Q CITE ABBR".split(" "),
  );
  const CLASSES = new Set(
    "number provision verbatim wording wording-of year unseen other-title reason provenance judged measure quoted note-mark as-del as-ins commentary-number".split(" "),
  );
  const DROPPED =
    "script, style, template, button, form, img, .headerlink, .own-citation, .entry-heading, .entry > .entry-title, .wide, " +
    ".close > .wording.later, .loose > .wording, .connections summary, .strength, .sign, .commentary-paragraph > p:has(> .commentary-number), .entry-tools";
  // The parts of what editors say, as classes of their boxes.
  /** @type {Record<string, string>} */
  const PARTS = { summary: ".summary", connections: ".connections", comparison: ".parallels", commentary: ".commentary", questions: ".questions", answers: ".answers" };
  // What is said of a paragraph is of use with an item of it, of which editors say nothing of the kind.
  const OF_WHOLE = ["summary", "questions", "answers"];

  // The name that the copy of an element has; empty where only what is in it is copied.
  /** @param {Element} node */
  const nameOf = (node) => {
    if (node.matches(".part-title")) return "h4";
    if (node.matches(".group-title, summary, h1, h2, h3, h4, h5, h6, .rubric")) return "h5";
    if (node.matches(".says")) return "em";
    return KEPT.has(node.tagName) ? node.tagName.toLowerCase() : "";
  };

  /** @type {(node: Element, page: URL) => string | null} */
  const leadsTo = (node, page) => {
    if (node.matches(".number, .commentary-number, .note-mark")) return null;
    const url = URL.parse?.(node.getAttribute("href") ?? "", page) ?? null;
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    return url.href.startsWith(root.href) ? url.href.slice(root.href.length) || "./" : url.href;
  };

  /** @type {(nodes: Iterable<Node>, page: URL) => DocumentFragment} */
  const copyAll = (nodes, page) => {
    const copies = document.createDocumentFragment();
    for (const node of nodes) copies.append(copy(node, page));
    return copies;
  };

  // What style sheets add on a page is said in words here: they may be pasted anywhere.
  /** @type {(node: Element, made: Element) => void} */
  const addWords = (node, made) => {
    if (node.matches(".says")) made.append(":");
    if (node.matches(".grade")) made.replaceChildren(`(${made.textContent})`);
    if (node.matches(".commentary-paragraph")) {
      const number = document.createElement("span");
      number.className = "commentary-number";
      number.textContent = node.querySelector(".commentary-number")?.textContent ?? "";
      made.firstElementChild?.prepend(number, " ");
    }
  };

  // Nodes come from other documents, parsed by this page: its own classes of nodes are theirs.
  /** @type {(node: Node, page: URL) => Element | DocumentFragment | Text} */
  const copy = (node, page) => {
    if (node instanceof Text) return document.createTextNode(node.data);
    if (!(node instanceof Element) || node.matches(DROPPED)) return document.createDocumentFragment();
    const inside = copyAll(node.childNodes, page);
    const href = node.tagName === "A" ? leadsTo(node, page) : null;
    const name = node.tagName === "A" && href === null ? "span" : nameOf(node);
    if (!name) return inside;
    const made = document.createElement(name);
    if (href !== null) made.setAttribute("href", href);
    const classes = [...node.classList].filter((each) => CLASSES.has(each));
    if (classes.length) made.className = classes.join(" ");
    made.append(inside);
    addWords(node, made);
    return made;
  };

  /** @type {Map<string, Promise<string>>} */
  const answers = new Map();
  /** @param {string} address */
  const fetchOnce = (address) => {
    const known = answers.get(address);
    if (known) return known;
    const fetching = fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    });
    // What has failed may be asked for again.
    fetching.catch(() => answers.delete(address));
    answers.set(address, fetching);
    return fetching;
  };
  /** @param {string} address */
  const fetchPage = async (address) => new DOMParser().parseFromString(await fetchOnce(address), "text/html");
  // The citations that the dialog for copying shows as well; a sheet can do without.
  /** @type {(page: Document, address: URL) => Promise<Record<string, CopyEntry>>} */
  const fetchCopies = async (page, address) => {
    /** @type {HTMLElement | null} */
    const dialog = page.querySelector("#copy-dialog");
    if (!dialog) return {};
    return fetchOnce(new URL(dialog.dataset.copies ?? "", address).href).then((file) => JSON.parse(file).copies).catch(() => ({}));
  };

  // What editors say may stand on another sheet of a large page: `pages/sheets.py`.
  /** @type {(page: Document, id: string, address: URL) => Promise<void>} */
  const putBack = async (page, id, address) => {
    const link = page.querySelector(`[data-of="${CSS.escape(id)}"] > details > .continued.later a`);
    if (!link) return;
    const sheet = new URL(link.getAttribute("href") ?? "", address);
    const part = (await fetchPage(sheet.href.replace(/#.*/, ""))).getElementById(sheet.hash.slice(1));
    if (part) link.closest(".continued")?.replaceWith(...part.childNodes);
  };

  /** @type {(place: ParentNode | null, selector: string) => Element[]} */
  const all = (place, selector) => [...(place?.querySelectorAll(selector) ?? [])];

  // The code says itself where it leads: its address is the title of the drawing.
  /** @param {string} id */
  const fetchCoded = async (id) => {
    const folder = /** @type {HTMLElement | null} */ (document.querySelector(".handout"))?.dataset.qr;
    const drawn = folder ? await fetchOnce(new URL(`${folder}${id}.svg`, root).href).catch(() => "") : "";
    return /https?:\/\/[^\s,<]+/.exec(drawn.slice(drawn.indexOf("<title>")))?.[0] ?? "";
  };

  handout.takeSession = async (name) => {
    const address = new URL(`${name}.html`, root);
    const page = await fetchPage(address.href);
    const section = page.querySelector(".sheet-link")?.closest("section");
    if (!section) throw new Error("The page has no session.");
    const [aim] = all(section, ":scope > p");
    const [list] = all(section, ":scope > section");
    return {
      title: section.querySelector("h1")?.firstChild?.textContent ?? "",
      parts: copyAll([aim, list].filter(Boolean), address),
      address: new URL(`${name}.html`, handout.published).href,
    };
  };

  // What is said of an item may stand inside what is said of its paragraph.
  /** @type {(page: Document, id: string, selector: string) => Element[]} */
  const aboutEntry = (page, id, selector) => {
    const apparatus = page.querySelector(`[data-of="${CSS.escape(id)}"]`);
    return all(apparatus, selector).filter((each) => each.closest(".apparatus") === apparatus);
  };

  /** @type {(item: Element) => Element | null} */
  const outerOf = (item) => item.parentElement?.closest(".provision[id]") ?? null;

  // What a paragraph says up to its first item, of each that an item stands in, the outermost first.
  /**
   * @param {Element} item
   * @returns {Element[]}
   */
  const leadingWords = (item) => {
    const outer = outerOf(item);
    if (!outer) return [];
    const blocks = [...outer.children];
    return [...leadingWords(outer), ...blocks.slice(0, blocks.findIndex((block) => block.matches(".provision, :has(.provision)")))];
  };

  // Of an item without them, what is said of the paragraph that it stands in.
  /** @type {(page: Document, item: Element, parts: Record<string, DocumentFragment>, address: URL) => string[]} */
  const addOfWhole = (page, item, parts, address) => {
    const outer = outerOf(item);
    if (!outer) return [];
    const lacking = OF_WHOLE.filter((name) => !parts[name].childNodes.length);
    for (const name of lacking) parts[name] = copyAll(aboutEntry(page, outer.id, PARTS[name]), address);
    return lacking;
  };

  handout.take = async (row) => {
    const address = new URL(row.url, document.baseURI);
    address.hash = "";
    const page = await fetchPage(address.href);
    const copies = row.role === "body" ? {} : await fetchCopies(page, address);
    const words = page.getElementById(row.id);
    if (!words) throw new Error("The page lacks the entry.");
    const isText = words.matches(".provision");
    const ids = isText ? [row.id, ...all(words, ".provision[id]").map((item) => item.id)] : [row.id];
    const outer = outerOf(words)?.id;
    await Promise.all((outer ? [...ids, outer] : ids).map((id) => putBack(page, id, address)));
    const notes = ids.flatMap((id) => aboutEntry(page, id, ".notes"));
    /** @type {Record<string, DocumentFragment>} */
    const parts = { text: copyAll(words.childNodes, address), notes: copyAll(notes, address) };
    for (const [name, selector] of Object.entries(PARTS)) parts[name] = copyAll(aboutEntry(page, row.id, selector), address);
    const ofWhole = addOfWhole(page, words, parts, address);
    const signatures = [row.id, ...(outer ? [outer] : [])].flatMap((id) => aboutEntry(page, id, ".signature"));
    return {
      ...row,
      isText,
      coded: isText ? await fetchCoded(row.id) : "",
      parts,
      leadingWords: copyAll(leadingWords(words), address),
      ofWhole,
      address: new URL(row.url.slice(document.documentElement.dataset.content_root?.length), handout.published).href,
      notices: all(page, "article .notice").map((notice) => copy(notice, address)),
      signature: signatures[0]?.textContent ?? "",
      // The address of the entry stands where its citation has this mark.
      cited: copies[row.id] ? copying.citationOf(copies, row.id, "un").split("{address}") : null,
    };
  };
}
