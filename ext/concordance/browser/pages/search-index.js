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
  const MOST = 0.4;
  const AT_MOST = 60;
  const OF_PHRASE = 200;

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

    /**
     * @param {SearchData} data
     * @param {CitationIndex} citations
     * @param {(record: number) => Promise<RecordText>} textOf
     * @param {() => Promise<ForeignWords>} fetchForeign
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
      this.questions = new Set(data.questionWords.split(" "));
      this.series = new Set([...citations.series.keys(), ...citations.skipped]);
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
      if (!text.trim()) return { hits: this.records.map((_, place) => this.#hit(place, text, new Set())), meant: null, isPartial: false };
      const phrases = [...text.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map(([, phrase]) => phrase);
      const query = await this.#understood(text);
      if (!query.terms.length && !query.foreign.length) return { hits: [], meant: null, isPartial: false };
      const ranked = this.#rank(query);
      const full = ranked.filter(({ share }) => share > 0.999);
      const isPartial = full.length < ENOUGH && ranked.length > full.length && !phrases.length;
      const shown = isPartial ? ranked.filter(({ share }) => share >= Math.min(MOST, ranked[0].share)).slice(0, AT_MOST) : full;
      const kept = phrases.length ? await this.#withPhrases(shown.slice(0, OF_PHRASE), phrases) : shown;
      const words = new Set(query.terms.flatMap(({ places }) => [...places.keys()].map((place) => this.list.words[place])));
      return {
        hits: kept.map(({ place }) => this.#hit(place, text, words)),
        meant: query.meant,
        isPartial: isPartial && (full.length < kept.length || query.unknown.length > 0),
      };
    }

    // A word that is not known, and begins none, may be one of another language.
    /** @param {string} text */
    async #understood(text) {
      const query = new finding.TermQuery(text, this);
      if (this.foreign || (!query.unknown.length && query.meant === null)) return query;
      this.foreign = await this.fetchForeign().catch(() => null);
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

    /** @param {TermQuery} query */
    #rank({ terms, foreign }) {
      const count = this.records.length;
      /** @type {Map<number, {score: number, covered: number}>} */
      const scores = new Map();
      let whole = 0;
      for (const weighed of [...terms.map(({ places }) => this.#weighed(places)), ...foreign.map(({ rows }) => rows)]) {
        const rarity = Math.log(1 + (count - weighed.size + 0.5) / (weighed.size + 0.5));
        whole += rarity;
        for (const [record, weight] of weighed) {
          const { score, covered } = scores.get(record) ?? { score: 0, covered: 0 };
          const more = (rarity * weight * (SATURATION + 1)) / (SATURATION + weight);
          scores.set(record, { score: score + more, covered: covered + rarity });
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
     * @param {{place: number}[]} ranked
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
