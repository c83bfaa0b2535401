// @ts-check
// Draws the sheet. What a reader has written is put in as text only, and never read as markup.
"use strict";
{
  const { handout } = globalThis;
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = document.querySelectorAll('.handout [name="show"]');
  handout.PARTS = [...boxes].map(({ value }) => value);

  handout.make = (name, classes = "", ...children) => {
    const element = document.createElement(name);
    if (classes) element.className = classes;
    element.append(...children);
    return element;
  };
  const { make } = handout;

  // Lines and empty lines as they were written, between words that say by whom: nobody is to take them, or what follows,
  // for what they are not.
  /** @type {(text: string, words: Words) => HTMLElement} */
  const written = (text, words) => {
    const note = make("div", "sheet-note", make("p", "sheet-by", words.noteBy));
    for (const block of text.trim().split(/\n\s*\n/)) {
      const lines = block.split("\n");
      note.append(make("p", "", ...lines.flatMap((line, at) => (at ? [make("br"), line] : [line]))));
    }
    note.append(make("p", "sheet-by", words.noteEnd));
    return note;
  };

  /** @type {(content: HandoutEntry, words: Words) => Element[]} */
  const leadingWords = (content, words) => {
    if (!content.leadingWords.childNodes.length) return [];
    return [make("div", "sheet-lead", make("p", "sheet-by", words.lead), content.leadingWords.cloneNode(true))];
  };

  /** @type {(name: string, content: HandoutEntry, words: Words) => Element[]} */
  const part = (name, content, words) => {
    const shown = /** @type {DocumentFragment} */ (content.parts[name].cloneNode(true));
    if (!shown.childNodes.length) return [];
    if (content.ofWhole.includes(name)) shown.querySelector("h4, h5")?.after(make("p", "sheet-by", words.whole));
    if (name !== "text") return [make("div", `sheet-part sheet-${name}`, shown)];
    return content.isText ? [make("blockquote", "sheet-text", ...leadingWords(content, words), shown)] : [make("p", "sheet-by", words.described), make("div", "sheet-text", shown)];
  };

  /** @type {(content: HandoutEntry, words: Words) => HTMLElement} */
  const cited = (content, words) => {
    const link = make("a", "sheet-address", content.address);
    link.href = content.address;
    const [before, after = ""] = content.cited ?? [`${content.label}.`];
    return make("p", "sheet-cited", `${content.isText ? words.cite : words.about} ${before.trim()} `, link, after);
  };

  // Beside the heading, so that the code stays on the page of the words that it leads to.
  /** @type {(content: HandoutEntry, folder: string, words: Words) => HTMLElement} */
  const picture = (content, folder, words) => {
    const image = make("img", "sheet-qr");
    image.alt = words.qr.replace("%s", content.label);
    image.width = image.height = 96;
    image.src = `${folder}${content.id}.svg`;
    return make("figure", "sheet-code", image, make("figcaption", "sheet-address", content.coded.replace(/^https?:\/\//, "")));
  };

  /** @type {(item: HandoutItem, sheet: HandoutSheet) => HTMLElement} */
  const entry = (item, { state, contents, data, words }) => {
    const content = contents.get(item.id);
    const label = content?.label ?? item.row.label;
    const title = item.row.title === label ? [] : [" ", make("span", "other-title", item.row.title)];
    const drawn = make("section", "sheet-entry", make("h3", "", make("span", "sheet-label", label), ...title));
    if (!content) {
      drawn.classList.add("waiting");
      return drawn;
    }
    // Only what is a paragraph of a text has one.
    if (data.qr && content.coded && state.show.has("qr")) drawn.append(picture(content, data.qr, words));
    const shown = handout.PARTS.filter((name) => state.show.has(name) && name !== "qr");
    const parts = shown.flatMap((name) => part(name, content, words));
    drawn.append(...parts);
    if (shown.length && !parts.length) drawn.append(make("p", "sheet-nothing", words.nothing));
    if (content.signature && parts.some((each) => each.matches(".sheet-summary, .sheet-commentary, .sheet-questions, .sheet-answers"))) {
      drawn.append(make("p", "sheet-signature", content.signature));
    }
    if (item.note.trim()) drawn.append(written(item.note, words));
    drawn.append(cited(content, words));
    return drawn;
  };

  /** @param {HandoutSheet} sheet */
  const foot = ({ address, data, words }) => {
    const line = data.date ? words.foot.replace("%s", data.date) : words.undated;
    const link = make("a", "sheet-address", address);
    link.href = address;
    return make("footer", "sheet-foot", make("p", "", `${data.edition}. ${line}`), make("p", "", `${words.made} `, link));
  };

  // The margins of printed pages: title and address, and the number of the page. A browser that knows no boxes in
  // margins prints without.
  const margins = new CSSStyleSheet();
  document.adoptedStyleSheets.push(margins);
  /** @param {string} text */
  const quoted = (text) => `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;
  handout.printMargins = (title, words, isOfSession = false) => {
    const small = "font: 8pt sans-serif; color: #444";
    const line = quoted(`${isOfSession ? title : title ? handout.fill(words.titled, title) : words.unnamed} · ${handout.published.host || handout.published.href}`);
    return `@page { margin: 18mm 16mm 20mm; @bottom-left { content: ${line}; ${small} } @bottom-right { content: ${quoted(words.page)} " " counter(page) " / " counter(pages); ${small} } }`;
  };

  // What the pages of entries say of the words on them, once each.
  /** @param {HandoutSheet} sheet */
  const notices = ({ state, contents }) => {
    if (!state.show.has("text")) return [];
    const all = state.items.flatMap(({ id }) => contents.get(id)?.notices ?? []);
    const byWords = new Map(all.map((notice) => [notice.textContent, notice]));
    return [...byWords.values()].map((notice) => make("p", "sheet-notice", ...notice.cloneNode(true).childNodes));
  };

  // What a session is for, and its timetable, as its page has them.
  /** @param {HandoutSession} session */
  const ofSession = ({ parts, address }) => {
    const link = make("a", "sheet-address", address);
    link.href = address;
    return make("div", "sheet-part sheet-session", parts.cloneNode(true), make("p", "", link));
  };

  /** @type {Map<string, HandoutSession | null>} */
  const sessions = new Map();
  /** @type {HandoutSheet} */
  let latest;
  // What is on the sheet of a session comes later, onto the sheet as it is then; a sheet without it is one all the same.
  /** @type {(name: string, place: Element) => HandoutSession | null} */
  const sessionOf = (name, place) => {
    if (name && !sessions.has(name)) {
      sessions.set(name, null);
      const taken = handout.takeSession(name).then((session) => sessions.set(name, session));
      taken.then(() => handout.draw(place, latest), () => undefined);
    }
    return sessions.get(name) ?? null;
  };

  handout.draw = (place, sheet) => {
    latest = sheet;
    const { state, words } = sheet;
    const session = sessionOf(state.session, place);
    const title = state.title.trim();
    const isOfSession = Boolean(title) && title === session?.title;
    margins.replaceSync(handout.printMargins(title, words, isOfSession));
    const head = make("header", "sheet-head", make("h2", "", title || words.unnamed));
    if (title && !isOfSession) head.append(make("p", "sheet-by", words.titleBy));
    if (session) head.append(ofSession(session));
    if (state.note.trim()) head.append(written(state.note, words));
    head.append(...notices(sheet));
    if (!state.items.length) place.replaceChildren(make("p", "sheet-empty", words.empty));
    else place.replaceChildren(head, ...state.items.map((item) => entry(item, sheet)), foot(sheet));
  };
}
