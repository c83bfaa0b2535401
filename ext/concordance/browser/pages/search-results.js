// @ts-check
// Draws what was found, on the page of results.
"use strict";
{
  const { finding } = globalThis;

  finding.element = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const { element } = finding;

  // What is marked is the word, not the comma behind it.
  /** @param {string} text */
  const mark = (text) => {
    const [, before, word, after] = /** @type {RegExpMatchArray} */ (text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su));
    return [before, element("mark", {}, word), after];
  };
  /** @param {ExcerptPiece[]} pieces */
  const marked = (pieces) => pieces.flatMap(({ text, isMarked }, index) => [index ? " " : "", ...(isMarked ? mark(text) : [text])]);

  /** @param {SearchRow} row */
  const heading = (row) => {
    const link = element("a", { href: row.url }, row.label);
    const title = element("span", { class: "title" }, row.title === row.label ? "" : row.title);
    const kind = element("span", { class: "kind" }, row.kindName);
    return { line: element("h3", {}, link, " ", title), title, kind };
  };

  finding.drawOffer = (row) => {
    const { line, kind } = heading(row);
    return element("li", { class: `kind-${row.kind}` }, line, kind);
  };

  finding.drawResult = ({ record, excerpt }, words) => {
    const { line, title, kind } = heading(record);
    const snippet = element("p", { class: "snippet" });
    const item = element("li", { class: `kind-${record.kind}` }, line, kind, snippet);
    /** @param {Excerpt | null} shown */
    const show = (shown) => {
      if (!shown) return snippet.remove();
      // A long title has been cut.
      if (shown.title && shown.title !== record.label) title.textContent = shown.title;
      if (shown.summary) snippet.append(element("span", { class: "said" }, words.summary), " ");
      snippet.append(...marked(shown.pieces));
      // Of some entries no more is known than what they are called.
      if (shown.alone && !shown.summary) {
        if (shown.title !== record.label) title.replaceChildren(...snippet.childNodes);
        snippet.remove();
      }
      if (shown.under) item.append(element("p", { class: "under" }, words.under.replace("%s", words.quoted.replace("%s", shown.under))));
      return undefined;
    };
    return { item, ready: excerpt().then(show, () => snippet.remove()) };
  };
}
