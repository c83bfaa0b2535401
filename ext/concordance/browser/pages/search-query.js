// @ts-check
// What is searched for on the page of results, as its address has it: behind the number sign, which a browser sends to
// nobody. Older addresses have it behind the question mark. Pure.
"use strict";
{
  const { finding } = globalThis;

  finding.SearchQuery = class {
    text = "";
    /** @type {Map<string, Set<string>>} */
    terms = new Map();

    /**
     * @param {string} address with its number sign or question mark
     * @param {(filter: string, term: string) => boolean} isOffered
     */
    constructor(address, isOffered) {
      const parameters = new URLSearchParams(address.slice(1));
      this.text = parameters.get("q") ?? "";
      for (const [name, term] of parameters) if (name !== "q" && isOffered(name, term)) this.choose(name, term);
    }

    get isEmpty() {
      return !this.text.trim() && !this.terms.size;
    }

    /**
     * @param {string} filter
     * @param {string} term
     */
    choose(filter, term) {
      this.terms.set(filter, new Set([...(this.terms.get(filter) ?? []), term]));
    }

    /**
     * @param {string} filter
     * @param {string} term
     */
    forget(filter, term) {
      const rest = [...(this.terms.get(filter) ?? [])].filter((other) => other !== term);
      if (rest.length) this.terms.set(filter, new Set(rest));
      else this.terms.delete(filter);
    }

    /**
     * @param {SearchRecord} record
     * @param {string} [except]
     */
    fits(record, except) {
      return [...this.terms].every(
        ([filter, terms]) => filter === except || [...terms].some((term) => record.terms.has(`${filter}=${term}`)),
      );
    }

    toAddress() {
      const parameters = new URLSearchParams();
      if (this.text) parameters.set("q", this.text);
      for (const [filter, terms] of this.terms) for (const term of terms) parameters.append(filter, term);
      return parameters.size ? `#${parameters}` : "";
    }
  };

  finding.countTerms = (records) => {
    const counts = new Map();
    for (const { terms } of records) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };
}
