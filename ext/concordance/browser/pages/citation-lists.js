// @ts-check
// Citations as they are typed: several at once, and words in place of a symbol. Pure.
"use strict";
{
  const { finding } = globalThis;

  // A longer range is none, and whatever is longer than a citation was pasted by mistake.
  const LONGEST = 30;
  const MOST_LETTERS = 200;
  // "OP 6 and OP 7"
  const AGAIN = /((\p{L}+)\.? \d+(?:,| \p{L}{1,4}| &)? )\2\.? (\d)/giu;

  /**
   * The numbers or letters behind one as far as another.
   * @param {string} from
   * @param {string} to
   */
  const upTo = (from, to) => {
    const isLetter = /^[a-z]$/.test(from) && /^[a-z]$/.test(to);
    const [first, last] = isLetter ? [from.charCodeAt(0), to.charCodeAt(0)] : [Number(from), Number(to)];
    if (!(isLetter || /^\d+$/.test(from + to)) || last <= first || last - first > LONGEST) return null;
    const codes = Array.from({ length: last - first }, (_, index) => first + 1 + index);
    return codes.map((code) => (isLetter ? String.fromCharCode(code) : String(code)));
  };

  /** @type {(before: CitationItem | undefined, item: CitationItem) => string[] | null} */
  const meantBy = (before, { isRange, base, below }) => {
    if (!isRange || !before) return [[base, ...below.map((each) => `(${each})`)].join(" ")];
    if (!below.length && !before.below.length) return upTo(before.base, base);
    const isOfOne = before.base === base && below.length * before.below.length === 1;
    return isOfOne ? (upTo(before.below[0], below[0])?.map((each) => `${base} (${each})`) ?? null) : null;
  };

  finding.CitationLists = class {
    #grammar;
    #list;
    #documents;
    #starts;
    #dates;
    #inner;

    /**
     * @param {CitationGrammar} grammar
     * @param {CitationWords} words
     * @param {string[]} parts words before the numbers of parts
     */
    constructor(grammar, { symbols, documents, of }, parts) {
      const { GAP, START, any, start, list } = grammar;
      this.#dates = new RegExp(`${GAP}${any(of)}${GAP}\\d{1,2}${GAP}\\p{L}{3,12}${GAP}\\d{4}(?!\\d)`, "giu");
      this.#grammar = grammar;
      this.#inner = new RegExp(`(\\d)\\s*((?:\\(\\w+\\)\\s*)*)\\(\\w+\\)|(?<=[a-z]\\.? \\d+)\\.\\d+$|(\\d)(?: [a-z](?= |$)|,?${GAP}${any(parts)}\\.?\\s?\\d+$)`, "iu");
      this.#list = new RegExp(START + list, "giu");
      this.#documents = new RegExp(`^\\s*${any(documents)}s?[.:]?${GAP}`, "iu");
      this.#starts = symbols.map(([symbol, ...ways]) => ({ symbol, ways: new RegExp(`(?<!\\p{L})${start(ways)}(?=\\d)`, "iu") }));
    }

    /** @param {string} text */
    symbol(text) {
      if (text.length > MOST_LETTERS || !/\d/.test(text)) return text;
      const bare = text.replace(this.#documents, "").replace(this.#dates, "").trim() || text;
      return this.#starts.reduce((all, { symbol, ways }) => all.replace(ways, symbol), bare);
    }

    // What would hold the last part: "43" of "43 (d)", "article 6" of "article 6, paragraph 3".
    /** @param {string} text */
    outer(text) {
      return text.replace(this.#inner, "$1$2$3");
    }

    /** @param {string} text */
    severally(text) {
      if (text.length > MOST_LETTERS || !/\d/.test(text)) return [];
      const lettered = text.replace(/(\d)\s?([a-z])(\s?[-–]\s?|,? and |, )([a-z])$/i, "$1 ($2)$3($4)");
      const spaced = lettered.replace(/(\d),(?=\d)/g, "$1, ").replace(/\s*&\s*/g, " & ").replace(AGAIN, "$1$3");
      for (const { 0: list, index } of spaced.matchAll(this.#list)) {
        const items = [...this.#grammar.items(list)];
        const cited = items.map((item, at) => meantBy(items[at - 1], item));
        if (items.length < 2 || !cited.every(Boolean)) continue;
        const [before, behind] = [spaced.slice(0, index), spaced.slice(index + list.length)];
        return cited.flatMap((each) => (each ?? []).map((number) => before + number + behind));
      }
      return [];
    }
  };
}
