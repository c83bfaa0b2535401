// @ts-check
// How citations are written. All scripts that read citations read them by this, and linker.js has it put into it. Pure.
"use strict";
{
  const GAP = "\\s{1,30}";
  // Behind a number, what would make it another: "12/3", "12.5"; but "12-14" is two.
  const END = "(?![\\p{L}\\p{N}_/]|[.,:]\\p{N}|[.,:\\-‑]\\p{L}|[\\-‑](?:\\d{4}|\\d+[/_]))";
  const START = "(?<![\\p{L}\\p{N}_/@#.\\-])";
  const SUB = "\\((?:[a-z]{1,4}|\\d{1,2})\\)";
  const DASH = "\\s?[–—‑-]\\s?";
  const NUMBER = `\\d{1,3}(?:\\.[\\da-z]{1,2}|[a-z])?${END}(?:\\s?${SUB}){0,3}`;
  // Words as a page may write them: with other spaces, hyphens and apostrophes, and dated.
  /** @type {(words: string, dated: string) => string} */
  const escaped = (words, dated) =>
    words
      .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
      .replace(/['’]/g, "['’]")
      .replace(/-/g, "[-‑–]")
      .replace(/(\d?) /g, (_, digit) => `${digit && `${digit}(?:${dated})?,?`}${GAP}`);
  /** @type {(words: Iterable<string>, dated?: string) => string} */
  const any = (words, dated = "") => {
    const longestFirst = [...words].sort((first, second) => second.length - first.length);
    return `(?:${longestFirst.map((each) => escaped(each, dated)).join("|") || "(?!)"})`;
  };

  /** @type {(ITEM: RegExp, RANGE: RegExp) => CitationGrammar["items"]} */
  const itemReader = (ITEM, RANGE) =>
    function* (list) {
      let base = "";
      for (let at = 0; at < list.length; ) {
        ITEM.lastIndex = at;
        const [all, between = "", digits, letter = "", subs] = ITEM.exec(list) ?? [""];
        if (!all) return;
        base = digits ?? base;
        const below = [...letter, ...(subs.match(/\w+/g) ?? [])];
        yield { from: at + between.length, to: at + all.length, between, isRange: RANGE.test(between), base, letter, below };
        at += all.length;
      }
    };

  /** @type {(words: CitationWords) => Pick<CitationGrammar, "start" | "anySymbol" | "plain" | "any">} */
  const symbolsOf = ({ symbols, of }) => {
    const dated = `${GAP}${any(of)}${GAP}\\d{1,2}${GAP}\\p{L}{3,12}${GAP}\\d{4}`;
    const DATES = new RegExp(dated, "gu");
    // "General Assembly resolution 64/293" is another way to write "A/RES/64/293".
    /** @param {string[]} ways */
    const start = (ways) => `${any(ways).replaceAll("\\.", "\\.?")}${GAP}`;
    const starts = symbols.map(([symbol, ...ways]) => [symbol, `(?:${escaped(symbol, dated)}|${start(ways)})`]);
    return {
      start,
      any: (words) => any(words, dated),
      anySymbol: (names) => starts.reduce((all, [symbol, ways]) => all.replaceAll(escaped(symbol, dated), ways), any(names, dated)),
      plain: (words) =>
        starts
          .reduce((all, [symbol, ways]) => all.replace(new RegExp(ways, "u"), symbol), words.replace(DATES, ""))
          .replace(/(\d),/g, "$1")
          .replace(/\s+/g, " ")
          .replace(/[‑–]/g, "-")
          .replace(/’/g, "'"),
    };
  };

  finding.citationGrammar = (words) => {
    const next = `(?:${DASH}|,?${GAP}${any([...words.and, ...words.to])}${GAP}|,${GAP})`;
    const items = itemReader(
      new RegExp(`(${next})?(?:(\\d{1,3}(?:\\.[\\da-z]{1,2})?)([a-z])?)?((?:\\s?${SUB}){0,3})`, "iuy"),
      new RegExp(`^(?:${DASH}|,?${GAP}${any(words.to)}${GAP})$`, "iu"),
    );
    return {
      ...symbolsOf(words),
      GAP,
      START,
      END,
      SUB,
      list: `${NUMBER}(?:${next}(?:${NUMBER}|${SUB}(?:\\s?${SUB}){0,2})){0,20}`,
      items,
    };
  };
}
