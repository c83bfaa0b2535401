// Asks the search of a built site, without a browser: `node ask.mjs SITE < queries`, one on each line. Prints for each,
// as JSON on a line, what is offered and found first.
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";

const FIRST = 3;
const [site] = process.argv.slice(2);
/** @param {string} address */
const runScript = async (address) => void vm.runInThisContext(readFileSync(path.join(site, address), "utf8"), { filename: address });

// As much of what find.js makes on a page as the other scripts need.
globalThis.finding = /** @type {Finding} */ ({
  root: "",
  fetchScript: runScript,
  fetchCitations: () => runScript("finding/citations.js"),
  fetchIndex: () => runScript("finding/index.js"),
});
for (const name of ["finder", "ranker"]) await runScript(`_static/${name}.js`);
const { finding } = globalThis;
const index = await finding.index();
for (const text of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const { offers, hits, meant, isPartial } = await index.search(text);
  const rows = [...offers.map(({ row }) => row), ...hits.map(({ record }) => record)].slice(0, FIRST);
  const answer = { text, meant, isPartial, offers: offers.length, hits: hits.length, rows: rows.map(({ url, label, title }) => ({ url, label, title })) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
