// @ts-check
// All that makes up a handout stands in its address, and nowhere else: what is chosen in the query, what the reader has
// written behind the number sign, which a browser sends to nobody. Pure.
"use strict";
{
  const { handout } = globalThis;
  // What most sessions need.
  const USUAL = ["text", "summary", "questions"];
  // A page of this site; no other could be named in this way.
  const SESSION = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;

  handout.fill = (text, ...values) => values.reduce((/** @type {string} */ filled, value) => filled.replace("%s", () => String(value)), text);

  // Who makes an address could write anything where an id belongs: only what looks like one is shown.
  handout.nameOf = (written) => (/^[\p{L}\p{N}.-]{1,40}$/u.test(written.trim()) ? written.trim() : "…");
  handout.hasWords = ({ title, note, items }) => [title, note, ...items.map((item) => item.note)].some((words) => words.trim());

  /**
   * @param {SearchRow | null} row
   * @returns {row is SearchRow}
   */
  const isEntry = (row) => row !== null && !["text", "page"].includes(row.kind);

  handout.Addresses = class {
    #byId;
    #text;
    #parts;

    /**
     * @param {Map<string, SearchRow>} byId
     * @param {string} text
     * @param {string[]} parts
     */
    constructor(byId, text, parts) {
      this.#byId = byId;
      this.#text = text;
      this.#parts = parts;
    }

    /** @param {string} written */
    entryOf(written) {
      const row = this.#rowOf(written);
      return isEntry(row) ? row : null;
    }

    /** @param {string} written */
    #rowOf(written) {
      const id = written.trim().toLowerCase();
      return this.#byId.get(id) ?? this.#byId.get(`${this.#text}-${id}`) ?? null;
    }

    /** @param {string} id */
    shorten(id) {
      const start = `${this.#text}-`;
      const rest = id.startsWith(start) ? id.slice(start.length) : id;
      return this.#rowOf(rest)?.id === id ? rest : id;
    }

    /** @param {URL} address */
    named({ searchParams }) {
      return (searchParams.get("p") ?? "").split(",").filter((each) => each.trim());
    }

    /** @param {URL} address */
    read({ searchParams: query, hash }) {
      const written = new URLSearchParams(hash.slice(1));
      /** @param {string} name */
      const valueOf = (name) => written.get(name) ?? query.get(name) ?? "";
      /** @type {Map<string | undefined, string>} */
      const notes = new Map();
      // The host sees the query, and words for it alone would be words for everybody: it is not read for them.
      for (const [name, note] of written) {
        if (name.startsWith("note.")) notes.set(this.entryOf(name.slice("note.".length))?.id, note);
      }
      const named = valueOf("p").split(",").filter((each) => each.trim());
      const rows = new Set(named.map((each) => this.entryOf(each)).filter(isEntry));
      const chosen = valueOf("show").split(",").filter((part) => this.#parts.includes(part));
      const isChosen = query.has("show") || written.has("show");
      const state = {
        title: written.get("title") ?? "",
        note: written.get("note") ?? "",
        session: SESSION.exec(valueOf("session"))?.[0] ?? "",
        show: new Set(isChosen ? chosen : USUAL),
        items: [...rows].map((row) => ({ id: row.id, row, note: notes.get(row.id) ?? "" })),
      };
      return { state, unknown: named.filter((each) => !this.entryOf(each)) };
    }

    /**
     * @param {string} base
     * @param {HandoutState} state
     */
    write(base, { title, note, session, show, items }, withWords = true) {
      const address = new URL(base);
      const shown = this.#parts.filter((part) => show.has(part));
      const query = [`p=${items.map(({ id }) => this.shorten(id)).join(",")}`];
      if (shown.join() !== USUAL.join()) query.push(`show=${shown.join(",")}`);
      if (session) query.push(`session=${session}`);
      address.search = query.join("&");
      const own = [["title", title], ["note", note], ...items.map((item) => [`note.${this.shorten(item.id)}`, item.note])];
      address.hash = withWords ? String(new URLSearchParams(own.filter(([, written]) => written.trim()))) : "";
      return address;
    }

    /**
     * @param {URL} address
     * @param {string} id
     */
    join(address, id) {
      const joined = new URL(address);
      const named = [...this.named(address), this.shorten(id)];
      const query = address.search.slice(1).split("&").map((each) => (each.startsWith("p=") ? `p=${named.join(",")}` : each));
      joined.search = query.join("&");
      return joined;
    }
  };
}
