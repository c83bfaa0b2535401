// @ts-check
//# allFunctionsCalledOnLoad
// Fetches what all search fields share: citations, the index, and what is shown of records.
// @include pages/search-text.js
// @include pages/citation-grammar.js
// @include pages/citation-lists.js
// @include pages/citation-numbers.js
// @include pages/citation-names.js
// @include pages/citation-index.js
"use strict";
{
  const { finding } = globalThis;
  const { root } = finding;

  /**
   * @template Made
   * @param {() => Promise<Made>} make
   */
  const once = (make) => {
    /** @type {Promise<Made> | undefined} */
    let made;
    return () => {
      // What has failed may be tried again.
      made ??= make().catch((error) => {
        made = undefined;
        throw error;
      });
      return made;
    };
  };

  finding.load = once(async () => {
    await finding.fetchCitations();
    return new finding.CitationIndex(finding.citations, root);
  });

  /** @param {SearchData} data */
  const reader = (data) => {
    let end = 0;
    const ends = data.pieces.map((length) => (end += length));
    /** @param {number} record */
    return async (record) => {
      const piece = ends.findIndex((each) => record < each);
      await finding.fetchScript(`${root}finding/text-${piece}.js`);
      return finding.texts[piece][record - (ends[piece] - data.pieces[piece])];
    };
  };

  finding.index = once(async () => {
    const citations = finding.load();
    await finding.fetchIndex();
    return new finding.WordIndex(finding.data, await citations, reader(finding.data), {
      foreign: async (letters) => {
        await Promise.all(letters.map((each) => finding.fetchScript(`${root}finding/languages-${each}.js`)));
        return new finding.ForeignWords(letters.flatMap((each) => finding.languages[each]));
      },
      postings: async (part) => {
        await finding.fetchScript(`${root}finding/words-${part}.js`);
        return finding.postings[part];
      },
      places: async (part) => {
        const file = Math.floor(Number(part) / finding.data.shared);
        await finding.fetchScript(`${root}finding/places-${file}.js`);
        return finding.places[file][Number(part) % finding.data.shared];
      },
    });
  });
}
