import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

const NAMES = ["search-text", "search-stem", "citation-grammar", "citation-lists", "citation-numbers", "citation-names", "citation-index", "search-offered"];
run(NAMES.map((name) => `pages/${name}.js`), { finding: {} });
const { finding } = globalThis;

/** @type {CitationData} */
const data = {
  pages: ["rules/2.html", "bodies.html", "browse.html", "tonnage.html"],
  kinds: [["provision", "Provision", "provision", 1], ["body", "Body", "body", 0], ["term", "Term"], ["instrument", "Instrument", "work", 0], ["article", "Article", "work", 1], ["notice", ""]],
  entries: [
    ["rules-2", 0, "rule 2", "Harbour dues", 0, 0],
    ["pilots", 1, "Pilots", "Guild of Pilots", 1, 1],
    ["actors-pilots", 2, "Pilots", "2 paragraphs", 2, 1],
    ["themes-rights", 2, "Rights of sailors", "1 paragraph", 2, 1],
    ["tonnage", 3, "Tonnage Convention", "", 3, 0],
    ["tonnage-art-1", 3, "Tonnage Convention, art. 1", "Definitions", 4, 1],
    ["distress", 2, "Are you in distress?", "Are you in distress?", 5, 1],
  ],
  labels: [],
  aliases: [["GoP", 1]],
  texts: [],
  series: { "": ["rule"], art: ["art"] },
  skipped: ["of", "the"],
  numbers: "one first, two second, three third",
  grammar: { symbols: [], documents: [], and: ["and"], to: ["to"], of: ["of"] },
  parts: [],
  notices: [["rescue", 6], ["rescue sailors", 6], ["I am a pilot", 6]],
  synonyms: [],
};
/** @type {SearchRow} */
const explained = { id: "term-toll", url: "words.html#term-toll", label: "toll, harbour toll (HT)", title: "", kind: "page", kindName: "Page", role: "", isPart: false };
const citations = new finding.CitationIndex(data, "");
const offers = new finding.SearchOffers(citations, new Set(["i", "am", "a", "need", "for", "me"]), new Set(["what", "is", "who", "are", "s", "rescue"]), () => [{ label: explained.label, row: () => explained }]);
/** @type {(text: string, meant?: string) => string[]} */
const idsOf = (text, meant) => offers.of(text, meant).map(({ row }) => row.id);

test("a term comes before what has the same name", () => {
  for (const text of ["pilots", "Pilot"]) assert.deepEqual(idsOf(text), ["actors-pilots", "pilots"], text);
});

test("what is asked in more words than a name leaves room for results", () => {
  assert.deepEqual(idsOf("who are the pilots?"), ["actors-pilots"]);
});

test("a name is known by its words in any form and order", () => {
  for (const text of ["rights of sailors", "sailor’s rights", "sailors rights"]) assert.deepEqual(idsOf(text), ["themes-rights"], text);
  assert.deepEqual(idsOf("what is the GoP"), ["pilots"]);
});

test("what has more words than a name is no name, and words that say nothing name nothing", () => {
  for (const text of ["rights of sailors on land", "who is what", ""]) assert.deepEqual(idsOf(text), [], text);
});

test("a work that is named amid other words is offered, and words that a name only has are not", () => {
  assert.deepEqual(idsOf("when does the Tonnage Convention apply to ships"), ["tonnage"]);
  assert.deepEqual(idsOf("when does a convention apply to ships"), []);
  assert.deepEqual(idsOf("which rights of sailors are named"), [], "a term is none");
});

test("the title of one of many parts is no name", () => {
  assert.deepEqual(idsOf("definitions"), []);
  assert.deepEqual(idsOf("Tonnage Convention art. 1"), ["tonnage-art-1"]);
});

test("what is meant by misspelt words is offered, unless the words mean something", () => {
  assert.deepEqual(idsOf("pillots", "pilots"), ["actors-pilots", "pilots"]);
  assert.deepEqual(idsOf("rule 2", "pilots"), ["rules-2"]);
});

test("words that are explained are offered by all their names", () => {
  for (const text of ["what is toll", "harbour tolls", "HT"]) assert.deepEqual(idsOf(text), ["term-toll"], text);
});

test("in place of a part that is not there, its whole is offered, and said to be that", () => {
  assert.deepEqual(offers.of("Tonnage Convention art. 9").map(({ row, instead }) => [row.id, instead]), [["tonnage", true]]);
});

test("a citation amid other words is offered, and a number alone is none", () => {
  assert.deepEqual(idsOf("what does art. 1 of the Tonnage Convention say?"), ["tonnage-art-1"]);
  assert.deepEqual(idsOf("please explain rule 2 to me"), ["rules-2"]);
  assert.deepEqual(idsOf("the 2 of us"), []);
});

test("who is in need is led to the notice before all else, in whatever words that say nothing", () => {
  for (const text of ["rescue", "Rescue me", "I need rescue", "rescue for sailors", "I am a pilot"]) assert.equal(idsOf(text)[0], "distress", text);
});

test("a notice is not offered for what else its words may say", () => {
  for (const text of ["pilot", "pilots", "sailors", "rescue of ships"]) assert.ok(!idsOf(text).includes("distress"), text);
});
