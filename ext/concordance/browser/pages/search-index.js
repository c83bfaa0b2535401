// @ts-check
// Finds and ranks records by words. Any word will do, and rarer words weigh more: BM25F, as exports/search_index.py says.
"use strict";
{
  const { finding } = globalThis;

  const SATURATION = 3;
  const WEIGHT_STEPS = 2;
  const LENGTH_STEPS = 8;
  const SHORTEST = -2;
  const MERIT = 20;
  // With fewer records that have all words, those that have most of them are shown as well.
  const ENOUGH = 4;
  const MOST = 0.37;
  const AT_MOST = 60;
  const OF_PHRASE = 200;
  // What so large a share of all records has, none needs to have.
  const COMMON = 1 / 6;
  const OF_OPTIONAL = 0.3;
  const LONG = 4;
  // As Sphinx calls the places of words that a glossary explains.
  const EXPLAINED = "#term-";

  /** @type {Answer} */
  const NOTHING = { offers: [], hits: [], meant: null, isPartial: false };

  /**
   * Join what the index knows of records to what the citations tell of them, in the order of their places.
   * @param {SearchData} data
   * @param {CitationIndex} citations
   * @returns {SearchRecord[]}
   */
  const recordsOf = (data, citations) => {
    const names = new Map(citations.data.kinds);
    /** @param {string} kind */
    const ofKind = (kind) => ({ kind, kindName: names.get(kind) ?? "" });
    const terms = data.filters.flatMap((filter) => filter.terms.map(([term]) => `${filter.name}=${term}`));
    const entries = data.entries.map((has, index) => ({ ...citations.rows[index], terms: new Set(has.map((term) => terms[term])) }));
    /** @type {Map<number, number>} */
    const counts = new Map();
    const paragraphs = data.commentary.map((of) => {
      const entry = entries[of];
      const number = (counts.get(of) ?? 0) + 1;
      counts.set(of, number);
      const id = `${entry.id}-c${number}`;
      const label = data.commentaryLabel.replace("{label}", entry.label).replace("{number}", String(number));
      const has = [...entry.terms].filter((term) => !term.startsWith("kind="));
      const url = `${entry.url.split("#")[0]}#${id}`;
      return { id, url, label, title: entry.title, ...ofKind("commentary"), terms: new Set(["kind=commentary", ...has]) };
    });
    const others = data.others.map(([anchor, page, label, title]) => {
      const term = citations.byId.get(anchor);
      if (page === undefined && term) return { ...term, terms: new Set(["kind=term"]) };
      const address = citations.addresses[page ?? 0];
      const id = anchor || (citations.pageAt.get(address)?.id ?? address);
      const url = anchor ? `${address}#${anchor}` : address;
      return { id, url, label: label ?? "", title: title ?? "", ...ofKind("page"), terms: new Set(["kind=page"]) };
    });
    return [...entries, ...paragraphs, ...others];
  };

  finding.WordIndex = class {
    /** @type {{from: number, to: number}[]} */
    #ranges = [];
    /** The letters of which words of other languages have been fetched. @type {Set<string>} */
    #letters = new Set();

    /**
     * @param {SearchData} data
     * @param {CitationIndex} citations
     * @param {(record: number) => Promise<RecordText>} textOf
     * @param {(letters: string[]) => Promise<ForeignWords>} fetchForeign
     */
    constructor(data, citations, textOf, fetchForeign) {
      this.records = recordsOf(data, citations);
      this.filters = data.filters.map(({ name, label, terms }) => ({
        name,
        label,
        terms: terms.map(([term, words]) => ({ term, label: words ?? citations.byId.get(term)?.label ?? term })),
      }));
      this.list = new finding.WordList(data.words, data.counts);
      this.postings = finding.numbers(data.postings);
      this.weights = finding.signs(data.weights).map((level) => 2 ** (level / WEIGHT_STEPS));
      this.lengths = finding.signs(data.lengths).map((level) => 2 ** (level / LENGTH_STEPS + SHORTEST));
      this.merits = Array.from(data.merits, (sign) => (sign.charCodeAt(0) - 48) / MERIT);
      let from = 0;
      for (const count of this.list.counts) this.#ranges.push({ from, to: (from += count) });
      // "mentions" and "mentioned" say as little as "mention".
      this.questions = new Set(data.questionWords.split(" ").flatMap((word) => (word.length < LONG ? [word] : [word, finding.stem(word)])));
      this.series = new Set([...citations.series.keys(), ...citations.skipped]);
      // Beside other words, "plan" says nothing: all of this is about it.
      this.texts = new Set(citations.data.texts.map(([name]) => finding.fold(name)).filter((name) => !/\P{L}/u.test(name)));
      this.citations = citations;
      this.offers = new finding.SearchOffers(citations, this.questions, this.records.filter(({ url }) => url.includes(EXPLAINED)));
      this.synonyms = citations.data.synonyms;
      this.textOf = textOf;
      this.fetchForeign = fetchForeign;
      /** @type {ForeignWords | null} */
      this.foreign = null;
    }

    /**
     * @param {string} text
     * @returns {Promise<Answer>}
     */
    async search(text) {
      if (!text.trim()) return { ...NOTHING, hits: this.records.map((_, place) => this.#hit(place, text, new Set())) };
      const cited = this.offers.of(text);
      // A citation of a part that is not there finds what would hold it, and nothing that only has the number.
      if (cited.some(({ instead }) => instead)) return { ...NOTHING, offers: cited };
      const phrases = [...text.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map(([, phrase]) => phrase);
      const query = await this.#understood(text);
      if (!query.terms.length && !query.foreign.length) return { ...NOTHING, offers: cited.length ? cited : this.citations.resolve(text) };
      const { shown, isPartial } = this.#enough(this.#rank(query), Boolean(phrases.length || (cited.length && /\d/.test(text))));
      const kept = phrases.length ? await this.#withPhrases(shown.slice(0, OF_PHRASE), phrases) : shown;
      const words = new Set(query.terms.flatMap(({ places }) => [...places.keys()].map((place) => this.list.words[place])));
      const offers = cited.length || !query.meant ? cited : this.offers.of(text, query.meant);
      const offered = new Set(offers.map(({ row }) => row.id));
      // Where nothing has a word, names may begin with it.
      if (!kept.length && !offers.length) return { ...NOTHING, offers: this.citations.resolve(text) };
      const hits = kept.filter(({ place }) => !offered.has(this.records[place].id)).map(({ place }) => this.#hit(place, text, words));
      return { offers, hits, meant: query.meant, isPartial: (isPartial || query.unknown.length > 0) && hits.length > 0 };
    }

    // Records that have all words; where these are few, or have them only in passing, those that have most of them as well.
    /** @type {(ranked: Ranked[], isStrict: boolean) => {shown: Ranked[], isPartial: boolean}} */
    #enough(ranked, isStrict) {
      /** @param {Ranked} each */
      const hasAll = ({ share }) => share > 0.999;
      const full = ranked.filter(hasAll);
      if (isStrict || full.length === ranked.length) return { shown: full, isPartial: false };
      if (full.length < ENOUGH) {
        const most = ranked.filter(({ share }) => share >= Math.min(MOST, ranked[0].share)).slice(0, AT_MOST);
        return { shown: most, isPartial: most.length > full.length };
      }
      const better = ranked.slice(0, ranked.findIndex(hasAll));
      return { shown: [...better, ...full], isPartial: better.length > 0 };
    }

    /**
     * Whether any record has words of each of several sets of places.
     * @param {Map<number, number>[]} sets
     */
    haveTogether(sets) {
      const [first, ...others] = sets.map((places) => this.#weighed(places));
      return !first || [...first.keys()].some((record) => others.every((weighed) => weighed.has(record)));
    }

    // A word that is not known, and begins none, may be one of another language.
    /** @param {string} text */
    async #understood(text) {
      const query = new finding.TermQuery(text, this);
      const letters = [...new Set(query.strange.map(finding.lettersOf))];
      if (!letters.some((each) => !this.#letters.has(each))) return query;
      this.#letters = new Set([...this.#letters, ...letters]);
      this.foreign = await this.fetchForeign([...this.#letters]).catch(() => null);
      if (!this.foreign) this.#letters.clear();
      return new finding.TermQuery(text, this);
    }

    /** @param {Map<number, number>} places */
    #weighed(places) {
      /** @type {Map<number, number>} */
      const weighed = new Map();
      for (const [word, factor] of places) {
        const { from, to } = this.#ranges[word];
        let record = -1;
        for (let at = from; at < to; at += 1) {
          record += this.postings[at];
          weighed.set(record, (weighed.get(record) ?? 0) + (factor * this.weights[at]) / this.lengths[record]);
        }
      }
      return weighed;
    }

    /**
     * @param {TermQuery} query
     * @returns {{weighed: Map<number, number>, rarity: number, isOptional: boolean}[]}
     */
    #parts({ terms, foreign }) {
      const count = this.records.length;
      const parts = [
        ...terms.map(({ places, isOptional }) => ({ weighed: this.#weighed(places), isOptional })),
        ...foreign.map(({ rows }) => ({ weighed: rows, isOptional: false })),
      ].map((part) => ({ ...part, rarity: Math.log(1 + (count - part.weighed.size + 0.5) / (part.weighed.size + 0.5))}));
      const common = parts.filter(({ isOptional, weighed }) => !isOptional && weighed.size > count * COMMON);
      const required = parts.filter((part) => !part.isOptional && !common.includes(part));
      if (required.length) for (const part of common) part.isOptional = true;
      return parts;
    }

    /**
     * @param {TermQuery} query
     * @returns {Ranked[]}
     */
    #rank(query) {
      /** @type {Map<number, {score: number, covered: number}>} */
      const scores = new Map();
      let whole = 0;
      for (const { weighed, rarity, isOptional } of this.#parts(query)) {
        const [worth, needed] = isOptional ? [rarity * OF_OPTIONAL, 0] : [rarity, rarity];
        whole += needed;
        for (const [record, weight] of weighed) {
          const { score, covered } = scores.get(record) ?? { score: 0, covered: 0 };
          const more = (worth * weight * (SATURATION + 1)) / (SATURATION + weight);
          scores.set(record, { score: score + more, covered: covered + needed });
        }
      }
      return [...scores]
        .map(([place, { score, covered }]) => {
          const share = covered / whole;
          return { place, share, score: score * share * share * this.merits[place] };
        })
        .sort((first, second) => second.score - first.score || first.place - second.place);
    }

    /**
     * @param {Ranked[]} ranked
     * @param {string[]} phrases
     */
    async #withPhrases(ranked, phrases) {
      const wanted = phrases.map((phrase) => ` ${finding.wordsIn(phrase).join(" ")} `);
      const checked = await Promise.all(
        ranked.map(async (each) => {
          const shown = ` ${finding.wordsIn((await this.textOf(each.place)).join(" ")).join(" ")} `;
          return wanted.every((phrase) => shown.includes(phrase)) ? [each] : [];
        }),
      );
      return checked.flat();
    }

    /**
     * @param {number} place
     * @param {string} text
     * @param {Set<string>} words
     * @returns {Hit}
     */
    #hit(place, text, words) {
      const record = this.records[place];
      return { record, excerpt: async () => (words.size ? finding.explain(await this.textOf(place), text, words, this.synonyms) : null) };
    }
  };
}
