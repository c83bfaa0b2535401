import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/copy-formats.js"], {});

/** @type {CopySheet} */
const sheet = {
  page: "rules/2.html",
  base: "https://example.org/",
  address: "ADDRESS",
  entries: {
    "rules-2": { label: "rule 2", title: "Dues & fees", cited: { un: "Rule 2 (ADDRESS)." }, number: "2.", words: [[" Ships\n pay ", "all", " dues: "], "rules-2-a", ["as *ever*. "]] },
    "rules-2-a": { label: "rule 2 (a)", of: "rules-2", number: "(a)", cited: { un: "Rule 2 (a), ADDRESS" }, words: [["in <gold>;"]] },
    "rules-2-c1": { label: "commentary 1", of: "rules-2", cited: { un: "Note. ADDRESS" } },
    "part": { label: "a part", of: "elsewhere", cited: { un: "ADDRESS" }, words: [["1. first"], ["- second"]] },
  },
};
const text = new globalThis.copying.CopyText(sheet, "https://local.example/", "[struck out: %s]");
const ADDRESS = "https://example.org/rules/2.html";

test("levels lead from the outermost down, with what stands in it, and to what is no part of its words", () => {
  assert.deepEqual(text.levels("rules-2-a"), ["rules-2", "rules-2-a"]);
  assert.deepEqual(text.levels("rules-2-c1"), ["rules-2", "rules-2-a", "rules-2-c1"]);
  assert.deepEqual(text.levels("part"), ["part"], "what it is part of stands on another page");
});

test("an address is the published one, or that of the site at hand", () => {
  assert.equal(text.write("rules-2-a", "link", "un"), `${ADDRESS}#rules-2-a`);
  const local = new globalThis.copying.CopyText({ ...sheet, base: "" }, "https://local.example/", "");
  assert.equal(local.addressOf("part"), "https://local.example/rules/2.html#part");
});

test("a citation has its address where its style puts it", () => {
  assert.equal(text.write("rules-2", "citation", "un"), `Rule 2 (${ADDRESS}#rules-2).`);
});

test("as text, items stand in their order, and what is struck out says so", () => {
  assert.equal(text.write("rules-2", "text", "un"), [
    "2. Ships pay [struck out: all] dues:",
    "(a) in <gold>;",
    "as *ever*.",
    `Rule 2 (${ADDRESS}#rules-2).`,
  ].join("\n\n"));
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
