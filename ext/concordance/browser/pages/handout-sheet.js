"use strict";
// Draws the sheet. What a reader has written is put in as text only, and never read as markup.
{
  const handout = globalThis.handout;
  // In the order in which they stand on a sheet.
  handout.PARTS = [...document.querySelectorAll('.handout [name="show"]')].map(({ value }) => value);
  // What most sessions need.
  handout.USUAL = ["text", "summary", "questions"];

  const make = (name, classes = "", ...inside) => {
    const made = document.createElement(name);
    if (classes) made.className = classes;
    made.append(...inside);
    return made;
  };
  handout.make = make;

  // Lines and empty lines as they were written.
  const written = (text, classes) => {
    const note = make("div", classes);
    for (const block of text.trim().split(/\n\s*\n/)) {
      const lines = block.split("\n");
      note.append(make("p", "", ...lines.flatMap((line, at) => (at ? [make("br"), line] : [line]))));
    }
    return note;
  };

  const part = (name, content) => {
    const shown = content.parts[name].cloneNode(true);
    if (!shown.childNodes.length) return [];
    if (name !== "text") return [make("div", `sheet-part sheet-${name}`, shown)];
    return [make(content.isText ? "blockquote" : "div", "sheet-text", shown)];
  };

  const cited = (content, words) => {
    const link = make("a", "sheet-address", content.address);
    link.href = content.address;
    const [before, after = ""] = content.cited ?? [`${content.label}.`];
    return make("p", "sheet-cited", `${words.cite} ${before.trim()} `, link, after);
  };

  const picture = (content, { qr }, words) => {
    const image = make("img", "sheet-qr");
    image.alt = words.qr.replace("%s", content.label);
    image.width = image.height = 96;
    image.src = `${qr}${content.id}.svg`;
    return image;
  };

  const entry = (item, content, state, { data, words }) => {
    const label = content?.label ?? item.row.label;
    const title = item.row.title === label ? [] : [" ", make("span", "other-title", item.row.title)];
    const drawn = make("section", "sheet-entry", make("h3", "", make("span", "sheet-label", label), ...title));
    if (!content) {
      drawn.classList.add("waiting");
      return drawn;
    }
    const shown = handout.PARTS.filter((name) => state.show.has(name) && name !== "qr");
    const said = shown.flatMap((name) => part(name, content));
    drawn.append(...said);
    if (shown.length && !said.length) drawn.append(make("p", "sheet-nothing", words.nothing));
    if (content.signature && said.some((each) => each.matches(".sheet-summary, .sheet-commentary, .sheet-questions"))) {
      drawn.append(make("p", "sheet-signature", content.signature));
    }
    if (item.note.trim()) drawn.append(written(item.note, "sheet-note"));
    drawn.append(cited(content, words));
    // Only what is a paragraph of a text has one.
    if (data.qr && content.isText && state.show.has("qr")) drawn.append(picture(content, data, words));
    return drawn;
  };

  const foot = (state, { data, words }) => {
    const line = data.date ? words.foot.replace("%s", data.date) : words.undated;
    const link = make("a", "sheet-address", state.address);
    link.href = state.address;
    return make("footer", "sheet-foot", make("p", "", `${data.edition}. ${line}`), make("p", "", `${words.made} `, link));
  };

  // The margins of printed pages: title and address, and the number of the page. A browser that knows no boxes in
  // margins prints without.
  const margins = new CSSStyleSheet();
  document.adoptedStyleSheets.push(margins);
  const quoted = (text) => `"${text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${sign.codePointAt(0).toString(16)} `)}"`;
  handout.printMargins = (title, words) => {
    const small = "font: 8pt sans-serif; color: #444";
    const line = quoted(`${title} · ${handout.published.host || handout.published.href}`);
    return `@page { margin: 18mm 16mm 20mm; @bottom-left { content: ${line}; ${small} } @bottom-right { content: ${quoted(words.page)} " " counter(page) " / " counter(pages); ${small} } }`;
  };

  // Draws a state in its place; `contents` holds what has been fetched so far, by id.
  handout.draw = (place, state, contents, { data, words }) => {
    const title = state.title.trim() || words.unnamed;
    margins.replaceSync(handout.printMargins(title, words));
    const head = make("header", "sheet-head", make("h2", "", title));
    if (state.note.trim()) head.append(written(state.note, "sheet-note"));
    const drawn = state.items.map((item) => entry(item, contents.get(item.id), state, { data, words }));
    const notices = new Map();
    for (const { id } of state.items) for (const notice of contents.get(id)?.notices ?? []) notices.set(notice.textContent, notice);
    const told = state.show.has("text") ? [...notices.values()].map((notice) => make("p", "sheet-notice", ...notice.cloneNode(true).childNodes)) : [];
    head.append(...told);
    if (!state.items.length) place.replaceChildren(make("p", "sheet-empty", words.empty));
    else place.replaceChildren(head, ...drawn, foot(state, { data, words }));
  };
}
