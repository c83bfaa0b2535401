// @ts-check
// What is shown of a record: the words by which it was found, or why it was found without them. Pure.
"use strict";
{
  const { finding } = globalThis;

  /**
   * @param {string} text
   * @param {Set<string>} wanted
   * @returns {MarkedWords}
   */
  const markedIn = (text, wanted) => {
    const words = text.split(/\s+/);
    /** @param {string} word */
    const isWanted = (word) => finding.compounds(word).some((each) => wanted.has(each.joined) || each.words.some((part) => wanted.has(part)));
    return { words, at: words.flatMap((word, index) => (isWanted(word) ? [index] : [])) };
  };

  finding.explain = ([title, content, summary], text, wanted, under, synonyms) => {
    const shown = markedIn(content, wanted);
    const alone = content === title;
    const isPlain = shown.at.length || markedIn(title, wanted).at.length;
    const plain = shown.at.length || !summary ? null : markedIn(summary, wanted);
    if (shown.at.length || !plain || plain.at.length) {
      const marked = plain ?? shown;
      if (shown.at.length || plain) return { title, alone, summary: marked === plain, pieces: finding.excerpt(marked) };
    }
    // Found by words that are not in its content: show why all the same.
    const asked = finding.wordsIn(text);
    /** @param {string} name */
    const isAsked = (name) => finding.wordsIn(name).every((word) => asked.some((other) => finding.areAlike(word, other)));
    const phrases = synonyms.filter(([searched]) => searched.some(isAsked)).flatMap(([, instead]) => instead);
    const at = finding.positions(shown.words, phrases);
    return { title, alone, summary: false, pieces: finding.excerpt({ words: shown.words, at }), under: isPlain || !under.length ? undefined : under.join(" ") };
  };
}
