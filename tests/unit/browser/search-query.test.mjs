import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-query.js"], { finding: {} });
const { SearchQuery, countTerms } = globalThis.finding;

/** @type {(...terms: string[]) => SearchRecord} */
const record = (...terms) => ({ id: "", url: "", label: "", title: "", kind: "", kindName: "", role: "", isPart: false, terms: new Set(terms) });
const any = () => true;

test("an address says what is asked for, and is written as it was read", () => {
  const address = "#q=sale+of+%22children%22&kind=article&kind=goal&part=parts%2F1";
  const query = new SearchQuery(address, any);
  assert.equal(query.text, 'sale of "children"');
  assert.deepEqual([...(query.terms.get("kind") ?? [])], ["article", "goal"]);
  assert.equal(query.toAddress(), address);
});

test("terms that are not offered are not heeded", () => {
  const query = new SearchQuery("?q=x&kind=article&kind=ghost&utm=1", (filter, term) => filter === "kind" && term === "article");
  assert.equal(query.toAddress(), "#q=x&kind=article");
});

test("of one filter any term will do, of several each must fit, and one can be left out", () => {
  const query = new SearchQuery("?kind=article&kind=goal&part=1", any);
  assert.ok(query.fits(record("kind=goal", "part=1")));
  assert.ok(!query.fits(record("kind=goal", "part=2")));
  assert.ok(!query.fits(record("part=1")));
  assert.ok(query.fits(record("kind=goal"), "part"));
  assert.ok(new SearchQuery("", any).fits(record()));
});

test("a term that is forgotten leaves nothing behind", () => {
  const query = new SearchQuery("?kind=article&kind=goal", any);
  query.forget("kind", "article");
  assert.equal(query.toAddress(), "#kind=goal");
  query.forget("kind", "goal");
  assert.equal(query.toAddress(), "");
  assert.ok(query.isEmpty);
  query.forget("kind", "goal");
  assert.ok(query.isEmpty);
});

test("blanks are no words, and a term alone is a question", () => {
  assert.ok(new SearchQuery("?q=%20", any).isEmpty);
  assert.ok(!new SearchQuery("?kind=goal", any).isEmpty);
});

test("terms are counted by the records that have them", () => {
  const counts = countTerms([record("kind=goal", "part=1"), record("kind=goal")]);
  assert.deepEqual([...counts], [["kind=goal", 2], ["part=1", 1]]);
});
