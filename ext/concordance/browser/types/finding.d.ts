// What the scripts of the search share: `globalThis.finding`. The files named are those that fill it, in pages/.

/** What `finding/citations.js` holds; exports/search_data.py writes it. Numbers in rows are places in other lists. */
interface CitationData {
  /** Addresses of pages, from the root of the site. */
  pages: string[];
  /** Kinds of entries, each with its name for readers. */
  kinds: [kind: string, name: string][];
  /** Anchored is 0 for what is shown from the top of its page. */
  entries: [id: string, page: number, label: string, title: string, kind: number, anchored: number][];
  /** Further names, each with the place of its entry. */
  aliases: [name: string, entry: number][];
  texts: [name: string, entry: number][];
  /** The words for each series of numbers: "op" for operative paragraphs, say. */
  series: Record<string, string[]>;
  /** Words that a citation means the same without. */
  skipped: string[];
  /** What readers may search for, with what the texts say in place of it. */
  synonyms: [searched: string[], phrases: string[]][];
  /** Files that Pagefind will ask for, from the root of the site. */
  ahead: string[];
}

/** What `finding/records.json` holds; exports/search_data.py writes it. Keys are those of Pagefind's fragments. */
interface RecordData {
  filters: { name: string; label: string; terms: [term: string, label?: string][] }[];
  /** In the order of `CitationData.entries`; terms are places in the list of all terms of all filters. */
  entries: [key: string, ...terms: number[]][];
  /** Paragraphs of commentary, each with the place of its entry. */
  commentary: [key: string, entry: number][];
  /** With "{label}" and "{number}" to be filled in. */
  commentaryLabel: string;
}

/** What can be gone to. */
interface SearchRow {
  id: string;
  url: string;
  label: string;
  title: string;
  kind: string;
  kindName: string;
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

interface SearchIndex {
  /** Whether this is Sphinx's index, which knows no filters, numbers or phrases. */
  simple: boolean;
  filters: SearchFilter[];
  records: SearchRecord[];
  /**
   * Every record that has the words, best first; without words, every record. `ahead` is how many will be shown with
   * their content. With none, as for what is still being typed, whether a word is known is not looked up either.
   */
  search(text: string, options?: { ahead?: number }): Promise<Hit[]>;
}

interface CitationIndex {
  data: CitationData;
  rows: SearchRow[];
  byId: Map<string, SearchRow>;
  /** What a reader may mean by a citation, best first. */
  resolve(text: string): Offer[];
  /** The one row that a citation with a number can mean, or null: whoever writes such a citation wants to go there. */
  destination(text: string): SearchRow | null;
}

interface Spelling {
  isKnown(word: string): boolean;
  /** The same words as they may have been meant; null where none is any nearer to what can be found. */
  respell(text: string): string | null;
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

/** A result of Pagefind, as far as it is used here; https://pagefind.app/docs/api/ */
interface PagefindResult {
  id: string;
  score: number;
  data(): Promise<{ content: string; locations: number[]; meta: Record<string, string> }>;
}

interface Pagefind {
  options(settings: object): Promise<void>;
  init(): Promise<void>;
  search(text: string): Promise<{ results: PagefindResult[] }>;
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
  /** Load all that `load` and `index` need. */
  fetchFinder(): Promise<void>;
  /** The files of which that consists. */
  FINDER: string[];

  // search-text.js
  /** Text without accents, in small letters. */
  fold(text: string): string;
  /** The folded words, numbers and signs of paragraphs in a text. */
  wordsIn(text: string): string[];
  /** Whether two folded words are forms of one, in any language that inflects at the end: they begin alike. */
  areAlike(word: string, other: string): boolean;
  /** Whether a text has a form of any of the folded words. */
  hasAny(text: string, words: string[]): boolean;
  /** The places at which phrases stand among words. */
  positions(words: string[], phrases: string[]): number[];
  /** The stretch of about thirty words that has most of those to be marked. */
  excerpt(marked: MarkedWords): ExcerptPiece[];
  /** How many letters to change, add, leave out or swap; more than `most` is `most + 1`. */
  distance(word: string, other: string, most: number): number;
  /** Given what `finding/words.js` holds. */
  Spelling: new (encoded: string) => Spelling;

  // citation-index.js
  /** Given the way to the root of the site. */
  CitationIndex: new (data: CitationData, root: string) => CitationIndex;

  // search-index.js
  PagefindIndex: new (
    pagefind: Pagefind,
    data: RecordData,
    citations: CitationIndex,
    spelling: () => Promise<Spelling>,
  ) => SearchIndex;
  /** Given the way to the root of the site. */
  SimpleIndex: new (citations: CitationIndex, root: string) => SearchIndex;

  // finder.js
  load(): Promise<CitationIndex>;
  index(): Promise<SearchIndex>;
  spelling(): Promise<Spelling>;

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

  // finding/citations.js and finding/words.js
  citations: CitationData;
  words: string;
}

/** Make an element with attributes. */
declare function makeElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes?: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name];

declare var finding: Finding;

// Sphinx's own search, which is not made to be used by others.
declare const Search: {
  _parseQuery(text: string): unknown[];
  _performSearch(...query: unknown[]): [docname: string, title: string, anchor: string, ...rest: unknown[]][];
};
declare var SPHINX_HIGHLIGHT_ENABLED: boolean;
declare var _ready: (start: () => void) => void;
declare var _: (words: string) => string;
