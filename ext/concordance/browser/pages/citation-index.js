// @ts-check
// What a reader means by a citation: "74/176 op 16" is the name of a text, the word for a series and a number. Pure.
"use strict";
{
  const { finding } = globalThis;

  const LONGEST = 300;
  const NUMBER = /\p{N}/u;
  finding.CitationIndex = class extends finding.CitationNames {
    /** @type {string[] | undefined} */
    #numberedNames;
    #numberWords;
    /** What we cite provisions by ourselves, and call them. @type {Set<string> | undefined} */
    #own;
    /** @type {CitationLists | undefined} */
    #lists;

    /**
     * @param {CitationData} data
     * @param {string} root
     */
    constructor(data, root) {
      super(data, root);
      this.order = Object.keys(data.series);
      /** @type {(word: string, value: number) => boolean} */
      const isCounted = (word, value) => {
        if (this.series.has(word)) return true;
        this.readNames(true);
        return this.named.has(`${word} ${value}`);
      };
      this.#numberWords = new finding.NumberWords(data.numbers, isCounted, [...data.grammar.and, ...data.grammar.to]);
    }

    // Patterns that nobody needs who enters no number.
    get lists() {
      const { grammar, series } = this.data;
      return (this.#lists ??= new finding.CitationLists(finding.citationGrammar(grammar), grammar, Object.values(series).flat()));
    }

    get #ownLabels() {
      const labels = [...this.data.labels.map(([label]) => label), ...this.rows.flatMap(({ kind, label }) => (kind === "provision" ? [label] : []))];
      return new Set(labels.map((label) => finding.wordsIn(label).join(" ")));
    }

    /** @param {string} text */
    inDigits(text) {
      // No citation is longer; whatever is was pasted.
      return text.length > LONGEST ? text : this.#numberWords.inDigits(text);
    }

    /** @type {CitationIndex["resolve"]} */
    resolve(written) {
      const meant = this.meant(written);
      if (meant.length || written.length > LONGEST) return meant;
      const text = this.inDigits(written);
      const words = this.words(NUMBER.test(text) ? this.lists.symbol(text) : text);
      const isTelling = words.join("").length > 2 && !/^\d/.test(words[0]);
      return isTelling ? this.#called(words).map((row) => ({ row, exact: false })) : [];
    }

    /** @type {CitationIndex["meant"]} */
    meant(written) {
      if (written.length > LONGEST) return [];
      const text = this.inDigits(written);
      const isNumbered = NUMBER.test(text);
      this.readNames(isNumbered);
      if (!isNumbered) return this.#resolveOne(text);
      const byId = this.byId.get(text.trim());
      if (byId) return [{ row: byId, exact: true }];
      const symbol = this.lists.symbol(text);
      // "paras. 1-5" is no clause 1.5.
      const several = this.#resolveSeveral(symbol);
      if (several.length) return several;
      const offers = this.#resolveOne(symbol);
      if (offers.some(({ exact }) => exact)) return offers;
      // "43 (d)", "article 6, paragraph 3", where there is no such part: what would hold it.
      const outer = this.lists.outer(symbol);
      const held = outer === symbol ? [] : this.meant(outer);
      return held.length ? held.map(({ row }) => ({ row, exact: false, instead: true })) : offers;
    }

    // "paras. 12–14": all of them, or nothing.
    /** @param {string} text */
    #resolveSeveral(text) {
      const each = this.lists.severally(text).map((single) => this.#resolveOne(single).filter(({ exact }) => exact));
      if (!each.length || each.some((offers) => !offers.length)) return [];
      return [...new Map(each.flat().map((offer) => [offer.row, offer])).values()];
    }

    /** @param {string} text */
    #resolveOne(text) {
      const words = this.words(text);
      /** @type {Map<SearchRow, Omit<Offer, "row">>} */
      const offers = new Map();
      /** @type {(rows: Iterable<SearchRow>, how?: Omit<Offer, "row">) => void} */
      const add = (rows, how = { exact: true }) => {
        for (const row of rows) if (!offers.has(row)) offers.set(row, how);
      };
      if (!words.length) return [];
      add(this.called(text));
      add(this.cited.get(words.join(" ")) ?? []);
      add(this.#pages(words));
      // Our own label means one thing; a resolution and a number may mean a paragraph of its annex as well.
      const spelled = finding.wordsIn(text).join(" ");
      const isLabel = [...offers.keys()].some(({ kind }) => kind !== "provision" || (this.#own ??= this.#ownLabels).has(spelled));
      if (!isLabel) add(this.#within(words, (name) => this.#rowsNamed(name)));
      if (!offers.size) add(this.#turned(words));
      const isNumbered = words.some((word) => /\d/.test(word));
      if (!offers.size && isNumbered) add(this.#withinBegun(words));
      if (!offers.size && isNumbered) add(this.#labelled(words));
      if (!offers.size && isNumbered) add(this.#alone(words));
      const held = offers.size || !isNumbered ? [] : [...this.#instead(words), ...this.#beyond(text)];
      for (const row of held) offers.set(row, { exact: false, instead: true, last: this.#lastOf(row, words) });
      return [...offers].map(([row, how]) => ({ row, ...how }));
    }

    /** @param {string} text */
    destination(text) {
      const exact = this.meant(text).filter((offer) => offer.exact);
      return exact.length === 1 && /\d/.test(this.inDigits(text)) ? exact[0].row : null;
    }

    /**
     * @param {string} name
     * @returns {Iterable<SearchRow>}
     */
    #rowsNamed(name) {
      return this.named.get(name) ?? [];
    }

    // The ways to take words as a name and what is cited of it, or the other way round; the longest name comes first.
    /**
     * @param {string[]} words
     * @returns {Iterable<[name: string, rest: string]>}
     */
    *#divided(words) {
      for (let length = words.length - 1; length > 0; length -= 1) {
        yield [words.slice(0, length).join(" "), words.slice(length).join(" ")];
        yield [words.slice(-length).join(" "), words.slice(0, -length).join(" ")];
      }
    }

    // Parts of what has such a name: `wholesOf` returns it.
    /**
     * @param {string[]} words
     * @param {(name: string, rest: string) => Iterable<SearchRow>} wholesOf
     */
    #within(words, wholesOf) {
      for (const [name, rest] of this.#divided(words)) {
        const wholes = [...wholesOf(name, rest)];
        const rows = wholes.flatMap((whole) => this.#numbered(this.members.get(whole) ?? [], rest));
        const parts = /^\d/.test(rest) ? wholes.flatMap((whole) => this.parts.get(whole) ?? []) : [];
        const inParts = parts.flatMap((part) => this.#numbered(this.members.get(part) ?? [], rest));
        // An annex of the same numbers is what such an edition is about.
        if (rows.length || inParts.length) return [...inParts, ...rows];
      }
      return [];
    }

    // "Part II": a page is called by how its title begins, too.
    /** @param {string[]} words */
    #pages(words) {
      return this.pageNames.flatMap(({ name, row }) => (name.startsWith(`${words.join(" ")} `) ? [row] : []));
    }

    /** @type {CitationIndex["called"]} */
    called = (text) => [...this.#rowsNamed(this.keyOf(text))];

    // "8.7 principles"
    /** @param {string[]} words */
    #turned(words) {
      return [...this.#divided(words)].flatMap(([name, rest]) => [...this.#rowsNamed(`${rest} ${name}`)]);
    }

    // "Palermo art 6": of the name, some words will do; without the word for the series, it must be the name of one only.
    /** @param {string[]} words */
    #withinBegun(words) {
      return this.#within(words, (name, rest) => {
        if (/\d/.test(name) || !/\d/.test(rest)) return [];
        const called = this.#names(name).flatMap((each) => [...this.#rowsNamed(each)]);
        const rows = new Set(called.filter((row) => this.members.has(row)));
        return rows.size === 1 || !/^\d/.test(rest) ? rows : [];
      });
    }

    // "Sustainable Development Goal 16": a number that only one thing has is meant, whatever it is said to be of.
    /** @param {string[]} words */
    #alone(words) {
      const divided = [...this.#divided(words)].filter(([name, rest]) => /^\D+ \d+$/.test(rest) && /^\D{3,}$/.test(name) && this.#names(name).length);
      const rows = divided.map(([, rest]) => new Set([...this.#rowsNamed(rest), ...(this.cited.get(rest) ?? [])]));
      return rows.find(({ size }) => size === 1) ?? [];
    }

    // "UNTOC 99", "article 7 of the protocol against smuggling": what has the name, or alone has all words of one.
    /** @param {string[]} words */
    #instead(words) {
      const divided = [...this.#divided(words)].filter(([name, rest]) => /^(\S+ )?\d{1,3}$/.test(rest) && !/^\d/.test(name));
      const named = divided.find(([name]) => this.named.has(name));
      if (named) return this.#rowsNamed(named[0]);
      const cited = divided.filter(([name, rest]) => name.includes(" ") && this.order.includes(rest.split(" ")[0]));
      const called = cited.map(([name]) => new Set(this.#names(name).flatMap((each) => [...this.#rowsNamed(each)]).filter((row) => !row.isPart)));
      return called.find(({ size }) => size === 1) ?? [];
    }

    // "para 99": the text that has paragraphs with numbers alone, but not so many.
    /**
     * @param {string} text
     * @returns {SearchRow[]}
     */
    #beyond(text) {
      const words = finding.wordsIn(text);
      if (words.length !== 2 || this.series.get(words[0]) !== "") return [];
      const row = this.rows.find(({ kind }) => kind === "text");
      return row && this.#lastOf(row, words) ? [row] : [];
    }

    // What the last paragraph of a text is called that has none of such a number.
    /** @type {(row: SearchRow, words: string[]) => string | undefined} */
    #lastOf(row, words) {
      const number = Number(words.find((word) => /^\d+$/.test(word)));
      const numbered = (this.members.get(row) ?? []).filter(([cited]) => /^\d+$/.test(cited));
      const last = numbered.sort(([left], [right]) => Number(left) - Number(right)).at(-1);
      return last && number > Number(last[0]) ? last[1].label : undefined;
    }

    // With the name of the whole, the word for the series may be left out.
    /**
     * @param {[string, SearchRow][]} members
     * @param {string} rest
     */
    #numbered(members, rest) {
      const isBare = /^\d/.test(rest);
      /** @param {string} cited */
      const rank = (cited) => this.order.indexOf(cited.split(" ")[0]);
      const fitting = members.filter(([cited]) => cited === rest || (isBare && cited.replace(/^\D+ /, "") === rest));
      // A number of a resolution alone is that of an operative paragraph, if there is one.
      const first = Math.min(...fitting.map(([cited]) => rank(cited)));
      return fitting.filter(([cited]) => rank(cited) === first).map(([, row]) => row);
    }

    // "HRC resolution 32/3": a number, and words that stand in the symbol or name that has it. "S/RES/2331": the year of a
    // resolution is left out.
    /** @param {string[]} words */
    #labelled(words) {
      const number = words.filter((word) => /^\d/.test(word)).join(" ");
      const others = words.length - number.split(" ").length;
      if (!others || (others < 2 && !/\d \d|\d{3}/.test(number))) return [];
      this.#numberedNames ??= [...this.named.keys()].filter((name) => /\d$/.test(name));
      const ending = new RegExp(`(?:^| )${number}(?: \\d{4})?$`);
      const names = this.#numberedNames.filter((name) => ending.test(name));
      const having = names.filter((name) => words.every((word) => ` ${name} `.includes(` ${word} `)));
      return having.flatMap((name) => [...this.#rowsNamed(name)]);
    }

    /** @param {string[]} words */
    #called(words) {
      const text = words.join(" ");
      // "Part II" comes before "Part III".
      const names = this.#names(text).map((name) => ({
        name,
        hasWhole: Number(words.every((word) => ` ${name} `.includes(` ${word} `))),
        begins: Number(name.startsWith(text)),
      }));
      names.sort((first, second) => second.hasWhole - first.hasWhole || second.begins - first.begins || first.name.length - second.name.length);
      const rows = names.slice(0, 8).flatMap(({ name }) => [...this.#rowsNamed(name), ...(this.titled.get(name) ?? [])]);
      return [...new Set(rows.slice(0, 5))];
    }

    // The names that have the words, or words that begin so.
    /** @param {string} text */
    #names(text) {
      const words = text.split(" ");
      // Whoever means a number writes it.
      const names = [...this.named.keys(), ...this.titled.keys()].filter((name) => words.every((word) => ` ${name}`.includes(` ${word}`)));
      return names.filter((name) => /\d/.test(text) || !/\d/.test(name));
    }
  };
}
