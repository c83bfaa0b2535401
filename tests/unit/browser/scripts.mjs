// Runs the scripts for readers as a page would: one after another, in the outermost scope. Each test file is a process.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const BROWSER = new URL("../../../ext/concordance/browser/", import.meta.url);

/**
 * Run scripts in a world that has what they share, and as much of a browser as they use.
 * @param {string[]} names within the folder of the scripts
 * @param {Record<string, unknown>} globals
 */
export function run(names, globals) {
  Object.assign(globalThis, globals);
  for (const name of names) {
    const address = new URL(name, BROWSER);
    vm.runInThisContext(readFileSync(address, "utf8"), { filename: address.pathname });
  }
}
