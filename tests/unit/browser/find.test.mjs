import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { run } from "./scripts.mjs";

/** @typedef {{src: string, listeners: Record<string, (event?: unknown) => void>, addEventListener: (name: string, listener: () => void) => void}} FakeScript */
/** @type {FakeScript[]} */
const asked = [];
/** @type {Record<string, {listener: (event: unknown) => void, options?: unknown}>} */
const listening = {};
class Field {
  /** @param {string} value */
  constructor(value) {
    this.value = value;
  }
  matches() {
    return true;
  }
}
const document = {
  documentElement: { dataset: { content_root: "../" } },
  currentScript: { src: "https://example.org/_static/find.js?v=1" },
  addEventListener: (/** @type {string} */ name, /** @type {(event: unknown) => void} */ listener, /** @type {unknown} */ options) =>
    void (listening[name] = { listener, options }),
  head: { append: (/** @type {FakeScript} */ script) => asked.push(script) },
  createElement: () => {
    /** @type {FakeScript} */
    const script = { src: "", listeners: {}, addEventListener: (name, listener) => (script.listeners[name] = listener) };
    return script;
  },
};
run(["pages/find.js"], { document, HTMLInputElement: Field });
const { finding } = globalThis;

test("files are looked for beside the script", () => {
  assert.equal(finding.beside("finder.js"), "https://example.org/_static/finder.js");
});

test("a script is fetched once, and again if that failed", async () => {
  asked.length = 0;
  const first = finding.fetchScript("a.js");
  assert.equal(finding.fetchScript("a.js"), first);
  assert.equal(asked.length, 1);
  asked[0].listeners.error("lost");
  await assert.rejects(first);
  const second = finding.fetchScript("a.js");
  assert.equal(asked.length, 2);
  asked[1].listeners.load();
  await second;
  assert.equal(finding.fetchScript("a.js"), second);
});

test("the page of results has all that finds, in the order in which other pages fetch it", () => {
  const template = readFileSync(new URL("../../../ext/concordance/theme/partials/search-scripts.html", import.meta.url), "utf8");
  asked.length = 0;
  void finding.fetchFinder();
  void finding.fetchIndex();
  const names = asked.map(({ src }) => src.split("/").pop());
  assert.deepEqual(names, ["finder.js", "ranker.js", "index.js"]);
  assert.match(template, /"finder", "ranker"/);
});

test("the first key has the index fetched before anybody else heeds it, if what is typed may be words", () => {
  const { listener, options } = listening.input;
  const { fetchIndex } = finding;
  let fetched = 0;
  finding.fetchIndex = async () => void (fetched += 1);
  listener({ target: new Field("43") });
  assert.equal(fetched, 0);
  listener({ target: new Field("journalists") });
  assert.equal(fetched, 1);
  assert.deepEqual(options, { capture: true });
  finding.fetchIndex = fetchIndex;
});
