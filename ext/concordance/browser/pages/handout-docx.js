// @ts-check
// A handout as DOCX (ISO/IEC 29500): a ZIP archive of a few files of XML, written from the sheet as it stands.
"use strict";
{
  const { handout } = globalThis;
  const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

  // Characters that XML may not have, such as a reader may have pasted, are left out.
  /** @param {string} text */
  const escaped = (text) =>
    text
      .replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
      .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  // ---- The archive ----

  const TABLE = Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  /** @param {Uint8Array} data */
  const checksum = (data) => {
    let value = -1;
    for (const byte of data) value = (value >>> 8) ^ TABLE[(value ^ byte) & 255];
    return (value ^ -1) >>> 0;
  };
  // Numbers of two and four bytes, the least first.
  /** @type {(...fields: [size: 2 | 4, value: number][]) => Uint8Array} */
  const numbers = (...fields) =>
    Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)));

  // Files as they are: what is to be saved by packing them, a document of words does not need. No date but the first.
  /** @param {Record<string, string>} files */
  const archive = (files) => {
    const encoder = new TextEncoder();
    /** @type {Uint8Array[]} */
    const parts = [];
    /** @type {Uint8Array[]} */
    const listed = [];
    let offset = 0;
    for (const [name, content] of Object.entries(files)) {
      const [path, data] = [encoder.encode(name), encoder.encode(content)];
      /** @type {[size: 2 | 4, value: number][]} */
      const shared = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, checksum(data)], [4, data.length], [4, data.length], [2, path.length], [2, 0]];
      const head = numbers([4, 0x04034b50], ...shared);
      listed.push(numbers([4, 0x02014b50], [2, 20], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path);
      parts.push(head, path, data);
      offset += head.length + path.length + data.length;
    }
    const size = listed.reduce((sum, { length }) => sum + length, 0);
    const count = listed.length / 2;
    return [...parts, ...listed, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])];
  };

  // ---- Words ----

  /** @type {Record<string, string>} */
  const MARKS = { EM: "<w:i/>", I: "<w:i/>", STRONG: "<w:b/>", B: "<w:b/>", MARK: "<w:b/>", S: "<w:strike/>", DEL: "<w:strike/>", INS: '<w:u w:val="single"/>' };
  // Marks stand in the order that the format asks for.
  const ORDER = ["<w:b/>", "<w:i/>", "<w:strike/>", '<w:u w:val="single"/>'];

  class Writer {
    /** @type {string[]} */
    links = [];

    /** @type {(text: string, marks: Set<string>, style?: string) => string} */
    run(text, marks, style = "") {
      const own = ORDER.filter((mark) => marks.has(mark)).join("");
      return `<w:r><w:rPr>${style && `<w:rStyle w:val="${style}"/>`}${own}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
    }

    /** @type {(node: Node, marks: Set<string>, style?: string) => string} */
    inline(node, marks, style) {
      if (node instanceof Text) return node.data ? this.run(node.data.replace(/\s+/g, " "), marks, style) : "";
      if (!(node instanceof Element) || node.tagName === "IMG" || node.matches(".unseen")) return "";
      if (node.tagName === "BR") return "<w:r><w:br/></w:r>";
      const inner = MARKS[node.tagName] ? new Set([...marks, MARKS[node.tagName]]) : marks;
      const href = node.tagName === "A" ? (node.getAttribute("href") ?? "") : "";
      if (!/^https?:/.test(href)) return [...node.childNodes].map((child) => this.inline(child, inner, style)).join("");
      this.links.push(href);
      const words = [...node.childNodes].map((child) => this.inline(child, inner, "Hyperlink")).join("");
      return `<w:hyperlink r:id="link${this.links.length}">${words}</w:hyperlink>`;
    }

    /** @type {(nodes: Node[], style: string) => string} */
    paragraph(nodes, style) {
      const words = nodes.map((node) => this.inline(node, new Set())).join("");
      return words && `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${words}</w:p>`;
    }

    /** @type {(node: Element, style: string) => string} */
    block(node, style) {
      const name = node.tagName;
      const own = /^H[1-6]$/.test(name) ? `Heading${name[1]}` : name === "LI" ? "ListBullet" : name === "BLOCKQUOTE" ? "Quote" : node.matches(".sheet-note") ? "Note" : style;
      // Words between blocks are a paragraph, as on a page.
      let written = "";
      /** @type {Node[]} */
      let loose = [];
      const flush = () => {
        written += loose.some((each) => each.textContent?.trim()) ? this.paragraph(loose, own) : "";
        loose = [];
      };
      for (const child of node.childNodes) {
        if (child instanceof Element && child.matches(BLOCKS)) {
          flush();
          written += this.block(child, own);
        } else loose.push(child);
      }
      flush();
      return written;
    }
  }
  const BLOCKS = "p, div, ul, ol, li, dl, dt, dd, blockquote, section, header, footer, figure, figcaption, h1, h2, h3, h4, h5, h6, table, thead, tbody, tr, th, td";

  // ---- The document ----

  /** @type {(id: string, name: string, paragraph: string, run: string) => string} */
  const style = (id, name, paragraph, run) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  /** @param {string} language */
  const styles = (language) => {
    const headings = [36, 28, 24, 22, 20, 20].map((size, at) =>
      style(`Heading${at + 1}`, `heading ${at + 1}`, `<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="${at}"/>`, `<w:b/><w:sz w:val="${size}"/>`));
    const side = (/** @type {string} */ name) => `<w:${name} w:val="dashed" w:sz="6" w:space="4" w:color="555555"/>`;
    const note = `<w:pBdr>${["top", "left", "bottom", "right"].map(side).join("")}</w:pBdr><w:spacing w:after="120"/>`;
    const quote = '<w:pBdr><w:left w:val="single" w:sz="12" w:space="8" w:color="8A6D1D"/></w:pBdr><w:ind w:left="240"/>';
    return `${HEAD}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="${escaped(language)}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
      style("Normal", "Normal", '<w:spacing w:after="120"/>', ""),
      ...headings,
      style("Quote", "Quote", quote, ""),
      style("Note", "Note", note, ""),
      style("ListBullet", "List Bullet", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>', ""),
    ].join("")}<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style></w:styles>`;
  };
  const NUMBERING = `${HEAD}<w:numbering xmlns:w="${WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  /** @param {string[]} rows */
  const relations = (rows) => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join("")}</Relationships>`;
  /** @type {(id: string, type: string, target: string, more?: string) => string} */
  const relation = (id, type, target, more = "") => `<Relationship Id="${id}" Type="${type}" Target="${escaped(target)}"${more}/>`;

  handout.docx = async (sheet, title, language) => {
    const writer = new Writer();
    const body = writer.block(await handout.alone(sheet), "Normal");
    const links = writer.links.map((link, at) => relation(`link${at + 1}`, `${OFFICE}/hyperlink`, link, ' TargetMode="External"'));
    const parts = { document: "document.main", styles: "styles", numbering: "numbering" };
    const types = Object.entries(parts).map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`);
    const files = {
      "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join("")}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
      "_rels/.rels": relations([relation("r1", `${OFFICE}/officeDocument`, "word/document.xml"), relation("r2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml")]),
      "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>${escaped(language)}</dc:language></cp:coreProperties>`,
      "word/document.xml": `${HEAD}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
      "word/styles.xml": styles(language),
      "word/numbering.xml": NUMBERING,
      "word/_rels/document.xml.rels": relations([relation("r1", `${OFFICE}/styles`, "styles.xml"), relation("r2", `${OFFICE}/numbering`, "numbering.xml"), ...links]),
    };
    return new Blob(/** @type {BlobPart[]} */ (archive(files)), { type: `${TYPE}.document` });
  };
}
