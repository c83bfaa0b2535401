// @ts-check
// Numbers of citations that are written as words: "article twelve", "the second operative paragraph". Pure.
"use strict";
{
  const { finding } = globalThis;

  const TEN = 10;
  const WRITTEN = /[\p{L}\p{M}]+|\d+(?:st|nd|rd|th)?/giu;
  // The same of most texts, for which a browser makes ready much faster.
  const ASCII = /^[\x20-\x7e]*$/;
  const PLAIN = /[a-z]+|\d+(?:st|nd|rd|th)?/gi;

  // What each word counts: rows have a number's words, first those of one to nineteen, then those of the tens.
  /** @param {string} rows */
  const readNumbers = (rows) => {
    const values = rows.split(",").map((row) => row.trim().split(" "));
    return new Map(
      values.flatMap(([cardinal, ...ordinals], at) => {
        const value = at < 2 * TEN ? at + 1 : TEN * (at - 2 * TEN + 3);
        return [
          [cardinal, { value, isOrdinal: false }],
          ...ordinals.map((ordinal) => /** @type {const} */ ([ordinal, { value, isOrdinal: true }])),
        ];
      }),
    );
  };

  /** @type {Record<string, number>} */
  const ROMAN = { I: 1, V: 5, X: 10, L: 50 };
  // "XIV"; "I" is a word.
  /** @param {string} written */
  const romanOf = (written) => {
    if (!/^(?=[IVXL]{2}|[VXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(written)) return 0;
    return Array.from(written, (sign, at) => (ROMAN[sign] < (ROMAN[written[at + 1]] ?? 0) ? -ROMAN[sign] : ROMAN[sign])).reduce((sum, each) => sum + each);
  };

  finding.NumberWords = class {
    #values;
    #isCounted;
    #joins;

    /**
     * @param {string} rows
     * @param {(word: string, value: number) => boolean} isCounted
     * @param {Iterable<string>} joins
     */
    constructor(rows, isCounted, joins) {
      this.#joins = new Set(joins);
      this.#values = readNumbers(finding.fold(rows));
      this.#isCounted = isCounted;
    }

    // "twenty-third" is one number, as is "23rd".
    /**
     * @param {string[]} words
     * @param {number} at
     * @param {string} written
     */
    #numberAt(words, at, written) {
      const roman = romanOf(written);
      if (roman) return { value: roman, isOrdinal: false, length: 1 };
      const digits = words[at].match(/^(\d+)(?:st|nd|rd|th)$/);
      if (digits) return { value: Number(digits[1]), isOrdinal: true, length: 1 };
      const first = this.#values.get(words[at]);
      if (!first) return null;
      const second = this.#values.get(words[at + 1] ?? "");
      const isTens = !first.isOrdinal && first.value >= 2 * TEN;
      if (!isTens || !second || second.value >= TEN) return { ...first, length: 1 };
      return { value: first.value + second.value, isOrdinal: second.isOrdinal, length: 2 };
    }

    // "article twelve", "paragraphs 12 to fourteen"
    /**
     * @param {string[]} words
     * @param {number} at
     * @param {number} value
     */
    #isCited(words, at, value) {
      const [number, join] = words.slice(Math.max(0, at - 2), at);
      return at > 0 && (this.#isCounted(words[at - 1], value) || (/^\d+$/.test(number) && this.#joins.has(join)));
    }

    /** @type {NumberWords["inDigits"]} */
    inDigits(text) {
      const written = text.match(ASCII.test(text) ? PLAIN : WRITTEN) ?? [];
      const words = written.map(finding.fold);
      for (let at = 0; at < words.length; at += 1) {
        const number = this.#numberAt(words, at, written[at]);
        if (!number) continue;
        const { value, isOrdinal, length } = number;
        let end = at + length;
        if (isOrdinal) while (end < words.length && this.#isCounted(words[end], value)) end += 1;
        const isMeant = isOrdinal ? end > at + length : this.#isCited(words, at, value);
        if (!isMeant) continue;
        const pattern = `(?<![\\p{L}\\p{N}])${written.slice(at, end).join("[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`;
        const instead = [...written.slice(at + length, end), String(value)].join(" ");
        return this.inDigits(text.replace(new RegExp(pattern, "u"), instead));
      }
      return text;
    }
  };
}
