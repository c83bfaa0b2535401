// What the scripts for other sites share. They leave no global: what is handed over hangs on the script element.

/** What `linker-data.js` holds; exports/linker_script.py writes it. */
interface LinkerData {
  title: string;
  /** Names of texts, each with what to say of their words: that they are a draft, say. */
  status: [name: string, status: string][];
  wholes: [names: string[], bare: string, exact: number, ...parts: LinkerParts[]][];
  documents: [page: string, ...symbols: string[]][];
  series: [key: string, ...words: string[]][];
  grammar: CitationWords;
  several: string[];
  before: string[];
  after: string[];
}

/** Numbers are ranges: "1:12 14". In the page, "*" stands for the number. */
type LinkerParts = [keys: string, prefix: string, page: string, anchored: number, numbers: string];

interface LinkerPlace {
  id: string;
  page: string;
  anchored: number;
}

/** What numbers are parts of. With `bare` its name is a word for that series; `exact` wholes have only whole parts. */
interface LinkerWhole {
  bare: string;
  exact: number;
  parts: Map<string, LinkerPlace>;
}

/** What can be named, by its names. */
interface LinkerNames {
  wholes: Map<string, LinkerWhole>;
  documents: Map<string, LinkerPlace>;
  series: Map<string, string>;
}

/** A citation in a text: where it begins and ends, and what it leads to. */
type LinkerCitation = [from: number, to: number, place: LinkerPlace | null | undefined];

interface LinkerShared {
  /** The root of the edition. */
  root: string;
  places: WeakMap<EventTarget, LinkerPlace>;
  /** The id of the card. */
  id: string;
  known: LinkerData;
  /** The link that was first pointed at. */
  first: Element;
}

interface HTMLScriptElement {
  /** What the script is handed: a function to give data to, or what it shares with the script that loaded it. */
  linker: ((data: LinkerData) => void) | LinkerShared;
}
