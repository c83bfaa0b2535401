// @ts-check
// Finds and ranks records by words. Any word will do, and rarer words weigh more: BM25F, as exports/search_index.py says.
"use strict";
{
  const { finding } = globalThis;

  // With fewer records that have all words, those that have most of them are shown as well.
  const ENOUGH = 4;
  const MOST = 0.2;
  const AT_MOST = 60;
  // Whole texts are compared with a phrase where they are shown anyway.
  const COMPARED = 5;
  const LONG = 4;
  const OF_INITIALS = 4;
  const WORK = "work";
  const PAGE = "page";

  // What ids of a text begin with.
  /** @param {string} id */
  const startOf = (id) => id.split("-")[0];

  /** @type {Answer} */
  const NOTHING = { offers: [], hits: [], meant: null, isPartial: false };

  finding.WordIndex = class {
    #postings;
    #phrases;
    #fetch;
    #data;
    /** Those of the words of each title. @type {string[] | undefined} */
    #initials;
    #ranking;
    /** The letters of which words of other languages have been fetched. @type {Set<string>} */
    #letters = new Set();

    /**
     * @param {SearchData} data
     * @param {CitationIndex} citations
     * @param {(record: number) => Promise<RecordText>} textOf
     * @param {IndexParts} fetch
     */
    constructor(data, citations, textOf, fetch) {
      this.records = new finding.SearchRecords(data, citations);
      this.list = new finding.WordList(data);
      this.#postings = new finding.WordPostings(data, this.list);
      this.#fetch = fetch;
      this.#data = data;
      // "mentions" and "mentioned" say as little as "mention".
      this.questions = new finding.StemSet(data.questionWords.split(" "), LONG);
      this.#phrases = new finding.PhraseIndex(this.list, this.#postings, this.questions);
      this.#ranking = new finding.WordRanking(data, this.records, this.#postings, this.questions);
      const fillers = data.fillers.split(" ");
      this.fillers = new finding.StemSet(fillers);
      this.series = new Set([...citations.series.keys(), ...citations.skipped]);
      // Beside other words, "plan" says nothing: all of this is about it.
      this.texts = new Set(citations.data.texts.map(([name]) => finding.fold(name)).filter((name) => !/\P{L}/u.test(name)));
      this.citations = citations;
      const little = new Set(fillers);
      this.offers = new finding.SearchOffers(citations, this.questions, { has: (word) => little.has(word) || this.questions.has(word) }, () => this.records.explained());
      this.synonyms = citations.data.synonyms;
      this.textOf = textOf;
      /** @type {ForeignWords | null} */
      this.foreign = null;
    }

    get filters() {
      return this.#data.filters.map(({ name, label, terms }) => ({
        name,
        label,
        terms: terms.map(([term, words]) => ({ term, label: words ?? this.citations.byId.get(term)?.label ?? term })),
      }));
    }

    prepare() {
      this.citations.readNames(false);
      this.#postings.prepare();
    }

    /**
     * @param {string} written
     * @returns {Promise<Answer>}
     */
    async search(written) {
      const text = this.citations.inDigits(written);
      if (!text.trim()) return { ...NOTHING, hits: this.records.all().map((_, place) => this.#hit(place, text)) };
      // What is no citation has its records fetched at once: all that can be done without them is done meanwhile.
      const isNumbered = /\p{N}/u.test(text);
      if (!isNumbered) this.#fetchAhead(text);
      const understanding = isNumbered ? null : this.#understood(text);
      this.prepare();
      const cited = this.offers.of(text);
      // A citation of a part that is not there finds what would hold it, and nothing that only has the number.
      if (cited.some(({ instead }) => instead)) return { ...NOTHING, offers: cited };
      const phrases = [...text.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map(([, phrase]) => phrase);
      const { query, matches } = await (understanding ?? this.#understood(text));
      if (!query.terms.length && !query.foreign.length) return { ...NOTHING, offers: cited.length ? cited : this.citations.resolve(text) };
      const ranked = this.#ranking.rank(matches);
      const { shown, isPartial } = this.#enough(ranked, Boolean(phrases.length || (cited.length && /\d/.test(text))));
      const parts = phrases.length || !isNumbered ? [] : this.#citedParts(text);
      const kept = parts.length ? await this.#withMentions(ranked, parts) : phrases.length ? await this.#withPhrases(shown, phrases) : shown;
      const words = new Set(query.terms.flatMap(({ places }) => [...places.keys()].map((place) => this.list.wordAt(place))));
      const offers = cited.length || !query.meant ? cited : this.offers.of(text, query.meant);
      const offered = new Set(offers.map(({ row }) => row.id));
      // Where nothing has a word, names may begin with it.
      if (!kept.length && !offers.length) return { ...NOTHING, offers: this.citations.resolve(text) };
      const others = offered.size ? kept.filter(({ place }) => !offered.has(this.records.at(place).id)) : kept;
      const hits = others.map(({ place }) => this.#hit(place, text, words, () => this.#meaning(place, query, matches)));
      return { offers, hits, meant: query.meant, isPartial: (isPartial || query.unknown.length > 0) && hits.length > 0 && !cited.length };
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
        // Where anything has all words, there is nothing to be said of the others.
        return { shown: most, isPartial: !full.length };
      }
      // Of others those that are better than some that have all.
      const better = ranked.slice(0, ranked.indexOf(full[ENOUGH - 1]));
      const rest = full.slice(ENOUGH - 1);
      return { shown: [...better, ...rest], isPartial: false };
    }

    /**
     * Whether any record has words of each of several sets of places.
     * @param {Map<number, number>[]} sets
     */
    haveTogether(sets) {
      const [first, ...others] = sets.map((places) => {
        const { records, phrases } = this.#postings.of(places);
        return new Set([...records.keys(), ...this.#postings.meantBy(phrases).keys()]);
      });
      return !first || [...first].some((record) => others.every((each) => each.has(record)));
    }

    /** @param {string} word */
    withInitials(word) {
      if (!/^[a-z]{4,8}$/.test(word)) return new Map();
      this.#initials ??= this.records.all().map(({ title }) => finding.wordsIn(title).filter((each) => !this.questions.has(each) && !this.citations.skipped.has(each)).map(([first]) => first).join(""));
      return new Map(this.#initials.flatMap((each, place) => (each.includes(word) ? [[place, OF_INITIALS]] : [])));
    }

    // A word that is not known, and begins none, may be one of another language.
    /** @param {string} text */
    async #understood(text) {
      const understood = await this.#complete(text);
      const letters = [...new Set(understood.query.strange.map(finding.lettersOf))];
      if (!letters.some((each) => !this.#letters.has(each))) return understood;
      this.#letters = new Set([...this.#letters, ...letters]);
      this.foreign = await this.#fetch.foreign([...this.#letters]).catch(() => null);
      if (!this.foreign) this.#letters.clear();
      return this.#complete(text);
    }

    // Of words that are in the index as they are written, it is known at once which parts a query needs.
    /** @param {string} text */
    #fetchAhead(text) {
      const places = finding.wordsIn(text).flatMap((word) => this.list.placeOf(word) ?? []);
      for (const part of new Set(places.map((place) => this.#postings.partOf(place)))) void this.#fetch.postings(part).catch(() => undefined);
    }

    // Which records have a word is fetched with its part, when a query needs it.
    /** @param {string} text */
    async #complete(text) {
      const { missing } = this.#postings;
      for (;;) {
        const query = new finding.TermQuery(text, this);
        // What its words mean may depend on records that are not there yet: then it is to be read anew.
        const isUnderstood = !missing.size;
        for (const { places } of query.terms) this.#postings.require(places.keys());
        const parts = [...missing];
        missing.clear();
        await Promise.all(parts.map(async (part) => this.#postings.add(part, await this.#fetch.postings(part))));
        if (isUnderstood) return { query, matches: this.#ranking.match(query) };
      }
    }

    // Parts of texts and works that a query cites, if it is a citation and nothing else.
    /** @param {string} text */
    #citedParts(text) {
      const rows = this.citations.meant(text).filter(({ exact }) => exact).map(({ row }) => row);
      return rows.every(({ isPart }) => isPart) ? rows : [];
    }

    // What belongs to the parts that are cited, and what names them: any number may stand anywhere.
    /**
     * @param {Ranked[]} ranked
     * @param {SearchRow[]} parts
     */
    async #withMentions(ranked, parts) {
      const cited = parts.map((row) => ({ row, phrases: this.citations.spellings(row.label), whole: this.citations.wholeOf(row) }));
      await this.#fetchPlaces(cited.flatMap(({ phrases }) => phrases));
      /** @param {Ranked} each */
      const isMeant = ({ place }) => {
        const record = this.records.at(place);
        return cited.some(({ row, phrases, whole }) => {
          if (record.id.startsWith(`${row.id}-`)) return true;
          // Many treaties have an article 12: it is this one's in what is linked to it.
          const isTied = whole?.role === WORK ? record.terms.has(`${whole.kind}=${whole.id}`) : startOf(record.id) === startOf(row.id);
          return phrases.slice(0, isTied ? phrases.length : 1).some((phrase) => this.#phrases.has(place, phrase));
        });
      };
      const meant = ranked.filter(isMeant);
      /** @param {Ranked} each */
      const isExample = ({ place }) => this.records.at(place).kind === PAGE;
      return [...meant.filter((each) => !isExample(each)), ...meant.filter(isExample)];
    }

    // Words that say nothing in a query, "paragraph" say, may stand in a phrase: their records are fetched with their places.
    /** @param {string[]} phrases */
    async #fetchPlaces(phrases) {
      /** @param {string} part */
      const fetchPart = async (part) => {
        const [postings, places] = await Promise.all([this.#fetch.postings(part), this.#fetch.places(part)]);
        this.#postings.add(part, postings);
        this.#phrases.add(part, places);
      };
      await Promise.all(this.#phrases.missing(phrases).map(fetchPart));
    }

    /**
     * @param {Ranked[]} ranked
     * @param {string[]} phrases
     */
    async #withPhrases(ranked, phrases) {
      await this.#fetchPlaces(phrases);
      const having = ranked.filter(({ place }) => phrases.every((phrase) => this.#phrases.has(place, phrase)));
      // The index knows nothing of words such as "of": those that are shown first are compared as a whole.
      const wanted = phrases.map((phrase) => ` ${finding.wordsIn(phrase).join(" ")} `);
      /** @param {Ranked} each */
      const check = async (each) => {
        const shown = ` ${finding.wordsIn((await this.textOf(each.place)).join(" ")).join(" ")} `;
        return wanted.every((phrase) => shown.includes(phrase)) ? [each] : [];
      };
      const first = await Promise.all(having.slice(0, COMPARED).map(check));
      return [...first.flat(), ...having.slice(COMPARED)];
    }

    // The words by which a record is meant that it does not have.
    /** @type {(place: number, query: TermQuery, matches: QueryMatches) => string[]} */
    #meaning(place, { terms }, { parts }) {
      return terms.flatMap(({ word, places }, at) => {
        if (parts[at].records.has(place) || !parts[at].meant.has(place)) return [];
        return this.list.placeOf(word) === undefined ? [...places.keys()].slice(0, 1).map((other) => this.list.wordAt(other)) : [word];
      });
    }

    /**
     * @param {number} place
     * @param {string} text
     * @param {Set<string>} [words]
     * @param {() => string[]} [under]
     * @returns {Hit}
     */
    #hit(place, text, words = new Set(), under = () => []) {
      const { records } = this;
      return {
        get record() {
          return records.at(place);
        },
        excerpt: async () => (words.size ? finding.explain(await this.textOf(place), text, words, under(), this.synonyms) : null),
      };
    }
  };
}
