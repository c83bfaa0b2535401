import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js", "pages/citation-grammar.js", "pages/citation-lists.js", "pages/citation-numbers.js", "pages/citation-names.js", "pages/citation-index.js"], { finding: {} });

const KINDS = ["provision", "article", "instrument", "goal", "target", "text", "page", "document"];
/** @type {Record<string, string>} */
const ROLES = { provision: "provision", article: "work", instrument: "work", goal: "numbered", target: "numbered", document: "document" };
const PARTS = ["provision", "article", "target"];
/** @type {(id: string, page: number, label: string, title: string, kind: string, anchored?: number) => CitationData["entries"][number]} */
const entry = (id, page, label, title, kind, anchored = 1) => [id, page, label, title, KINDS.indexOf(kind), anchored];

/** @type {CitationData} */
const data = {
  pages: ["rules/2.html", "resolution.html", "tonnage.html", "goals.html", "parts/1.html"],
  kinds: KINDS.map((kind) => [kind, kind.toUpperCase(), ROLES[kind], Number(PARTS.includes(kind))]),
  entries: [
    entry("rules-2", 0, "rule 2", "Ships pay", "provision", 0),
    entry("rules-2-b", 0, "rule 2 (b)", "", "provision"),
    entry("r5-pp-2", 1, "5/1, pp 2", "Recalling", "provision"),
    entry("r5-op-2", 1, "5/1, op 2", "Requests", "provision"),
    entry("r5-op-3", 1, "5/1, op 3", "Decides", "provision"),
    entry("tonnage", 2, "Tonnage Convention", "Convention on the Measurement of Ships", "instrument", 0),
    entry("tonnage-art-6", 2, "article 6", "Certificates", "article"),
    entry("sdg-14", 3, "SDG 14", "Life below water", "goal"),
    entry("sdg-14-1", 3, "target 14.1", "Marine pollution of all kinds, in particular from …", "target"),
    entry("convention-r", 2, "Registry Convention", "Safe life belts", "instrument"),
    entry("convention-r-art-6", 2, "article 6", "", "article"),
    entry("protocol-r", 2, "Registry Protocol", "Safe belt for anybody", "instrument"),
    entry("protocol-r-art-6", 2, "article 6", "", "article"),
    entry("rules", 0, "Harbour rules", "Harbour rules", "text", 0),
    entry("r5", 1, "Resolution 5/1", "Resolution 5/1", "text", 0),
    entry("/parts/1", 4, "Part I: Dues", "Part I: Dues", "page", 0),
    entry("h-res-2331", 4, "H/RES/2331(2016)", "A paper", "document"),
    entry("r7-op-2", 1, "7/1, operative 2", "", "provision"),
    entry("annexed-2", 1, "annexed rule 2", "", "provision"),
    entry("r7", 1, "Resolution seven", "Resolution seven", "text", 0),
    entry("annexed", 1, "Annexed", "Annexed", "text", 0),
  ],
  labels: [],
  aliases: [["SDG 14.1", 8]],
  texts: [["harbour rule", 13], ["5/1", 14], ["7/1", 19]],
  series: { rule: ["rules", "para"], pp: ["preamble"], op: ["paragraph"], art: ["article", "arts"] },
  skipped: ["the", "of", "no"],
  numbers: "one first, two second, three third",
  notices: [],
  synonyms: [],
  grammar: { symbols: [["H/RES/", "Harbour Council resolution"]], documents: ["UN Doc"], and: ["and"], to: ["to"], of: ["of"] },
  parts: [[20, 19]],
};
const index = new globalThis.finding.CitationIndex(data, "../");

/** @param {string} text */
const ids = (text) => index.resolve(text).map(({ row }) => row.id);

test("a citation leads to its entry in whatever order and words it is written", () => {
  for (const text of ["5/1 op 3", "op 3 of 5/1", "Paragraph 3, 5/1", "5/1, op. 3", "r5-op-3"]) assert.deepEqual(ids(text), ["r5-op-3"], text);
  for (const text of ["Tonnage Convention art. 6", "article 6 of the Tonnage Convention"]) {
    assert.deepEqual(ids(text), ["tonnage-art-6"], text);
  }
  for (const text of ["sdg 14.1", "14.1 SDG", "target 14.1"]) assert.deepEqual(ids(text), ["sdg-14-1"], text);
});

test("some words of a name will do, where they mean one whole", () => {
  assert.deepEqual(ids("tonnage 6"), ["tonnage-art-6"]);
  assert.deepEqual(ids("measurement art 6"), ["tonnage-art-6"]);
  assert.deepEqual(ids("registry art 6"), ["convention-r-art-6", "protocol-r-art-6"]);
  assert.deepEqual(ids("registry 6"), [], "a bare number needs the name of one only");
});

test("without the word for the series, that is meant which the edition names first", () => {
  assert.deepEqual(ids("5/1 2"), ["r5-pp-2"]);
});

test("several numbers are all of them, and come before what looks like one of another kind", () => {
  assert.deepEqual(ids("rules 2 and 2 (b)"), ["rules-2", "rules-2-b"]);
  assert.deepEqual(ids("5/1 op. 2–3"), ["r5-op-2", "r5-op-3"]);
  assert.ok(index.resolve("rules 2 and 9").every(({ exact }) => !exact), "all of them, or nothing");
  assert.deepEqual(ids("sdg-14-1"), ["sdg-14-1"], "an id is what it says");
});

test("what would hold a sub-item that is not there stands in for it", () => {
  assert.deepEqual(index.resolve("rule 2 (d)").map(({ row, instead }) => [row.id, instead]), [["rules-2", true]]);
  assert.deepEqual(ids("rule 2(b)(i)"), ["rules-2-b"]);
});

test("letters without brackets and a paragraph of an article are read as they are meant", () => {
  assert.deepEqual(index.lists.severally("rule 2 a-c"), ["rule 2 (a)", "rule 2 (b)", "rule 2 (c)"]);
  assert.deepEqual(ids("Tonnage Convention art. 6.2"), ["tonnage-art-6"]);
});

test("words for a symbol, and a symbol without its year, mean the document", () => {
  for (const text of ["H/RES/2331", "Harbour Council resolution 2331", "harbour council resolution 2331 (2016)"]) {
    assert.deepEqual(ids(text), ["h-res-2331"], text);
  }
});

test("a number of a resolution may be that of its annex, which comes first", () => {
  assert.deepEqual(ids("7/1 2"), ["annexed-2", "r7-op-2"]);
  assert.equal(index.destination("7/1 2"), null);
});

test("what parts are called names none of them", () => {
  assert.deepEqual(index.resolve("certificates").map(({ row, exact }) => [row.id, exact]), [["tonnage-art-6", false]]);
});

test("a citation that can mean one thing only is a destination, and mere words are none", () => {
  assert.equal(index.destination("5/1 op 3")?.url, "../resolution.html#r5-op-3");
  assert.equal(index.destination("rules-2")?.url, "../rules/2.html", "what a page is about is shown from its top");
  assert.equal(index.destination("tonnage convention"), null);
});

test("a number beyond the last is told, with the text that ends there", () => {
  const text = { ...data, entries: [...data.entries.slice(-1), entry("annexed-2", 1, "annexed rule 2", "", "provision")], series: { "": ["rule"] }, aliases: [], texts: [], parts: [] };
  const small = new globalThis.finding.CitationIndex(/** @type {CitationData} */ (text), "../");
  for (const written of ["rule 99", "rule 99 Annexed"]) {
    assert.deepEqual(small.meant(written).map(({ row, exact, instead, last }) => [row.id, exact, instead, last]), [["annexed", false, true, "annexed rule 2"]], written);
  }
  assert.deepEqual(small.meant("rule 2").map(({ last }) => last), [undefined]);
  assert.deepEqual(small.meant("99"), []);
});

test("in place of a part that is not there, its whole is offered", () => {
  assert.deepEqual(index.resolve("Tonnage Convention art. 99").map(({ row, exact, instead }) => [row.id, exact, instead]), [
    ["tonnage", false, true],
  ]);
  assert.equal(index.destination("Tonnage Convention art. 99"), null);
});

test("names that have the words are offered, but not as what is meant", () => {
  assert.deepEqual(index.resolve("life belo").map(({ row, exact }) => [row.id, exact]), [["sdg-14", false]]);
  assert.deepEqual(ids("belt"), ["protocol-r", "convention-r"], "a whole word comes before the beginning of one");
  assert.deepEqual(ids("li"), [], "too short");
});

test("a title that was cut is no name", () => {
  assert.deepEqual(ids("Marine pollution"), []);
});

test("a page is called by its title, by how it begins, and by the last of its address", () => {
  assert.deepEqual(ids("Part I: Dues"), ["/parts/1"]);
  assert.deepEqual(ids("part i"), ["/parts/1"]);
});

test("nothing is made of nothing, nor of words that a citation means the same without", () => {
  assert.deepEqual(ids(""), []);
  assert.deepEqual(ids("of the"), []);
});

test("a number in words is cited as one in digits, and leads there", () => {
  assert.deepEqual(ids("the second rule"), ["rules-2"]);
  assert.equal(index.destination("the second rule")?.id, "rules-2");
});

test("a list may say again what is counted, and a letter without brackets may be no part", () => {
  assert.deepEqual(ids("5/1 OP 2 and OP 3"), ["r5-op-2", "r5-op-3"]);
  assert.deepEqual(ids("article 6 a of the Tonnage Convention"), ["tonnage-art-6"]);
});

test("what is no name of anything is no citation of a number in it", () => {
  for (const text of ["X/RES/2/99", "2/99"]) assert.deepEqual(ids(text), [], text);
});

test("a paragraph of an article is in the article, and a date of a resolution may be left in", () => {
  assert.deepEqual(ids("Tonnage Convention article 6, paragraph 3"), ["tonnage-art-6"]);
  assert.deepEqual(ids("5/1 of 18 December 2019, paragraph 3"), ["r5-op-3"]);
});

test("a number that only one thing has is meant, whatever it is said to be of", () => {
  assert.deepEqual(ids("Registry SDG 14"), ["sdg-14"]);
  assert.deepEqual(ids("Registry Convention of 2014"), [], "a year is no part");
});
