// @ts-check
// The words of what is searched for and of what was found: how they are compared, spelled and cut. Pure.
"use strict";
{
  const { finding } = globalThis;

  finding.fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  finding.wordsIn = (text) => finding.fold(text).match(/\p{L}+|\p{N}+|[¶§]/gu) ?? [];

  finding.areAlike = (word, other) => {
    if (word === other) return true;
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    let same = 0;
    while (same < short.length && short[same] === long[same]) same += 1;
    return same >= 4 && same >= short.length - 2 && long.length - same <= 4;
  };
  finding.hasAny = (text, words) => finding.wordsIn(text).some((word) => words.some((other) => finding.areAlike(word, other)));

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

  // Optimal string alignment: Levenshtein's distance, with two neighbours that changed places counted once.
  finding.distance = (word, other, most) => {
    /** @type {number[]} */
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, index) => index);
    for (let i = 1; i <= word.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (word[i - 1] === other[j - 1] ? 0 : 1));
        const isSwapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
        if (isSwapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  const SHORTEST = 4;
  finding.Spelling = class {
    /** @type {string[]} */
    #known;

    // All words of the edition, in order; each is written as what it does not share with the one before it.
    /** @param {string} encoded */
    constructor(encoded) {
      let last = "";
      this.#known = [...encoded.matchAll(/(\d)(\D*)/g)].map(([, shared, rest]) => (last = last.slice(0, Number(shared)) + rest));
    }

    /** @param {string} word */
    isKnown(word) {
      if (word.length < SHORTEST || /^\P{L}/u.test(word)) return true;
      return this.#known.some((other) => other.startsWith(word) || finding.areAlike(word, other));
    }

    /** @param {string} text */
    respell(text) {
      let isChanged = false;
      const meant = text.replace(/\p{L}+/gu, (written) => {
        const word = finding.fold(written);
        const nearest = this.isKnown(word) ? null : this.#nearest(word);
        isChanged ||= nearest !== null;
        return nearest ?? written;
      });
      return isChanged ? meant : null;
    }

    /** @param {string} word */
    #nearest(word) {
      const most = word.length < 7 ? 1 : 2;
      let nearest = null;
      let least = most + 1;
      for (const other of this.#known) {
        if (Math.abs(other.length - word.length) > most) continue;
        const far = finding.distance(word, other, most);
        if (far < least) [nearest, least] = [other, far];
      }
      return nearest;
    }
  };
}
