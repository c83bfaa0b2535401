import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["search-text", "search-stem", "search-ranking"].map((name) => `pages/${name}.js`), { finding: {} });
const { finding } = globalThis;

const PLACES = [0, 1, 2, 3, 4, 5];
/** @type {SearchRecords} */
const RECORDS = {
  length: PLACES.length,
  at: (place) => ({ id: String(place), url: "", label: "", title: "", kind: "", kindName: "", role: "", isPart: false, terms: new Set() }),
  all: () => [],
  explained: () => [],
};
const ranking = new finding.WordRanking({ ...finding.data, merits: "D".repeat(PLACES.length) }, RECORDS, Object.create(null), new Set());
/** @type {(rarity: number, places: number[]) => QueryPart} */
const part = (rarity, places) => ({ records: new Map(places.map((place) => [place, 4])), phrases: new Map(), meant: new Map(), having: new Set(places), rarity, isOptional: false, isNeeded: true });
/** @param {QueryPart[]} parts */
const ranked = (parts) => ranking.rank({ terms: [], parts, whole: new Map() }).map(({ place }) => place);

test("where nothing has all words, each of them is answered by one of the first three", () => {
  assert.deepEqual(ranked([part(3, [0, 1, 2, 3]), part(2.5, [4, 5])]), [0, 1, 4, 2, 3, 5]);
});

test("what has all words answers them all", () => {
  assert.deepEqual(ranked([part(3, [0, 1, 2, 3]), part(2.5, [3, 4])]), [3, 0, 1, 2, 4]);
});

test("a record that alone says something of a word that is worth more makes way for none", () => {
  assert.deepEqual(ranked([part(3, [0, 1, 2]), part(2.8, [2]), part(2.5, [4, 5])]).slice(0, 3), [2, 0, 4]);
  assert.deepEqual(ranked([part(3, [0, 1]), part(2.8, [2]), part(2.5, [4, 5])]).slice(0, 3), [0, 1, 2]);
});

test("a word so frequent that a record may do without it counts in full where it stands", () => {
  const common = { ...part(1, [1]), isNeeded: false };
  assert.deepEqual(ranked([part(3, [0, 1]), common]), [1, 0]);
});

test("a word that says far less than the others moves nothing", () => {
  assert.deepEqual(ranked([part(3, [0, 1, 2, 3]), part(0.5, [4, 5])]), [0, 1, 2, 3, 4, 5]);
});
