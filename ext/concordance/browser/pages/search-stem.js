// @ts-check
// What all forms and spellings of a word have in common. Light: it joins "organised" and "organization", not "organ". Pure.
"use strict";
{
  const { finding } = globalThis;

  // British and American spellings, by how they end.
  /** @type {[RegExp, string][]} */
  const SPELLINGS = [
    [/(..)is(e|ed|es|ing|er|ers|ation|ations|ational)$/, "$1iz$2"],
    [/ick(ed|ing|er|ers|ings)$/, "ic$1"],
    [/(..)our(s|ed|ing|able|al|er|ers|ite|hood|hoods|ful|less)?$/, "$1or$2"],
    [/(..)([tb])re(s|d)?$/, "$1$2er$3"],
    [/(..)mme(s|d)?$/, "$1m$2"],
    [/ense(s)?$/, "ence$1"],
    [/dgement(s)?$/, "dgment$1"],
  ];
  /** @type {[RegExp, string][]} */
  const PLURALS = [
    [/men$/, "man"],
    [/ldren$/, "ld"],
    [/(..)ies$/, "$1y"],
    [/(sh|ch|x|ss|z)es$/, "$1"],
    [/(.[^su])s$/, "$1"],
  ];
  // What makes one word of another; what is left must be long enough to be told from others.
  /** @type {[RegExp, number][]} */
  const ENDINGS = [
    [/at(?:ions?|ors?)$/, 4],
    [/ating$|ated$|ates?$|ative$/, 4],
    [/ability$|ibility$/, 4],
    [/able$|ible$/, 4],
    [/ements?$/, 5],
    [/ments?$/, 5],
    [/ances?$/, 4],
    [/(?<=[aeiouy].*)ings?$/, 3],
    [/ions?$/, 4],
    [/(?<!e)ers?$/, 5],
    [/ors?$/, 5],
    [/ally$|ly$/, 4],
    [/(?<=[aeiouy].*[^e])ed$/, 3],
    [/ed$/, 4],
    [/e$/, 3],
  ];

  // Forms that no rule makes, each behind the word that it is a form of.
  const IRREGULAR = new Map(
    (
      "take took taken|sell sold sale sales|buy bought|steal stole stolen|hide hid hidden|keep kept|pay paid|bring brought|teach taught|" +
      "catch caught|flee fled|hold held|bind bound|break broke broken|lose lost|fight fought|shoot shot|send sent|spend spent|lend lent|" +
      "build built|write wrote written|speak spoke spoken|choose chose chosen|drive drove driven|lead led|meet met|run ran|sleep slept|" +
      "swear swore sworn|beat beaten|rise rose risen|grow grew grown|eat ate eaten|win won|feed fed|seek sought|forbid forbade forbidden|" +
      "make made|go went gone|come came|give gave given|get got gotten|see saw seen|know knew known|tell told|find found|leave left|" +
      "stand stood|sit sat|wear wore worn|throw threw thrown|fall fell fallen|begin began begun|drink drank drunk|hear heard|feel felt|" +
      "think thought|understand understood|become became|tear tore torn|wake woke|bite bit bitten|strike struck|draw drew drawn|" +
      "die dying|lie lying|say said|shut shutting|foot feet|wife wives|thief thieves|life lives"
    )
      .split("|")
      .flatMap((forms) => forms.split(" ").map((form, _, [base]) => /** @type {const} */ ([form, base]))),
  );

  /** @param {string} word */
  const english = (word) => {
    let stem = IRREGULAR.get(word) ?? word;
    if (/^(go|do|see|be)(es|ing)$/.test(word)) return word.replace(/es$|ing$/, "");
    for (const [ending, instead] of SPELLINGS) stem = stem.replace(ending, instead);
    for (const [ending, instead] of PLURALS) {
      if (!ending.test(stem)) continue;
      stem = stem.replace(ending, instead);
      break;
    }
    for (const [ending, least] of ENDINGS) {
      const rest = stem.replace(ending, "");
      if (rest === stem || rest.length < least) continue;
      stem = rest;
      break;
    }
    // "travelling", "traveled"; "penalized", "penalties" keep their own.
    return stem.replace(/([bdfglmnprt])\1$/, "$1").replace(/(..)y$/, "$1i");
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

  finding.stem = (word) => {
    if (/^[a-z]{3,}$/.test(word)) return english(word);
    if (/^\p{Script=Arabic}{4,}$/u.test(word)) return arabic(word);
    if (/^\p{Script=Cyrillic}{5,}$/u.test(word)) return russian(word);
    return word;
  };
}
