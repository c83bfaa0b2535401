import assert from "node:assert/strict";
import { test } from "node:test";
import { SIGNS, encodeWords, run } from "./scripts.mjs";

const NAMES = ["search-text", "search-stem", "search-numbers", "citation-grammar", "citation-lists", "citation-numbers", "citation-names", "citation-index", "search-words", "search-postings", "search-phrases", "search-ranking", "search-languages", "search-terms", "search-excerpt", "search-offered", "search-records", "search-index"];
run(NAMES.map((name) => `pages/${name}.js`), { finding: {} });
const { finding } = globalThis;

/** @type {CitationData} */
const data = {
  pages: ["rules/2.html", "tonnage.html", "browse.html"],
  kinds: [["provision", "Provision", "provision", 1], ["instrument", "Instrument", "work", 0], ["commentary", "Commentary"], ["term", "Term"], ["page", "Page"]],
  entries: [
    ["rules-2", 0, "rule 2", "Ships pay", 0, 1],
    ["tonnage", 1, "Tonnage Convention", "Measurement", 1, 0],
    ["actors-masters", 2, "Masters", "2 paragraphs", 3, 1],
  ],
  labels: [],
  aliases: [],
  texts: [],
  series: { "": ["rule"] },
  skipped: ["of"], numbers: "one first",
  grammar: { symbols: [], documents: ["UN Doc"], and: ["and"], to: ["to"], of: ["of"] },
  parts: [],
  notices: [], synonyms: [[["toll", "charge"], ["harbour dues"]]],
};
const citations = new finding.CitationIndex(data, "../");
/** @type {ForeignRow[]} */
const FOREIGN = [[["droits de port", "taxe portuaire"], [1], [0]], [["رسوم الميناء"], [1], []], [["quai"], [4, 1], []], [["phare"], [0, 1], []]];
const QUESTIONS = "who what how is the are to in and of this was a do";

// The index of these texts, each word with the weight 1: as exports/search_index.py would write it.
/** @type {RecordText[]} */
const TEXTS = [
  ["Ships pay", "Ships pay harbour dues in 2010", "Every boat must pay"],
  ["Measurement", "Measurement of vessels and harbours in 2 steps", ""],
  ["Ships pay", "Dues are paid to the inter-agency master", ""],
  ["Ships pay", "Harbour dues, and who collects them", ""],
  ["", "Those who command ships", ""],
  ["Guide", "How this edition was made, see rule 2", ""],
];

// What readers ask, each with the records that are meant.
/** @type {[string, number[]][]} */
const PHRASES = [["what do ships pay", [0]], ["who built this website", [5]], ["buying a yacht", [1]], ["sloop", [1, 4]], ["tall rigger", [1, 4]], ["toll", [0]], ["charge", [0]]];
const PHRASINGS = [1, 1, 0, 0, 1, 1, 5, 0, 1, 1, 1, 0, 2, 2, 1, 4, 0, 2, 1, 0, 0];
const SHARE = [10, 8, 6.8, 6];

// How many words are in each part but the last.
const PART = 9;
/** @param {number} place */
const partOf = (place) => String(Math.floor(place / PART));

/** @returns {{words: string[], counts: number[], byPart: Record<string, PartPostings>}} */
const postingsOf = () => {
  /** @type {Map<string, {place: number, level: number}[]>} */
  const postings = new Map();
  /** @type {(text: string, place: number, levelOf: (count: number) => number) => void} */
  const add = (text, place, levelOf) => {
    const words = new Set(finding.compounds(text).flatMap((each) => [...each.words, each.joined]).filter((word) => word && !QUESTIONS.split(" ").includes(word)));
    for (const word of words) postings.set(word, [...(postings.get(word) ?? []), { place, level: levelOf(words.size) }]);
  };
  TEXTS.forEach((fields, place) => add(fields.slice(0, 3).join(" "), place, () => 0));
  PHRASES.forEach(([phrase], at) => add(phrase, TEXTS.length + at, (count) => Math.round(SHARE[count - 1])));
  const words = [...postings.keys()].sort();
  /** @type {Record<string, PartPostings>} */
  const byPart = {};
  for (const [at, word] of words.entries()) {
    const part = partOf(at);
    const having = postings.get(word) ?? [];
    const [records, weights] = byPart[part] ?? ["", ""];
    const distances = having.map(({ place }, index) => SIGNS[place - (index ? having[index - 1].place : -1)]);
    byPart[part] = [records + distances.join(""), weights + having.map(({ level }) => SIGNS[level]).join("")];
  }
  return { words, counts: words.map((word) => postings.get(word)?.length ?? 0), byPart };
};

// Where words stand in the texts that have them.
/** @param {string[]} words */
const placesOf = (words) =>
  words.flatMap((word) =>
    TEXTS.flatMap((fields) => {
      const all = finding.compounds(fields.slice(0, 3).join(" ")).flatMap((each) => [...each.words, each.joined]);
      if (!all.includes(word)) return [];
      const places = finding.wordsIn(fields.join(" ")).flatMap((each, at) => (each === word ? [at] : []));
      return [SIGNS[places.length], ...places.map((place, at) => SIGNS[place - (at ? places[at - 1] : -1)])];
    }),
  ).join("");

/** @param {number[]} merits */
const indexOf = (merits = [20, 20, 12, 12, 20, 15]) => {
  const { words, counts, byPart } = postingsOf();
  /** @type {SearchData} */
  const written = {
    ...encodeWords(words),
    counts: counts.map((count) => SIGNS[count]).join(""),
    parts: Object.keys(byPart).map((part) => SIGNS[words.filter((_word, place) => partOf(place) === part).length]).join(""),
    phrasings: PHRASINGS.map((each) => SIGNS[each]).join(""),
    lengths: TEXTS.map(() => SIGNS[16]).join(""),
    merits: String.fromCharCode(...merits.map((merit) => 48 + merit)),
    ...{ pieces: [TEXTS.length], shared: 1 },
    questionWords: QUESTIONS,
    fillers: "big collect",
    filters: [
      { name: "kind", label: "Kind", terms: [["provision", "Provision"], ["instrument", "Instrument"], ["commentary", "Commentary"]] },
      { name: "instrument", label: "Instrument", terms: [["tonnage"]] },
    ],
    entries: [[0, 3], [1]],
    commentary: [0, 0],
    others: [["actors-masters"], ["", 2, "Guide", "Guide"]],
    commentaryLabel: "Commentary {number} on {label}",
  };
  /** @type {IndexParts} */
  const parts = {
    foreign: async () => new finding.ForeignWords(FOREIGN),
    postings: async (part) => (fetched.push(part), byPart[part]),
    places: async (part) => placesOf(words.filter((_word, place) => partOf(place) === part)),
  };
  return new finding.WordIndex(written, citations, async (record) => TEXTS[record], parts);
};
/** @type {string[]} */
const fetched = [];
const index = indexOf();
/** @param {string} text */
const idsOf = async (text) => (await index.search(text)).hits.map(({ record }) => record.id);
/** @param {string} text */
const excerptOf = async (text) => (await index.search(text)).hits[0].excerpt();
/** @type {(excerpt: Excerpt | null) => string[]} */
const markedIn = (excerpt) => excerpt?.pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text) ?? [];

test("without words every record is a hit, in its order", async () => {
  const { hits } = await index.search(" ");
  assert.deepEqual(hits.map(({ record }) => record.id), ["rules-2", "tonnage", "rules-2-c1", "rules-2-c2", "actors-masters", "../browse.html"]);
  assert.equal(await hits[0].excerpt(), null);
});

test("a paragraph of commentary is called, placed and filtered as its entry is, but by its own kind", () => {
  const second = index.records.at(3);
  assert.equal(second.label, "Commentary 2 on rule 2");
  assert.equal(second.url, "../rules/2.html#rules-2-c2");
  assert.deepEqual([...second.terms], ["kind=commentary", "instrument=tonnage"]);
});

test("terms without a label are called as their entries are", () => {
  assert.deepEqual(index.filters[1].terms, [{ term: "tonnage", label: "Tonnage Convention" }]);
});

test("at equal merit what stands first comes first, and merit decides else", async () => {
  assert.deepEqual(await idsOf("dues"), ["rules-2", "rules-2-c1", "rules-2-c2"]);
  const { hits } = await indexOf([10, 20, 20, 12, 20, 15]).search("dues");
  assert.equal(hits[0].record.id, "rules-2-c1");
});

test("any form of a word is found, the very word first", async () => {
  assert.deepEqual(await idsOf("harbours"), ["tonnage", "rules-2", "rules-2-c2"]);
  assert.deepEqual(await idsOf("harbor"), ["rules-2", "tonnage", "rules-2-c2"]);
});

test("a beginning finds words only where it is no word itself", async () => {
  assert.deepEqual(await idsOf("measu"), ["tonnage"]);
  assert.ok(!(await idsOf("pay")).includes("tonnage"));
});

test("two words that are written as one, and the other way round", async () => {
  for (const text of ["interagency", "inter-agency", "inter agency"]) assert.deepEqual(await idsOf(text), ["rules-2-c1"], text);
});

test("question words carry no weight", async () => {
  assert.deepEqual(await idsOf("who is to pay the dues"), await idsOf("pay dues"));
});

test("where nothing has all words, what has most of the rarer ones is found, and that is said", async () => {
  const { hits, isPartial } = await index.search("vessels dues zebra");
  assert.ok(isPartial);
  assert.equal(hits[0].record.id, "tonnage");
  assert.equal((await index.search("dues")).isPartial, false);
  assert.equal((await index.search("harbour dues")).isPartial, false, "one has both, and three have one");
});

test("what is asked as a whole comes first, and a part of it says less", async () => {
  assert.equal((await idsOf("who built the website"))[0], "../browse.html");
  assert.equal((await idsOf("buying a yacht"))[0], "tonnage");
  assert.deepEqual(await idsOf("sloops"), ["tonnage", "actors-masters"], "a name finds all that it stands for, the best first");
});

test("words that say little are not needed", async () => {
  assert.equal((await idsOf("big dues"))[0], (await idsOf("dues"))[0]);
});

test("only the parts with the words of a query are fetched", async () => {
  fetched.length = 0;
  await indexOf().search("vessels and dues");
  const { words } = postingsOf();
  const needed = words.flatMap((word, place) => (/^(vessel|dues)/.test(word) ? [partOf(place)] : []));
  assert.deepEqual([...new Set(fetched)].sort(), [...new Set(needed)].sort());
});

test("a word of the same root is found, where there is no form of the word", async () => {
  assert.equal((await idsOf("commandants"))[0], "actors-masters");
});

test("what is called by the words comes before what only has them", async () => {
  assert.equal((await index.search("measurement of vessels")).hits[0].record.id, "tonnage");
});

test("words that many records have need not be there", async () => {
  assert.equal((await idsOf("dues measurement"))[0], "tonnage");
  assert.equal((await index.search("dues measurement")).isPartial, false);
});

test("what the texts write with a hyphen is one word, however it is typed", () => {
  /** @param {string} text */
  const wordsOf = (text) => new finding.TermQuery(text, index).terms.map(({ word, places }) => [word, [...places]]);
  assert.deepEqual(wordsOf("inter-agency"), wordsOf("interagency"));
});

test("what stands before a hyphen and is short need not be there", async () => {
  assert.deepEqual(await idsOf("non-measurement"), ["tonnage"]);
  assert.equal((await index.search("non-measurement")).isPartial, true, "nothing has the prefix, which is said");
});

test("a word that is written as two is found", async () => {
  assert.ok((await idsOf("harbourdues")).includes("rules-2"));
  assert.deepEqual(await idsOf("harbouredition"), [], "the two stand nowhere together");
});

test("a correction must be found beside what is known", async () => {
  assert.equal((await index.search("vessels measuremint")).meant, "vessels measurement");
  assert.equal((await index.search("inter-agency measurenent")).meant, null);
});

test("what is offered is no result", async () => {
  const { offers, hits } = await index.search("Tonnage Convention");
  assert.deepEqual(offers.map(({ row }) => row.id), ["tonnage"]);
  assert.ok(hits.every(({ record }) => record.id !== "tonnage"));
});

test("a citation finds what names it, and nothing that only has its number", async () => {
  const { offers, hits, isPartial } = await index.search("rule 2");
  assert.deepEqual([offers.map(({ row }) => row.id), hits.map(({ record }) => record.label), isPartial], [["rules-2"], ["Guide"], false]);
  assert.deepEqual(await idsOf('"rule 2"'), ["../browse.html"], "also in quotation marks");
});

test("where nothing has the words, what has them in its name is offered", async () => {
  const { offers, hits } = await index.search("tonn conv");
  assert.deepEqual([offers.map(({ row }) => row.id), hits], [["tonnage"], []]);
});

test("a misspelt word is put right beside known ones, and what was meant is said", async () => {
  const { hits, meant } = await index.search("Harbour meazurement!");
  assert.equal(meant, "Harbour measurement!");
  assert.equal(hits[0].record.id, "tonnage");
  assert.deepEqual(await index.search("entirely elsewhere"), { offers: [], hits: [], meant: null, isPartial: false });
});

test("words of another language find what they stand for, whatever stands about them", async () => {
  assert.deepEqual(await idsOf("les droits de ports"), ["tonnage", "rules-2"]);
  assert.deepEqual(await idsOf("ورسوم الميناء"), ["tonnage"]);
  assert.equal((await idsOf("le phare du quai"))[0], "tonnage", "what both words stand for comes first");
  assert.deepEqual(await idsOf("portuaire"), ["tonnage", "rules-2"], "one word of a name, where there is nothing better");
  assert.equal((await index.search("measurement de")).hits[0].record.id, "tonnage", "words that are known are no other language");
  assert.equal((await index.search("droits de port meazurement")).meant, null, "and what is strange beside them is no misspelt word");
});

test("a number that is not there is not taken for another", async () => {
  assert.deepEqual(await idsOf("2019"), []);
  assert.deepEqual(await idsOf("rule 2019"), []);
  assert.equal((await idsOf("2010 ships"))[0], "rules-2");
});

test("words in quotation marks are found only together", async () => {
  assert.deepEqual(await idsOf('"harbour dues"'), ["rules-2", "rules-2-c2"]);
  assert.deepEqual(await idsOf("“dues harbour”"), []);
  assert.deepEqual(await idsOf("“measurement of vessels”"), ["tonnage"]);
  assert.deepEqual(await idsOf("“measurement and vessels”"), [], "words that say nothing must stand there, too");
});

test("an excerpt marks what was found", async () => {
  assert.deepEqual(markedIn(await excerptOf("vessel")), ["vessels"]);
});

test("found by a synonym, it marks what the text says instead, and names the word", async () => {
  const excerpt = await excerptOf("tolls");
  assert.deepEqual(markedIn(excerpt), ["harbour", "dues"]);
  assert.equal(excerpt?.under, "toll");
});

test("found by its summary, it shows that, and says so", async () => {
  const excerpt = await excerptOf("boats");
  assert.equal(excerpt?.summary, true);
  assert.deepEqual(markedIn(excerpt), ["boat"]);
  assert.equal(excerpt?.under, undefined);
});

test("a term and a page about no entry are found, each where it stands", async () => {
  const term = (await index.search("command")).hits[0].record;
  assert.deepEqual([term.label, term.url], ["Masters", "../browse.html#actors-masters"]);
  const page = (await index.search("edition")).hits[0].record;
  assert.deepEqual([page.label, page.url, page.kind], ["Guide", "../browse.html", "page"]);
});
