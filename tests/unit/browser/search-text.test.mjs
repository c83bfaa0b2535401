import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-text.js"], { finding: {} });
const { finding } = globalThis;

test("words are compared without accents and capitals, and signs of paragraphs are words", () => {
  assert.deepEqual(finding.wordsIn("Élan, § 12 (b) – ÉLAN"), ["elan", "§", "12", "b", "elan"]);
  assert.deepEqual(finding.wordsIn("…"), []);
});

test("forms of a word are alike, and words that only begin alike are not", () => {
  for (const [word, other] of [["victim", "victims"], ["confiscate", "confiscation"], ["policy", "policies"]]) {
    assert.ok(finding.areAlike(word, other) && finding.areAlike(other, word), `${word}, ${other}`);
  }
  for (const [word, other] of [["state", "statistics"], ["act", "action"], ["pro", "protocol"], ["child", "chapter"]]) {
    assert.ok(!finding.areAlike(word, other), `${word}, ${other}`);
  }
});

test("a phrase is found as a whole only", () => {
  const words = "Sale of organs, not the sale of children".split(" ");
  assert.deepEqual(finding.positions(words, ["sale of organs"]), [0, 1, 2]);
  assert.deepEqual(finding.positions(words, ["sale of", "nothing"]), [0, 1, 5, 6]);
});

test("an excerpt is the stretch with most marks, and says where it was cut", () => {
  const words = Array.from({ length: 100 }, (_, index) => `w${index}`);
  const pieces = finding.excerpt({ words, at: [2, 60, 62, 64] });
  assert.deepEqual(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text), ["w60", "w62", "w64"]);
  assert.equal(pieces[0].text, "…");
  assert.equal(pieces[1].text, "w54");
  assert.equal(pieces[pieces.length - 1].text, "…");
  assert.equal(pieces.length, 34);
});

test("a short text is shown whole", () => {
  const pieces = finding.excerpt({ words: ["all", "of", "it"], at: [] });
  assert.deepEqual(pieces.map(({ text }) => text), ["all", "of", "it"]);
  assert.ok(!pieces.some(({ isMarked }) => isMarked));
});

test("a slip of one letter is one step at most, two letters in the wrong order too", () => {
  for (const slip of ["vicitm", "victm", "victims", "viktim", "victtim", "vyctim", "vixtim"]) assert.ok(finding.distance(slip, "victim", 2) <= 1, slip);
  assert.ok(finding.distance("vxctxm", "victim", 2) > 1);
  assert.equal(finding.distance("harbour", "victim", 2), 3, "more than `most` is `most` and one");
});

test("a doubled letter and what sounds alike are lesser slips than another letter", () => {
  const [doubled, alike, other] = ["victtim", "viktim", "vixtim"].map((slip) => finding.distance(slip, "victim", 2));
  assert.ok(doubled < alike && alike < other);
});

test("a compound is its words, and the compound without its signs", () => {
  assert.deepEqual(finding.compounds("Inter-agency UN.GIFT l’homme 8.7 64/293 人口贩运"), [
    { words: ["inter", "agency"], joined: "interagency" },
    { words: ["un", "gift"], joined: "ungift" },
    { words: ["l", "homme"], joined: "lhomme" },
    { words: ["8", "7"], joined: "8.7" },
    { words: ["64"], joined: "" },
    { words: ["293"], joined: "" },
    { words: ["人口", "口贩", "贩运"], joined: "" },
  ]);
});

test("letters that changed places are a lesser slip than a letter for another", () => {
  assert.ok(finding.distance("harobur", "harbour", 2) < finding.distance("hartour", "harbour", 2));
});
