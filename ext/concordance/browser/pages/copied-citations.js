// @ts-check
// The citations of what can be copied of a page. Pure.
"use strict";
{
  globalThis.copying ??= /** @type {Copying} */ ({});
  const { copying } = globalThis;

  // What differs from another by its place alone has the citation of that one, with its own place.
  copying.citationOf = (entries, id, style) => {
    const { cited, like = "", places = [] } = entries[id];
    if (cited) return cited[style];
    return places.reduce((words, [theirs, own]) => words.replaceAll(theirs, () => own), copying.citationOf(entries, like, style));
  };
}
