// Runs the scripts for readers as a page would: one after another, in the outermost scope. Each test file is a process.
import { readFileSync } from "node:fs";
import vm from "node:vm";

// Each stands for its place: numbers as exports/search_blocks.py writes them.
export const SIGNS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter((sign) => !'"\\<&>'.includes(sign));
const BROWSER = new URL("../../../ext/concordance/browser/", import.meta.url);

/**
 * The words of an index, in their order, as exports/search_index.py writes them.
 * @param {string[]} words
 */
export function encodeWords(words) {
  const signs = [...new Set(words.map(([sign]) => sign))];
  const alike = signs.map((sign) => words.filter(([first]) => first === sign));
  return { words: alike.map((each) => each.map((word) => `0${word}`).join("\n")), sizes: alike.map(({ length }) => SIGNS[length]).join("") };
}

/**
 * Run scripts in a world that has what they share, and as much of a browser as they use.
 * @param {string[]} names within the folder of the scripts
 * @param {Record<string, unknown>} globals
 */
export function run(names, globals) {
  Object.assign(globalThis, globals);
  for (const name of names) {
    const address = new URL(name, BROWSER);
    // A script that stands alone has others put into it, as exports/linker_script.py does it.
    const script = readFileSync(address, "utf8").replace(/^ *\/\/ @include (.+)$/gm, (_, other) => readFileSync(new URL(other, BROWSER), "utf8"));
    vm.runInThisContext(script, { filename: address.pathname });
  }
}
