import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/handout-state.js"], { handout: {} });
const { Addresses, fill, hasWords, nameOf } = globalThis.handout;

/** @type {(id: string, kind?: string) => [string, SearchRow]} */
const row = (id, kind = "provision") => [id, { id, kind, label: id, title: "", url: "", kindName: "", role: "", isPart: false }];
const known = new Map([row("rules-2"), row("rules-2-b"), row("rules-tonnage"), row("tonnage", "instrument"), row("rules", "text"), row("/parts/1", "page")]);
const PARTS = ["text", "summary", "commentary", "questions", "qr"];
const addresses = new Addresses(known, "rules", PARTS);
const PAGE = "https://example.org/handout.html";

/** @param {string} address */
const read = (address) => addresses.read(new URL(address, PAGE));
/** @param {string} address */
const rewritten = (address) => addresses.write(PAGE, read(address).state).href.slice(PAGE.length);

test("an address says all that makes up a handout, and is written as it was read", () => {
  const address = "?p=2-b,tonnage&show=text,qr#title=Day+one&note=For+you&note.2-b=Ask+%3Cthem%3E";
  const { state, unknown } = read(address);
  assert.deepEqual(state.items.map(({ id, note }) => [id, note]), [["rules-2-b", "Ask <them>"], ["tonnage", ""]]);
  assert.equal(state.title, "Day one");
  assert.equal(state.note, "For you");
  assert.deepEqual([...state.show], ["text", "qr"]);
  assert.deepEqual(unknown, []);
  assert.equal(rewritten(address), address);
});

test("what a reader has written goes behind the number sign, which is sent to nobody, and is read nowhere else", () => {
  const { state } = read("?p=2&title=Marker&note=Marker&note.2=Marker");
  assert.deepEqual([state.title, state.note, state.items[0].note], ["", "", ""]);
  assert.equal(hasWords(state), false);
  assert.ok(["title=a", "note=a", "note.2=a"].every((words) => hasWords(read(`?p=2#${words}`).state)));
  assert.equal(addresses.write(PAGE, read("?p=2#title=Secret").state, false).href, `${PAGE}?p=2`);
});

test("what most sessions need is shown without being said, and nothing can be shown as well", () => {
  assert.deepEqual([...read("?p=2").state.show], ["text", "summary", "questions"]);
  assert.equal(rewritten("?p=2&show=questions,summary,text"), "?p=2");
  assert.equal(rewritten("?p=2&show="), "?p=2&show=");
  assert.equal(rewritten("?p=2&show=text,ghost"), "?p=2&show=text");
});

test("names of nothing are told, and an entry is on a handout once", () => {
  const { state, unknown } = read("?p=2,99,rules-2, 2-B ,rules,/parts/1,,tonnage");
  assert.deepEqual(state.items.map(({ id }) => id), ["rules-2", "rules-2-b", "tonnage"]);
  assert.deepEqual(unknown, ["99", "rules", "/parts/1"], "neither a text nor a page is an entry");
});

test("an entry is named as shortly as it can be without meaning another", () => {
  assert.equal(addresses.shorten("rules-2-b"), "2-b");
  assert.equal(addresses.shorten("rules-tonnage"), "rules-tonnage");
  assert.equal(addresses.entryOf(addresses.shorten("rules-tonnage"))?.id, "rules-tonnage");
});

test("an entry joins a handout without a change of what else it says", () => {
  const before = new URL("?p=2&show=qr#title=Day+one", PAGE);
  assert.equal(addresses.join(before, "rules-2-b").href, `${PAGE}?p=2,2-b&show=qr#title=Day+one`);
  assert.equal(before.search, "?p=2&show=qr", "the address that was given is left as it is");
  assert.deepEqual(addresses.named(before), ["2"]);
});

test("values fill their places in turn, whatever signs they have", () => {
  assert.equal(fill("%s is number %s of %s.", "$& %", 1, 2), "$& % is number 1 of 2.");
});

test("of what is no entry, only what looks like an id is shown", () => {
  assert.equal(nameOf(" plan-99 "), "plan-99");
  assert.equal(nameOf("Marker: words of somebody else"), "…");
  assert.equal(nameOf("a".repeat(41)), "…");
});
