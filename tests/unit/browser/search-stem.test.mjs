import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./scripts.mjs";

run(["pages/search-stem.js"], { finding: {} });
const { finding } = globalThis;

const SAME = [
  ["organise", "organize", "organised", "organizing", "organisation", "organizations"],
  ["labour", "labor", "labours"],
  ["centre", "center", "centres"],
  ["programme", "program", "programmes"],
  ["offence", "offense", "offences"],
  ["children", "child"],
  ["women", "woman"],
  ["men", "man"],
  ["trafficking", "trafficked", "trafficker", "traffic"],
  ["investigate", "investigator", "investigators", "investigation"],
  ["prosecute", "prosecution", "prosecuting"],
  ["travelling", "traveling", "travelled"],
  ["authority", "authorities"],
  ["vulnerable", "vulnerability"],
  ["volunteer", "volunteers", "volunteering"],
  ["enforce", "enforcement", "enforcment"],
  ["punish", "punishment", "punished"],
  ["sell", "sold", "sale"],
  ["take", "took", "taken"],
  ["الأطفال", "والأطفال", "أطفال", "للأطفال"].map((word) => word.normalize("NFKD").replace(/\p{M}/gu, "")),
  ["жертва", "жертвы", "жертвам"],
];

test("forms and spellings of one word have one stem", () => {
  for (const words of SAME) assert.equal(new Set(words.map(finding.stem)).size, 1, `${words}: ${words.map(finding.stem)}`);
});

test("different words keep different stems", () => {
  for (const [word, other] of [["organ", "organization"], ["state", "statement"], ["house", "hour"], ["women", "children"], ["nation", "national"]]) {
    assert.notEqual(finding.stem(word), finding.stem(other));
  }
});

test("words of another kind have a root in common", () => {
  for (const words of [["therapist", "therapy", "therapeutic"], ["journalist", "journalism"], ["psychology", "psychological", "psychologist"]]) {
    assert.equal(new Set(words.map(finding.wordRoot)).size, 1, `${words}: ${words.map(finding.wordRoot)}`);
  }
  assert.notEqual(finding.wordRoot("state"), finding.wordRoot("statement"));
});

test("numbers and short words stay as they are", () => {
  for (const word of ["43", "8.7", "un", "b", "贩运"]) assert.equal(finding.stem(word), word);
});

test("short stems are found behind endings, and what only ends so keeps its letters", () => {
  for (const words of [["lose", "losing", "lost"], ["hire", "hiring", "hired"], ["make", "made", "making"]]) {
    assert.equal(new Set(words.map(finding.stem)).size, 1, `${words}: ${words.map(finding.stem)}`);
  }
  for (const word of ["king", "string", "need"]) assert.equal(finding.stem(word), word);
});

test("what may have a stem begins as is said, or is one of the forms that no rule makes", () => {
  for (const word of ["victims", "colour", "centres", "licensed", "judgement", "women", "programmes", "took", "children", "ties", "organisational", "men", "goes"]) {
    const { start, forms } = finding.mayHaveStem(finding.stem(word));
    assert.ok(word.startsWith(start) || forms.includes(word), `${word}: ${start}, ${forms}`);
  }
});

test("a set of words has their forms, but for words that are too short", () => {
  const set = new finding.StemSet(["mention", "took", "are", "وقال"], 4);
  for (const word of ["mention", "took", finding.stem("taken"), finding.stem("mentioned"), "are", finding.stem("وقال")]) assert.ok(set.has(word), word);
  for (const word of ["mentor", "ar", "tak e"]) assert.ok(!set.has(word), word);
});
