import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js", "pages/citation-index.js", "pages/search-index.js"], { finding: {} });
const { finding } = globalThis;

/** @type {CitationData} */
const data = {
  pages: ["rules/2.html", "tonnage.html"],
  kinds: [["provision", "Provision"], ["instrument", "Instrument"], ["commentary", "Commentary"]],
  entries: [
    ["rules-2", 0, "rule 2", "Ships pay", 0, 1],
    ["tonnage", 1, "Tonnage Convention", "Measurement", 1, 0],
  ],
  aliases: [],
  texts: [],
  series: {},
  skipped: [],
  synonyms: [[["toll", "charge"], ["harbour dues"]]],
  ahead: [],
};
const citations = new finding.CitationIndex(data, "../");

/** @type {RecordData} */
const records = {
  filters: [
    { name: "kind", label: "Kind", terms: [["provision", "Provision"], ["instrument", "Instrument"], ["commentary", "Commentary"]] },
    { name: "instrument", label: "Instrument", terms: [["tonnage"]] },
  ],
  entries: [["aaa", 0, 3], ["bbb", 1]],
  commentary: [["ccc", 0], ["ddd", 0]],
  commentaryLabel: "Commentary {number} on {label}",
};

/** @type {(key: string, score: number, content: string, more?: {locations?: number[], meta?: Record<string, string>}) => PagefindResult} */
const result = (key, score, content, { locations = [], meta = {} } = {}) => ({
  id: `${key}_1`,
  score,
  data: async () => ({ content, locations, meta: { title: "", ...meta } }),
});

/** @type {(results: PagefindResult[], known?: string[]) => SearchIndex} */
const indexOf = (results, known = []) => {
  const pagefind = { options: async () => undefined, init: async () => undefined, search: async () => ({ results }) };
  const spelling = { isKnown: (/** @type {string} */ word) => known.includes(word), respell: () => null };
  return new finding.PagefindIndex(pagefind, records, citations, async () => spelling);
};
/** @type {(hits: Hit[]) => string[]} */
const ids = (hits) => hits.map(({ record }) => record.id);
/** @type {(excerpt: Excerpt | null) => string[]} */
const markedIn = (excerpt) => excerpt?.pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text) ?? [];

test("without words every record is a hit, commentary behind entries", async () => {
  const hits = await indexOf([]).search(" ");
  assert.deepEqual(ids(hits), ["rules-2", "tonnage", "rules-2-c1", "rules-2-c2"]);
  assert.equal(await hits[0].excerpt(), null);
});

test("a paragraph of commentary is called, placed and filtered as its entry is, but by its own kind", () => {
  const [, , , second] = indexOf([]).records;
  assert.equal(second.label, "Commentary 2 on rule 2");
  assert.equal(second.url, "../rules/2.html#rules-2-c2");
  assert.deepEqual([...second.terms], ["kind=commentary", "instrument=tonnage"]);
});

test("terms without a label are called as their entries are", () => {
  assert.deepEqual(indexOf([]).filters[1].terms, [{ term: "tonnage", label: "Tonnage Convention" }]);
});

test("the text comes before what is said of it, unless that fits far better", async () => {
  const [close, far] = [result("ccc", 1.5, "dues"), result("ccc", 2, "dues")];
  const text = result("aaa", 1, "dues");
  assert.deepEqual(ids(await indexOf([close, text]).search("dues")), ["rules-2", "rules-2-c1"]);
  assert.deepEqual(ids(await indexOf([far, text]).search("dues")), ["rules-2-c1", "rules-2"]);
});

test("what the records do not know is no hit", async () => {
  assert.deepEqual(ids(await indexOf([result("zzz", 9, "dues"), result("bbb", 1, "dues")]).search("dues")), ["tonnage"]);
});

test("a number that is not there is not taken for another", async () => {
  assert.deepEqual(ids(await indexOf([result("aaa", 1, "In 2010 ships paid")]).search("2019 ships")), []);
  assert.deepEqual(ids(await indexOf([result("aaa", 1, "In 2010 ships paid")]).search("2010 ships")), ["rules-2"]);
});

test("words that were shortened until something fitted find nothing, unless the edition has them", async () => {
  const results = [result("aaa", 1, "harbour dues")];
  assert.deepEqual(ids(await indexOf(results).search("hedgehog", { ahead: 5 })), []);
  assert.deepEqual(ids(await indexOf(results, ["toll"]).search("toll", { ahead: 5 })), ["rules-2"]);
  assert.deepEqual(ids(await indexOf(results, ["toll"]).search("toll")), [], "while it is typed, that is not looked up");
});

test("an excerpt marks what Pagefind found", async () => {
  const [hit] = await indexOf([result("aaa", 1, "Ships pay harbour dues", { locations: [3] })]).search("dues");
  assert.deepEqual(markedIn(await hit.excerpt()), ["dues"]);
});

test("found by a synonym, it marks what the text says instead, and tells the word", async () => {
  const more = { meta: { hidden: "toll · charge" } };
  const [hit] = await indexOf([result("aaa", 1, "Ships pay harbour dues", more)]).search("tolls");
  const excerpt = await hit.excerpt();
  assert.deepEqual(markedIn(excerpt), ["harbour", "dues"]);
  assert.equal(excerpt?.under, "toll");
});

test("found by its summary, it shows that, and says so", async () => {
  const more = { meta: { title: "Ships pay", summary: "Every boat must pay" } };
  const [hit] = await indexOf([result("aaa", 1, "Ships shall contribute", more)]).search("boats");
  const excerpt = await hit.excerpt();
  assert.equal(excerpt?.summary, true);
  assert.deepEqual(markedIn(excerpt), ["boat"]);
  assert.equal(excerpt?.under, undefined);
});

test("Sphinx's index offers an entry once, found by its words or by its name", async () => {
  const pages = [["rules/2", "Rules", "#rules-2"], ["tonnage", "Tonnage", "#Tonnage Convention"], ["tonnage", "Tonnage", ""], ["guide", "Guide", ""]];
  Object.assign(globalThis, { Search: { _parseQuery: (/** @type {string} */ text) => [text], _performSearch: () => pages.map((page) => [...page]) } });
  const hits = await new finding.SimpleIndex(citations, "../").search("ships");
  assert.deepEqual(hits.map(({ record }) => [record.label, record.kind]), [
    ["Guide", "page"], ["Tonnage Convention", "instrument"], ["rule 2", "provision"],
  ]);
});
