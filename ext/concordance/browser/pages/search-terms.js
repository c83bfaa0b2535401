// @ts-check
// The words of a query that say what is looked for, each with the words of the index that are meant by it. Pure.
"use strict";
{
  const { finding } = globalThis;

  // Of a page that was pasted, so many letters are looked for.
  const LONGEST = 1000;
  // "anti-corruption": what stands before a hyphen and is so short says little, where the texts have no such word.
  const PREFIX = 4;
  // So long a beginning of a word is meant as one wherever it stands: "crypto payments".
  const BEGINNING = 5;
  // "steamers": a slip of one letter in a word so much more frequent is likelier than a form of a rare word, or a root.
  const SLIP = 1;
  const RARER = 8;
  finding.TermQuery = class {
    /** @type {QueryTerm[]} */
    terms = [];
    /** @type {string[]} */
    unknown = [];
    /** @type {string | null} */
    meant = null;
    /** @type {TermQuery["foreign"]} */
    foreign = [];
    /** Words that are none of the edition's, and begin none. @type {string[]} */
    strange = [];
    #index;

    /**
     * @param {string} text
     * @param {WordIndex} index
     */
    constructor(text, index) {
      this.#index = index;
      const telling = this.#telling(this.#asked(text.slice(0, LONGEST)));
      const strange = telling.filter(({ word, joined }) => /\p{L}/u.test(word) && !index.list.forms(word, joined).size);
      const translated = strange.length ? this.#translated(telling, strange) : null;
      const rest = telling.filter(({ word }) => !translated?.has(word));
      rest.forEach((asked, at) => this.#add(asked, at === rest.length - 1));
      this.strange = [...this.unknown];
      // Beside words of another language, what is not known is hardly a misspelt English word.
      const instead = new Map(translated ? [] : this.unknown.flatMap((word) => this.#corrected(word)));
      this.unknown = this.unknown.filter((word) => !instead.has(word));
      const others = telling.filter(({ word }) => this.unknown.includes(word));
      const loosely = others.length ? this.#translated(others, others, true) : null;
      this.unknown = this.unknown.filter((word) => !loosely?.has(word));
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
      const { list } = this.#index;
      // What the texts write as one, with a hyphen or without, is one word.
      const asked = finding.compounds(text).flatMap(({ words, joined }) =>
        joined.includes(".") || (words.length > 1 && list.forms(joined).size)
          ? [{ word: joined, joined: [""], isPrefix: false }]
          : words.map((word, at) => ({ word, joined: [joined], isPrefix: at < words.length - 1 && word.length <= PREFIX })),
      );
      return asked.map(({ word, joined, ...rest }, index) => {
        const beside = [`${asked[index - 1]?.word ?? ""}${word}`, `${word}${asked[index + 1]?.word ?? ""}`];
        return { ...rest, word, joined: [...joined, ...beside].filter((each) => each && each !== word && !/^\p{N}+$/u.test(each)) };
      });
    }

    // Words of another language are understood together, if any of them is none of the edition's.
    /** @type {(telling: AskedWord[], strange: AskedWord[], isLoose?: boolean) => Set<string> | null} */
    #translated(telling, strange, isLoose = false) {
      const translated = this.#index.foreign?.match(telling.map(({ word }) => word), isLoose);
      if (!translated || !strange.some(({ word }) => translated.words.has(word))) return null;
      this.foreign.push({ rows: translated.rows, words: translated.words.size });
      return translated.words;
    }

    // "para" says nothing beside a number, nor a question word anywhere.
    /** @param {AskedWord[]} asked */
    #telling(asked) {
      const { questions, series } = this.#index;
      const hasNumber = asked.some(({ word }) => /^\p{N}/u.test(word));
      for (const [at, each] of asked.entries()) each.isCited = /^\p{N}/u.test(each.word) && series.has(asked[at - 1]?.word);
      return asked.filter(({ word }) => !questions.has(word) && !questions.has(finding.stem(word)) && !(hasNumber && series.has(word)));
    }

    /**
     * @param {AskedWord} asked
     * @param {boolean} isLast the one that may still be typed
     */
    #add({ word, joined, isPrefix, isCited }, isLast) {
      const { list, texts, fillers } = this.#index;
      let places = list.forms(word, joined);
      if (!places.size && (isLast || word.length >= BEGINNING)) places = list.begun(word);
      if (list.placeOf(word) === undefined && this.#isSlip(word, places)) places = new Map();
      else if (!places.size) places = list.akin(word);
      const isOptional = isPrefix || texts.has(word) || this.#index.series.has(word) || fillers.has(word) || fillers.has(finding.stem(word));
      if (places.size) this.terms.push({ word, places, isOptional, isCited });
      else if (!this.#addApart(word) && !this.#addInitials(word)) this.unknown.push(word);
    }

    // Whether a word that is only like words of the index is more like another.
    /**
     * @param {string} word
     * @param {Map<number, number>} places
     */
    #isSlip(word, places) {
      const { list } = this.#index;
      const most = Math.max(0, ...[...places.keys()].map((place) => list.counts[place]));
      return list.nearest(word).some((near) => {
        const place = list.placeOf(near) ?? -1;
        return !places.has(place) && list.counts[place] > RARER * most && finding.distance(word, near, SLIP) <= SLIP;
      });
    }

    // Two words that are found together are meant, whatever else the word may be like.
    /** @param {string} word */
    #addApart(word) {
      const { list } = this.#index;
      const parts = list.apart(word).map((part) => ({ word: part, places: list.forms(part), isOptional: false }));
      if (!parts.length || !this.#index.haveTogether(parts.map(({ places }) => places))) return false;
      this.terms.push(...parts);
      return true;
    }

    // "WFCL": the initials of words of a title.
    /** @param {string} word */
    #addInitials(word) {
      const rows = this.#index.withInitials(word);
      if (rows.size) this.foreign.push({ rows, words: 1 });
      return rows.size > 0;
    }

    // What a misspelt word may have been meant to be: what is found beside most of the words that are known, and some at least.
    /**
     * @param {string} word
     * @returns {[string, string][]}
     */
    #corrected(word) {
      const { list } = this.#index;
      const beside = this.terms.filter(({ isOptional }) => !isOptional);
      const near = list.nearest(word).map((nearest) => {
        const places = list.forms(nearest);
        const known = beside.filter((term) => this.#index.haveTogether([places, term.places])).length;
        return { nearest, places, known };
      });
      const most = Math.max(...near.map(({ known }) => known));
      const best = near.find(({ known }) => known === most && (known > 0 || !beside.length));
      if (!best) return [];
      this.terms.push({ word, places: best.places, isOptional: false });
      return [[word, best.nearest]];
    }
  };
}
