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
  // A longer range is none, and whatever is longer than a citation was pasted by mistake.
  const LONGEST = 30;
  const MOST_LETTERS = 200;

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

  // Words as a page may write them: with other spaces, hyphens and apostrophes, without full stops, and dated.
  /** @type {(words: string, dated: string) => string} */
  const escaped = (words, dated) =>
    words
      .replace(/[*+?^${}()|[\]\\/]/g, "\\$&")
      .replaceAll(".", "\\.?")
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

  /** @type {(before: CitationItem | undefined, item: CitationItem) => string[] | null} */
  const meantBy = (before, { isRange, base, below }) => {
    const cited = [base, ...below.map((each) => `(${each})`)].join(" ");
    if (!isRange || !before) return [cited];
    if (below.length || before.below.length) {
      const letters = before.base === base && below.length * before.below.length === 1 ? upTo(before.below[0], below[0]) : null;
      return letters && letters.map((each) => `${base} (${each})`);
    }
    return upTo(before.base, base);
  };

  /** @type {(LIST: RegExp, items: CitationGrammar["items"]) => CitationGrammar["severally"]} */
  const listReader = (LIST, items) => (text) => {
    if (text.length > MOST_LETTERS) return [];
    const spaced = text.replace(/(\d),(?=\d)/g, "$1, ").replace(/\s*&\s*/g, " & ");
    const list = LIST.exec(spaced);
    if (!list) return [];
    const read = [...items(list[0])];
    const cited = read.map((item, at) => meantBy(read[at - 1], item));
    const [before, behind] = [spaced.slice(0, list.index), spaced.slice(list.index + list[0].length)];
    return cited.every(Boolean) ? cited.flatMap((each) => each ?? []).map((each) => before + each + behind) : [];
  };

  /** @type {(words: CitationWords) => Pick<CitationGrammar, "symbol" | "anySymbol" | "plain" | "any">} */
  const symbolsOf = ({ symbols, documents, of }) => {
    const dated = `${GAP}${any(of)}${GAP}\\d{1,2}${GAP}\\p{L}{3,12}${GAP}\\d{4}`;
    const DATES = new RegExp(dated, "gu");
    // "General Assembly resolution 64/293" is another way to write "A/RES/64/293".
    const starts = symbols.map(([start, ...ways]) => [start, `(?:${escaped(start, dated)}|${any(ways)}${GAP})`]);
    const typed = symbols.map(([start, ...ways]) => ({ start, ways: new RegExp(`(?<!\\p{L})${any(ways)}${GAP}(?=\\d)`, "iu") }));
    const before = new RegExp(`^\\s*${any(documents)}s?[.:]?${GAP}`, "iu");
    return {
      any: (words) => any(words, dated),
      anySymbol: (names) => starts.reduce((all, [start, ways]) => all.replaceAll(escaped(start, dated), ways), any(names, dated)),
      plain: (words) =>
        starts
          .reduce((all, [start, ways]) => all.replace(new RegExp(ways, "u"), start), words.replace(DATES, ""))
          .replace(/(\d),/g, "$1")
          .replace(/\s+/g, " ")
          .replace(/[‑–]/g, "-")
          .replace(/’/g, "'"),
      symbol: (text) => {
        if (text.length > MOST_LETTERS) return text;
        const bare = text.replace(before, "").trim() || text;
        return typed.reduce((all, { start, ways }) => all.replace(ways, start), bare);
      },
    };
  };

  finding.citationGrammar = (words) => {
    const next = `(?:${DASH}|,?${GAP}${any([...words.and, ...words.to])}${GAP}|,${GAP})`;
    const items = itemReader(
      new RegExp(`(${next})?(?:(\\d{1,3}(?:\\.[\\da-z]{1,2})?)([a-z])?)?((?:\\s?${SUB}){0,3})`, "iuy"),
      new RegExp(`^(?:${DASH}|,?${GAP}${any(words.to)}${GAP})$`, "iu"),
    );
    /** @param {string} least */
    const listOf = (least) => `${NUMBER}(?:${next}(?:${NUMBER}|${SUB}(?:\\s?${SUB}){0,2})){${least}}`;
    return {
      ...symbolsOf(words),
      GAP,
      START,
      END,
      SUB,
      list: listOf("0,20"),
      items,
      severally: listReader(new RegExp(START + listOf("1,20"), "iu"), items),
    };
  };
}
