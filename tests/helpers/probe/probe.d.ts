// What the scripts of this folder share: the global `probe`. Each fills its part of it. Tests ask it from Python
// (windows.py, quality.py), where answers arrive as JSON: lists of strings are complaints, if nothing else is said.

/** An element of HTML or of a drawing: whatever may stand in a page and have the focus. */
type PageElement = Element & HTMLOrSVGElement;

/** A property of style, by its name in scripts. */
type StyleProperty = Extract<keyof CSSStyleDeclaration, string>;

/** What may lie over or under things that it does not hold. */
interface LooseElement {
  element: Element;
  box: DOMRect;
}

/** How what holds an element is painted. */
interface Layer {
  /** What is not as usual; and of that, what shows even where something opaque hides its background. */
  below: string;
  always: string;
  box: DOMRect;
  /** Whether what reaches beyond the box may be cut off. */
  cuts: boolean;
  /** Whether nothing below can be seen through its background. */
  opaque: boolean;
}

/** Something to press, with the middle of its box. */
interface Target {
  element: Element;
  box: DOMRect;
  small: boolean;
  x: number;
  y: number;
}

interface Probe {
  /** What is looked at closely, if nothing that looks like it has been looked at before: `ways` and `colours` fill it. */
  closely: PageElement[];

  // elements.js
  /** A short name of an element, to tell people where to look. */
  name(node: Node): string;
  shown(element: Element): boolean;
  /** The first of some complaints, and how many more there are. */
  some(complaints: string[], most?: number): string[];
  /** What a reader can use: the whole page, or the dialog that lies over it. */
  inUse(): Document | Element;
  /** What can be reached with the Tab key, in the page as it is. */
  stops(): PageElement[];
  /** The boxes that scroll. */
  scrolling(): PageElement[];
  /** What a stylesheet goes by. */
  kind(element: Element): string;
  /** The kind of an element, and that of what holds it. */
  make(element: Element): string;
  /** Whether an element has words of its own, beside those in what it holds. */
  speaks(element: Element): boolean;
  /** The first few of those of one make. */
  few<Kind extends Element>(elements: Kind[], most: number): Kind[];
  /** Whether an element is in a sentence: its box is as high as the line, and other text stands beside it (WCAG 2.5.8). */
  inSentence(element: Element): boolean;

  // layout.js
  /** Wait until letters are there and a picture of the page has been drawn. */
  rest(): Promise<void>;
  /** Go to where the page, and whatever scrolls in it, begins, and come to rest there. */
  top(): Promise<void>;
  /** Controls smaller than 24 by 24 px that have another control within a circle of 24 px about them. */
  targets(): string[];
  /** What scrolls by more than a line or so, and cannot be scrolled with the keyboard in every browser. */
  unreachable(): string[];
  /** What moves although the reader wants nothing to move. */
  moving(): string[];
  /** What runs out of the window to the side. */
  sideways(): string[];
  /** What has moved although nobody moved it. */
  shifted(): string[];

  // focus.js
  /** The ways to what can have the focus: of each element on them, the place of what holds it, and its kind. */
  ways(): { steps: [above: number, kind: string][]; ends: number[] };
  // Given the places in `closely` of those on which it is to make a difference that can be seen.
  /** Put the focus on every stop, and say where it cannot be seen. */
  focus(places: number[]): string[];
  /** With the colours of the system: what shows the focus, or a meaning, by nothing but a colour that is gone. */
  forced(places: number[]): string[];

  // keyboard.js
  /** Put the focus where it is when a page has been opened. */
  begin(): void;
  /** Where the Tab key is to stop, by what scripts could tell apart, and the scripts that could keep it from doing so. */
  walk(): { stops: string[]; scripts: string };
  /** Put the focus on the stop before one of the course. */
  standBefore(place: number): void;
  /** Whether the focus is at a stop of the course, or has gone round or out of the page when that was the last. */
  arrived(place: number): boolean;
  /** Whether the focus has gone from one stop of the course to the next, from a first to a last, and nowhere else. */
  led(first: number, last: number): boolean;
  /** Say between which stops there was no way. */
  missed(place: number): string;

  // colours.js
  /** The colours of all that can be read or pressed: those of one colour have one contrast, and the first is looked at. */
  colours(): string[];

  // page.js
  /** Landmarks, headings, language and direction. */
  structure(): string[];
  /** What the page left in the browser. */
  kept(): Promise<string[]>;
  /** Open what is folded, and of items of one make leave the first few: axe takes a minute for a thousand. */
  sample(): void;
  /** Have the colours examined of those to be looked at closely, by their places, and of nothing else. */
  mark(places: number[]): void;
  /** What axe finds. */
  axe(options: AxeOptions): Promise<string[]>;
}

declare var probe: Probe;

/** As quality.py gives them. */
interface AxeOptions {
  runOnly: string[] | { type: "rule"; values: string[] };
  resultTypes: "violations"[];
  preload: boolean;
  rules: Record<string, { enabled: boolean }>;
}

interface AxeCheck {
  message: string;
}

/** An element that breaks a rule, and which checks say so. */
interface AxeNode {
  html: string;
  any: AxeCheck[];
  all: AxeCheck[];
  none: AxeCheck[];
}

/** As much of axe as is used: the package that brings it has no types. */
interface Axe {
  configure(changes: { rules: { id: string; selector: string }[] }): void;
  run(options: AxeOptions): Promise<{ violations: { id: string; nodes: AxeNode[] }[] }>;
}

/** There once `beginAxe()` has been called, which windows.py puts into the page. */
declare var axe: Axe;

/** What Chromium tells of a shift; TypeScript knows only what other browsers tell, too. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { node: Node | null }[];
}
