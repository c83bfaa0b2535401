// The script for other sites is run on a page of one text, with as much of a document as it touches.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

class Node {}
class Element extends Node {
  /** @type {string | undefined} */
  href;
  closest() {
    return null;
  }
  matches() {
    return false;
  }
  append() {}
}
class Text extends Node {
  /** @param {string} data */
  constructor(data) {
    super();
    this.data = data;
  }
  /** @param {number} at */
  splitText(at) {
    const rest = new Text(this.data.slice(at));
    this.data = this.data.slice(0, at);
    return rest;
  }
  /** @param {Element} anchor */
  before(anchor) {
    links.unshift(anchor);
  }
}
/** @type {Element[]} */
let links = [];
/** @type {(known: LinkerData) => void} */
let give = () => undefined;
/** @type {Text | null} */
let next = null;

class Document {
  get currentScript() {
    return { src: "https://plan.example/linker.js", nonce: "", dataset: {} };
  }
  readyState = "complete";
  head = { append: (/** @type {{linker: typeof give}} */ script) => (give = script.linker) };
  createElement() {
    return new Element();
  }
  querySelectorAll() {
    return [new Element()];
  }
  createTreeWalker() {
    const nextNode = () => {
      const node = next;
      next = null;
      return node;
    };
    return { nextNode, currentNode: null };
  }
}
const NodeFilter = { FILTER_ACCEPT: 1, FILTER_REJECT: 2, SHOW_ELEMENT: 1, SHOW_TEXT: 4 };
run(["linker/linker.js"], { Element, HTMLElement: Element, Text, NodeFilter, Document, document: new Document(), addEventListener: () => undefined });

/** @type {LinkerData} */
const known = {
  title: "Harbour rules",
  status: [],
  wholes: [
    [["harbour rules", "Harbour Rules"], "rule", 1, ["rule", "rules-", "rules/*.html", 0, "1:3 2-a 2-b"]],
    [["Tonnage Convention", "International Convention on Tonnage"], "", 0, ["art", "tonnage-art-", "tonnage.html", 1, "1:6 14"]],
    [["A/RES/5/1"], "", 1, ["op", "r5-op-", "r5.html", 1, "1:9"]],
    [["SDG"], "goal", 1, ["goal", "sdg-", "sdgs.html", 1, "14 14.1"]],
  ],
  documents: [["documents.html", "A/RES/5/2"]],
  series: [["rule", "rule", "rules"], ["art", "article", "articles", "art", "arts"], ["op", "operative paragraph", "paragraph", "para"], ["goal", "goal"]],
  grammar: {
    symbols: [["A/RES/", "General Assembly resolution", "resolution"]],
    documents: [],
    and: ["and", "or"],
    to: ["to"],
    of: ["of", "of the"],
  },
  several: ["rules", "articles", "arts"],
  before: ["The"],
  after: ["on"],
};

/** @param {string} text */
const linked = (text) => {
  links = [];
  next = new Text(text);
  give(known);
  return links.map(({ href }) => href?.replace("https://plan.example/", ""));
};

test("a part of what is known is linked, before or behind its name", () => {
  assert.deepEqual(linked("See article 6 of the Tonnage Convention."), ["tonnage.html#tonnage-art-6"]);
  assert.deepEqual(linked("Tonnage Convention, art. 6"), ["tonnage.html#tonnage-art-6"]);
  assert.deepEqual(linked("as the Harbour Rules, rule 2 (b), say"), ["rules/2.html"]);
});

test("a list leads to each of its numbers, and a number that is not there to nothing", () => {
  assert.deepEqual(linked("articles 2, 5 and 14 of the Tonnage Convention"), [
    "tonnage.html#tonnage-art-2", "tonnage.html#tonnage-art-5", "tonnage.html#tonnage-art-14",
  ]);
  assert.deepEqual(linked("articles 2 and 99 of the Tonnage Convention"), ["tonnage.html#tonnage-art-2"]);
  assert.deepEqual(linked("article 99 of the Tonnage Convention"), []);
});

test("after the word for one, a further number may be of anything", () => {
  assert.deepEqual(linked("Tonnage Convention, art. 5, 2 ships"), ["tonnage.html#tonnage-art-5"]);
  assert.deepEqual(linked("Tonnage Convention, arts. 5, 2"), ["tonnage.html#tonnage-art-5", "tonnage.html#tonnage-art-2"]);
});

test("a place within a part leads to the part, where the parts of parts have no entries", () => {
  assert.deepEqual(linked("article 6 (3) of the Tonnage Convention"), ["tonnage.html#tonnage-art-6"]);
  assert.deepEqual(linked("rule 3 (c) of the harbour rules"), []);
});

test("a resolution is known by its symbol, by words for it, and with its date", () => {
  assert.deepEqual(linked("A/RES/5/2 was adopted"), ["documents.html#a-res-5-2"]);
  assert.deepEqual(linked("General Assembly resolution 5/2"), ["documents.html#a-res-5-2"]);
  assert.deepEqual(linked("paragraph 3 of resolution 5/1 of 12 May 2010"), ["r5.html#r5-op-3"]);
});

test("a bare number is of the series that its name is a word for", () => {
  assert.deepEqual(linked("SDG 14.1"), ["sdgs.html#sdg-14-1"]);
});

test("what is named alike, or goes on, is another thing", () => {
  assert.deepEqual(linked("article 6 of the Tonnage Convention on Ships"), []);
  assert.deepEqual(linked("Atlantic Tonnage Convention, art. 6"), []);
  assert.deepEqual(linked("https://example.org/A/RES/5/2"), []);
  assert.deepEqual(linked("article 6 of the treaty"), []);
});

test("a page may write with other spaces, dashes and apostrophes", () => {
  assert.deepEqual(linked("article\u00a06 of\nthe Tonnage Convention"), ["tonnage.html#tonnage-art-6"]);
  assert.deepEqual(linked("articles 2-5 of the Tonnage Convention"), ["tonnage.html#tonnage-art-2", "tonnage.html#tonnage-art-5"]);
  assert.deepEqual(linked("articles 2–5 of the Tonnage Convention"), ["tonnage.html#tonnage-art-2", "tonnage.html#tonnage-art-5"]);
});
