// @ts-check
// Finds and ranks records by words. Any word will do, and rarer words weigh more: BM25F, as exports/search_index.py says.
"use strict";
{
  const { finding } = globalThis;

  const SATURATION = 3;
  const MERIT = 20;
  // In phrases that editors wrote for it, one record is nearly as good as another.
  const OF_MERIT = 0.25;
  // Of a phrase, one word of many says less than its share; but if all of it is asked for and nothing else, it is what is meant.
  const IN_PART = 1.3;
  const WHOLE = 0.5;
  // With fewer records that have all words, those that have most of them are shown as well.
  const ENOUGH = 4;
  const MOST = 0.2;
  const AT_MOST = 60;
  const OF_PHRASE = 200;
  // What so large a share of all records has, none needs to have.
  const COMMON = 1 / 6;
  // So many more records might have a word by chance: one that a single record has says little more than that of five.
  const CHANCE = 3;
  const OF_OPTIONAL = 0.3;
  const LONG = 4;
  const OF_INITIALS = 4;
  const BY_NAME = 0.3;
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

  /** @param {QueryPart} part */
  const worthOf = ({ rarity, isOptional }) => rarity * (isOptional ? OF_OPTIONAL : 1);

  finding.WordIndex = class {
    #postings;
    #fetchPostings;
    /** @type {Map<string, string>} */
    #stems = new Map();
    /** The letters of which words of other languages have been fetched. @type {Set<string>} */
    #letters = new Set();

    /**
     * @param {SearchData} data
     * @param {CitationIndex} citations
     * @param {(record: number) => Promise<RecordText>} textOf
     * @param {(letters: string[]) => Promise<ForeignWords>} fetchForeign
     * @param {(letter: string) => Promise<LetterPostings>} fetchPostings
     */
    constructor(data, citations, textOf, fetchForeign, fetchPostings) {
      this.records = recordsOf(data, citations);
      this.filters = data.filters.map(({ name, label, terms }) => ({
        name,
        label,
        terms: terms.map(([term, words]) => ({ term, label: words ?? citations.byId.get(term)?.label ?? term })),
      }));
      this.list = new finding.WordList(data.words, data.counts);
      this.#postings = new finding.WordPostings(data, this.list);
      this.#fetchPostings = fetchPostings;
      this.merits = Array.from(data.merits, (sign) => (sign.charCodeAt(0) - 48) / MERIT);
      // "mentions" and "mentioned" say as little as "mention".
      this.questions = new Set(data.questionWords.split(" ").flatMap((word) => (word.length < LONG ? [word] : [word, finding.stem(word)])));
      this.fillers = new Set(data.fillers.split(" ").flatMap((word) => [word, finding.stem(word)]));
      this.series = new Set([...citations.series.keys(), ...citations.skipped]);
      // Beside other words, "plan" says nothing: all of this is about it.
      this.texts = new Set(citations.data.texts.map(([name]) => finding.fold(name)).filter((name) => !/\P{L}/u.test(name)));
      this.citations = citations;
      this.offers = new finding.SearchOffers(citations, new Set([...this.questions, ...data.fillers.split(" ")]), this.records.filter(({ url }) => url.includes(EXPLAINED)));
      this.synonyms = citations.data.synonyms;
      this.textOf = textOf;
      this.fetchForeign = fetchForeign;
      /** @type {ForeignWords | null} */
      this.foreign = null;
    }

    // How much of what is looked for stands in what a record is called, and how much of that is looked for.
    /**
     * @param {number} place
     * @param {{stems: Set<string>, worth: number}[]} asked
     */
    #calledBy(place, asked) {
      const { label, title } = this.records[place];
      const words = finding.wordsIn(title && title !== label ? title : label).filter((word) => !this.questions.has(word));
      const stems = new Set(words.map((word) => this.#stem(word)));
      const all = asked.reduce((sum, { worth }) => sum + worth, 0);
      const has = asked.filter((term) => [...term.stems].some((stem) => stems.has(stem)));
      return has.length ? (has.reduce((sum, { worth }) => sum + worth, 0) / all) * Math.min(1, has.length / stems.size) : 0;
    }

    /** @param {string} word */
    #stem(word) {
      const known = this.#stems.get(word);
      if (known !== undefined) return known;
      const stem = finding.stem(word);
      this.#stems.set(word, stem);
      return stem;
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
      const { query, parts, whole } = await this.#understood(text);
      if (!query.terms.length && !query.foreign.length) return { ...NOTHING, offers: cited.length ? cited : this.citations.resolve(text) };
      const { shown, isPartial } = this.#enough(this.#rank(parts, whole, query.terms), Boolean(phrases.length || (cited.length && /\d/.test(text))));
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
      // Of others those that are better than some that have all.
      const better = ranked.slice(0, ranked.indexOf(full[ENOUGH - 1]));
      const rest = full.slice(ENOUGH - 1);
      return { shown: [...better, ...rest], isPartial: better.length >= ENOUGH };
    }

    /**
     * Whether any record has words of each of several sets of places.
     * @param {Map<number, number>[]} sets
     */
    haveTogether(sets) {
      const [first, ...others] = sets.map((places) => {
        const { said, phrases } = this.#postings.of(places);
        return new Set([...said.keys(), ...this.#postings.meantBy(phrases).keys()]);
      });
      return !first || [...first].some((record) => others.every((records) => records.has(record)));
    }

    /** @param {string} word */
    withInitials(word) {
      if (!/^[a-z]{4,8}$/.test(word)) return new Map();
      const initials = this.records.map(({ title }) => finding.wordsIn(title).filter((each) => !this.questions.has(each) && !this.citations.skipped.has(each)).map(([first]) => first).join(""));
      return new Map(initials.flatMap((each, place) => (each.includes(word) ? [[place, OF_INITIALS]] : [])));
    }

    // A word that is not known, and begins none, may be one of another language.
    /** @param {string} text */
    async #understood(text) {
      const understood = await this.#complete(text);
      const letters = [...new Set(understood.query.strange.map(finding.lettersOf))];
      if (!letters.some((each) => !this.#letters.has(each))) return understood;
      this.#letters = new Set([...this.#letters, ...letters]);
      this.foreign = await this.fetchForeign([...this.#letters]).catch(() => null);
      if (!this.foreign) this.#letters.clear();
      return this.#complete(text);
    }

    // Which records have a word is fetched by its letter, when a query needs it.
    /** @param {string} text */
    async #complete(text) {
      const { missing } = this.#postings;
      for (;;) {
        const query = new finding.TermQuery(text, this);
        const found = this.#parts(query);
        if (!missing.size) return { query, ...found };
        const letters = [...missing];
        missing.clear();
        await Promise.all(letters.map(async (letter) => this.#postings.add(letter, await this.#fetchPostings(letter))));
      }
    }

    /**
     * @param {TermQuery} query
     * @returns {{parts: QueryPart[], whole: Map<number, number>}}
     */
    #parts({ terms, foreign }) {
      const count = this.records.length;
      const found = terms.map(({ places, isOptional }) => ({ ...this.#postings.of(places), isOptional }));
      /** How much of each phrase is asked for. @type {Map<number, number>} */
      const shares = new Map();
      for (const { phrases } of found) for (const [phrase, share] of phrases) shares.set(phrase, Math.min(1, (shares.get(phrase) ?? 0) + share));
      const parts = [
        ...found.map((part) => {
          const strengths = new Map([...part.phrases.keys()].map((phrase) => [phrase, (shares.get(phrase) ?? 0) ** IN_PART]));
          return { ...part, meant: this.#postings.meantBy(strengths) };
        }),
        ...foreign.map(({ rows }) => ({ said: new Map(), phrases: new Map(), meant: rows, isOptional: false })),
      ].map((part) => {
        const having = new Set([...part.said.keys(), ...part.meant.keys()]);
        return { ...part, having, rarity: Math.log(1 + (count - having.size) / (having.size + CHANCE)) };
      });
      const common = parts.filter(({ isOptional, having }) => !isOptional && having.size > count * COMMON);
      const required = parts.filter((part) => !part.isOptional && !common.includes(part));
      if (required.length) for (const part of common) part.isOptional = true;
      return { parts, whole: this.#meantAsWhole(parts, shares) };
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
      const strengths = new Map([...asked].map(([phrase, worth]) => [phrase, WHOLE * all * ((shares.get(phrase) ?? 0) * worth / all) ** 2]));
      return this.#postings.meantBy(strengths);
    }

    /**
     * @param {QueryPart[]} parts
     * @param {Map<number, number>} meantAsWhole
     * @param {QueryTerm[]} terms
     * @returns {Ranked[]}
     */
    #rank(parts, meantAsWhole, terms) {
      /** @param {number} weight */
      const saturated = (weight) => (weight * (SATURATION + 1)) / (SATURATION + weight);
      /** @type {Map<number, {score: number, covered: number}>} */
      const scores = new Map();
      let whole = 0;
      for (const part of parts) {
        const { said, meant, having } = part;
        const worth = worthOf(part);
        const needed = part.isOptional ? 0 : worth;
        whole += needed;
        for (const record of having) {
          const { score, covered } = scores.get(record) ?? { score: 0, covered: 0 };
          const merit = this.merits[record];
          const more = worth * (saturated(said.get(record) ?? 0) * merit + saturated(meant.get(record) ?? 0) * merit ** OF_MERIT);
          scores.set(record, { score: score + more, covered: covered + needed });
        }
      }
      const ranked = [...scores].map(([place, { score, covered }]) => {
        const share = covered / whole;
        return { place, share, score: (score + (meantAsWhole.get(place) ?? 0)) * share * share };
      });
      /** @type {(first: Ranked, second: Ranked) => number} */
      const better = (first, second) => second.score - first.score || first.place - second.place;
      ranked.sort(better);
      const asked = terms.map(({ word }, at) => ({ stems: new Set([this.#stem(word)]), worth: worthOf(parts[at]) }));
      for (const each of ranked.slice(0, AT_MOST)) each.score *= 1 + BY_NAME * this.#calledBy(each.place, asked);
      return ranked.sort(better);
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
