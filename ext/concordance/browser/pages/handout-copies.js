// @ts-check
// Copies of the sheet: as Markdown, as rich text for a word processor, and as one file that needs nothing else.
"use strict";
{
  const { handout } = globalThis;
  /** @type {Record<string, string>} */
  const HIGHER = { H2: "h1", H3: "h2", H4: "h3", H5: "h4" };

  /** @type {(element: Element, name: string) => void} */
  const renamed = (element, name) => {
    const made = document.createElement(name);
    for (const { name: attribute, value } of element.attributes) made.setAttribute(attribute, value);
    made.append(...element.childNodes);
    element.replaceWith(made);
  };

  /** @param {Element} link */
  const published = (link) => new URL(link.getAttribute("href") ?? "", handout.published).href;

  // A copy stands alone: its addresses are whole, its headings begin at the first level, its pictures are inside.
  /** @param {Element} sheet */
  const alone = async (sheet) => {
    const copy = /** @type {Element} */ (sheet.cloneNode(true));
    copy.removeAttribute("id");
    for (const link of copy.querySelectorAll("a[href]")) link.setAttribute("href", published(link));
    for (const heading of copy.querySelectorAll(Object.keys(HIGHER).join())) renamed(heading, HIGHER[heading.tagName]);
    for (const image of copy.querySelectorAll("img")) {
      const drawn = await fetch(new URL(image.getAttribute("src") ?? "", handout.root)).then((answer) => answer.text());
      image.src = `data:image/svg+xml,${encodeURIComponent(drawn)}`;
    }
    return copy;
  };

  handout.alone = alone;

  // What the maker of the handout wrote.
  const NOTE = ".sheet-note";

  // ---- Markdown ----

  /** @param {string} text */
  const escaped = (text) => text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/\s+/g, " ");
  /** @type {Record<string, string>} */
  const AROUND = { EM: "*", I: "*", STRONG: "**", B: "**", MARK: "**", S: "~~" };
  /**
   * @param {Node} node
   * @returns {string}
   */
  const inline = (node) => {
    if (node instanceof Text) return escaped(node.data);
    if (!(node instanceof Element)) return "";
    if (node.tagName === "BR") return "\\\n";
    const words = [...node.childNodes].map(inline).join("");
    if (node.tagName === "A") return `[${words}](${published(node).replace(/[()]/g, encodeURIComponent)})`;
    if (node.tagName === "IMG") return "";
    const around = AROUND[node.tagName] ?? "";
    return words.trim() ? `${around}${words}${around}` : words;
  };
  // A line that begins like a list, or like a rule, is none.
  /** @param {Node} node */
  const line = (node) => inline(node).trim().replace(/^(\d+)([.)])(?=\s)/, "$1\\$2").replace(/^[-+=]/, "\\$&");
  const BLOCKS = "p, div, ul, ol, dl, blockquote, section, header, footer, h1, h2, h3, h4, h5, h6, table, li, dt, dd";
  /** @type {(text: string, first: string, rest: string) => string} */
  const indented = (text, first, rest) => text.split("\n").map((each, at) => `${at ? (each && rest) || rest.trimEnd() : first}${each}`.trimEnd()).join("\n");

  /**
   * @param {Node} node
   * @returns {string[]}
   */
  const block = (node) => {
    if (node instanceof Text) return node.data.trim() ? [line(node)] : [];
    if (!(node instanceof Element)) return [];
    if (/^H[2-6]$/.test(node.tagName)) return [`${"#".repeat(Number(node.tagName[1]) - 1)} ${line(node)}`];
    if (node.tagName === "UL" || node.tagName === "OL") {
      const items = [...node.children].map((item, at) => {
        const mark = node.tagName === "OL" ? `${at + 1}. ` : "- ";
        return indented(blocks(item).join("\n\n"), mark, " ".repeat(mark.length));
      });
      return [items.join("\n")];
    }
    // Its maker's words cannot leave a quotation, whatever they look like.
    if (node.matches(`blockquote, ${NOTE}`)) return [indented(blocks(node).join("\n\n"), "> ", "> ")];
    if (node.tagName === "DT") return [`**${line(node)}**`];
    if (!node.matches("p, h1, h2, h3, h4, h5, h6") && node.querySelector(BLOCKS)) return blocks(node);
    const words = line(node);
    return words ? [words] : [];
  };
  /** @param {Node} node */
  const blocks = (node) => [...node.childNodes].flatMap(block);

  handout.markdown = (sheet) => `${blocks(sheet).join("\n\n")}\n`;

  // ---- Plain text ----

  /**
   * @param {Node} node
   * @returns {string}
   */
  const plainWords = (node) => {
    if (node instanceof Text) return node.data.replace(/\s+/g, " ");
    return node instanceof HTMLBRElement ? "\n" : [...node.childNodes].map(plainWords).join("");
  };

  // Words as they are, in paragraphs; the items of a list have a dash before them, and every line of a note has a bar.
  /**
   * @param {Node} node
   * @returns {string[]}
   */
  const plainBlock = (node) => {
    if (node instanceof Element && !node.matches("p, h1, h2, h3, h4, h5, h6") && node.querySelector(BLOCKS)) {
      const inner = [...node.childNodes].flatMap(plainBlock);
      if (node.matches(NOTE)) return [indented(inner.join("\n\n"), "| ", "| ")];
      return node.tagName === "LI" && inner.length ? [`- ${inner[0]}`, ...inner.slice(1)] : inner;
    }
    const words = plainWords(node).replace(/ *\n */g, "\n").replace(/ +/g, " ").trim();
    return words ? [node instanceof Element && node.tagName === "LI" ? `- ${words}` : words] : [];
  };

  handout.plainText = (sheet) => `${[...sheet.childNodes].flatMap(plainBlock).join("\n\n")}\n`;

  // ---- Rich text ----

  // A word processor keeps tags and knows no classes; marks for those who cannot see are not needed beside the tags.
  /** @param {Element} sheet */
  const plain = async (sheet) => {
    const copy = await alone(sheet);
    for (const unseen of copy.querySelectorAll(".unseen")) unseen.remove();
    for (const phrase of copy.querySelectorAll("mark")) renamed(phrase, "strong");
    for (const note of copy.querySelectorAll(NOTE)) renamed(note, "blockquote");
    for (const element of copy.querySelectorAll("[class]")) element.removeAttribute("class");
    return copy;
  };

  handout.copyRich = async (sheet) => {
    if (!navigator.clipboard?.write || !globalThis.ClipboardItem) throw new Error("The browser cannot copy rich text.");
    /** @type {(type: string, content: string) => Blob} */
    const kind = (type, content) => new Blob([content], { type });
    const html = plain(sheet).then((copy) => kind("text/html", `<meta charset="utf-8">${copy.innerHTML}`));
    const text = kind("text/plain", handout.plainText(sheet));
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
  };

  // ---- One file ----

  /** @param {string} name of a style sheet */
  const rulesOf = (name) => {
    const styles = [...document.styleSheets].filter(({ href }) => href && new URL(href).pathname.endsWith(`/${name}`));
    return styles.flatMap(({ cssRules }) => [...cssRules].map((rule) => rule.cssText)).join("\n");
  };

  handout.file = async (sheet, title, words) => {
    const whole = document.implementation.createHTMLDocument(title ? handout.fill(words.titled, title) : words.unnamed);
    const { lang, dir } = document.documentElement;
    Object.assign(whole.documentElement, { lang, dir });
    /** @param {Record<string, string>} attributes */
    const meta = (attributes) => {
      const made = whole.createElement("meta");
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
      return made;
    };
    whole.head.prepend(
      meta({ charset: "utf-8" }),
      // Nothing in the file runs, and it asks nobody for anything.
      meta({ "http-equiv": "Content-Security-Policy", content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:" }),
      meta({ name: "viewport", content: "width=device-width, initial-scale=1" }),
      meta({ name: "color-scheme", content: "light dark" }),
    );
    const main = whole.createElement("main");
    main.append(whole.adoptNode(await alone(sheet)));
    whole.body.append(main);
    // This page may not make styles, so they are put into what is written. What a reader has written is escaped in both.
    const style = `<style>\n${rulesOf("sheet.css")}\n${handout.printMargins(title, words)}\n</style></head>`;
    const written = whole.documentElement.outerHTML.replace("</head>", () => style);
    return new Blob([`<!doctype html>\n${written}\n`], { type: "text/html;charset=utf-8" });
  };

  handout.download = (blob, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // The browser needs the address until it has begun.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
}
