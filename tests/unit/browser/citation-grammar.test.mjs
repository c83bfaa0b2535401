import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js", "pages/citation-grammar.js", "pages/citation-lists.js"], { finding: {} });
/** @type {CitationWords} */
const words = {
  symbols: [["A/RES/", "General Assembly resolution", "GA Res."], ["S/RES/", "Security Council resolution"]],
  documents: ["UN Doc"],
  and: ["and", "or", "&"],
  to: ["to", "through"],
  of: ["of", "of the"],
};
const grammar = globalThis.finding.citationGrammar(words);
const lists = new globalThis.finding.CitationLists(grammar, words, ["para"]);

/** @type {[string, string[]][]} */
const CASES = [
  ["paras. 12–14", ["paras. 12", "paras. 13", "paras. 14"]],
  ["paras 12-14", ["paras 12", "paras 13", "paras 14"]],
  ["12—13", ["12", "13"]],
  ["12 and 14", ["12", "14"]],
  ["12, 14 and 16 of the annex", ["12 of the annex", "14 of the annex", "16 of the annex"]],
  ["12,14", ["12", "14"]],
  ["arts. 6 & 7 UNTOC", ["arts. 6 UNTOC", "arts. 7 UNTOC"]],
  ["paragraphs 3 to 5", ["paragraphs 3", "paragraphs 4", "paragraphs 5"]],
  ["12–14 and 20", ["12", "13", "14", "20"]],
  ["43 (b) and (c)", ["43 (b)", "43 (c)"]],
  ["43(b), (c)", ["43 (b)", "43 (c)"]],
  ["43 (a)–(c)", ["43 (a)", "43 (b)", "43 (c)"]],
  ["43b and 44", ["43 (b)", "44"]],
  ["SDG 8.7, 16.2", ["SDG 8.7", "SDG 16.2"]],
];

test("a citation of several numbers stands for one of each", () => {
  for (const [text, each] of CASES) assert.deepEqual(lists.severally(text), each, text);
});

test("what is no such citation stands for nothing else", () => {
  const others = ["para 12", "14-12", "children and women", "A/RES/64/293", "resolutions 55/25 and 55/67", "1-500", "2010 and 2019"];
  for (const text of [...others, "1,".repeat(500), "43 (b)–(ii)"]) assert.deepEqual(lists.severally(text), [], text);
});

test("what stands before a symbol is left out, and nothing else", () => {
  for (const text of ["UN Doc. A/64/L.64", "un doc A/64/L.64", "UN Docs. A/64/L.64"]) assert.equal(lists.symbol(text), "A/64/L.64");
  assert.equal(lists.symbol("UN documents"), "UN documents");
  assert.equal(lists.symbol("12"), "12");
});

test("words for the beginning of a symbol stand for it, however they are written", () => {
  assert.equal(lists.symbol("para 12 of general assembly resolution 64/293"), "para 12 of A/RES/64/293");
  assert.equal(lists.symbol("GA res 64/293"), "A/RES/64/293");
  assert.equal(lists.symbol("Security Council  resolution 2331"), "S/RES/2331");
  assert.equal(lists.symbol("General Assembly resolutions"), "General Assembly resolutions");
});

test("the items of a list are told apart, each with its place in the list", () => {
  const items = [...grammar.items("12 (a), (b) and 14b–16")];
  assert.deepEqual(items.map(({ from, to }) => "12 (a), (b) and 14b–16".slice(from, to)), ["12 (a)", "(b)", "14b", "16"]);
  assert.deepEqual(items.map(({ base, below }) => [base, ...below]), [["12", "a"], ["12", "b"], ["14", "b"], ["16"]]);
  assert.deepEqual(items.map(({ isRange }) => isRange), [false, false, false, true]);
});

test("a pattern of a number takes none that is part of another", () => {
  const list = new RegExp(`^${grammar.list}`, "u");
  for (const text of ["12/3", "12.5.1", "5-1998", "1,000", "6-bis"]) assert.equal(list.exec(text)?.[0], undefined, text);
  assert.equal(list.exec("12-14.")?.[0], "12-14");
});
