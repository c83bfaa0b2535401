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
  const MOST_SIGNS = 128;
  const WEIGHTS = Float64Array.from({ length: MOST_SIGNS }, (_, level) => 2 ** (level / WEIGHT_STEPS));

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

    // Of phrases that mean the same, the strongest counts.
    /** @param {Iterable<[phrase: number, strength: number]>} phrases */
    strongest(phrases) {
      /** @type {Map<number, number>} */
      const strengths = new Map();
      for (const [phrase, strength] of phrases) {
        const start = this.#starts[phrase];
        strengths.set(start, Math.max(strengths.get(start) ?? 0, strength));
      }
      return strengths;
    }

    /** @param {number} start */
    meantAt(start) {
      const known = this.#meant.get(start) ?? this.#read(start);
      this.#meant.set(start, known);
      return known;
    }

    /** @param {number} start */
    #read(start) {
      const named = this.#numbers.subarray(start + 1, start + 1 + this.#numbers[start]);
      const others = start + 1 + named.length;
      const worth = named.length === 1 && !this.#numbers[others] ? ASKED : NAMED;
      /** @type {Map<number, number>} */
      const records = new Map();
      let last = -1;
      for (const distance of this.#numbers.subarray(others + 1, others + 1 + this.#numbers[others])) records.set((last += distance), OTHER);
      named.forEach((record, place) => records.set(record, worth === NAMED && !place ? NAMED * FIRST : worth));
      return records;
    }
  }

  finding.WordPostings = class {
    #data;
    #list;
    /** How many words are in all parts up to the end of each. @type {number[]} */
    #ends = [];
    /** @type {Map<string, {records: Int32Array, weights: Uint8Array}>} */
    #read = new Map();
    #lengths;
    /** What postings are read with. @type {{starts: Int32Array, phrasings: Phrasings} | undefined} */
    #prepared;
    missing = new Set();

    /**
     * @param {SearchData} data
     * @param {WordList} list
     */
    constructor(data, list) {
      this.#data = data;
      this.#list = list;
      this.#lengths = Float64Array.from(finding.signs(data.lengths), (level) => 2 ** (level / LENGTH_STEPS + SHORTEST));
      let end = 0;
      for (const size of finding.numbers(data.parts)) this.#ends.push((end += size));
    }

    prepare() {
      return (this.#prepared ??= { starts: this.#startsOf(this.#list.counts), phrasings: new Phrasings(this.#data.phrasings) });
    }

    // How many postings stand before those of each word, in its part.
    /** @param {Int32Array} counts */
    #startsOf(counts) {
      const starts = new Int32Array(counts.length);
      let word = 0;
      for (const end of this.#ends) {
        for (let start = 0; word < end; word += 1) {
          starts[word] = start;
          start += counts[word];
        }
      }
      return starts;
    }

    /** @type {WordPostings["add"]} */
    add(part, [records, weights]) {
      this.#read.set(part, { records: finding.numbers(records), weights: finding.signs(weights) });
    }

    /** @type {WordPostings["partOf"]} */
    partOf(word) {
      return String(this.#ends.findIndex((end) => word < end));
    }

    /** @type {WordPostings["require"]} */
    require(words) {
      for (const word of words) {
        const part = this.partOf(word);
        if (!this.#read.has(part)) this.missing.add(part);
      }
    }

    /** @type {WordPostings["wordsWith"]} */
    wordsWith(part) {
      const [from, to] = [this.#ends[Number(part) - 1] ?? 0, this.#ends[Number(part)]];
      return Array.from({ length: to - from }, (_, at) => from + at);
    }

    /** @type {WordPostings["recordsOf"]} */
    recordsOf(word) {
      const from = this.prepare().starts[word];
      let place = -1;
      const distances = this.#read.get(this.partOf(word))?.records.subarray(from, from + this.#list.counts[word]) ?? [];
      return Array.from(distances, (distance) => (place += distance)).filter((each) => each < this.#lengths.length);
    }

    /** @type {WordPostings["of"]} */
    of(places) {
      /** @type {WordMatches} */
      const matches = { records: new Map(), phrases: new Map() };
      const { starts } = this.prepare();
      const count = this.#lengths.length;
      for (const [word, factor] of places) {
        const part = this.partOf(word);
        const read = this.#read.get(part);
        if (!read) {
          this.missing.add(part);
          continue;
        }
        const from = starts[word];
        let place = -1;
        for (let at = from; at < from + this.#list.counts[word]; at += 1) {
          place += read.records[at];
          const weight = factor * WEIGHTS[read.weights[at]];
          if (place < count) matches.records.set(place, (matches.records.get(place) ?? 0) + weight / this.#lengths[place]);
          else matches.phrases.set(place, Math.max(matches.phrases.get(place) ?? 0, weight / PARTS));
        }
      }
      return matches;
    }

    /** @type {WordPostings["meantBy"]} */
    meantBy(phrases) {
      const { phrasings } = this.prepare();
      const count = this.#lengths.length;
      /** @type {Map<number, number>} */
      const meant = new Map();
      const behind = Array.from(phrases, ([phrase, strength]) => /** @type {[number, number]} */ ([phrase - count, strength]));
      for (const [start, strength] of phrasings.strongest(behind)) {
        for (const [record, worth] of phrasings.meantAt(start)) meant.set(record, Math.max(meant.get(record) ?? 0, worth * strength));
      }
      return meant;
    }
  };
}
