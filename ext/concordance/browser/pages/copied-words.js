// @ts-check
// The words of what can be copied of a page, as they stand there.
"use strict";
{
  globalThis.copying ??= /** @type {Copying} */ ({});
  const { copying } = globalThis;
  const PROVISION = ".provision[id]";
  const COPIED = ".provision, .commentary-paragraph";
  // What stands among the words and is none of them.
  const SIGNS = ".number, .commentary-number, .note-mark, .footnote-reference";
  // The row below the words of an item.
  const TOOLS = ".entry-tools";

  /** @type {(node: Node, runs: string[], isStruck: boolean) => string[]} */
  const addRuns = (node, runs, isStruck) => {
    for (const child of node.childNodes) {
      if (child instanceof Text) {
        // Plain and struck words take turns, plain ones first.
        if (isStruck === Boolean(runs.length % 2)) runs.push("");
        runs[runs.length - 1] += child.data;
      } else if (child instanceof Element && !child.matches(SIGNS)) addRuns(child, runs, isStruck || child.matches("s"));
    }
    return runs;
  };

  /**
   * @param {Element} part
   * @returns {CopyWords}
   */
  const blocksOf = (part) => [...part.children].flatMap((child) => {
    if (child.matches(PROVISION)) return [child.id];
    if (child.matches(TOOLS)) return [];
    if (!child.matches("p")) return blocksOf(child);
    const runs = addRuns(child, [""], false);
    // The number of a paragraph of commentary stands alone.
    return runs.some((words) => words.trim()) ? [runs] : [];
  });

  copying.wordsOn = (page, id) => {
    const part = page.getElementById(id);
    const blocks = part?.matches(COPIED) ? blocksOf(part) : [];
    return blocks.length ? blocks : undefined;
  };
}
