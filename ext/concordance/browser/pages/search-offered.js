// @ts-check
// What is offered before the results: what a citation means, and what is called by the very words of a query. Pure.
"use strict";
{
  const { finding } = globalThis;

  const MOST = 8;
  // Of what is only called by words, so many leave room for results; one, where the query has other words.
  const MOST_NAMED = 2;
  const MOST_WORDS = 12;
  // With a digit, it is a citation or nothing.
  const NUMBERED = /\p{N}/u;
  const CAPITALS = /^\p{Lu}{3,}$/u;
  const WORK = "work";

  // What a name is known by, in whatever form and order its words are: "rights of children", "children’s rights".
  /** @param {string[]} words */
  const keyOf = (words) => words.map(finding.stem).sort().join(" ");

  finding.SearchOffers = class {
    #citations;
    #little;
    #questions;
    #explained;
    /** @type {{name: string, row: () => SearchRow}[] | undefined} */
    #explanations;

    /**
     * @param {CitationIndex} citations
     * @param {WordSet} questions words that say nothing
     * @param {WordSet} little words that say nothing, or little
     * @param {() => ExplainedWords[]} explained words that are explained: "three Ps, four Ps"
     */
    constructor(citations, questions, little, explained) {
      this.#explained = explained;
      this.#little = little;
      this.#citations = citations;
      this.#questions = questions;
    }

    /**
     * @param {string} text
     * @param {string | null} meant what is looked for in its place
     */
    of(text, meant = null) {
      const notices = this.#notices(text);
      return [...notices, ...this.#others(text, meant).filter(({ row }) => row.kind !== "notice")];
    }

    // What some readers need before all else. A name with words that say nothing, "I was trafficked", is heeded as it is
    // written: without them, it may say anything.
    /**
     * @param {string} text
     * @returns {Offer[]}
     */
    #notices(text) {
      const { notices } = this.#citations.data;
      if (!notices.length || NUMBERED.test(text)) return [];
      const words = finding.wordsIn(text);
      const isSilent = (/** @type {string} */ word) => this.#questions.has(word);
      const keys = new Set([keyOf(words), keyOf(words.filter((word) => !isSilent(word)))]);
      const isMeant = (/** @type {string[]} */ own) => keys.has(keyOf(own)) && (!own.some(isSilent) || own.length === words.length);
      const meant = notices.filter(([name]) => isMeant(finding.wordsIn(name))).slice(0, 1);
      return meant.map(([, index]) => ({ row: this.#citations.rows[index], exact: true }));
    }

    /**
     * @param {string} text
     * @param {string | null} meant
     */
    #others(text, meant) {
      const ways = [text, ...(meant ? [meant] : [])];
      for (const way of ways) {
        const cited = this.#citations.meant(way);
        const offers = cited.length ? cited : [...this.#citedAmid(way), ...this.#named(way)];
        if (offers.length) return this.#ordered(offers).slice(0, this.#most(way));
      }
      return this.#namedAmid(text);
    }

    // "when did the Trafficking Protocol come into force": the work that is named by more than one word, or by capitals.
    /**
     * @param {string} text
     * @returns {Offer[]}
     */
    #namedAmid(text) {
      const words = text.split(/[^\p{L}\p{N}’'-]+/u).filter(Boolean);
      if (NUMBERED.test(text) || words.length > MOST_WORDS) return [];
      const stretches = words.flatMap((_, from) => words.slice(from).map((_each, length) => words.slice(from, from + length + 1)));
      stretches.sort((first, second) => second.length - first.length);
      for (const stretch of stretches) {
        if (this.#telling(stretch.flatMap(finding.wordsIn)).length < 2 && !CAPITALS.test(stretch.join(" "))) continue;
        const works = this.#citations.called(stretch.join(" ")).filter(({ role, isPart }) => role === WORK && !isPart);
        if (works.length === 1) return [{ row: works[0], exact: true }];
      }
      return [];
    }

    /** @param {string} text */
    #most(text) {
      if (NUMBERED.test(text)) return MOST;
      const words = finding.wordsIn(text);
      return this.#telling(words).length < words.length ? 1 : MOST_NAMED;
    }

    // "what does article 24 of the Convention say": the longest stretch with all numbers that is a citation.
    /**
     * @param {string} text
     * @returns {Offer[]}
     */
    #citedAmid(text) {
      const words = text.trim().split(/\s+/);
      if (!NUMBERED.test(text) || words.length > MOST_WORDS) return [];
      const numbered = words.flatMap((word, at) => (NUMBERED.test(word) ? [at] : []));
      const [start, last] = [numbered[0], numbered[numbered.length - 1]];
      const ends = words.map((_, at) => at + 1).filter((end) => end > last);
      const stretches = words.slice(0, start + 1).flatMap((_, from) => ends.map((end) => words.slice(from, end)));
      stretches.sort((first, second) => second.length - first.length);
      const telling = this.#telling(words.flatMap(finding.wordsIn)).length;
      for (const stretch of stretches) {
        const own = this.#telling(stretch.flatMap(finding.wordsIn));
        // A number alone may be anything.
        if (!own.some((word) => !NUMBERED.test(word))) continue;
        const cited = this.#citations.meant(stretch.join(" ").replace(/[?!.,;:]+$/, "")).filter(({ exact }) => exact);
        // Of several, the words left out may tell which is meant: results heed them.
        if (cited.length && (own.length === telling || cited.length <= numbered.length)) return cited;
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
    #telling(words) {
      return words.filter((word) => !this.#little.has(word) && !this.#citations.skipped.has(word));
    }

    /**
     * @param {string} text
     * @returns {Offer[]}
     */
    #named(text) {
      if (NUMBERED.test(text)) return [];
      const words = this.#telling(finding.wordsIn(text));
      if (!words.length) return [];
      const key = keyOf(words);
      // To stem all names would take longer than all else: only those are that have as many words which begin so.
      const starts = words.map((word) => {
        const { start, forms } = finding.mayHaveStem(finding.stem(word));
        return [start, ...forms].map((each) => ` ${each}`);
      });
      /** @param {string} name */
      const mayBe = (name) => {
        const spaced = ` ${name}`;
        return starts.every((ways) => ways.some((way) => spaced.includes(way))) && !NUMBERED.test(name);
      };
      /** @type {Set<SearchRow>} */
      const rows = new Set();
      /** @type {(name: string, called: SearchRow[]) => void} */
      const add = (name, called) => {
        const own = this.#telling(name.split(" "));
        if (own.length === words.length && keyOf(own) === key) for (const row of called) rows.add(row);
      };
      for (const [name, called] of this.#citations.named) if (mayBe(name)) add(name, called);
      this.#explanations ??= this.#explained().flatMap(({ label, row }) => label.split(/[,()]/).map((name) => ({ name: finding.wordsIn(name).join(" "), row })));
      for (const { name, row } of this.#explanations) if (mayBe(name)) add(name, [row()]);
      return Array.from(rows, (row) => ({ row, exact: true }));
    }
  };
}
