// @ts-check
// What is offered before the results: what a citation means, and what is called by the very words of a query. Pure.
"use strict";
{
  const { finding } = globalThis;

  const MOST = 8;
  // With a digit, it is a citation or nothing.
  const NUMBERED = /\p{N}/u;

  finding.SearchOffers = class {
    #citations;
    #questions;
    #explained;
    /** What has a name, by the stems of its words in whatever order: "rights of children", "children’s rights". @type {Map<string, Set<SearchRow>> | undefined} */
    #called;

    /**
     * @param {CitationIndex} citations
     * @param {Set<string>} questions words that say nothing
     * @param {SearchRow[]} explained words that are explained: "three Ps, four Ps"
     */
    constructor(citations, questions, explained) {
      this.#explained = explained;
      this.#citations = citations;
      this.#questions = questions;
    }

    /**
     * @param {string} text
     * @param {string | null} meant what is looked for in its place
     */
    of(text, meant = null) {
      const ways = [text, ...(meant ? [meant] : [])];
      for (const way of ways) {
        const cited = this.#citations.resolve(way).filter(({ exact, instead }) => exact || instead);
        const offers = cited.length ? cited : this.#named(way);
        if (offers.length) return this.#ordered(offers).slice(0, MOST);
      }
      return [];
    }

    // A term says how many paragraphs it is given to, and leads to all of them.
    /** @param {Offer[]} offers */
    #ordered(offers) {
      /** @param {Offer} offer */
      const rank = ({ row }) => Number(row.kind !== "term");
      return [...offers].sort((first, second) => rank(first) - rank(second));
    }

    /** @param {string[]} words */
    #key(words) {
      return words.filter((word) => !this.#questions.has(word) && !this.#citations.skipped.has(word)).map(finding.stem).sort().join(" ");
    }

    /**
     * @param {string} text
     * @returns {Offer[]}
     */
    #named(text) {
      if (NUMBERED.test(text)) return [];
      this.#called ??= this.#callAll();
      const key = this.#key(finding.wordsIn(text));
      return [...((key && this.#called.get(key)) || [])].map((row) => ({ row, exact: true }));
    }

    #callAll() {
      /** @type {Map<string, Set<SearchRow>>} */
      const called = new Map();
      for (const [name, rows] of this.#citations.named) {
        const key = NUMBERED.test(name) ? "" : this.#key(name.split(" "));
        if (key) called.set(key, new Set([...(called.get(key) ?? []), ...rows]));
      }
      for (const row of this.#explained) {
        for (const word of row.label.split(/[,()]/)) {
          const key = this.#key(finding.wordsIn(word));
          if (key) called.set(key, new Set([...(called.get(key) ?? []), row]));
        }
      }
      return called;
    }
  };
}
