// @ts-check
// The words of a query that say what is looked for, each with the words of the index that are meant by it. Pure.
"use strict";
{
  const { finding } = globalThis;

  // Of a page that was pasted, so many letters are looked for.
  const LONGEST = 1000;
  finding.TermQuery = class {
    /** @type {{word: string, places: Map<number, number>}[]} */
    terms = [];
    /** @type {string[]} */
    unknown = [];
    /** @type {string | null} */
    meant = null;
    /** @type {TermQuery["foreign"]} */
    foreign = [];
    #list;

    /**
     * @param {string} text
     * @param {WordIndex} index
     */
    constructor(text, { list, questions, series, foreign }) {
      this.#list = list;
      const asked = this.#asked(text.slice(0, LONGEST));
      const hasNumber = asked.some(({ word }) => /^\p{N}/u.test(word));
      // "para" says nothing beside a number.
      /** @param {string} word */
      const says = (word) => !questions.has(word) && !(hasNumber && series.has(word));
      const telling = asked.filter(({ word }) => says(word));
      /** @type {Map<string, string>} */
      const instead = new Map();
      const isStrange = telling.some(({ word, joined }) => /\p{L}/u.test(word) && !list.forms(word, joined).size);
      const translated = isStrange ? (foreign?.match(telling.map(({ word }) => word)) ?? null) : null;
      if (translated) this.foreign.push({ rows: translated.rows, words: translated.words.size });
      const rest = telling.filter(({ word }) => !translated?.words.has(word));
      rest.forEach(({ word, joined }, at) => this.#add(word, joined, instead, at === rest.length - 1));
      // A number is not taken for another, nor left out where there is hardly anything else.
      if (this.unknown.some((word) => /^\p{N}/u.test(word)) && this.terms.length < 2 && !this.foreign.length) this.terms = [];
      if (instead.size) this.meant = text.replace(/\p{L}+/gu, (written) => instead.get(finding.fold(written)) ?? written);
    }

    // Two words that the texts write as one are looked for as one, too, and the other way round.
    /** @param {string} text */
    #asked(text) {
      const asked = finding.compounds(text).flatMap(({ words, joined }) =>
        joined.includes(".") ? [{ word: joined, joined: [""] }] : words.map((word) => ({ word, joined: [joined] })),
      );
      return asked.map(({ word, joined }, index) => {
        const beside = [`${asked[index - 1]?.word ?? ""}${word}`, `${word}${asked[index + 1]?.word ?? ""}`];
        return { word, joined: [...joined, ...beside].filter((each) => each && each !== word && !/^\p{N}+$/u.test(each)) };
      });
    }

    /**
     * @param {string} word
     * @param {string[]} joined
     * @param {Map<string, string>} instead
     * @param {boolean} isLast the one that may still be typed
     */
    #add(word, joined, instead, isLast) {
      let places = this.#list.forms(word, joined);
      if (!places.size && isLast) places = this.#list.begun(word);
      if (!places.size) {
        const nearest = this.#list.nearest(word);
        if (nearest) {
          instead.set(word, nearest);
          places = this.#list.forms(nearest);
        }
      }
      if (places.size) this.terms.push({ word, places });
      else this.unknown.push(word);
    }
  };
}
