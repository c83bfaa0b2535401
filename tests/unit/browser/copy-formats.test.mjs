import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/copy-formats.js"], {});

/** @type {CopySheet} */
const sheet = {
  page: "rules/2.html",
  entries: {
    "rules-2": { label: "rule 2", title: "Dues & fees", cited: { un: "Rule 2 ({address})." }, number: "2.", words: [[" Ships\n pay ", "all", " dues: "], "rules-2-a", ["as *ever*. "]] },
    "rules-2-a": { label: "rule 2 (a)", of: "rules-2", number: "(a)", cited: { un: "Rule 2 (a), {address}" }, words: [["in <gold>;"]] },
    "rules-2-c1": { label: "commentary 1", of: "rules-2", cited: { un: "Note. {address}" } },
    "part": { label: "a part", of: "elsewhere", cited: { un: "{address}" }, words: [["1. first"], ["- second"]] },
  },
};
const text = new globalThis.copying.CopyText(sheet, "https://example.org/", { struck: "[struck out: %s]", lead: "[lead-in:]" });
const ADDRESS = "https://example.org/rules/2.html";

test("levels lead from the outermost down, with what stands in it, and to what is no part of its words", () => {
  assert.deepEqual(text.levels("rules-2-a"), ["rules-2", "rules-2-a"]);
  assert.deepEqual(text.levels("rules-2-c1"), ["rules-2", "rules-2-a", "rules-2-c1"]);
  assert.deepEqual(text.levels("part"), ["part"], "what it is part of stands on another page");
});

test("an address is the published one, or that of the site at hand", () => {
  assert.equal(text.write("rules-2-a", "link", "un"), `${ADDRESS}#rules-2-a`);
  const page = "https://published.example/rules/2.html";
  const published = new globalThis.copying.CopyText({ ...sheet, page }, "https://example.org/", { struck: "", lead: "" });
  assert.equal(published.addressOf("part"), `${page}#part`);
});

test("a citation has its address where its style puts it", () => {
  assert.equal(text.write("rules-2", "citation", "un"), `Rule 2 (${ADDRESS}#rules-2).`);
});

test("what is cited like another has its own place, whatever signs that has", () => {
  /** @type {Record<string, CopyEntry>} */
  const entries = {
    "a-1": { label: "art. 1", cited: { un: "Act, art. 1, {address}", oscola: "Act art 1 <{address}>" } },
    "a-2": { label: "art. $&", like: "a-1", places: [["art. 1", "art. $&"], ["art 1", "art $&"]] },
  };
  assert.equal(globalThis.copying.citationOf(entries, "a-1", "un"), "Act, art. 1, {address}");
  assert.equal(globalThis.copying.citationOf(entries, "a-2", "un"), "Act, art. $&, {address}");
  assert.equal(globalThis.copying.citationOf(entries, "a-2", "oscola"), "Act art $& <{address}>");
});

test("as text, items stand in their order, and what is struck out says so", () => {
  assert.equal(text.write("rules-2", "text", "un"), [
    "2. Ships pay [struck out: all] dues:",
    "(a) in <gold>;",
    "as *ever*.",
    `Rule 2 (${ADDRESS}#rules-2).`,
  ].join("\n\n"));
});

test("an item is copied behind what leads in to it, which is said to be that", () => {
  assert.equal(text.write("rules-2-a", "text", "un"), [
    "[lead-in:] 2. Ships pay [struck out: all] dues:",
    "(a) in <gold>;",
    `Rule 2 (a), ${ADDRESS}#rules-2-a`,
  ].join("\n\n"));
  assert.ok(text.write("rules-2-a", "html", "un").includes("<p>[lead-in:] 2. Ships pay <s>all</s> dues:</p>\n<p>(a) in"));
  assert.ok(text.write("rules-2-a", "markdown", "un").includes("> \\[lead-in:\\] 2. Ships pay ~~all~~ dues:\n>\n> (a) in"));
});

test("of an item of an item, both lead in, and a paragraph that begins with an item leads in to none", () => {
  /** @type {Record<string, CopyEntry>} */
  const entries = {
    "a": { label: "a", number: "1.", words: [["One:"], "a-b", "a-d"] },
    "a-b": { label: "b", of: "a", number: "(b)", cited: { un: "" }, words: [["two:"], "a-b-c", ["and so on;"]] },
    "a-b-c": { label: "c", of: "a-b", number: "(i)", cited: { un: "" }, words: [["three."]] },
    "a-d": { label: "d", of: "a", number: "(d)", words: ["a-d-e"] },
    "a-d-e": { label: "e", of: "a-d", number: "(i)", cited: { un: "" }, words: [["four."]] },
  };
  const nested = new globalThis.copying.CopyText({ page: "a.html", entries }, "https://example.org/", { struck: "", lead: "+" });
  assert.equal(nested.write("a-b-c", "text", "un"), "+ 1. One:\n\n+ (b) two:\n\n(i) three.\n\n");
  assert.equal(nested.write("a-d-e", "text", "un"), "+ 1. One:\n\n(i) four.\n\n");
});

test("as Markdown, signs of the words are no markup", () => {
  assert.equal(text.write("rules-2", "markdown", "un"), [
    `[rule 2: Dues & fees](${ADDRESS}#rules-2)`,
    "",
    "> 2\\. Ships pay ~~all~~ dues:",
    ">",
    "> (a) in \\<gold\\>;",
    ">",
    "> as \\*ever\\*.",
    "",
    `Rule 2 (<${ADDRESS}#rules-2>).`,
  ].join("\n"));
  assert.match(text.write("part", "markdown", "un"), /^> 1\\\. first\n>\n> \\- second$/m);
});

test("as HTML, signs of the words are no markup", () => {
  const html = text.write("rules-2", "html", "un");
  assert.ok(html.startsWith(`<p><a href="${ADDRESS}#rules-2">rule 2: Dues &#38; fees</a></p>\n<blockquote`));
  assert.ok(html.includes("<p>2. Ships pay <s>all</s> dues:</p>\n<p>(a) in &#60;gold&#62;;</p>"));
  assert.ok(html.endsWith(`<p>Rule 2 (<a href="${ADDRESS}#rules-2">${ADDRESS}#rules-2</a>).</p>`));
});

test("what has no words is cited all the same", () => {
  assert.equal(text.write("rules-2-c1", "text", "un"), `Note. ${ADDRESS}#rules-2-c1`);
  assert.ok(!text.write("rules-2-c1", "html", "un").includes("blockquote"));
});

test("the record of one work is cut out of the file that a page has", () => {
  const { recordOf } = globalThis.copying;
  const bib = (/** @type {string} */ id) => `@misc{${id},\n  title = {{A {b}}},\n}\n`;
  assert.equal(recordOf("rules-2", "bib", bib("rules-2-a") + bib("rules-2") + bib("rules-21")), bib("rules-2"));
  const ris = (/** @type {string} */ id) => `TY  - GEN\r\nID  - ${id}\r\nTI  - A\r\nER  - \r\n`;
  assert.equal(recordOf("rules-2", "ris", ris("rules-2-a") + ris("rules-2") + ris("rules-21")), ris("rules-2"));
  const works = ["rules-2-a", "rules-2"].map((id) => ({ id, type: "report" }));
  assert.deepEqual(JSON.parse(recordOf("rules-2", "json", JSON.stringify(works))), [{ id: "rules-2", type: "report" }]);
  assert.equal(recordOf("rules-2", "bib", ""), "");
});

test("a paragraph of commentary has the record of the commentary, with its own id and address", () => {
  const { recordOf } = globalThis.copying;
  const ris = (/** @type {string} */ id) => `TY  - ELEC\r\nID  - ${id}\r\nUR  - https://example.org/2#${id}\r\nER  - \r\n`;
  const file = ris("rules-2") + ris("rules-2-commentary") + ris("rules-2-a-commentary");
  assert.equal(recordOf("rules-2-c12", "ris", file, "rules-2"), ris("rules-2-c12"));
  assert.equal(recordOf("rules-2-a-c1", "ris", file, "rules-2-a"), ris("rules-2-a-c1"));
  assert.equal(recordOf("rules-2-c", "ris", file, "rules-2"), "", "an item called c is none");
});

test("the records of a page are in its own links, if these do not lead to files", () => {
  assert.equal(globalThis.copying.dataOf("data:text/x;charset=utf-8,a%2C%20%7B%C3%BC%7D%0D%0A"), "a, {ü}\r\n");
  assert.equal(globalThis.copying.dataOf("https://example.org/cite/a.bib"), null);
});
