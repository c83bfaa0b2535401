// @ts-check
// What is copied of an entry, in each form that a reader can choose. Pure.
// @include pages/copied-citations.js
"use strict";
{
  globalThis.copying ??= /** @type {Copying} */ ({});
  const { copying } = globalThis;
  copying.ADDRESS = "{address}";

  copying.dataOf = (address) => (address.startsWith("data:") ? decodeURIComponent(address.slice(address.indexOf(",") + 1)) : null);

  // A BibTeX entry ends with the first line that is a brace alone, a RIS record with the line ER.
  /** @type {Record<string, (id: string) => RegExp>} */
  const RECORDS = {
    bib: (id) => new RegExp(`^@\\w+\\{${id},\\n[^]*?^\\}\\n`, "m"),
    ris: (id) => new RegExp(`^TY  - .*\\r\\nID  - ${id}\\r\\n[^]*?^ER  - \\r\\n`, "m"),
  };

  /** @type {(id: string, suffix: string, file: string) => string} */
  const cut = (id, suffix, file) => {
    if (suffix in RECORDS) return RECORDS[suffix](id).exec(file)?.[0] ?? "";
    /** @type {{id: string}[]} */
    const works = JSON.parse(file);
    return `${JSON.stringify(works.filter((work) => work.id === id), null, 1)}\n`;
  };

  copying.recordOf = (id, suffix, file, of = "") => {
    // The paragraphs of a commentary are one work; the address is that of the paragraph.
    const work = id.replace(new RegExp(`^${of}-c\\d+$`), `${of}-commentary`);
    return cut(work, suffix, file).replaceAll(work, id);
  };

  /** @param {string} words */
  const escapeHtml = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // Only what would be taken for markup here: in the midst of words, and at the beginning of a line.
  /** @param {string} words */
  const escapeMarkdown = (words) => words.replace(/[\\`*_[\]<>~]/g, "\\$&")
    .replace(/^(\s*)([-+#])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");

  // Plain and struck words stand in turn.
  /** @type {(runs: string[], plain: (words: string) => string, struck: (words: string) => string) => string} */
  const weave = (runs, plain, struck) => runs.map((words, index) => (index % 2 ? struck(plain(words)) : plain(words))).join("");

  /** @param {CopyEntry} entry */
  const nameOf = (entry) => (entry.title ? `${entry.label}: ${entry.title}` : entry.label);

  copying.CopyText = class {
    #sheet;
    #root;
    #signs;

    /**
     * @param {CopySheet} sheet
     * @param {string} root
     * @param {CopySigns} signs
     */
    constructor(sheet, root, signs) {
      this.#sheet = sheet;
      this.#root = root;
      this.#signs = signs;
    }

    /** @param {string} id */
    addressOf(id) {
      return `${new URL(this.#sheet.page, this.#root)}#${id}`;
    }

    /** @param {string} id */
    levels(id) {
      const { entries } = this.#sheet;
      let top = id;
      for (let of = entries[id].of; of && entries[of]; of = entries[of].of) top = of;
      const levels = this.#within(top);
      const end = levels.length;
      for (let level = id; !levels.includes(level); level = entries[level].of ?? top) levels.splice(end, 0, level);
      return levels;
    }

    /**
     * @param {string} id
     * @returns {string[]}
     */
    #within(id) {
      const inner = (this.#sheet.entries[id].words ?? []).filter((block) => typeof block === "string");
      return [id, ...inner.flatMap((each) => this.#within(each))];
    }

    /**
     * @param {string} id
     * @returns {string[][]}
     */
    #paragraphs(id) {
      const entry = this.#sheet.entries[id];
      return this.#tidy(entry.number, entry.words ?? []);
    }

    // An item is a part of a sentence: what its paragraph says up to its first item, of each that it stands in, the
    // outermost first, with a sign that this is no part of the item.
    /**
     * @param {string} id
     * @returns {string[][]}
     */
    #leadingWords(id) {
      const { of = "" } = this.#sheet.entries[id];
      const { number, words = [] } = this.#sheet.entries[of] ?? {};
      if (!words.includes(id)) return [];
      const [first, ...rest] = this.#tidy(number, words.slice(0, words.findIndex((block) => typeof block === "string")));
      const own = first ? [[`${this.#signs.lead} ${first[0]}`, ...first.slice(1)], ...rest] : [];
      return [...this.#leadingWords(of), ...own];
    }

    /** @param {string} id */
    #quoted(id) {
      const words = this.#paragraphs(id);
      return words.length ? [...this.#leadingWords(id), ...words] : [];
    }

    /** @type {(number: string | undefined, blocks: CopyWords) => string[][]} */
    #tidy(number, blocks) {
      const all = blocks.flatMap((block) => (typeof block === "string" ? this.#paragraphs(block) : [[...block]]));
      const tidy = all.map((runs) => runs.map((words) => words.replace(/\s+/g, " ")));
      if (tidy.length) {
        tidy[0][0] = tidy[0][0].trimStart();
        if (number) tidy[0][0] = `${number} ${tidy[0][0]}`;
      }
      return tidy.map((runs) => [...runs.slice(0, -1), runs[runs.length - 1].trimEnd()]);
    }

    // The citation, split where the address of its entry stands.
    /** @type {(id: string, style: string) => string[]} */
    #citation(id, style) {
      return copying.citationOf(this.#sheet.entries, id, style).split(copying.ADDRESS);
    }

    /** @type {Record<string, (id: string, style: string) => string>} */
    #formats = {
      link: (id) => this.addressOf(id),
      citation: (id, style) => this.#citation(id, style).join(this.addressOf(id)),
      text: (id, style) => [
        ...this.#quoted(id).map((runs) => weave(runs, (words) => words, (words) => this.#signs.struck.replace("%s", words))),
        this.#formats.citation(id, style),
      ].join("\n\n"),
      markdown: (id, style) => {
        const address = this.addressOf(id);
        const words = this.#quoted(id).map((runs) => `> ${weave(runs, escapeMarkdown, (inner) => `~~${inner}~~`)}`);
        const cited = this.#citation(id, style).map(escapeMarkdown).join(`<${address}>`);
        const link = `[${escapeMarkdown(nameOf(this.#sheet.entries[id]))}](${address})`;
        return [link, ...(words.length ? [words.join("\n>\n")] : []), cited].join("\n\n");
      },
      html: (id, style) => {
        const address = escapeHtml(this.addressOf(id));
        const words = this.#quoted(id).map((runs) => `<p>${weave(runs, escapeHtml, (inner) => `<s>${inner}</s>`)}</p>`);
        const cited = this.#citation(id, style).map(escapeHtml).join(`<a href="${address}">${address}</a>`);
        return [
          `<p><a href="${address}">${escapeHtml(nameOf(this.#sheet.entries[id]))}</a></p>`,
          ...(words.length ? [`<blockquote cite="${address}">\n${words.join("\n")}\n</blockquote>`] : []),
          `<p>${cited}</p>`,
        ].join("\n");
      },
    };

    /** @type {(id: string, format: string, style: string) => string} */
    write(id, format, style) {
      return this.#formats[format](id, style);
    }
  };
}
