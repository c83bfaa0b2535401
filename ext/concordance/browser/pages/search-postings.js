// @ts-check
// Which records have a word, and which are meant by the phrases that have it. Pure.
"use strict";
{
  const { finding } = globalThis;

  const WEIGHT_STEPS = 2;
  const LENGTH_STEPS = 8;
  const SHORTEST = -2;
  const PARTS = 32;
  // What a phrase counts for the record that is meant by it alone, for each of several, and for those that only say so.
  const ASKED = 7;
  const NAMED = 4;
  // Editors name the best first.
  const FIRST = 1.4;
  const OTHER = 2;

  // Of most phrases nobody asks: what they mean is read when it is needed.
  class Phrasings {
    #numbers;
    /** Where what each phrase means begins. @type {number[]} */
    #starts = [];
    /** @type {Map<number, Map<number, number>>} */
    #meant = new Map();

    /** @param {string} encoded */
    constructor(encoded) {
      const numbers = (this.#numbers = finding.numbers(encoded));
      for (let at = 0; at < numbers.length; ) {
        for (let count = numbers[at]; count > 0; count -= 1) this.#starts.push(at + 1);
        const named = at + 1;
        const others = named + 1 + numbers[named];
        at = others + 1 + numbers[others];
      }
    }

    /** @param {number} phrase */
    of(phrase) {
      const start = this.#starts[phrase];
      const known = this.#meant.get(start) ?? this.#read(start);
      this.#meant.set(start, known);
      return known;
    }

    /** @param {number} start */
    #read(start) {
      const named = this.#numbers.slice(start + 1, start + 1 + this.#numbers[start]);
      const others = start + 1 + named.length;
      const worth = named.length === 1 && !this.#numbers[others] ? ASKED : NAMED;
      /** @type {Map<number, number>} */
      const records = new Map();
      let last = -1;
      for (const distance of this.#numbers.slice(others + 1, others + 1 + this.#numbers[others])) records.set((last += distance), OTHER);
      named.forEach((record, place) => records.set(record, worth === NAMED && !place ? NAMED * FIRST : worth));
      return records;
    }
  }

  finding.WordPostings = class {
    /** @type {{part: string, from: number, to: number}[]} */
    #ranges = [];
    /** @type {Map<string, {records: number[], weights: number[]}>} */
    #read = new Map();
    #lengths;
    #count;
    #phrasings;
    missing = new Set();

    /**
     * @param {SearchData} data
     * @param {WordList} list
     */
    constructor(data, list) {
      this.#lengths = finding.signs(data.lengths).map((level) => 2 ** (level / LENGTH_STEPS + SHORTEST));
      this.#count = this.#lengths.length;
      this.#phrasings = new Phrasings(data.phrasings);
      /** @type {Map<string, number>} */
      const ends = new Map();
      const parts = finding.numbers(data.parts).flatMap((count, part) => Array(count).fill(String(part)));
      list.words.forEach((_word, place) => {
        const part = parts[place];
        const from = ends.get(part) ?? 0;
        const to = from + list.counts[place];
        ends.set(part, to);
        this.#ranges.push({ part, from, to });
      });
    }

    /** @type {WordPostings["add"]} */
    add(part, [records, weights]) {
      this.#read.set(part, { records: finding.numbers(records), weights: finding.signs(weights).map((level) => 2 ** (level / WEIGHT_STEPS)) });
    }

    /** @type {WordPostings["partOf"]} */
    partOf(word) {
      return this.#ranges[word].part;
    }

    /** @type {WordPostings["wordsWith"]} */
    wordsWith(part) {
      return this.#ranges.flatMap((range, word) => (range.part === part ? [word] : []));
    }

    /** @type {WordPostings["recordsOf"]} */
    recordsOf(word) {
      const { part, from, to } = this.#ranges[word];
      let place = -1;
      const places = (this.#read.get(part)?.records ?? []).slice(from, to).map((distance) => (place += distance));
      return places.filter((each) => each < this.#count);
    }

    /** @type {WordPostings["of"]} */
    of(places) {
      /** @type {WordMatches} */
      const matches = { records: new Map(), phrases: new Map() };
      for (const [word, factor] of places) {
        const { part, from, to } = this.#ranges[word];
        const read = this.#read.get(part);
        if (!read) {
          this.missing.add(part);
          continue;
        }
        let place = -1;
        for (let at = from; at < to; at += 1) {
          place += read.records[at];
          const weight = factor * read.weights[at];
          if (place < this.#count) matches.records.set(place, (matches.records.get(place) ?? 0) + weight / this.#lengths[place]);
          else matches.phrases.set(place, Math.max(matches.phrases.get(place) ?? 0, weight / PARTS));
        }
      }
      return matches;
    }

    /** @type {WordPostings["meantBy"]} */
    meantBy(phrases) {
      /** @type {Map<number, number>} */
      const meant = new Map();
      for (const [phrase, strength] of phrases) {
        for (const [record, worth] of this.#phrasings.of(phrase - this.#count)) meant.set(record, Math.max(meant.get(record) ?? 0, worth * strength));
      }
      return meant;
    }
  };
}
