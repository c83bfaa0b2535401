import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js", "pages/citation-numbers.js"], { finding: {} });
const { finding } = globalThis;

const TEENS = "ten tenth, eleven, twelve twelfth, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty twentieth";
const WORDS = `one first, two second, three third, four fourth, five, six sixth, seven seventh, eight eighth, nine, ${TEENS}, thirty thirtieth, forty`;
const SERIES = new Set(["rule", "operative", "paragraph", "paragraphs"]);
const numbers = new finding.NumberWords(WORDS, (word) => SERIES.has(word), ["and", "to"]);

test("a number in words is one in digits behind the word for what is counted", () => {
  assert.equal(numbers.inDigits("rule twelve"), "rule 12");
  assert.equal(numbers.inDigits("what does Rule Thirty-Two say?"), "what does Rule 32 say?");
  assert.equal(numbers.inDigits("rule twenty of the harbour"), "rule 20 of the harbour");
});

test("an ordinal goes behind what it counts, in words or digits", () => {
  assert.equal(numbers.inDigits("the eighth paragraph"), "the paragraph 8");
  assert.equal(numbers.inDigits("second operative paragraph of 5/1"), "operative paragraph 2 of 5/1");
  assert.equal(numbers.inDigits("twenty-seventh paragraph"), "paragraph 27");
  assert.equal(numbers.inDigits("the 33rd rule"), "the rule 33");
});

test("Roman numerals are numbers where these stand, and words elsewhere", () => {
  assert.equal(numbers.inDigits("paragraph XII and rule XLIX"), "paragraph 12 and rule 49");
  for (const text of ["rule I wrote", "rule iv", "XII ships", "rule VIX"]) assert.equal(numbers.inDigits(text), text);
});

test("lists and ranges are read to their end", () => {
  assert.equal(numbers.inDigits("paragraphs twelve to fourteen"), "paragraphs 12 to 14");
  assert.equal(numbers.inDigits("rule three and four"), "rule 3 and 4");
});

test("a number that counts nothing of a citation stays as it is written", () => {
  for (const text of ["two pilots", "the first ships", "one", "rule", "paragraph and one", "someone’s paragraph", "the 21st century"]) {
    assert.equal(numbers.inDigits(text), text);
  }
});
