// @ts-check
// Fetches what all search fields share: citations, an index, and the words of the edition.
"use strict";
{
  const { finding } = globalThis;
  const { root } = finding;

  /**
   * @template Made
   * @param {() => Made} make
   */
  const once = (make) => {
    /** @type {Made | undefined} */
    let made;
    return () => (made ??= make());
  };

  finding.load = once(async () => {
    await finding.fetchCitations();
    return new finding.CitationIndex(finding.citations, root);
  });

  finding.spelling = once(async () => {
    await finding.fetchScript(`${root}finding/words.js`);
    return new finding.Spelling(finding.words);
  });

  // ---- The index ----

  const canRunPagefind = () => {
    if (location.protocol === "file:") return false;
    try {
      // The shortest module there is. A browser, or a policy, may allow none.
      return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    } catch {
      return false;
    }
  };

  /** @param {CitationIndex} citations */
  const simpleIndex = async (citations) => {
    globalThis.SPHINX_HIGHLIGHT_ENABLED = false;
    globalThis._ready = () => undefined;
    globalThis._ = globalThis._ ?? ((words) => words);
    for (const name of ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"]) await finding.fetchScript(root + name);
    return new finding.SimpleIndex(citations, root);
  };

  /** @param {string} name */
  const address = (name) => new URL(root + name, document.baseURI).href;

  // What Pagefind will ask for when it has asked for what it is to ask for.
  /** @param {CitationIndex} citations */
  const fetchAhead = ({ data }) => {
    for (const name of data.ahead) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address(name) });
      document.head.append(link);
    }
  };

  /** @returns {Promise<Pagefind>} */
  const startPagefind = async () => {
    const pagefind = await import(address("pagefind/pagefind.js"));
    await pagefind.options({
      // A worker would be one more file to fetch, for an index of this size.
      noWorker: true,
      ranking: { metaWeights: { title: 4, label: 4, summary: 1.2, hidden: 2 } },
    });
    await pagefind.init();
    return pagefind;
  };

  /** @returns {Promise<RecordData>} */
  const fetchRecords = async () => (await fetch(address("finding/records.json"), { cache: "no-cache" })).json();

  finding.index = once(async () => {
    const citations = finding.load();
    if (!canRunPagefind()) return simpleIndex(await citations);
    try {
      void citations.then(fetchAhead);
      const [pagefind, records, index] = await Promise.all([startPagefind(), fetchRecords(), citations]);
      return new finding.PagefindIndex(pagefind, records, index, finding.spelling);
    } catch {
      return simpleIndex(await citations);
    }
  });
}
