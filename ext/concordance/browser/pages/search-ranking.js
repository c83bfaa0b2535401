// @ts-check
// Ranks the records that have words of a query, or are meant by phrases with them. Pure.
"use strict";
{
  const { finding } = globalThis;

  const SATURATION = 2;
  const MERIT = 20;
  // In phrases that editors wrote for it, one record is nearly as good as another.
  const OF_MERIT = 0.25;
  // Of a phrase, one word of many says less than its share; but if all of it is asked for and nothing else, it is what is meant.
  const IN_PART = 2;
  const OF_PHRASE = 2;
  const OF_QUERY = 3;
  // How much it counts that a record has all of the words.
  const BY_SHARE = 1.5;
  // What so large a share of all records has, none needs to have.
  const COMMON = 1 / 6;
  // So many more records might have a word by chance: one that a single record has says little more than one that five have.
  const CHANCE = 3;
  const OF_OPTIONAL = 0.3;
  // What the best are called is compared with the query as a whole.
  const BY_NAME = 0.3;
  const COMPARED = 60;
  // What is shown first is to say something of every word: as much as the best does, or so large a part of it.
  const FIRST = 3;
  const SAYS_IT = 0.5;
  const NOT_WORSE = 0.3;
  const ALL = 0.999;

  /** @param {QueryPart} part */
  const worthOf = ({ rarity, isOptional }) => rarity * (isOptional ? OF_OPTIONAL : 1);
  /** @param {number} weight */
  const saturated = (weight) => (weight * (SATURATION + 1)) / (SATURATION + weight);
  /** @type {(first: Ranked, second: Ranked) => number} */
  const byScore = (first, second) => second.score - first.score || first.place - second.place;

  finding.WordRanking = class {
    #records;
    #postings;
    #questions;
    #merits;

    /**
     * @param {SearchData} data
     * @param {SearchRecords} records
     * @param {WordPostings} postings
     * @param {WordSet} questions
     */
    constructor(data, records, postings, questions) {
      this.#records = records;
      this.#postings = postings;
      this.#questions = questions;
      this.#merits = Array.from(data.merits, (sign) => (sign.charCodeAt(0) - 48) / MERIT);
    }

    /** @type {WordRanking["match"]} */
    match({ terms, foreign }) {
      const matched = terms.map(({ places, isOptional, isCited }) => {
        const having = this.#postings.of(places);
        return { ...having, phrases: isCited ? new Map() : having.phrases, isOptional };
      });
      /** How much of each phrase is asked for. @type {Map<number, number>} */
      const shares = new Map();
      for (const { phrases } of matched) for (const [phrase, share] of phrases) shares.set(phrase, Math.min(1, (shares.get(phrase) ?? 0) + share));
      const meant = matched.map((part) => {
        const strengths = new Map([...part.phrases.keys()].map((phrase) => [phrase, (shares.get(phrase) ?? 0) ** IN_PART]));
        return { ...part, meant: this.#postings.meantBy(strengths) };
      });
      const translated = foreign.map(({ rows }) => ({ records: new Map(), phrases: new Map(), meant: rows, isOptional: false }));
      const parts = [...meant, ...translated].map((part) => {
        const having = new Set([...part.records.keys(), ...part.meant.keys()]);
        return { ...part, having, isNeeded: !part.isOptional, rarity: Math.log(1 + (this.#records.length - having.size) / (having.size + CHANCE)) };
      });
      /** @param {QueryPart} part */
      const isRare = ({ isNeeded, having }) => isNeeded && having.size <= this.#records.length * COMMON;
      if (parts.some(isRare)) for (const part of parts) part.isNeeded = isRare(part);
      return { terms, parts, whole: this.#meantAsWhole(parts, shares) };
    }

    // What is meant by phrases that are much of the query, and of which the query is much.
    /**
     * @param {QueryPart[]} parts
     * @param {Map<number, number>} shares
     */
    #meantAsWhole(parts, shares) {
      /** @type {Map<number, number>} */
      const asked = new Map();
      let all = 0;
      for (const part of parts) {
        const worth = worthOf(part);
        all += worth;
        for (const phrase of part.phrases.keys()) asked.set(phrase, (asked.get(phrase) ?? 0) + worth);
      }
      const strengths = [...asked].map(([phrase, worth]) => /** @type {const} */ ([phrase, all * (shares.get(phrase) ?? 0) ** OF_PHRASE * (worth / all) ** OF_QUERY]));
      return this.#postings.meantBy(new Map(strengths));
    }

    /** @type {WordRanking["rank"]} */
    rank({ terms, parts, whole }) {
      /** @type {Map<number, {score: number, covered: number}>} */
      const scores = new Map();
      let all = 0;
      for (const part of parts) {
        const worth = worthOf(part);
        const needed = part.isNeeded ? worth : 0;
        all += needed;
        for (const record of part.having) {
          const { score, covered } = scores.get(record) ?? { score: 0, covered: 0 };
          scores.set(record, { score: score + worth * this.#weight(part, record), covered: covered + needed });
        }
      }
      const ranked = [...scores].map(([place, { score, covered }]) => {
        const share = covered / all;
        return { place, share, score: (score + (whole.get(place) ?? 0) * this.#merits[place] ** OF_MERIT) * share ** BY_SHARE };
      });
      ranked.sort(byScore);
      const asked = terms.map(({ word }, at) => {
        const stem = finding.stem(word);
        const { start, forms } = finding.mayHaveStem(stem);
        return { stem, starts: [start, ...forms], worth: worthOf(parts[at]) };
      });
      for (const each of ranked.slice(0, COMPARED)) each.score *= 1 + BY_NAME * this.#namedBy(each.place, asked);
      return this.#varied(ranked.sort(byScore), parts);
    }

    // "temple prostitution": where nothing has all words, and the first few say nothing of one of them, the last of these
    // makes way for the best that does; unless it alone says something of a word that is worth more.
    /**
     * @param {Ranked[]} ranked
     * @param {QueryPart[]} parts
     */
    #varied(ranked, parts) {
      const first = ranked.slice(0, FIRST);
      if (ranked.length <= FIRST || first[0].share > ALL) return ranked;
      const kept = first.slice(0, FIRST - 1);
      const needed = parts.filter(({ isNeeded }) => isNeeded).sort((each, other) => worthOf(other) - worthOf(each));
      for (const part of needed) {
        const enough = SAYS_IT * Math.max(...[...part.having].map((place) => this.#weight(part, place)));
        /** @param {Ranked} each */
        const says = ({ place }) => part.having.has(place) && this.#weight(part, place) >= enough;
        if (kept.some(says)) continue;
        if (says(first[FIRST - 1])) return ranked;
        const best = ranked.find(says);
        if (!best || best.score < NOT_WORSE * first[FIRST - 1].score) continue;
        return [...kept, best, ...ranked.filter((each) => each !== best && !kept.includes(each))];
      }
      return ranked;
    }

    /**
     * @param {QueryPart} part
     * @param {number} record
     */
    #weight({ records, meant }, record) {
      const merit = this.#merits[record];
      return saturated(records.get(record) ?? 0) * merit + saturated(meant.get(record) ?? 0) * merit ** OF_MERIT;
    }

    // How much of what is looked for stands in what a record is called, and how much of that is looked for.
    /**
     * @param {number} place
     * @param {{stem: string, starts: string[], worth: number}[]} asked
     */
    #namedBy(place, asked) {
      const { label, title } = this.#records.at(place);
      const words = finding.wordsIn(title && title !== label ? title : label).filter((word) => !this.#questions.has(word));
      if (!asked.some(({ starts }) => words.some((word) => starts.some((start) => word.startsWith(start))))) return 0;
      const stems = new Set(words.map(finding.stem));
      const has = asked.filter(({ stem }) => stems.has(stem));
      /** @param {typeof asked} some */
      const worth = (some) => some.reduce((sum, each) => sum + each.worth, 0);
      return has.length ? (worth(has) / worth(asked)) * Math.min(1, has.length / stems.size) : 0;
    }
  };
}
