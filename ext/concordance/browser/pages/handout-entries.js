"use strict";
// What a handout shows of an entry is taken from the entry's own page, so that the two can never differ. Only what is
// known to be words is copied: no ids, no controls, no scripts.
{
  const handout = (globalThis.handout ??= {});
  const root = new URL(document.documentElement.dataset.content_root || "./", document.baseURI);
  const canonical = document.querySelector('link[rel="canonical"]')?.href;
  handout.root = root;
  // Where the site is published, which a copy made from a preview on another address should name.
  handout.published = canonical ? new URL(".", canonical) : root;

  const KEPT = new Set(
    "P DIV SPAN UL OL LI DL DT DD EM STRONG I B S SUB SUP A INS DEL MARK BLOCKQUOTE TABLE THEAD TBODY TR TH TD CODE BR Q CITE ABBR".split(" "),
  );
  const CLASSES = new Set(
    "number provision verbatim wording wording-of year unseen other-title reason provenance judged measure quoted note-mark as-del as-ins commentary-number".split(" "),
  );
  const DROPPED =
    "script, style, template, button, form, img, .headerlink, .own-citation, .entry-heading, .entry > .entry-title, .wide, " +
    ".close > .wording.later, .connections summary, .commentary-paragraph > p:has(> .commentary-number), .entry-tools";
  // The parts of what editors say, as classes of their boxes.
  const PARTS = { summary: ".summary", connections: ".connections", comparison: ".parallels", commentary: ".commentary", questions: ".questions" };

  const nameOf = (node) => {
    if (node.matches(".part-title")) return "h4";
    if (node.matches(".group-title, summary, h1, h2, h3, h4, h5, h6, .rubric")) return "h5";
    if (node.matches(".says")) return "em";
    return KEPT.has(node.tagName) ? node.tagName.toLowerCase() : "";
  };

  const leadsTo = (node, page) => {
    if (node.matches(".number, .commentary-number, .note-mark")) return null;
    const url = URL.parse?.(node.getAttribute("href") ?? "", page) ?? null;
    if (!url || !/^https?:$/.test(url.protocol)) return null;
    return url.href.startsWith(root.href) ? url.href.slice(root.href.length) || "./" : url.href;
  };

  const copyAll = (nodes, page) => {
    const copies = document.createDocumentFragment();
    for (const node of nodes) copies.append(copy(node, page));
    return copies;
  };

  const copy = (node, page) => {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(DROPPED)) return document.createDocumentFragment();
    const inside = copyAll(node.childNodes, page);
    const href = node.tagName === "A" ? leadsTo(node, page) : null;
    const name = node.tagName === "A" && href === null ? "span" : nameOf(node);
    if (!name) return inside;
    const made = document.createElement(name);
    if (href !== null) made.setAttribute("href", href);
    const classes = [...node.classList].filter((each) => CLASSES.has(each));
    if (classes.length) made.className = classes.join(" ");
    made.append(inside);
    // What style sheets add on a page is said in words here: they may be pasted anywhere.
    if (node.matches(".says")) made.append(":");
    if (node.matches(".grade")) made.replaceChildren(`(${made.textContent})`);
    if (node.matches(".commentary-paragraph")) {
      const number = document.createElement("span");
      number.className = "commentary-number";
      number.textContent = node.querySelector(".commentary-number")?.textContent ?? "";
      made.firstElementChild?.prepend(number, " ");
    }
    return made;
  };

  const answers = new Map();
  const fetchOnce = (address, read) => {
    if (!answers.has(address)) {
      const fetched = fetch(address).then((answer) => {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text().then(read);
      });
      // What has failed may be asked for again.
      fetched.catch(() => answers.delete(address));
      answers.set(address, fetched);
    }
    return answers.get(address);
  };
  const fetchPage = (address) => fetchOnce(address, (text) => new DOMParser().parseFromString(text, "text/html"));
  // The citations that the dialog for copying shows as well; a sheet can do without.
  const fetchCitations = (address) => {
    const name = address.slice(root.href.length).replace(/(\.html|\/)?$/, ".json");
    return fetchOnce(new URL(`data/citations/${name}`, root).href, JSON.parse).catch(() => null);
  };

  // Returns what can be shown of the entry of a row of the list of citations.
  handout.take = async (row) => {
    const address = new URL(row.url, document.baseURI);
    address.hash = "";
    const [page, citations] = await Promise.all([fetchPage(address.href), row.kind === "body" ? null : fetchCitations(address.href)]);
    const words = page.getElementById(row.id);
    if (!words) throw new Error("The page lacks the entry.");
    const said = (id) => page.querySelector(`[data-of="${CSS.escape(id)}"]`);
    const isText = words.matches(".provision");
    const all = (place, selector) => [...(place?.querySelectorAll(selector) ?? [])];
    // What is said of an item may stand inside what is said of its paragraph.
    const saidOf = (id, selector) => all(said(id), selector).filter((each) => each.closest(".apparatus") === said(id));
    const ids = isText ? [row.id, ...all(words, ".provision[id]").map((item) => item.id)] : [row.id];
    const parts = { text: copyAll(words.childNodes, address), notes: copyAll(ids.flatMap((id) => saidOf(id, ".notes")), address) };
    for (const [name, selector] of Object.entries(PARTS)) parts[name] = copyAll(saidOf(row.id, selector), address);
    return {
      ...row,
      isText,
      parts,
      address: new URL(row.url.slice(document.documentElement.dataset.content_root.length), handout.published).href,
      notices: isText ? all(page, "article .notice").map((notice) => copy(notice, address)) : [],
      signature: saidOf(row.id, ".signature")[0]?.textContent ?? "",
      cited: citations?.entries[row.id]?.cited.un.split(citations.address) ?? null,
    };
  };
}
