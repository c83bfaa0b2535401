// What several scripts use, and what those for cards and for copying share.

/** Words for readers, which stand in the page as `data-…` attributes. */
type Words = Record<string, string>;

/** A card's content, as exports/preview_sheets.py writes it; what is empty is left out. */
interface Preview {
  kind: string;
  label: string;
  title?: string;
  /** The name of the text that the words belong to. */
  text?: string;
  /** What leads in to an item, plain and struck words in turn. */
  lead?: string[];
  /** Plain and struck words in turn. */
  words?: string[];
  said?: string;
  where?: string;
  connections?: number;
}

/** The previews of a page: one file for each. */
interface PreviewSheet {
  /** The id of the entry that the page is about. */
  leads?: string;
  previews: Record<string, Preview>;
}

interface Size {
  width: number;
  height: number;
}

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

interface CardPlace {
  left: number;
  top: number;
  side: "above" | "below";
}

/** The card, and what it needs of the page. */
interface PreviewCard {
  element: HTMLElement;
  /** Comes true when the style sheet of the card is there, and false when it cannot be had. */
  styled: Promise<boolean>;
  /** The link at a place of the page, if it is one that has a card. */
  linkAt(target: EventTarget | null): HTMLAnchorElement | null;
  /** The preview of what a link leads to, or null. */
  previewOf(link: HTMLAnchorElement): Promise<Preview | null>;
  fill(link: HTMLAnchorElement, preview: Preview): void;
  /** Put the card beside a link, where there is more room for it; `point` is where the link was pointed at. */
  place(link: HTMLAnchorElement, point: { x: number; y: number } | null, above: boolean): void;
}

interface Previews {
  /** The selector of what may have a card. */
  LINK: string;
  /** The name of the sheet that previews a page, and the id of what an address leads to. */
  nameOf(address: string, root: string): { name: string; id: string };
  /** Whether an address is that of a page with previews; below `without` there are none. */
  hasSheet(address: string, root: string, without: string[]): boolean;
  /** Where to put a card beside a link in a window. */
  position(link: Box, card: Size, view: Size, options: { above: boolean; rightToLeft: boolean }): CardPlace;
  Card: new (template: HTMLTemplateElement) => PreviewCard;
}

declare var previews: Previews;

/** Paragraphs as plain and struck words in turn, or the ids of items that stand among them. */
type CopyWords = (string[] | string)[];

/** What can be copied of an entry, as exports/citation_files.py writes it; what is empty is left out. */
interface CopyEntry {
  label: string;
  title?: string;
  number?: string;
  /** The id of what the entry is part of. */
  of?: string;
  /** Citations by their style. */
  cited?: Record<string, string>;
  /** Without these: the id of what is cited like it, and what stands there for the place, with what stands here. */
  like?: string;
  places?: [string, string][];
  words?: CopyWords;
}

interface CopySheet {
  /** Where the page is published, or its address from the root of the site. */
  page: string;
  entries: Record<string, CopyEntry>;
}

/** What is said of words where nothing can be drawn. */
interface CopySigns {
  /** That words are struck out: "%s" stands for them. */
  struck: string;
  /** That the words that follow lead in to those of an item. */
  lead: string;
}

interface CopyText {
  /** The outermost thing that an entry is part of, the provisions in it, and the way down to the entry. */
  levels(id: string): string[];
  addressOf(id: string): string;
  /** The entry in one of the formats. */
  write(id: string, format: string, style: string): string;
}

interface Copying {
  citationOf(entries: Record<string, CopyEntry>, id: string, style: string): string;
  /** What stands for the address in citations. */
  ADDRESS: string;
  /** What an address holds itself, if it is one of `data:`. */
  dataOf(address: string): string | null;
  /** The words of an entry as they stand on a page, if there are any. */
  wordsOn(page: Document, id: string): CopyWords | undefined;
  /** The record of an entry, or of a paragraph of the commentary `of` one, out of a file in a format with this suffix. */
  recordOf(id: string, suffix: string, file: string, of?: string): string;
  /** Given the root of the site. */
  CopyText: new (sheet: CopySheet, root: string, signs: CopySigns) => CopyText;
}

declare var copying: Copying;
