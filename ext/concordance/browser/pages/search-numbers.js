// @ts-check
// Numbers as exports/search_blocks.py writes them, in signs. Pure.
"use strict";
{
  const { finding } = globalThis;

  const SIGNS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((sign) => !'"\\<&>'.includes(sign));
  const HALF = SIGNS.length / 2;
  const VALUES = new Uint8Array(128);
  SIGNS.forEach((sign, value) => (VALUES[sign.charCodeAt(0)] = value));

  // There are tens of thousands of them: nothing is made for each.
  finding.signs = (text) => {
    const values = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) values[at] = VALUES[text.charCodeAt(at)];
    return values;
  };

  finding.numbers = (text) => {
    const numbers = new Int32Array(text.length);
    let count = 0;
    let high = 0;
    for (let at = 0; at < text.length; at += 1) {
      const value = VALUES[text.charCodeAt(at)];
      if (value >= HALF) high = (high + value - HALF) * HALF;
      else {
        numbers[count] = high + value;
        count += 1;
        high = 0;
      }
    }
    return numbers.subarray(0, count);
  };
}
