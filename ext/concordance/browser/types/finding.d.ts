// What the scripts of the search share: `globalThis.finding`. The files named are those that fill it, in pages/.

/** What `finding/citations.js` holds; exports/search_data.py writes it. Numbers in rows are places in other lists. */
interface CitationData {
  /** Addresses of pages, from the root of the site. */
  pages: string[];
  /** Kinds of entries, each with its name for readers. */
  kinds: [kind: string, name: string, role?: string, isPart?: number][];
  /** Anchored is 0 for what is shown from the top of its page. */
  entries: [id: string, page: number, label: string, title: string, kind: number, anchored: number][];
  /** Citations of entries that are called otherwise, each with the place of its entry. */
  labels: [label: string, entry: number][];
  /** Further names, each with the place of its entry. */
  aliases: [name: string, entry: number][];
  /** Words that lead first to what some readers need, each with the place of that. */
  notices: [words: string, entry: number][];
  texts: [name: string, entry: number][];
  /** The words for each series of numbers: "op" for operative paragraphs, say. */
  series: Record<string, string[]>;
  /** Words that a citation means the same without. */
  skipped: string[];
  /** The words for numbers: one to twenty, then the tens, each with its ordinals behind it. */
  numbers: string;
  /** What readers may search for, with what the texts say in place of it. */
  synonyms: [searched: string[], phrases: string[]][];
  grammar: CitationWords;
  /** Texts that are parts of others, each with the whole. */
  parts: [part: number, whole: number][];
}

/** The words of citations, in every script that reads them; citations/grammar.py writes them. */
interface CitationWords {
  /** How symbols begin, each with other ways to write that. */
  symbols: [start: string, ...ways: string[]][];
  /** What may stand before the symbol of a document: "UN Doc". */
  documents: string[];
  /** Words between two numbers, "and"; those by which all between are meant, "to"; those between a part and its whole. */
  and: string[];
  to: string[];
  of: string[];
}

/** A number of a list, from one place in the list to another, and what stands between it and the number before. */
interface CitationItem {
  from: number;
  to: number;
  between: string;
  isRange: boolean;
  /** The number, which "(c)" has from the item before, a letter right behind it, and all that stands below it. */
  base: string;
  letter: string;
  below: string[];
}

interface CitationGrammar {
  // Parts of patterns, for those who read citations in sentences.
  GAP: string;
  START: string;
  END: string;
  SUB: string;
  /** One number or several. */
  list: string;
  any(words: Iterable<string>): string;
  /** Words for how symbols begin, up to the number. */
  start(ways: string[]): string;
  /** Names, some of which may be symbols. */
  anySymbol(names: Iterable<string>): string;
  /** What a pattern of names has matched, as the names are written. */
  plain(words: string): string;
  /** The items of what `list` has matched. */
  items(list: string): Generator<CitationItem>;
}

interface CitationLists {
  /** The text without the last part of what it cites; the same if it cites no part of a part. */
  outer(text: string): string;
  /** A citation without what may stand before the symbol of a document, and with that symbol in place of words for it. */
  symbol(text: string): string;
  /** The citations that a citation of several numbers stands for; none if it is not one. */
  severally(text: string): string[];
}

/** What `finding/index.js` holds; exports/search_data.py writes it, and exports/search_index.py says how it is encoded. */
interface SearchData {
  /** For each sign that words begin with, these, and how many they are. */
  words: string[];
  sizes: string;
  counts: string;
  /** How many words are in each part of the postings. */
  parts: string;
  /** What is meant by phrases. */
  phrasings: string;
  lengths: string;
  /** How much each record counts, a sign for each. */
  merits: string;
  /** How many records each file of texts holds. */
  pieces: number[];
  /** How many parts have the places of their words in one file. */
  shared: number;
  /** Words that say nothing of what is asked for. */
  questionWords: string;
  /** Words that say little. */
  fillers: string;
  filters: { name: string; label: string; terms: [term: string, label?: string][] }[];
  /** In the order of `CitationData.entries`; terms are places in the list of all terms of all filters. */
  entries: number[][];
  /** Paragraphs of commentary, each as the place of its entry. */
  commentary: number[];
  /** Sections of pages; of a term to browse by only its id, by which the citations know it. */
  others: [anchor: string, page?: number, label?: string, title?: string][];
  /** With "{label}" and "{number}" to be filled in. */
  commentaryLabel: string;
}

/** What one of `finding/words-….js` holds of its part of the words. */
type PartPostings = [records: string, weights: string];

/** What `finding/languages-….js` hold: words of other languages, the places of records they name, and of others. */
type ForeignRow = [searched: string[], named: number[], others: number[]];

/** What is shown of a record. */
type RecordText = [title: string, content: string, summary: string];

/** What can be gone to. */
interface SearchRow {
  id: string;
  url: string;
  label: string;
  title: string;
  kind: string;
  kindName: string;
  /** What the engine does with it: "work"; empty for what is no entry. */
  role: string;
  /** Whether it is a part of a whole. */
  isPart: boolean;
}

/** What can be found and filtered; each term is "filter=term". */
interface SearchRecord extends SearchRow {
  terms: Set<string>;
}

interface SearchFilter {
  name: string;
  label: string;
  terms: { term: string; label: string }[];
}

/** What a citation may mean. Not `exact`: it only has the words, or stands there `instead` of a part that is not. */
interface Offer {
  row: SearchRow;
  exact: boolean;
  instead?: boolean;
  /** What the last paragraph of a text is called, where a number beyond it is asked for. */
  last?: string | undefined;
}

/** Words, and the places of those that are to be marked. */
interface MarkedWords {
  words: string[];
  at: number[];
  /** Whether the words are those of a plain-language summary. */
  summary?: boolean;
}

interface ExcerptPiece {
  text: string;
  isMarked: boolean;
}

/** What to show of a hit. */
interface Excerpt {
  title: string;
  /** Whether the record has no words but its title. */
  alone: boolean;
  summary: boolean;
  pieces: ExcerptPiece[];
  /** The synonym by which it was found, or nothing. */
  under?: string;
}

interface Hit {
  record: SearchRecord;
  excerpt: () => Promise<Excerpt | null>;
}

/** A record with its rank, and the share of what is looked for that it has. */
interface Ranked {
  place: number;
  share: number;
  score: number;
}

/** What a search finds, best first. */
interface Answer {
  /** What is meant by a citation, or called by the words of the query; no hit is among them. */
  offers: Offer[];
  hits: Hit[];
  /** The words that were looked for in place of misspelt ones, or null. */
  meant: string | null;
  /** Whether hits have not all of the words. */
  isPartial: boolean;
}

interface SearchIndex {
  filters: SearchFilter[];
  records: SearchRecords;
  /** Make ready what any search needs: where nobody searches yet, there is time for it. */
  prepare(): void;
  /** Every record that fits the words; without words, every record. */
  search(text: string): Promise<Answer>;
}

/** Words that are made when somebody asks for one. */
interface WordSet {
  has(word: string): boolean;
}

/** Words that are explained: "three Ps, four Ps". */
interface ExplainedWords {
  label: string;
  row(): SearchRow;
}

/** All that can be found, by the places in the index. */
interface SearchRecords {
  length: number;
  at(place: number): SearchRecord;
  all(): SearchRecord[];
  explained(): ExplainedWords[];
}

/** A word that is looked for, with the places of words of the index that are meant by it, and how well each fits. */
interface QueryTerm {
  word: string;
  places: Map<number, number>;
  /** Whether a record may do without it. */
  isOptional: boolean;
  /** Whether it is the number of a citation, of which phrases in other words say nothing. */
  isCited?: boolean;
}

/** A word of a query, with what it may be written together with, and whether it only precedes another. */
interface AskedWord {
  word: string;
  joined: string[];
  isPrefix: boolean;
  isCited?: boolean;
}

/** The records that have words, with how much each counts, and the phrases, with the share of each that the words are. */
interface WordMatches {
  records: Map<number, number>;
  phrases: Map<number, number>;
}

/** Of a word that is looked for, the records that have it, and those meant by phrases with it. */
interface QueryPart {
  records: Map<number, number>;
  phrases: Map<number, number>;
  meant: Map<number, number>;
  having: Set<number>;
  rarity: number;
  isOptional: boolean;
  /** Whether a record that does not have it lacks something: it is rare, and says something. */
  isNeeded: boolean;
}

/** What there is for a query, part by part, and what whole phrases of it mean. */
interface QueryMatches {
  terms: QueryTerm[];
  parts: QueryPart[];
  whole: Map<number, number>;
}

interface WordRanking {
  match(query: TermQuery): QueryMatches;
  /** All records that are found, best first. */
  rank(matches: QueryMatches): Ranked[];
}

/** Parts of the index that are fetched when they are needed. */
interface IndexParts {
  foreign(letters: string[]): Promise<ForeignWords>;
  postings(part: string): Promise<PartPostings>;
  /** Where the words stand in each record. */
  places(part: string): Promise<string>;
}

interface PhraseIndex {
  /** The parts of which it is not known where their words stand, and which phrases need. */
  missing(phrases: string[]): string[];
  add(part: string, encoded: string): void;
  /** Whether a record has the words of a phrase one behind another; words that are not indexed may be others. */
  has(record: number, phrase: string): boolean;
}

interface WordPostings {
  /** Parts of which nothing was there when it was asked for. */
  missing: Set<string>;
  add(part: string, postings: PartPostings): void;
  partOf(word: number): string;
  /** Let the parts that have these words be `missing`, if they are. */
  require(words: Iterable<number>): void;
  /** Make ready what is needed to read any part: while parts are fetched, there is time for it. */
  prepare(): void;
  /** The places of all words in a part. */
  wordsWith(part: string): number[];
  /** The places of the records that have the word at a place, without phrases. */
  recordsOf(word: number): number[];
  /** What has any of the words at these places, each of which fits so well. */
  of(places: Map<number, number>): WordMatches;
  /** The records that are meant by phrases, each of which counts so much. */
  meantBy(phrases: Map<number, number>): Map<number, number>;
}

interface TermQuery {
  /** Records that words of other languages find, and how much each counts. */
  foreign: { rows: Map<number, number>; words: number }[];
  terms: QueryTerm[];
  unknown: string[];
  /** Words that are none of the edition's, and begin none: they may be of another language. */
  strange: string[];
  meant: string | null;
}

interface ForeignWords {
  /**
   * What is found by some of the words that are asked for, and which these are; null if nothing is. `isLoose` says that
   * any words of a name will do.
   */
  match(asked: string[], isLoose?: boolean): { rows: Map<number, number>; words: Set<string> } | null;
}

interface SearchOffers {
  /** What is offered for a query, or for what is meant by it. */
  of(text: string, meant?: string | null): Offer[];
}

interface WordList {
  /** How many records have each word. */
  counts: Int32Array;
  wordAt(place: number): string;
  /** A word, its other forms, and other ways to write it: places of words, and how well each fits. */
  forms(word: string, joined?: string[]): Map<number, number>;
  placeOf(word: string): number | undefined;
  /** Words with the same root. */
  akin(word: string): Map<number, number>;
  /** Words that begin so. */
  begun(word: string): Map<number, number>;
  /** The two words that a word is made of; none if it is not. */
  apart(word: string): string[];
  /** What a misspelt word may have been meant to be, the likeliest first. */
  nearest(word: string): string[];
}

interface WordIndex extends SearchIndex {
  /** Words of other languages, once they are fetched. */
  foreign: ForeignWords | null;
  list: WordList;
  /** Single words by which a text is called. */
  texts: Set<string>;
  /** Whether any record has words of each of several sets of places of words. */
  haveTogether(sets: Map<number, number>[]): boolean;
  /** Records of which words of the title begin with these letters, one after another, and how much each counts. */
  withInitials(word: string): Map<number, number>;
  questions: WordSet;
  /** Words that say little. */
  fillers: WordSet;
  /** Words of citations that say nothing beside a number. */
  series: Set<string>;
}

interface NumberWords {
  /** "The eighth paragraph" as "The paragraph 8". */
  inDigits(text: string): string;
}

interface CitationNames {
  data: CitationData;
  /** What has a name, by the words of the name that mean anything. */
  named: Map<string, SearchRow[]>;
  /** Parts of wholes, by what they are called within these. */
  titled: Map<string, SearchRow[]>;
  /** The parts of a whole, each as it is cited within the whole. */
  members: Map<SearchRow, [cited: string, row: SearchRow][]>;
  cited: Map<string, SearchRow[]>;
  /** Texts that are parts of a text. */
  parts: Map<SearchRow, SearchRow[]>;
  pageNames: { name: string; row: SearchRow }[];
  rows: SearchRow[];
  /** Words before a number, each with its series. */
  series: Map<string, string>;
  skipped: Set<string>;
  /** Addresses of pages, by their places in the data. */
  addresses: string[];
  /** Pages about no entry, by their addresses. */
  pageAt: Map<string, SearchRow>;
  byId: Map<string, SearchRow>;
  /** Read the names without numbers, or all: before, none of those above are known. */
  readNames(isNumbered: boolean): void;
  /** What a row is a part of, if it is. */
  wholeOf(row: SearchRow): SearchRow | undefined;
  /** A label, and shorter ways to write its number: "art. 24", "article 24". */
  spellings(label: string): string[];
  /** The words of a text that mean anything, each series of numbers under one name. */
  words(text: string): string[];
  /** These words as they stand in the names. */
  keyOf(text: string): string;
}

interface CitationIndex extends CitationNames {
  lists: CitationLists;
  /** A text in which numbers of citations are written in digits. */
  inDigits(text: string): string;
  /** What a reader means by a citation, or what stands there instead of it, best first. */
  meant(text: string): Offer[];
  /** The same, or what has the words in its name. */
  resolve(text: string): Offer[];
  /** What has exactly this name. */
  called(text: string): SearchRow[];
  /** The one row that a citation with a number can mean, or null: whoever writes such a citation wants to go there. */
  destination(text: string): SearchRow | null;
}

/** What is searched for: words, and terms of filters by the name of the filter. */
interface SearchQuery {
  text: string;
  terms: Map<string, Set<string>>;
  /** Whether neither words nor terms are given. */
  isEmpty: boolean;
  choose(filter: string, term: string): void;
  forget(filter: string, term: string): void;
  /** Whether a record fits the terms. Of one filter any will do; of several each must fit. `except` leaves one out. */
  fits(record: SearchRecord, except?: string): boolean;
  /** The query part of an address, with its question mark; empty where nothing is asked for. */
  toAddress(): string;
}

interface ResultFilters {
  /** Whether there is such a term; of any it may be thought until they are drawn. */
  isOffered(filter: string, term: string): boolean;
  draw(offered: SearchFilter[]): void;
  /** For each filter, how many records have each term, of those that fit the other filters. */
  count(records: SearchRecord[], query: SearchQuery): Map<string, number>[];
  show(counts: Map<string, number>[], query: SearchQuery): void;
}

interface Finding {
  // find.js, on every page
  /** The way to the root of the site: "../", say. */
  root: string;
  /** The address of a file that stands beside the scripts. */
  beside(name: string): string;
  /** Load a script, once. Scripts run in the order in which they were asked for. */
  fetchScript(address: string): Promise<void>;
  fetchCitations(): Promise<void>;
  /** Load all that `load` needs. */
  fetchFinder(): Promise<void>;
  /** Load what `index` needs beside that. */
  fetchIndex(): Promise<void>;

  // search-text.js
  /** Text without accents, in small letters. */
  fold(text: string): string;
  /** The folded words, numbers and signs of paragraphs in a text. */
  wordsIn(text: string): string[];
  /** Whether two folded words are forms of one, in any language that inflects at the end: they begin alike. */
  areAlike(word: string, other: string): boolean;
  /** The places at which phrases stand among words. */
  positions(words: string[], phrases: string[]): number[];
  /** The stretch of about thirty words that has most of those to be marked. */
  excerpt(marked: MarkedWords): ExcerptPiece[];
  /** How many letters to change, add, leave out or swap, likely slips counted less; more than `most` is `most + 1`. */
  distance(word: string, other: string, most: number): number;
  /** The words of a text, compound by compound; `joined` is the compound without its signs, if there are any. */
  compounds(text: string): { words: string[]; joined: string }[];

  // search-stem.js
  /** What all forms and spellings of a folded word have in common. */
  stem(word: string): string;
  /** How words with such a stem of a Latin word begin, and forms that do not. */
  mayHaveStem(stem: string): { start: string; forms: string[] };
  /** Words with their other forms, if they are no shorter than `shortest`: to these belongs what has the same stem. */
  StemSet: new (words: string[], shortest?: number) => WordSet;
  /** What an English word has in common with others made of it; empty for what is too short. */
  wordRoot(word: string): string;

  // search-numbers.js
  /** Values of signs, and numbers, as exports/search_blocks.py writes them. */
  signs(text: string): Uint8Array;
  numbers(text: string): Int32Array;

  // search-words.js
  WordList: new (data: Pick<SearchData, "words" | "sizes" | "counts">) => WordList;

  // search-postings.js
  WordPostings: new (data: SearchData, list: WordList) => WordPostings;

  // search-phrases.js
  PhraseIndex: new (list: WordList, postings: WordPostings, questions: WordSet) => PhraseIndex;

  // search-ranking.js
  /** Given words that say nothing. */
  WordRanking: new (data: SearchData, records: SearchRecords, postings: WordPostings, questions: WordSet) => WordRanking;

  // search-languages.js
  /** The kind of letters in which a word begins: the name of the file that has other languages in these. */
  lettersOf(word: string): string;
  ForeignWords: new (rows: ForeignRow[]) => ForeignWords;

  // search-terms.js
  TermQuery: new (text: string, index: WordIndex) => TermQuery;

  // search-excerpt.js
  /** What to show of a record that was found for a text by some words; `under` are those that it does not have. */
  explain(shown: RecordText, text: string, words: Set<string>, under: string[], synonyms: CitationData["synonyms"]): Excerpt;

  // citation-grammar.js
  citationGrammar(words: CitationWords): CitationGrammar;

  // citation-lists.js
  /** Given also the words before the numbers of parts. */
  CitationLists: new (grammar: CitationGrammar, words: CitationWords, parts: string[]) => CitationLists;

  // citation-numbers.js
  /** Given the words for numbers, whether a word stands before numbers, and words that stand between them. */
  NumberWords: new (rows: string, isCounted: (word: string, value: number) => boolean, joins: Iterable<string>) => NumberWords;

  // citation-names.js
  /** Given the way to the root of the site. */
  CitationNames: new (data: CitationData, root: string) => CitationNames;

  // citation-index.js
  /** Given the way to the root of the site. */
  CitationIndex: new (data: CitationData, root: string) => CitationIndex;

  // search-offered.js
  /** Given the words that say nothing, and the words that are explained. */
  SearchOffers: new (citations: CitationIndex, questions: WordSet, little: WordSet, explained: () => ExplainedWords[]) => SearchOffers;

  // search-records.js
  SearchRecords: new (data: SearchData, citations: CitationIndex) => SearchRecords;

  // search-index.js
  /** Given how to get what is shown of a record, and the parts of the index. */
  WordIndex: new (
    data: SearchData,
    citations: CitationIndex,
    textOf: (record: number) => Promise<RecordText>,
    fetch: IndexParts,
  ) => WordIndex;

  // finder.js
  load(): Promise<CitationIndex>;
  index(): Promise<SearchIndex>;

  // suggest.js
  /** Offer suggestions below a field. With `choose`, the id of an entry is handed over; without, its page is opened. */
  suggest(field: HTMLInputElement, choose?: (id: string) => void): void;

  // search-query.js
  /** Given the query part of an address, and which terms are to be heeded. */
  SearchQuery: new (address: string, isOffered: (filter: string, term: string) => boolean) => SearchQuery;
  /** How many records have each term. */
  countTerms(records: SearchRecord[]): Map<string, number>;

  // search-results.js
  element: typeof makeElement;
  /** Draw a result; `ready` comes true when it shows all that it will. */
  drawResult(hit: Hit, words: Words): { item: HTMLElement; ready: Promise<void> };
  /** Draw what a citation leads to. */
  drawOffer(row: SearchRow): HTMLElement;

  // search-filters.js
  /** Given where they are drawn, where those that are chosen are, and what is to be done when one is. */
  ResultFilters: new (
    place: HTMLElement,
    chosen: HTMLElement,
    words: Words,
    toggle: (filter: string, term: string, on: boolean) => void,
  ) => ResultFilters;

  // finding/citations.js, finding/index.js and finding/text-….js
  /** With the words of the lists below search fields. */
  citations: CitationData & { suggesting: Words };
  data: SearchData;
  /** By their letters. */
  languages: Record<string, ForeignRow[]>;
  /** By their parts, as the places are. */
  postings: Record<string, PartPostings>;
  /** By their files, for each part that is in it. */
  places: Record<string, string[]>;
  texts: RecordText[][];
}

/** Make an element with attributes. */
declare function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes?: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name];

declare var finding: Finding;
