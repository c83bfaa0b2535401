// @ts-check
// The words of a query that say what is looked for, each with the words of the index that are meant by it. Pure.
"use strict";
{
  const { finding } = globalThis;

  // Of a page that was pasted, so many letters are looked for.
  const LONGEST = 1000;
  // "anti-corruption", "co-operation": what stands before a hyphen and is so short says little.
  const PREFIX = 4;
  finding.TermQuery = class {
    /** @type {QueryTerm[]} */
    terms = [];
    /** @type {string[]} */
    unknown = [];
    /** @type {string | null} */
    meant = null;
    /** @type {TermQuery["foreign"]} */
    foreign = [];
    #index;

    /**
     * @param {string} text
     * @param {WordIndex} index
     */
    constructor(text, index) {
      this.#index = index;
      const telling = this.#telling(this.#asked(text.slice(0, LONGEST)));
      const isStrange = telling.some(({ word, joined }) => /\p{L}/u.test(word) && !index.list.forms(word, joined).size);
      const translated = isStrange ? (index.foreign?.match(telling.map(({ word }) => word)) ?? null) : null;
      if (translated) this.foreign.push({ rows: translated.rows, words: translated.words.size });
      const rest = telling.filter(({ word }) => !translated?.words.has(word));
      rest.forEach((asked, at) => this.#add(asked, at === rest.length - 1));
      const instead = new Map(this.unknown.flatMap((word) => this.#corrected(word)));
      this.unknown = this.unknown.filter((word) => !instead.has(word));
      // A number is not taken for another, nor left out where there is hardly anything else.
      if (this.unknown.some((word) => /^\p{N}/u.test(word)) && this.terms.length < 2 && !this.foreign.length) this.terms = [];
      if (this.terms.every(({ isOptional }) => isOptional)) for (const term of this.terms) term.isOptional = false;
      if (instead.size) this.meant = text.replace(/\p{L}+/gu, (written) => instead.get(finding.fold(written)) ?? written);
    }

    // Two words that the texts write as one are looked for as one, too, and the other way round.
    /**
     * @param {string} text
     * @returns {AskedWord[]}
     */
    #asked(text) {
      const asked = finding.compounds(text).flatMap(({ words, joined }) =>
        joined.includes(".")
          ? [{ word: joined, joined: [""], isPrefix: false }]
          : words.map((word, at) => ({ word, joined: [joined], isPrefix: at < words.length - 1 && word.length <= PREFIX })),
      );
      return asked.map(({ word, joined, isPrefix }, index) => {
        const beside = [`${asked[index - 1]?.word ?? ""}${word}`, `${word}${asked[index + 1]?.word ?? ""}`];
        return { word, isPrefix, joined: [...joined, ...beside].filter((each) => each && each !== word && !/^\p{N}+$/u.test(each)) };
      });
    }

    // "para" says nothing beside a number, nor a question word anywhere.
    /** @param {AskedWord[]} asked */
    #telling(asked) {
      const { questions, series } = this.#index;
      const hasNumber = asked.some(({ word }) => /^\p{N}/u.test(word));
      return asked.filter(({ word }) => !questions.has(word) && !(hasNumber && series.has(word)));
    }

    /**
     * @param {AskedWord} asked
     * @param {boolean} isLast the one that may still be typed
     */
    #add({ word, joined, isPrefix }, isLast) {
      const { list, texts } = this.#index;
      let places = list.forms(word, joined);
      if (!places.size && isLast) places = list.begun(word);
      if (places.size) this.terms.push({ word, places, isOptional: isPrefix || texts.has(word) });
      else this.unknown.push(word);
    }

    // What a misspelt word may have been meant to be, if anything has that beside the words that are known.
    /**
     * @param {string} word
     * @returns {[string, string][]}
     */
    #corrected(word) {
      const { list } = this.#index;
      const beside = this.terms.filter(({ isOptional }) => !isOptional).map(({ places }) => places);
      for (const nearest of list.nearest(word)) {
        const places = list.forms(nearest);
        if (!this.#index.haveTogether([places, ...beside])) continue;
        this.terms.push({ word, places, isOptional: false });
        return [[word, nearest]];
      }
      return [];
    }
  };
}
