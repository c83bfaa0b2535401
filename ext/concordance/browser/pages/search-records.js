// @ts-check
// What can be found, in the order in which the index has it: each record is made when somebody asks for it. Pure.
"use strict";
{
  const { finding } = globalThis;

  // As Sphinx calls the places of words that a glossary explains.
  const EXPLAINED = "term-";

  /**
   * A record whose terms are found out when somebody filters.
   * @param {SearchRow} row
   * @param {() => string[]} termsOf
   * @returns {SearchRecord}
   */
  const lazily = (row, termsOf) => {
    /** @type {Set<string> | undefined} */
    let terms;
    return {
      ...row,
      get terms() {
        return (terms ??= new Set(termsOf()));
      },
    };
  };

  finding.SearchRecords = class {
    #data;
    #citations;
    /** @type {SearchRecord[]} */
    #made = [];
    /** @type {string[] | undefined} */
    #terms;
    /** @type {Map<string, string>} */
    #kinds;

    /**
     * @param {SearchData} data
     * @param {CitationIndex} citations
     */
    constructor(data, citations) {
      this.#data = data;
      this.#citations = citations;
      this.#kinds = new Map(citations.data.kinds.map(([kind, name]) => [kind, name]));
      this.length = data.entries.length + data.commentary.length + data.others.length;
    }

    /** @type {SearchRecords["at"]} */
    at(place) {
      return (this.#made[place] ??= this.#make(place));
    }

    all() {
      return Array.from({ length: this.length }, (_, place) => this.at(place));
    }

    explained() {
      const first = this.length - this.#data.others.length;
      return this.#data.others.flatMap(([anchor, , label = ""], at) => (anchor.startsWith(EXPLAINED) ? [{ label, row: () => this.at(first + at) }] : []));
    }

    /** @type {SearchRecords["at"]} */
    #make(place) {
      const { entries, commentary } = this.#data;
      if (place < entries.length) return this.#entry(place);
      const behind = place - entries.length;
      return behind < commentary.length ? this.#commentary(behind) : this.#other(behind - commentary.length);
    }

    /** @param {number} place */
    #entry(place) {
      const { filters, entries } = this.#data;
      this.#terms ??= filters.flatMap((filter) => filter.terms.map(([term]) => `${filter.name}=${term}`));
      const terms = this.#terms;
      return lazily(this.#citations.rows[place], () => entries[place].map((term) => terms[term]));
    }

    /** @param {string} kind */
    #ofKind(kind) {
      return { kind, kindName: this.#kinds.get(kind) ?? "", role: "", isPart: false };
    }

    /** @param {number} at */
    #commentary(at) {
      const { commentary, commentaryLabel } = this.#data;
      const of = commentary[at];
      const entry = this.at(of);
      let number = 1;
      for (let before = at - 1; before >= 0; before -= 1) if (commentary[before] === of) number += 1;
      const id = `${entry.id}-c${number}`;
      const label = commentaryLabel.replace("{label}", entry.label).replace("{number}", String(number));
      const url = `${entry.url.split("#")[0]}#${id}`;
      const row = { id, url, label, title: entry.title, ...this.#ofKind("commentary") };
      return lazily(row, () => ["kind=commentary", ...[...entry.terms].filter((term) => !term.startsWith("kind="))]);
    }

    /** @param {number} at */
    #other(at) {
      const [anchor, page, label, title] = this.#data.others[at];
      const citations = this.#citations;
      const term = citations.byId.get(anchor);
      if (page === undefined && term) return { ...term, terms: new Set(["kind=term"]) };
      const address = citations.addresses[page ?? 0];
      const id = anchor || (citations.pageAt.get(address)?.id ?? address);
      const url = anchor ? `${address}#${anchor}` : address;
      return { id, url, label: label ?? "", title: title ?? "", ...this.#ofKind("page"), terms: new Set(["kind=page"]) };
    }
  };
}
