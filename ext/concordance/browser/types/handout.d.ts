// What the scripts of the page that makes handouts share: `globalThis.handout`. Each fills its part of it.

interface HandoutItem {
  id: string;
  row: SearchRow;
  /** What the reader has written about the entry. */
  note: string;
}

/** All that makes up a handout. */
interface HandoutState {
  title: string;
  note: string;
  /** The page of a ready-made session that the handout is for, without its ending; empty if it is for none. */
  session: string;
  /** The parts of entries that are shown. */
  show: Set<string>;
  items: HandoutItem[];
}

/** What can be shown of an entry. */
interface HandoutEntry extends SearchRow {
  isText: boolean;
  /** By the name of the part: "text", "summary" … */
  parts: Record<string, DocumentFragment>;
  /** The words of the paragraph of an item up to its first item; empty for what is no item. */
  leadingWords: DocumentFragment;
  /** The names of the parts that are said of the whole paragraph of an item, and not of the item itself. */
  ofWhole: string[];
  /** Where the entry is published. */
  address: string;
  /** What the page says once of the words on it. */
  notices: (Element | DocumentFragment | Text)[];
  signature: string;
  /** The address in its QR code; empty if it has none. */
  coded: string;
  /** A citation, split where its address stands; null where none could be fetched. */
  cited: string[] | null;
}

/** What the page of a ready-made session says of it. */
interface HandoutSession {
  title: string;
  /** What it is for, and its timetable. */
  parts: DocumentFragment;
  /** Where it is published. */
  address: string;
}

/** What a sheet is drawn from: a state, its address, and the settings and words of the page. */
interface HandoutSheet {
  state: HandoutState;
  address: string;
  contents: Map<string, HandoutEntry>;
  data: Words;
  words: Words;
}

interface HandoutAddresses {
  /** The entry that an id or a number names, or null; the text of the handout goes without saying. */
  entryOf(written: string): SearchRow | null;
  /** The shortest way to name an entry in an address. */
  shorten(id: string): string;
  /** What an address asks for, and the names in it of which there is no entry. */
  read(address: URL): { state: HandoutState; unknown: string[] };
  /** The address of a state; what the reader has written stands behind its number sign, or is left out. */
  write(base: string, state: HandoutState, withWords?: boolean): URL;
  /** The ids that an address names. */
  named(address: URL): string[];
  /** The same address with one entry more. */
  join(address: URL, id: string): URL;
}

/** A change that a reader makes to the list. */
type HandoutChange =
  | { does: "up" | "down" | "remove"; id: string }
  | { does: "note"; id: string; note: string }
  | { does: "order"; id: string; ids: string[] };

interface Handout {
  // handout-entries.js
  root: URL;
  /** Where the site is published, which a copy made from a preview on another address should name. */
  published: URL;
  /** Fetch what can be shown of an entry from its own page. */
  take(row: SearchRow): Promise<HandoutEntry>;
  /** Fetch what can be shown of a session from its page. */
  takeSession(name: string): Promise<HandoutSession>;

  // handout-sheet.js
  make: typeof makeClassed;
  /** The parts of entries that can be shown, in the order in which they stand on a sheet. */
  PARTS: string[];
  /**
   * The CSS for what stands in the margins of printed pages; the title is empty where the maker has given none. Whether
   * it is that of a session of the edition is said by the last.
   */
  printMargins(title: string, words: Words, isOfSession?: boolean): string;
  /** Draw a sheet in its place; `contents` holds what has been fetched so far, by id. */
  draw(place: Element, sheet: HandoutSheet): void;

  // handout-copies.js
  markdown(sheet: Element): string;
  /** The words of the sheet, with nothing that marks them up. */
  plainText(sheet: Element): string;
  /** Return a copy of the sheet that stands alone, with whole addresses and its pictures inside. */
  alone(sheet: Element): Promise<Element>;

  // handout-docx.js, fetched when it is first needed
  docx(sheet: Element, title: string, language: string): Promise<Blob>;
  /** Put the sheet on the clipboard for a word processor. */
  copyRich(sheet: Element): Promise<void>;
  /** Make one file of HTML that needs nothing else; the title is empty where the maker has given none. */
  file(sheet: Element, title: string, words: Words): Promise<Blob>;
  download(blob: Blob, name: string): void;

  // handout-editor.js
  drawItems(list: Element, state: HandoutState, words: Words, change: (change: HandoutChange) => void): void;
  listen(list: Element, change: (change: HandoutChange) => void): void;

  // handout-state.js
  /** Given all entries, the id of the text whose entries need no name of a text, and the parts that can be shown. */
  Addresses: new (byId: Map<string, SearchRow>, text: string, parts: string[]) => HandoutAddresses;
  /** What is shown of something that stands where an id belongs and is none. */
  nameOf(written: string): string;
  /** Whether a handout has a title or notes, which are by whoever made it. */
  hasWords(state: HandoutState): boolean;
  /** Put the values in the places of "%s", in turn. */
  fill(text: string, ...values: (string | number)[]): string;

  // handout-tools.js
  /** Whether the handout is kept on this device. */
  isKept(): Promise<boolean>;
  /** Keep all that the page has fetched, for times without a connection; say whether that of another edition is gone. */
  keep(): Promise<boolean>;
  /** What the buttons below a handout do, by their names. */
  tools(page: HandoutTools): Record<string, () => unknown>;
  /** Show whether the handout is kept on this device. */
  showKept(place: Element): Promise<void>;
}

interface HandoutTools {
  place: Element;
  words: Words;
  /** The title that its maker has given the handout, empty if none. */
  title: () => string;
  say: (text: string) => void;
}

/** Make an element with classes. */
declare function makeClassed<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  classes?: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name];

declare var handout: Handout;
