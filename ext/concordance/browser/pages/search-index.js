// @ts-check
// Two indexes that are asked in one way: Pagefind's, and Sphinx's own where a browser does not allow that one.
"use strict";
{
  const { finding } = globalThis;

  // What is said of a text comes behind the text, unless it fits far better.
  const COMMENTARY_WEIGHT = 0.6;

  /**
   * Join what Pagefind knows by key to what the citations tell of it.
   * @param {RecordData} data
   * @param {CitationIndex} citations
   */
  const recordsOf = (data, citations) => {
    const terms = data.filters.flatMap((filter) => filter.terms.map(([term]) => `${filter.name}=${term}`));
    const [commentary, commentaryName] = citations.data.kinds.find(([kind]) => kind === "commentary") ?? ["", ""];
    const entries = data.entries.map(([key, ...has], index) => ({
      ...citations.rows[index],
      key,
      terms: new Set(has.map((term) => terms[term])),
    }));
    /** @type {Map<number, number>} */
    const counts = new Map();
    const paragraphs = data.commentary.map(([key, of]) => {
      const entry = entries[of];
      const number = (counts.get(of) ?? 0) + 1;
      counts.set(of, number);
      const id = `${entry.id}-c${number}`;
      const has = [...entry.terms].filter((term) => !term.startsWith("kind="));
      return {
        id,
        key,
        url: `${entry.url.split("#")[0]}#${id}`,
        label: data.commentaryLabel.replace("{label}", entry.label).replace("{number}", String(number)),
        title: entry.title,
        kind: commentary,
        kindName: commentaryName,
        terms: new Set([`kind=${commentary}`, ...has]),
      };
    });
    return [...entries, ...paragraphs];
  };

  finding.PagefindIndex = class {
    simple = false;
    #pagefind;
    #synonyms;
    #spelling;

    /**
     * @param {Pagefind} pagefind
     * @param {RecordData} data
     * @param {CitationIndex} citations
     * @param {() => Promise<Spelling>} spelling
     */
    constructor(pagefind, data, citations, spelling) {
      this.#pagefind = pagefind;
      this.#synonyms = citations.data.synonyms;
      this.#spelling = spelling;
      this.filters = data.filters.map(({ name, label, terms }) => ({
        name,
        label,
        terms: terms.map(([term, words]) => ({ term, label: words ?? citations.byId.get(term)?.label ?? term })),
      }));
      const records = recordsOf(data, citations);
      this.records = records;
      this.byKey = new Map(records.map((record) => [record.key, record]));
      this.keyLength = records[0]?.key.length ?? 0;
    }

    /**
     * @param {string} text
     * @returns {Promise<Hit[]>}
     */
    async search(text, { ahead = 0 } = {}) {
      if (!text.trim()) return this.records.map((record) => ({ record, excerpt: async () => null }));
      const { results } = await this.#pagefind.search(text);
      const matches = results
        .flatMap((result) => {
          const record = this.byKey.get(result.id.slice(0, this.keyLength));
          return record ? [{ result, record, weight: result.score * (record.kind === "commentary" ? COMMENTARY_WEIGHT : 1) }] : [];
        })
        .sort((first, second) => second.weight - first.weight);
      for (const { result } of matches.slice(0, ahead)) void result.data().catch(() => undefined);
      if (results.length && (await this.#isOff(results[0], text, !ahead))) return [];
      return matches.map(({ result, record }) => ({ record, excerpt: () => this.#excerpt(result, text) }));
    }

    // Pagefind shortens a word that it does not know, down to its first letter, and a number to its first digit: what it
    // finds then is not meant.
    /**
     * @param {PagefindResult} best
     * @param {string} text
     * @param {boolean} isHasty
     */
    async #isOff(best, text, isHasty) {
      const { content, meta } = await best.data();
      const asked = finding.wordsIn(text);
      const shown = [content, ...Object.values(meta)].join(" ");
      const has = finding.wordsIn(shown);
      if (asked.some((word) => /^\p{N}/u.test(word) && !has.some((other) => other.startsWith(word)))) return true;
      if (finding.hasAny(shown, asked)) return false;
      if (isHasty) return true;
      const spelling = await this.#spelling();
      return asked.every((word) => !spelling.isKnown(word));
    }

    /**
     * @param {PagefindResult} result
     * @param {string} text
     */
    async #excerpt(result, text) {
      const { content, locations, meta } = await result.data();
      const asked = finding.wordsIn(text);
      const marked = locations.length ? { words: content.split(/\s+/), at: locations } : this.#explain(content, meta, asked);
      const isPlain = locations.length || marked.summary || finding.hasAny(`${meta.label ?? ""} ${meta.title ?? ""}`, asked);
      const synonyms = new Set(this.#synonyms.flatMap(([searched]) => searched));
      const names = isPlain ? [] : (meta.hidden ?? "").split(" · ");
      return {
        title: meta.title,
        alone: content === meta.title,
        summary: Boolean(marked.summary),
        pieces: finding.excerpt(marked),
        under: names.find((name) => synonyms.has(name) && finding.hasAny(name, asked)),
      };
    }

    // Found by words that are not in its content: show why all the same.
    /**
     * @param {string} content
     * @param {Record<string, string>} meta
     * @param {string[]} asked
     * @returns {MarkedWords}
     */
    #explain(content, meta, asked) {
      /** @param {string} words */
      const isAsked = (words) => finding.wordsIn(words).every((word) => asked.some((other) => finding.areAlike(word, other)));
      const phrases = this.#synonyms.filter(([searched]) => searched.some(isAsked)).flatMap(([, instead]) => instead);
      const words = content.split(/\s+/);
      const at = finding.positions(words, phrases);
      if (at.length || !meta.summary) return { words, at };
      const summary = meta.summary.split(/\s+/);
      const matches = summary.flatMap((word, index) => (finding.hasAny(word, asked) ? [index] : []));
      return matches.length ? { words: summary, at: matches, summary: true } : { words, at };
    }
  };

  // Whole pages, no filters, no numbers. Sphinx's scripts are run without the part that draws, and without the one that
  // keeps what was searched for.
  finding.SimpleIndex = class {
    simple = true;
    /** @type {SearchFilter[]} */
    filters = [];
    /** @type {SearchRecord[]} */
    records = [];
    #root;

    /**
     * @param {CitationIndex} citations
     * @param {string} root
     */
    constructor(citations, root) {
      this.#root = root;
      // Sphinx takes the name of a thing for its anchor.
      /** @param {SearchRow} row */
      const sphinxAddress = (row) => `${row.url.split("#")[0]}#${row.label}`;
      this.known = new Map(citations.rows.flatMap((row) => [[row.url, row], [sphinxAddress(row), row]]));
    }

    /**
     * @param {string} text
     * @returns {Promise<Hit[]>}
     */
    async search(text) {
      if (!text.trim()) return [];
      // `Search` belongs to Sphinx's script, and is no property of the window.
      const results = Search._performSearch(...Search._parseQuery(text));
      const records = results.reverse().map(([docname, title, anchor]) => {
        const url = `${this.#root}${docname}.html${anchor}`;
        const row = this.known.get(url) ?? { id: "", url, label: title, title: "", kind: "page", kindName: "" };
        return { ...row, terms: new Set() };
      });
      // An entry is found by its own words and by those of its page.
      const byAddress = new Map(records.map((record) => [record.url, record]));
      return [...byAddress.values()].map((record) => ({ record, excerpt: async () => null }));
    }
  };
}
