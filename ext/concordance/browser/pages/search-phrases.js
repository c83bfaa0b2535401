// @ts-check
// Which records have words one right behind another, as they stand in quotation marks. Pure.
"use strict";
{
  const { finding } = globalThis;

  finding.PhraseIndex = class {
    /** By its place, where each word stands in each record. @type {Map<number, Map<number, number[]>>} */
    #standing = new Map();
    #list;
    #postings;
    #questions;

    /**
     * @param {WordList} list
     * @param {WordPostings} postings
     * @param {WordSet} questions words that are not indexed
     */
    constructor(list, postings, questions) {
      this.#list = list;
      this.#postings = postings;
      this.#questions = questions;
    }

    /** @type {PhraseIndex["missing"]} */
    missing(phrases) {
      const places = phrases.flatMap((phrase) => finding.wordsIn(phrase).flatMap((word) => this.#list.placeOf(word) ?? []));
      return [...new Set(places.filter((place) => !this.#standing.has(place)).map((place) => this.#postings.partOf(place)))];
    }

    /** @type {PhraseIndex["add"]} */
    add(part, encoded) {
      const numbers = finding.numbers(encoded);
      let at = 0;
      for (const place of this.#postings.wordsWith(part)) {
        /** @type {Map<number, number[]>} */
        const standing = new Map();
        for (const record of this.#postings.recordsOf(place)) {
          const count = numbers[at];
          at += 1;
          let last = -1;
          standing.set(record, Array.from(numbers.subarray(at, at + count), (distance) => (last += distance)));
          at += count;
        }
        this.#standing.set(place, standing);
      }
    }

    /** @type {PhraseIndex["has"]} */
    has(record, phrase) {
      const words = finding.wordsIn(phrase).map((word, offset) => ({ word, offset, place: this.#list.placeOf(word) }));
      const known = words.filter(({ place }) => place !== undefined);
      if (words.some(({ word, place }) => place === undefined && !this.#questions.has(word))) return false;
      const [first, ...others] = known.map(({ place, offset }) => ({ offset, at: this.#standing.get(place ?? -1)?.get(record) ?? [] }));
      if (!first) return true;
      return first.at.some((start) => others.every(({ offset, at }) => at.includes(start - first.offset + offset)));
    }
  };
}
