// @ts-check
// What everything that can be cited is called: in full, by its id, and as a part of a whole. Pure.
"use strict";
{
  const { finding } = globalThis;

  const NUMBER = /\p{N}/u;
  const PAGE = "page";

  finding.CitationNames = class {
    /** Texts that are parts of another, by that. @type {Map<SearchRow, SearchRow[]>} */
    parts = new Map();
    /** @type {Map<string, SearchRow[]>} */
    named = new Map();
    /** What a part of a whole is called is no name of it: many are called "Definitions". @type {Map<string, SearchRow[]>} */
    titled = new Map();
    /** What a whole has as parts, each as it is cited within the whole. @type {Map<SearchRow, [string, SearchRow][]>} */
    members = new Map();
    /** @type {Map<string, SearchRow[]>} */
    cited = new Map();
    /** What pages are called. @type {{name: string, row: SearchRow}[]} */
    pageNames = [];
    /** Which names have been read: those without numbers, those with them. @type {Set<boolean>} */
    #areRead = new Set();
    /** What words of series stand for, and nothing for those that are skipped. @type {Map<string, string>} */
    #meaning;

    /**
     * @param {CitationData} data
     * @param {string} root
     */
    constructor(data, root) {
      this.data = data;
      this.series = new Map(Object.entries(data.series).flatMap(([key, words]) => words.map((word) => [finding.fold(word), key])));
      this.skipped = new Set(data.skipped.map(finding.fold));
      this.#meaning = new Map(Array.from(this.skipped, (word) => [word, ""]));
      for (const [word, series] of this.series) this.#meaning.set(word, this.skipped.has(series) ? "" : series);
      this.addresses = data.pages.map((page) => root + page);
      this.rows = data.entries.map(([id, page, label, title, kind, anchored]) => ({
        id,
        label,
        title,
        kind: data.kinds[kind][0],
        kindName: data.kinds[kind][1],
        role: data.kinds[kind][2] ?? "",
        isPart: !!data.kinds[kind][3],
        url: this.addresses[page] + (anchored ? `#${id}` : ""),
      }));
      this.byId = new Map(this.rows.map((row) => [row.id, row]));
      this.pageAt = new Map(this.rows.flatMap((row) => (row.kind === PAGE ? [[row.url, row]] : [])));
      for (const [part, whole] of data.parts) this.parts.set(this.rows[whole], [...(this.parts.get(this.rows[whole]) ?? []), this.rows[part]]);
    }

    // To read all names takes longer than all else. Half of them have a number: who enters words does not wait for these.
    /** @type {CitationNames["readNames"]} */
    readNames(isNumbered) {
      if (this.#areRead.has(isNumbered)) return;
      this.#areRead.add(isNumbered);
      if (isNumbered) this.readNames(false);
      this.#read(isNumbered);
    }

    /** @param {boolean} isNumbered */
    #read(isNumbered) {
      /** @type {(name: string, row: SearchRow, names?: Map<string, SearchRow[]>) => void} */
      const read = (name, row, names = this.named) => {
        // "Part" is how the names of several pages begin, whatever number follows.
        if ((row.kind !== PAGE && NUMBER.test(name)) === isNumbered) this.#name(name, row, names);
      };
      for (const row of this.rows) {
        read(row.id, row);
        read(row.label, row);
        // The title of a term says how often it is given.
        if (row.kind !== "term") read(row.title, row, row.isPart ? this.titled : this.named);
        // "Part 2" is the last of its address.
        if (row.kind === PAGE) read(row.id.slice(row.id.lastIndexOf("/") + 1), row);
        if (row.isPart && NUMBER.test(row.id) === isNumbered) this.#join(row);
      }
      for (const names of [this.data.labels, this.data.aliases, this.data.texts]) for (const [name, index] of names) read(name, this.rows[index]);
    }

    /**
     * @param {string} name
     * @param {SearchRow} row
     */
    #name(name, row, names = this.named) {
      const key = this.keyOf(name);
      if (!key || name.endsWith("…")) return;
      const rows = names.get(key);
      if (!rows) names.set(key, [row]);
      else if (!rows.includes(row)) rows.push(row);
      if (row.kind === PAGE) this.pageNames.push({ name: key, row });
    }

    // What a part is called within its whole stands in its id, behind that of the whole: `untoc-art-24`.
    /** @param {SearchRow} row */
    #join(row) {
      if (row.role === "numbered") return;
      const whole = this.wholeOf(row);
      if (!whole) return;
      const cited = row.id.slice(whole.id.length + 1).replaceAll("-", " ");
      const members = this.members.get(whole);
      if (members) members.push([cited, row]);
      else this.members.set(whole, [[cited, row]]);
      const rows = this.cited.get(cited);
      if (rows) rows.push(row);
      else this.cited.set(cited, [row]);
    }

    /** @type {CitationNames["wholeOf"]} */
    wholeOf({ id }) {
      for (let end = id.lastIndexOf("-"); end > 0; end = id.lastIndexOf("-", end - 1)) {
        const whole = this.byId.get(id.slice(0, end));
        if (whole && !whole.isPart) return whole;
      }
      return undefined;
    }

    /** @type {CitationNames["spellings"]} */
    spellings(label) {
      const words = finding.wordsIn(label);
      const at = words.findLastIndex((word, index) => this.series.has(word) && NUMBER.test(words[index + 1] ?? ""));
      const series = this.series.get(words[at]);
      const number = words.slice(at + 1).join(" ");
      const shorter = [...this.series].flatMap(([word, key]) => (key === series && word ? [`${word} ${number}`] : []));
      return [label, ...(at < 0 ? [] : shorter)];
    }

    // The words of a text that mean anything to a citation, each series of numbers under one name.
    /** @param {string} text */
    keyOf(text) {
      let key = "";
      for (const written of finding.wordsIn(text)) {
        const number = written[0] === "0" && written.length > 1 ? written.replace(/^0+/, "") : written;
        const word = this.#meaning.get(number) ?? number;
        if (word) key += key ? ` ${word}` : word;
      }
      return key;
    }

    /** @param {string} text */
    words(text) {
      const key = this.keyOf(text);
      return key ? key.split(" ") : [];
    }
  };
}
