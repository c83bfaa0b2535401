import assert from "node:assert/strict";
import { test } from "node:test";
import { SIGNS, encodeWords, run } from "./scripts.mjs";

run(["search-text", "search-stem", "search-numbers", "search-words", "search-terms"].map((name) => `pages/${name}.js`), { finding: {} });
const { finding } = globalThis;

// Words in their order, each with the number of records that have it: one sign, "!" for one.
const COUNTS = { 12: 5, cryptocurrency: 1, harbour: 9, letter: 3, resolution: 9, steam: 1, streamers: 30, therapy: 4, weather: 2 };
const list = new finding.WordList({ ...encodeWords(Object.keys(COUNTS)), counts: Object.values(COUNTS).map((count) => SIGNS[count]).join("") });
/** @type {any} */
const index = {
  list,
  texts: new Set(),
  questions: new Set(["a", "the"]),
  fillers: new Set(),
  series: new Set(["resolution"]),
  foreign: null,
  haveTogether: () => true,
  withInitials: () => new Map(),
};
/** @param {string} text */
const wordsMeant = (text) => new finding.TermQuery(text, index).terms.map(({ places }) => [...places.keys()].map((place) => list.wordAt(place)));

test("the beginning of a word means it wherever it stands, if it is long enough", () => {
  assert.deepEqual(wordsMeant("crypto harbour"), [["cryptocurrency"], ["harbour"]]);
  assert.deepEqual(wordsMeant("weat harbour"), [["harbour"]]);
});

test("a slip of one letter in a frequent word is likelier than a form of a rare one", () => {
  const query = new finding.TermQuery("the steamers", index);
  assert.equal(query.meant, "the streamers");
  assert.deepEqual(wordsMeant("steamers"), [["streamers"]]);
  assert.deepEqual(wordsMeant("steaming"), [["steam"]], "nearer to it than to any other");
});

test("a word of the same root is meant by one that is like no other", () => {
  assert.deepEqual(wordsMeant("therapist"), [["therapy"]]);
});

test("what kinds of text are called says little beside other words", () => {
  const { terms } = new finding.TermQuery("resolution harbour", index);
  assert.deepEqual(terms.map(({ word, isOptional }) => [word, isOptional]), [["resolution", true], ["harbour", false]]);
});

test("a number behind the word for what is numbered is that of a citation", () => {
  /** @param {string} text */
  const cited = (text) => new finding.TermQuery(text, index).terms.map(({ isCited }) => isCited);
  assert.deepEqual([cited("resolution 12"), cited("12 letters")], [[true], [false, false]]);
});

test("words are known by their places, whatever they begin with", () => {
  const words = Object.keys(COUNTS);
  assert.deepEqual(words.map((word) => list.placeOf(word)), words.map((_, place) => place));
  assert.deepEqual(words.map((_, place) => list.wordAt(place)), words);
  for (const word of ["aaa", "harbours", "zebra", "st"]) assert.equal(list.placeOf(word), undefined, word);
});
