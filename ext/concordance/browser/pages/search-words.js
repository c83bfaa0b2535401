// @ts-check
// All words that can be found, and which of them a reader means by a word. Pure.
"use strict";
{
  const { finding } = globalThis;

  const EXACT = 1;
  const FORM = 0.6;
  const AKIN = 0.7;
  const BEGUN = 0.5;
  const SHORTEST_BEGINNING = 3;
  const SHORTEST_SPELT = 4;
  const MOST_NEAR = 5;
  const MOST_LONGER = 2;
  // How far off a misspelt word may be, by its length.
  /** @param {string} word */
  const farthest = ({ length }) => (length < 6 ? 1 : Math.min(2.2, length / 4));
  // Of two that are nearly as near, the one that is much more frequent is meant.
  const BY_COUNT = 0.1;
  const FIRST_ALIKE = ["ckqs", "sz", "gj", "fvp", "ei"];
  /** @type {(word: string, other: string) => boolean} */
  const mayBegin = (word, other) =>
    word[0] === other[0] || word[1] === other[0] || word[0] === other[1] || FIRST_ALIKE.some((letters) => letters.includes(word[0]) && letters.includes(other[0]));

  const LATIN = /^[a-z]/;
  /** @param {string} word */
  const firstSign = (word) => String.fromCodePoint(word.codePointAt(0) ?? 0);

  // Words that begin with the same sign, in order. To read those of all signs would take as long as a search does.
  class Section {
    /** @type {string[] | undefined} */
    #words;
    #encoded;

    /**
     * @param {string} encoded
     * @param {number} start the place of the first
     */
    constructor(encoded, start) {
      this.#encoded = encoded;
      this.start = start;
      this.sign = firstSign(encoded.slice(1));
    }

    // Each word is written as what it does not share with the one before it.
    get words() {
      let last = "";
      return (this.#words ??= this.#encoded.split("\n").map((line) => (last = last.slice(0, Number(line[0])) + line.slice(1))));
    }

    // Where a word stands, or would stand.
    /** @param {string} word */
    find(word) {
      let [from, to] = [0, this.words.length];
      while (from < to) {
        const middle = (from + to) >> 1;
        if (this.words[middle] < word) from = middle + 1;
        else to = middle;
      }
      return from;
    }
  }

  finding.WordList = class {
    /** @type {Section[]} */
    #sections = [];
    /** @type {Map<string, Section>} */
    #bySign;
    #encodedCounts;
    /** @type {Int32Array | undefined} */
    #counts;
    /** @type {Map<string, number[]>} */
    #stemmed = new Map();
    /** @type {Map<string, string[]>} */
    #near = new Map();

    /** @param {Pick<SearchData, "words" | "sizes" | "counts">} data */
    constructor({ words, sizes, counts }) {
      let start = 0;
      finding.numbers(sizes).forEach((size, at) => {
        this.#sections.push(new Section(words[at], start));
        start += size;
      });
      this.#bySign = new Map(this.#sections.map((section) => [section.sign, section]));
      this.#encodedCounts = counts;
    }

    get counts() {
      return (this.#counts ??= finding.numbers(this.#encodedCounts));
    }

    /** @param {number} place */
    wordAt(place) {
      const section = this.#sections.findLast(({ start }) => start <= place);
      return section?.words[place - section.start] ?? "";
    }

    /** @param {string} word */
    placeOf(word) {
      const section = this.#bySign.get(firstSign(word));
      const at = section?.find(word) ?? 0;
      return section?.words[at] === word ? section.start + at : undefined;
    }

    // The places of words that begin so.
    /** @param {string} start */
    *#beginning(start) {
      const section = this.#bySign.get(firstSign(start));
      if (!section) return;
      for (let at = section.find(start); section.words[at]?.startsWith(start); at += 1) yield { word: section.words[at], place: section.start + at };
    }

    // To stem all words takes longer than all else in a search: only those are that may have the stem.
    /** @param {string} word */
    #sharingStem(word) {
      const stem = finding.stem(word);
      let places = this.#stemmed.get(stem);
      if (!places) this.#stemmed.set(stem, (places = this.#withStem(stem)));
      return places;
    }

    /** @param {string} stem */
    #withStem(stem) {
      /** @type {Set<number>} */
      const places = new Set();
      if (LATIN.test(stem)) {
        const { start, forms } = finding.mayHaveStem(stem);
        for (const { word, place } of this.#beginning(start)) if (finding.stem(word) === stem) places.add(place);
        for (const form of forms) if (finding.stem(form) === stem) places.add(this.placeOf(form) ?? -1);
        places.delete(-1);
      } else {
        const others = this.#sections.filter(({ sign }) => !LATIN.test(sign));
        for (const { words, start } of others) words.forEach((word, at) => finding.stem(word) === stem && places.add(start + at));
      }
      return [...places].sort((first, second) => first - second);
    }

    // The places of the word itself and of its other forms.
    /**
     * @param {string} word
     * @param {string[]} joined
     */
    forms(word, joined = []) {
      /** @type {Map<number, number>} */
      const places = new Map();
      for (const place of this.#sharingStem(word)) if (!/^\p{N}/u.test(word)) places.set(place, FORM);
      for (const each of [word, ...joined]) {
        for (const place of this.#sharingStem(each)) if (each !== word) places.set(place, FORM);
        const place = this.placeOf(each);
        if (place !== undefined) places.set(place, EXACT);
      }
      return places;
    }

    // Words of the same root, for one that stands nowhere in any form.
    /** @param {string} word */
    akin(word) {
      const root = finding.wordRoot(word);
      if (!root) return new Map();
      // What has the root begins as it does, or nearly so: only that is looked at.
      const near = [...this.#beginning(root.slice(0, SHORTEST_SPELT))];
      return new Map(near.flatMap(({ word: each, place }) => (finding.wordRoot(each) === root ? [[place, AKIN]] : [])));
    }

    /** @param {string} word */
    begun(word) {
      if (word.length < SHORTEST_BEGINNING || /^\p{N}/u.test(word)) return new Map();
      return new Map(Array.from(this.#beginning(word), ({ place }) => [place, BEGUN]));
    }

    // "healthcare": two words that the texts write apart, of all such the two of which the rarer is most frequent.
    /** @param {string} word */
    apart(word) {
      /** @type {string[]} */
      let best = [];
      let most = 0;
      for (let at = SHORTEST_BEGINNING; at <= word.length - SHORTEST_BEGINNING; at += 1) {
        const parts = [word.slice(0, at), word.slice(at)];
        const least = Math.min(...parts.map((part) => this.counts[this.placeOf(part) ?? -1] ?? 0));
        if (least > most) [best, most] = [parts, least];
      }
      return best;
    }

    // One query is read anew each time that more of the index is there.
    /** @param {string} word */
    nearest(word) {
      const known = this.#near.get(word) ?? this.#findNearest(word);
      this.#near.set(word, known);
      return known;
    }

    // What begins otherwise is hardly ever meant.
    /** @param {string} word */
    #findNearest(word) {
      if (word.length < SHORTEST_SPELT || /\P{L}/u.test(word)) return [];
      const most = farthest(word);
      /** @type {{other: string, rank: number}[]} */
      const near = [];
      for (const { words, start } of this.#sections) {
        words.forEach((other, at) => {
          if (other.length < SHORTEST_SPELT || Math.abs(other.length - word.length) > MOST_LONGER || !mayBegin(word, other)) return;
          const far = finding.distance(word, other, most);
          if (far <= most) near.push({ other, rank: far - BY_COUNT * Math.log2(1 + this.counts[start + at]) });
        });
      }
      near.sort((first, second) => first.rank - second.rank);
      return near.slice(0, MOST_NEAR).map(({ other }) => other);
    }
  };
}
