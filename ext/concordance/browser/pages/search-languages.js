// @ts-check
// What words of other languages find. Articles and endings may differ, and other words stand between them. Pure.
"use strict";
{
  const { finding } = globalThis;

  const NAMED = 6;
  const OTHER = 1.5;
  // Of a name of several words, so much must be asked for.
  const ENOUGH = 0.6;
  const TELLING = 4;

  // As exports/search_phrasings.py divides them.
  finding.lettersOf = (word) => {
    if (/^\P{L}*\p{Script=Arabic}/u.test(word)) return "arabic";
    if (/^\P{L}*\p{Script=Cyrillic}/u.test(word)) return "cyrillic";
    return /^\P{L}*\p{Script=Han}/u.test(word) ? "han" : "latin";
  };

  /** @param {string} text */
  const stems = (text) => finding.compounds(text).flatMap(({ words }) => words.map(finding.stem));

  finding.ForeignWords = class {
    /** @type {{stems: string[], named: number[], others: number[]}[]} */
    #names;

    /** @param {ForeignRow[]} rows */
    constructor(rows) {
      this.#names = rows.flatMap(([searched, named, others]) => searched.map((name) => ({ stems: stems(name), named, others })));
    }

    // Of those of which enough is asked for, what has most words; of others what has most of its words, if one says anything.
    /**
     * @template {{stems: string[], has: string[]}} Matched
     * @param {Matched[]} matched
     * @param {boolean} isLoose whether these will do
     */
    #best(matched, isLoose) {
      const enough = matched.filter(({ has, stems: { length } }) => has.length / length >= ENOUGH);
      const most = Math.max(...enough.map(({ has }) => has.length));
      if (enough.length || !isLoose) return enough.filter(({ has }) => has.length === most);
      const telling = matched.filter(({ has }) => has.some((stem) => stem.length >= TELLING || /^\p{Script=Han}/u.test(stem)));
      const share = Math.max(...telling.map(({ has, stems: { length } }) => has.length / length));
      return telling.filter(({ has, stems: { length } }) => has.length / length === share);
    }

    /** @param {string[]} asked */
    match(asked, isLoose = false) {
      const known = new Map(asked.map((word) => [finding.stem(word), word]));
      const matched = this.#names
        .filter((name) => name.stems.some((stem) => known.has(stem)))
        .map((name) => ({ ...name, has: name.stems.filter((stem) => known.has(stem)) }));
      const best = this.#best(matched, isLoose);
      if (!best.length) return null;
      // What several of the words stand for comes before what only one of them does.
      /** @type {Map<string, Map<number, number>>} */
      const byWords = new Map();
      for (const { named, others, has, stems: { length } } of best) {
        const share = has.length / length;
        const rows = byWords.get(has.join(" ")) ?? new Map();
        byWords.set(has.join(" "), rows);
        named.forEach((row, at) => rows.set(row, Math.max(rows.get(row) ?? 0, share * (NAMED - Math.min(at, 9) / 10))));
        for (const row of others) rows.set(row, Math.max(rows.get(row) ?? 0, share * OTHER));
      }
      /** @type {Map<number, number>} */
      const rows = new Map();
      for (const each of byWords.values()) for (const [row, worth] of each) rows.set(row, (rows.get(row) ?? 0) + worth);
      const words = best.flatMap(({ has }) => has.map((stem) => known.get(stem) ?? ""));
      return { rows, words: new Set(words) };
    }
  };
}
