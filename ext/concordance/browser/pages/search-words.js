// @ts-check
// All words that can be found, and which of them a reader means by a word. Pure.
"use strict";
{
  const { finding } = globalThis;

  // As exports/search_index.py writes them.
  const SIGNS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((sign) => !'"\\<&>'.includes(sign));
  const VALUES = new Map(SIGNS.map((sign, index) => [sign, index]));
  const HALF = SIGNS.length / 2;
  /** @param {string} text */
  finding.signs = (text) => Array.from(text, (sign) => VALUES.get(sign) ?? 0);
  finding.numbers = (text) => {
    const numbers = [];
    let high = 0;
    for (const value of finding.signs(text)) {
      if (value >= HALF) high = (high + value - HALF) * HALF;
      else {
        numbers.push(high + value);
        high = 0;
      }
    }
    return numbers;
  };

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

  /** @param {string} word */
  const firstLetter = (word) => (/^[a-z]/.test(word) ? word[0] : "");

  finding.WordList = class {
    /** @type {Map<string, number>} */
    #places = new Map();
    // The places of words by their stems, by the first letter of these.
    /** @type {Map<string, Map<string, number[]>>} */
    #stemmed = new Map();
    /** @type {Map<string, string[]>} */
    #near = new Map();

    // Each word is written as what it does not share with the one before it.
    /**
     * @param {string} encoded
     * @param {string} counts
     */
    constructor(encoded, counts) {
      let last = "";
      this.words = encoded.split("\n").map((line) => (last = last.slice(0, Number(line[0])) + line.slice(1)));
      this.counts = finding.numbers(counts);
      this.words.forEach((word, place) => this.#places.set(word, place));
    }

    /** @param {string} word */
    placeOf(word) {
      return this.#places.get(word);
    }

    // To stem all words takes as long as all else in a search. It is done by the letter, when a query has a word that begins
    // so: stems of English words begin as these do.
    /** @param {string} word */
    #sharingStem(word) {
      const stem = finding.stem(word);
      const letter = firstLetter(stem);
      let places = this.#stemmed.get(letter);
      if (!places) {
        this.#stemmed.set(letter, (places = new Map()));
        for (const [each, place] of this.#places) {
          if (firstLetter(each) !== letter) continue;
          const own = finding.stem(each);
          places.set(own, [...(places.get(own) ?? []), place]);
        }
      }
      return places.get(stem) ?? [];
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
        const place = this.#places.get(each);
        if (place !== undefined) places.set(place, EXACT);
      }
      return places;
    }

    // Words of the same root, for one that stands nowhere in any form.
    /** @param {string} word */
    akin(word) {
      const root = finding.wordRoot(word);
      // What has the root begins as it does, or nearly so: only that is looked at.
      const start = root.slice(0, SHORTEST_SPELT);
      const akin = root ? this.words.flatMap((each, place) => (each.startsWith(start) && finding.wordRoot(each) === root ? [place] : [])) : [];
      return new Map(akin.map((place) => [place, AKIN]));
    }

    /** @param {string} word */
    begun(word) {
      if (word.length < SHORTEST_BEGINNING || /^\p{N}/u.test(word)) return new Map();
      return new Map(this.words.flatMap((each, place) => (each.startsWith(word) ? [[place, BEGUN]] : [])));
    }

    // "healthcare": two words that the texts write apart, of all such the two of which the rarer is most frequent.
    /** @param {string} word */
    apart(word) {
      /** @type {string[]} */
      let best = [];
      let most = 0;
      for (let at = SHORTEST_BEGINNING; at <= word.length - SHORTEST_BEGINNING; at += 1) {
        const parts = [word.slice(0, at), word.slice(at)];
        const least = Math.min(...parts.map((part) => this.counts[this.#places.get(part) ?? -1] ?? 0));
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
      /** @type {{place: number, rank: number}[]} */
      const near = [];
      this.words.forEach((other, place) => {
        if (other.length < SHORTEST_SPELT || Math.abs(other.length - word.length) > MOST_LONGER || !mayBegin(word, other)) return;
        const far = finding.distance(word, other, most);
        if (far <= most) near.push({ place, rank: far - BY_COUNT * Math.log2(1 + this.counts[place]) });
      });
      near.sort((first, second) => first.rank - second.rank);
      return near.slice(0, MOST_NEAR).map(({ place }) => this.words[place]);
    }
  };
}
