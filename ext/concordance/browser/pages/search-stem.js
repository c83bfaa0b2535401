// @ts-check
// What all forms and spellings of a word have in common. Light: it joins "organised" and "organization", not "organ". Pure.
"use strict";
{
  const { finding } = globalThis;

  // Endings, each with what may follow it. They are compared as they are: to make patterns ready takes longer than a search.
  /** @type {(starts: string, follows: string) => string[]} */
  const endings = (starts, follows) => starts.split(" ").flatMap((start) => follows.split(" ").map((follow) => start + (follow === "-" ? "" : follow)));
  // British and American spellings: what ends in other ways, and how much must stand before it.
  /** @type {[endings: string[], from: string, to: string, least: number][]} */
  const SPELLINGS = [
    [endings("is", "e ed es ing er ers ation ations ational"), "is", "iz", 2],
    [endings("ick", "ed ing er ers ings"), "ick", "ic", 0],
    [endings("our", "- s ed ing able al er ers ite hood hoods ful less"), "our", "or", 2],
    [endings("tre", "- s d"), "tre", "ter", 2],
    [endings("bre", "- s d"), "bre", "ber", 2],
    [endings("mme", "- s d"), "mme", "m", 2],
    [endings("ense", "- s"), "ense", "ence", 0],
    [endings("dgement", "- s"), "dgement", "dgment", 2],
  ];
  /** @type {[ending: string, instead: string, least: number][]} */
  const PLURALS = [
    ["men", "man", 0],
    ["ldren", "ld", 0],
    ["ies", "y", 2],
    ["shes", "sh", 0],
    ["ches", "ch", 0],
    ["xes", "x", 0],
    ["sses", "ss", 0],
    ["zes", "z", 0],
  ];
  // What makes one word of another; what is left must be long enough to be told from others.
  /** @type {[endings: string[], least: number, fits?: (rest: string) => boolean][]} */
  const ENDINGS = [
    [endings("at", "ions ors ion or"), 4],
    [endings("at", "ing ed es e ive"), 4],
    [["ability", "ibility"], 4],
    [["able", "ible"], 4],
    [["ements", "ement"], 5],
    [["ments", "ment"], 5],
    [["ances", "ance"], 4],
    [["ings", "ing"], 3, (rest) => VOWEL.test(rest)],
    [["ions", "ion"], 4],
    [["ers", "er"], 5, (rest) => !rest.endsWith("e")],
    [["ors", "or"], 5],
    [["ally", "ly"], 4],
    [["ed"], 3, (rest) => !rest.endsWith("e") && VOWEL.test(rest.slice(0, -1))],
    [["ed"], 4],
    [["e"], 3],
  ];
  const VOWEL = /[aeiouy]/;
  const DOUBLED = "bdfglmnprt";

  // Forms that no rule makes, each behind the word that it is a form of.
  const IRREGULAR = new Map(
    (
      "take took taken|sell sold sale sales|buy bought|steal stole stolen|hide hid hidden|keep kept|pay paid|bring brought|teach taught|" +
      "catch caught|flee fled|hold held|bind bound|break broke broken|lose lost|fight fought|shoot shot|send sent|spend spent|lend lent|" +
      "build built|write wrote written|speak spoke spoken|choose chose chosen|drive drove driven|lead led|meet met|run ran|sleep slept|" +
      "swear swore sworn|beat beaten|rise rose risen|grow grew grown|eat ate eaten|win won|feed fed|seek sought|forbid forbade forbidden|" +
      "make made|go went gone goes going|do does doing|be bees being|come came|give gave given|get got gotten|see saw seen seeing|know knew known|tell told|find found|leave left|" +
      "stand stood|sit sat|wear wore worn|throw threw thrown|fall fell fallen|begin began begun|drink drank drunk|hear heard|feel felt|" +
      "think thought|understand understood|become became|tear tore torn|wake woke|bite bit bitten|strike struck|draw drew drawn|" +
      "die dying|lie lying|say said|shut shutting|foot feet|wife wives|thief thieves|life lives|man men"
    )
      .split("|")
      .flatMap((forms) => forms.split(" ").map((form, _, [base]) => /** @type {const} */ ([form, base]))),
  );

  /** @param {string} word */
  const respelled = (word) => {
    for (const [written, from, to, least] of SPELLINGS) {
      const ending = word.includes(from) ? written.find((each) => word.endsWith(each)) : undefined;
      if (ending && word.length - ending.length >= least) return word.slice(0, -ending.length) + to + ending.slice(from.length);
    }
    return word;
  };

  /** @param {string} word */
  const singular = (word) => {
    for (const [ending, instead, least] of PLURALS) if (word.endsWith(ending) && word.length - ending.length >= least) return word.slice(0, -ending.length) + instead;
    return word.length > 2 && word.endsWith("s") && !/[su]s$/.test(word) ? word.slice(0, -1) : word;
  };

  /** @param {string} word */
  const withoutEnding = (word) => {
    for (const [ended, least, fits] of ENDINGS) {
      const ending = ended.find((each) => word.endsWith(each));
      const rest = ending && word.slice(0, -ending.length);
      if (rest && rest.length >= least && (!fits || fits(rest))) return rest;
    }
    return word;
  };

  /** @param {string} word */
  const english = (word) => {
    const stem = withoutEnding(singular(respelled(IRREGULAR.get(word) ?? word)));
    // "travelling", "traveled"; "penalized", "penalties" keep their own.
    const last = stem[stem.length - 1];
    if (DOUBLED.includes(last) && stem[stem.length - 2] === last) return stem.slice(0, -1);
    return last === "y" && stem.length > 2 ? `${stem.slice(0, -1)}i` : stem;
  };

  const LATIN = /^[a-z]/;
  const SHORTEST_START = 2;
  // What may have a stem begins as the stem does, but for forms that no rule makes: rules change only what comes behind that.
  /** @param {string} stem */
  const startOf = (stem) => stem.slice(0, stem.length < 5 ? SHORTEST_START : stem.length < 6 ? 3 : 4);
  finding.mayHaveStem = (stem) => {
    if (!LATIN.test(stem)) return { start: "", forms: [] };
    const start = startOf(stem);
    const forms = [...IRREGULAR].flatMap(([form, base]) => (base.startsWith(start) && form[0] === start[0] ? [form] : []));
    return { start, forms };
  };

  // Articles, conjunctions and prepositions are written together with the word, endings behind it.
  /** @param {string} word */
  const arabic = (word) => {
    const even = word.replace(/[ىئ]/g, "ي").replace(/ة$/, "ه").replace(/ؤ/g, "و");
    const bare = even.replace(/^(?:[وف]?(?:[بك]?ال|لل)|[وف](?=.{4}))/, "");
    const stem = bare.length < 3 ? even : bare;
    const rest = stem.replace(/(?:ات|ون|ين|ان|ها|هم|ه|ي)$/, "");
    return rest.length < 3 ? stem : rest;
  };

  /** @param {string} word */
  const russian = (word) => {
    const rest = word.replace(/(?:ями|ами|иями|ого|его|ому|ему|ыми|ими|ией|ия|ии|ию|ий|ые|ие|ый|ои|ая|яя|ое|ее|ую|юю|ой|еи|ей|ых|их|ым|им|ов|ев|ом|ем|ам|ям|ах|ях|ы|и|а|я|у|ю|о|е|ь)$/, "");
    return rest.length < 4 ? word : rest;
  };

  // What makes words of another kind: "therapist", "therapeutic" and "therapy" have a root in common.
  const DERIVED = /(?:ists?|isms?|ships?|hoods?|nes|ful|les|ous|ive?|ic|ical|eutic|atic|al|ial|ian|arial|ari|ary|ori|ant|ent|anci|enci|anc|enc|ag|iti|ti|iz|ifi|er|or|ur|i|e)$/;

  finding.wordRoot = (word) => {
    if (!/^[a-z]{5,}$/.test(word)) return "";
    const stem = english(word);
    const rest = stem.replace(DERIVED, "");
    return rest.length < 5 ? (stem.length < 5 ? "" : stem) : rest;
  };

  /** @type {Map<string, string>} */
  const stems = new Map();
  finding.stem = (word) => {
    if (/^[a-z]{3,}$/.test(word)) {
      const stem = stems.get(word) ?? english(word);
      stems.set(word, stem);
      return stem;
    }
    if (/^\p{Script=Arabic}{4,}$/u.test(word)) return arabic(word);
    if (/^\p{Script=Cyrillic}{5,}$/u.test(word)) return russian(word);
    return word;
  };

  // To stem all of many words takes as long as a search: only those are that may have the same stem as one asked for.
  finding.StemSet = class {
    #words;
    /** Those whose forms are meant as well, by how their stems begin. @type {Map<string, string[]>} */
    #starting = new Map();
    /** @type {Map<string, boolean>} */
    #known = new Map();

    /**
     * @param {string[]} words
     * @param {number} shortest how long a word is to be for its forms to be meant as well
     */
    constructor(words, shortest = 1) {
      this.#words = new Set(words);
      for (const word of words) {
        const start = LATIN.test(word) ? (IRREGULAR.get(word) ?? word).slice(0, SHORTEST_START) : "";
        const alike = this.#starting.get(start);
        if (word.length < shortest) continue;
        if (alike) alike.push(word);
        else this.#starting.set(start, [word]);
      }
    }

    /** @param {string} word */
    has(word) {
      const known = this.#known.get(word) ?? this.#find(word);
      this.#known.set(word, known);
      return known;
    }

    /** @param {string} word */
    #find(word) {
      if (this.#words.has(word)) return true;
      const alike = this.#starting.get(LATIN.test(word) ? word.slice(0, SHORTEST_START) : "") ?? [];
      return alike.some((each) => finding.stem(each) === word);
    }
  };
}
