// @ts-check
// How citations are written: what stands before a symbol, and several numbers at once. Pure.
"use strict";
{
  const { finding } = globalThis;

  const NUMBER = String.raw`\d[\d.]*\d|\d`;
  const ITEMS = String.raw`(?:\s*\(\w+\))*`;
  const DASHES = "–—‑-";
  const LONGEST = 30;
  // No citation is longer; whatever is may have been pasted by mistake.
  const MOST_LETTERS = 200;

  finding.citedSymbol = (text, symbols) => {
    const words = finding.wordsIn(symbols);
    if (!words.length) return text;
    const before = new RegExp(String.raw`^\s*${words.join(String.raw`\W*`)}[.s]*(?=\W)`, "i");
    return text.replace(before, "").trim() || text;
  };

  /**
   * The numbers from one to another, as far as these are whole numbers in their order.
   * @param {string} from
   * @param {string} to
   */
  const between = (from, to) => {
    const [first, last] = [Number(from), Number(to)];
    if (!/^\d+$/.test(from + to) || last <= first || last - first > LONGEST) return null;
    return Array.from({ length: last - first }, (_, index) => String(first + 1 + index));
  };

  finding.citedSeverally = (text, joins) => {
    if (text.length > MOST_LETTERS) return [];
    const words = joins.map((join) => (/\w/.test(join) ? String.raw`\b${join}\b` : join));
    const join = String.raw`\s*(?:[,;${DASHES}]|${words.join("|")})+\s*(?:(?:${words.join("|")})\s*)?`;
    const item = String.raw`(?:(?:${NUMBER})${ITEMS}|\(\w+\)${ITEMS})`;
    const list = text.match(new RegExp(String.raw`(?<![\w/.])((?:${NUMBER})${ITEMS})((?:${join}${item})+)(?![\w/])`, "i"));
    if (!list || list.index === undefined) return [];
    const [whole, first, rest] = list;
    const items = [first];
    for (const [, by, next] of rest.matchAll(new RegExp(`(${join})(${item})`, "gi"))) {
      const last = items[items.length - 1];
      const isRange = new RegExp(String.raw`^\s*(?:[${DASHES}]|to|through)`, "i").test(by);
      if (next.startsWith("(")) items.push(`${last.replace(/\(.*/, "").trim()} ${next}`);
      else if (!isRange) items.push(next);
      else {
        const numbers = between(last, next);
        if (!numbers) return [];
        items.push(...numbers);
      }
    }
    const [before, behind] = [text.slice(0, list.index), text.slice(list.index + whole.length)];
    return items.map((each) => before + each + behind);
  };
}
