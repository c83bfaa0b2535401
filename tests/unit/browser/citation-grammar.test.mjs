import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js", "pages/citation-grammar.js"], { finding: {} });
const { finding } = globalThis;
const JOINS = ["and", "or", "&", "to", "through"];

/** @type {[string, string[]][]} */
const CASES = [
  ["paras. 12–14", ["paras. 12", "paras. 13", "paras. 14"]],
  ["12 and 14", ["12", "14"]],
  ["12, 14 and 16 of the annex", ["12 of the annex", "14 of the annex", "16 of the annex"]],
  ["arts. 6 & 7 UNTOC", ["arts. 6 UNTOC", "arts. 7 UNTOC"]],
  ["paragraphs 3 to 5", ["paragraphs 3", "paragraphs 4", "paragraphs 5"]],
  ["43 (b) and (c)", ["43 (b)", "43 (c)"]],
  ["SDG 8.7, 16.2", ["SDG 8.7", "SDG 16.2"]],
];

test("a citation of several numbers stands for one of each", () => {
  for (const [text, each] of CASES) assert.deepEqual(finding.citedSeverally(text, JOINS), each, text);
});

test("what is no such citation stands for nothing else", () => {
  for (const text of ["para 12", "14-12", "children and women", "A/RES/64/293", "1-500", "1,".repeat(500)]) {
    assert.deepEqual(finding.citedSeverally(text, JOINS), [], text);
  }
});

test("what stands before a symbol is left out, and nothing else", () => {
  for (const text of ["UN Doc. A/64/L.64", "un doc A/64/L.64", "UN Docs. A/64/L.64"]) {
    assert.equal(finding.citedSymbol(text, "UN Doc"), "A/64/L.64");
  }
  assert.equal(finding.citedSymbol("UN documents", "UN Doc"), "UN documents");
  assert.equal(finding.citedSymbol("12", ""), "12");
});
