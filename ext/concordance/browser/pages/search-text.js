// @ts-check
// The words of what is searched for and of what was found: how they are compared, spelled and cut. Pure.
"use strict";
{
  const { finding } = globalThis;

  // Nearly all names are in plain letters; to ask for what each sign is would be a third of the time of a first search.
  const ASCII = /^[\x20-\x7e]*$/;
  const PLAIN = /^[\x20-\x7e\u2010-\u2026]*$/;
  finding.fold = (text) => (ASCII.test(text) ? text : text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "")).toLowerCase();
  finding.wordsIn = (text) =>
    (PLAIN.test(text) ? text.toLowerCase().match(/[a-z]+|\d+/g) : finding.fold(text).match(/\p{L}+|\p{N}+|[¶§]/gu)) ?? [];

  // As exports/search_tokens.py does it.
  const LONGEST = 24;
  /** @param {string} run */
  const bigrams = (run) => (run.length === 1 ? [run] : [...run.slice(1)].map((sign, index) => run[index] + sign));
  const PLAIN_SIGNS = { compound: /[a-z\d]+(?:[-‐‑.'’][a-z\d]+)*/g, part: /\d+|[a-z]+/g };
  const ALL_SIGNS = { compound: /[\p{L}\p{N}]+(?:[-‐‑.'’][\p{L}\p{N}]+)*/gu, part: /\p{Nd}+|\p{L}+/gu };
  finding.compounds = (text) => {
    const signs = PLAIN.test(text) ? PLAIN_SIGNS : ALL_SIGNS;
    return ((signs === PLAIN_SIGNS ? text.toLowerCase() : finding.fold(text)).match(signs.compound) ?? []).map((compound) => {
      const parts = compound.match(signs.part) ?? [];
      const words = signs === PLAIN_SIGNS ? parts : parts.flatMap((part) => (/^[\u3400-\u9fff]+$/.test(part) ? bigrams(part) : [part]));
      if (parts.length < 2 || compound.length > LONGEST) return { words, joined: "" };
      const joined = parts.join("");
      return { words, joined: compound.includes(".") && /^\p{Nd}+$/u.test(joined) ? compound : joined };
    });
  };

  finding.areAlike = (word, other) => {
    if (word === other) return true;
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    let same = 0;
    while (same < short.length && short[same] === long[same]) same += 1;
    return same >= 4 && same >= short.length - 2 && long.length - same <= 4;
  };

  finding.positions = (words, phrases) => {
    const folded = words.map((word) => finding.wordsIn(word).join(" "));
    return phrases.flatMap((phrase) => {
      const parts = finding.wordsIn(phrase);
      const starts = folded.flatMap((_, index) => (parts.every((part, offset) => folded[index + offset] === part) ? [index] : []));
      return starts.flatMap((start) => parts.map((_, offset) => start + offset));
    });
  };

  // ---- Excerpts ----

  const LENGTH = 32; // words
  const LEAD = 6; // words before the first that is marked
  finding.excerpt = ({ words, at }) => {
    const marks = new Set(at);
    /** @param {number} from */
    const weight = (from) => [...marks].filter((each) => each >= from && each < from + LENGTH).length;
    const starts = [0, ...[...marks].map((each) => Math.max(0, each - LEAD))];
    const best = starts.reduce((heaviest, start) => (weight(start) > weight(heaviest) ? start : heaviest));
    const start = Math.max(0, Math.min(best, words.length - LENGTH));
    const pieces = words.slice(start, start + LENGTH).map((text, index) => ({ text, isMarked: marks.has(start + index) }));
    if (start > 0) pieces.unshift({ text: "…", isMarked: false });
    if (start + LENGTH < words.length) pieces.push({ text: "…", isMarked: false });
    return pieces;
  };

  // ---- Spelling ----

  // Letters that are written for each other, and those that are left out or put in most easily.
  const ALIKE = ["aeiouy", "ckqs", "sz", "gj", "fvp", "td", "mn"];
  const VOWELS = new Set("aeiouy");
  /** @type {Map<string, number>} */
  const EXCHANGED = new Map();
  for (const letters of ALIKE) for (const letter of letters) for (const other of letters) EXCHANGED.set(letter + other, 0.7);
  // One word is compared with many, and these with the next.
  /** @type {Map<string, number[]>} */
  const ADDED = new Map();
  /** @param {string} word */
  const added = (word) => {
    let costs = ADDED.get(word);
    if (!costs) {
      costs = Array.from(word, (letter, at) => (letter === word[at - 1] ? 0.5 : VOWELS.has(letter) ? 0.8 : 1));
      ADDED.set(word, costs);
    }
    return costs;
  };

  // Optimal string alignment: Levenshtein's distance, with two neighbours that changed places counted once. Slips of the
  // ear and doubled letters count less.
  finding.distance = (word, other, most) => {
    const [ofWord, ofOther] = [added(word), added(other)];
    /** @type {number[]} */
    let before = [];
    let last = [0];
    for (let j = 0; j < other.length; j += 1) last.push(last[j] + ofOther[j]);
    for (let i = 1; i <= word.length; i += 1) {
      const here = word[i - 1];
      const row = [last[0] + ofWord[i - 1]];
      let least = row[0];
      for (let j = 1; j <= other.length; j += 1) {
        const there = other[j - 1];
        const changed = here === there ? 0 : (EXCHANGED.get(here + there) ?? 1);
        let cost = Math.min(last[j] + ofWord[i - 1], row[j - 1] + ofOther[j - 1], last[j - 1] + changed);
        const isSwapped = i > 1 && j > 1 && changed && here === other[j - 2] && word[i - 2] === there;
        if (isSwapped) cost = Math.min(cost, before[j - 2] + 0.6);
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };
}
