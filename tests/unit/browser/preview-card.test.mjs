import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/preview-card.js"], {});
const { previews } = globalThis;

const ROOT = "https://example.org/plan/";
const VIEW = { width: 1000, height: 800 };
const CARD = { width: 300, height: 200 };
/** @type {(left: number, top: number) => Box} */
const link = (left, top) => ({ left, right: left + 100, top, bottom: top + 20 });
const BELOW = { above: false, rightToLeft: false };

test("a page is previewed by the sheet of its name, whatever way its address is written", () => {
  assert.deepEqual(previews.nameOf(`${ROOT}annex/38.html#plan-38`, ROOT), { name: "annex/38", id: "plan-38" });
  assert.deepEqual(previews.nameOf(ROOT, ROOT), { name: "index", id: "" });
  assert.deepEqual(previews.nameOf(`${ROOT}annex/`, ROOT), { name: "annex/index", id: "" });
  assert.deepEqual(previews.nameOf(`${ROOT}a%20b.html#%C3%A9`, ROOT), { name: "a b", id: "é" });
});

test("only pages have sheets, and only where some page has entries", () => {
  const without = ["guide", "glossary"];
  for (const page of ["annex/38.html#plan-38", "", "annex/", "guidelines.html"]) {
    assert.ok(previews.hasSheet(ROOT + page, ROOT, without), page);
  }
  for (const page of ["guide/cite.html", "guide/", "glossary.html#trust", "data/akn/plan.xml#para_12", "feed.xml"]) {
    assert.ok(!previews.hasSheet(ROOT + page, ROOT, without), page);
  }
});

test("a card stands below its link, and above where there is more room", () => {
  assert.deepEqual(previews.position(link(50, 100), CARD, VIEW, BELOW), { left: 50, top: 126, side: "below" });
  assert.deepEqual(previews.position(link(50, 700), CARD, VIEW, BELOW), { left: 50, top: 494, side: "above" });
});

test("where there is room on neither side, a card stands where there is more", () => {
  const tall = { width: 300, height: 500 };
  assert.equal(previews.position(link(50, 300), tall, VIEW, BELOW).side, "below");
  assert.equal(previews.position(link(50, 450), tall, VIEW, BELOW).side, "above");
});

test("below a finger nobody sees it, so for touch the order is the other one", () => {
  assert.equal(previews.position(link(50, 400), CARD, VIEW, { above: true, rightToLeft: false }).side, "above");
  assert.equal(previews.position(link(50, 20), CARD, VIEW, { above: true, rightToLeft: false }).side, "below");
});

test("from right to left it begins at the right", () => {
  assert.equal(previews.position(link(500, 100), CARD, VIEW, { above: false, rightToLeft: true }).left, 300);
});

test("it never leaves the window", () => {
  assert.equal(previews.position(link(950, 100), CARD, VIEW, BELOW).left, 692);
  assert.equal(previews.position(link(0, 100), CARD, VIEW, { above: false, rightToLeft: true }).left, 8);
});
