"use strict";
// What all search fields share: citations, the index, and the words to show of what was found. It draws nothing.
{
  const finding = globalThis.finding;
  const { root, fetchScript, fetchCitations } = finding;
  const once = (make) => {
    let made;
    return () => (made ??= make());
  };

  // ---- Words ----

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsIn = (text) => fold(text).match(/\p{L}+|\p{N}+|[¶§]/gu) ?? [];

  // Two forms of one word, in any language that inflects at the end: they begin alike.
  const alike = (word, other) => {
    if (word === other) return true;
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    let same = 0;
    while (same < short.length && short[same] === long[same]) same += 1;
    return same >= 4 && same >= short.length - 2 && long.length - same <= 4;
  };

  // ---- Citations: "74/176 op 16" is the name of a text, the word for a series and a number ----

  class Citations {
    constructor(data) {
      this.data = data;
      this.series = new Map(Object.entries(data.series).flatMap(([key, words]) => words.map((word) => [fold(word), key])));
      this.order = Object.keys(data.series);
      this.skipped = new Set(data.skipped.map(fold));
      this.rows = data.entries.map(([id, page, label, title, kind, anchored]) => ({
        id,
        label,
        title,
        kind: data.kinds[kind][0],
        kindName: data.kinds[kind][1],
        url: root + data.pages[page] + (anchored ? `#${id}` : ""),
      }));
      this.byId = new Map(this.rows.map((row) => [row.id, row]));
      this.named = new Map();
      for (const row of this.rows) {
        for (const name of [row.id, row.label, row.title]) this.#name(name, row);
        // "Part 2" is the last of its address.
        if (row.kind === "page") this.#name(row.id.split("/").at(-1), row);
      }
      for (const [name, index] of [...data.aliases, ...data.texts]) this.#name(name, this.rows[index]);
      this.members = new Map();
      this.cited = new Map();
      for (const row of this.rows) this.#join(row);
    }

    #name(name, row) {
      const key = this.words(name).join(" ");
      if (!key || name.endsWith("…")) return;
      if (!this.named.has(key)) this.named.set(key, new Set());
      this.named.get(key).add(row);
    }

    // What a part is called within its whole stands in its id, behind that of the whole: `untoc-art-24`.
    #join(row) {
      if (row.kind !== "provision" && row.kind !== "article") return;
      const parts = row.id.split("-");
      for (let length = parts.length - 1; length > 0; length -= 1) {
        const whole = this.byId.get(parts.slice(0, length).join("-"));
        if (!whole || whole.kind === row.kind) continue;
        const cited = parts.slice(length).join(" ");
        if (!this.members.has(whole)) this.members.set(whole, []);
        this.members.get(whole).push([cited, row]);
        this.cited.set(cited, [...(this.cited.get(cited) ?? []), row]);
        return;
      }
    }

    words(text) {
      const words = wordsIn(text).map((word) => this.series.get(word) ?? word);
      return words.filter((word) => word && !this.skipped.has(word));
    }

    // What a reader may mean by a citation, best first. `exact` is false for names that have the words, or begin so, and
    // for what is there `instead` of a part that is not.
    resolve(text) {
      const words = this.words(text);
      const found = new Map();
      const add = (rows, how = { exact: true }) => {
        for (const row of rows) if (!found.has(row)) found.set(row, how);
      };
      if (!words.length) return [];
      add(this.named.get(words.join(" ")) ?? []);
      add(this.cited.get(words.join(" ")) ?? []);
      add(this.#pages(words));
      if (!found.size) add(this.#within(words, (name) => this.named.get(name) ?? []));
      if (!found.size) add(this.#turned(words));
      if (!found.size) add(this.#withinBegun(words));
      if (!found.size) add(this.#instead(words), { exact: false, instead: true });
      if (!found.size && words.join("").length > 2 && !/^\d/.test(words[0])) add(this.#called(words), { exact: false });
      return [...found].map(([row, how]) => ({ row, ...how }));
    }

    // The ways to take words as a name and what is cited of it, or the other way round; the longest name comes first.
    *#divided(words) {
      for (let length = words.length - 1; length > 0; length -= 1) {
        yield [words.slice(0, length).join(" "), words.slice(length).join(" ")];
        yield [words.slice(-length).join(" "), words.slice(0, -length).join(" ")];
      }
    }

    // Parts of what has such a name: `wholes` returns it.
    #within(words, wholesOf) {
      for (const [name, rest] of this.#divided(words)) {
        const wholes = [...wholesOf(name, rest)].filter((row) => this.members.has(row));
        const rows = wholes.flatMap((whole) => this.#numbered(this.members.get(whole), rest));
        if (rows.length) return rows;
      }
      return [];
    }

    // "Part II": a page is called by how its title begins, too.
    #pages(words) {
      const begins = [...this.named].filter(([name]) => name.startsWith(`${words.join(" ")} `));
      return begins.flatMap(([, rows]) => [...rows].filter((row) => row.kind === "page"));
    }

    // "8.7 SDG"
    #turned(words) {
      return [...this.#divided(words)].flatMap(([name, rest]) => [...(this.named.get(`${rest} ${name}`) ?? [])]);
    }

    // "Palermo art 6": of the name, some words will do; without the word for the series, it must be the name of one only.
    #withinBegun(words) {
      return this.#within(words, (name, rest) => {
        if (/\d/.test(name)) return [];
        const rows = new Set(this.#names(name).flatMap((each) => [...this.named.get(each)]).filter((row) => this.members.has(row)));
        return rows.size === 1 || !/^\d/.test(rest) ? rows : [];
      });
    }

    // "UNTOC 99"
    #instead(words) {
      const found = [...this.#divided(words)].find(([name, rest]) => this.named.has(name) && /^(\D+ )?\d+$/.test(rest));
      return found ? this.named.get(found[0]) : [];
    }

    // With the name of the whole, the word for the series may be left out.
    #numbered(members, rest) {
      const bare = /^\d/.test(rest);
      const rank = (cited) => this.order.indexOf(cited.split(" ")[0]);
      return members
        .filter(([cited]) => cited === rest || (bare && cited.replace(/^\D+ /, "") === rest))
        .sort(([one], [other]) => rank(one) - rank(other))
        .map(([, row]) => row);
    }

    #called(words) {
      const text = words.join(" ");
      const names = this.#names(text);
      // "Part II" comes before "Part III".
      const whole = (name) => Number(words.every((word) => ` ${name} `.includes(` ${word} `)));
      const begins = (name) => Number(name.startsWith(text));
      const apart = (one, other) => whole(other) - whole(one) || begins(other) - begins(one) || one.length - other.length;
      names.sort(apart);
      return new Set(names.slice(0, 8).flatMap((name) => [...this.named.get(name)]).slice(0, 5));
    }

    // The names that have the words, or words that begin so.
    #names(text) {
      const words = text.split(" ");
      // Whoever means a number writes it.
      const all = [...this.named.keys()].filter((name) => /\d/.test(text) || !/\d/.test(name));
      return all.filter((name) => words.every((word) => ` ${name}`.includes(` ${word}`)));
    }
  }

  finding.load = once(async () => {
    await fetchCitations();
    return new Citations(finding.citations);
  });

  // ---- The index ----

  const canRunIndex = () => {
    if (location.protocol === "file:") return false;
    try {
      return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
    } catch {
      return false;
    }
  };

  // One way to ask for words. A hit has a `record` and tells, when it is asked, what to show of it.
  class Index {
    simple = false;

    constructor(pagefind, data, citations) {
      this.pagefind = pagefind;
      this.filters = data.filters.map(({ name, label, terms }) => ({
        name,
        label,
        terms: terms.map(([term, words]) => ({ term, label: words ?? citations.byId.get(term)?.label ?? term })),
      }));
      const terms = this.filters.flatMap(({ name, terms }) => terms.map(({ term }) => `${name}=${term}`));
      const [commentary, commentaryName] = citations.data.kinds.find(([kind]) => kind === "commentary");
      const entries = data.entries.map(([key, ...has], index) => ({
        ...citations.rows[index],
        key,
        terms: new Set(has.map((term) => terms[term])),
      }));
      const count = new Map();
      const paragraphs = data.commentary.map(([key, of]) => {
        const entry = entries[of];
        count.set(of, (count.get(of) ?? 0) + 1);
        const id = `${entry.id}-c${count.get(of)}`;
        const url = `${entry.url.split("#")[0]}#${id}`;
        const has = [...entry.terms].filter((term) => !term.startsWith("kind="));
        const terms = new Set([`kind=${commentary}`, ...has]);
        const label = data.commentaryLabel.replace("{label}", entry.label).replace("{number}", count.get(of));
        return { id, key, url, label, title: entry.title, kind: commentary, kindName: commentaryName, terms };
      });
      this.records = [...entries, ...paragraphs];
      this.byKey = new Map(this.records.map((record) => [record.key, record]));
      this.keyLength = this.records[0]?.key.length ?? 0;
    }

    // Every record that has the words, best first; without words, every record. `ahead` is how many will be shown with
    // their content. With none, as for what is still being typed, whether a word is known is not looked up either.
    async search(text, { ahead = 0 } = {}) {
      if (!text.trim()) return this.records.map((record) => ({ record, shown: async () => null }));
      const { results } = await this.pagefind.search(text);
      const found = results
        .map((result) => ({ result, record: this.byKey.get(result.id.slice(0, this.keyLength)) }))
        .filter(({ record }) => record)
        .sort((one, other) => weighed(other) - weighed(one));
      for (const { result } of found.slice(0, ahead)) void result.data().catch(() => undefined);
      if (results.length && (await this.#isOff(results[0], text, !ahead))) return [];
      return found.map(({ result, record }) => ({ record, shown: () => this.#shown(result, text) }));
    }

    // Pagefind shortens a word that it does not know, down to its first letter, and a number to its first digit: what it
    // finds then is not meant.
    async #isOff(best, text, hastily) {
      const { content, meta } = await best.data();
      const asked = wordsIn(text);
      const told = [content, ...Object.values(meta)].join(" ");
      const has = wordsIn(told);
      if (asked.some((word) => /^\p{N}/u.test(word) && !has.some((other) => other.startsWith(word)))) return true;
      if (hasAny(told, asked)) return false;
      if (hastily) return true;
      await loadWords();
      return asked.every((word) => !isKnown(word));
    }

    async #shown(result, text) {
      const { content, locations, meta } = await result.data();
      const asked = wordsIn(text);
      const marked = locations.length ? { words: content.split(/\s+/), at: locations } : this.#otherwise(content, meta, asked);
      const plain = locations.length || marked.summary || hasAny(`${meta.label ?? ""} ${meta.title ?? ""}`, asked);
      const under = plain ? "" : (meta.hidden ?? "").split(" · ").find((name) => synonyms().has(name) && hasAny(name, asked));
      const alone = content === meta.title;
      return { title: meta.title, alone, summary: Boolean(marked.summary), pieces: clipped(marked), under };
    }

    // Found by words that are not in its content: show why all the same.
    #otherwise(content, meta, asked) {
      const phrases = finding.citations.synonyms
        .filter(([searched]) => searched.some((words) => wordsIn(words).every((word) => asked.some((one) => alike(word, one)))))
        .flatMap(([, found]) => found);
      const words = content.split(/\s+/);
      const at = positions(words, phrases);
      if (at.length || !meta.summary) return { words, at };
      const told = meta.summary.split(/\s+/);
      const matched = told.flatMap((word, index) => (hasAny(word, asked) ? [index] : []));
      return matched.length ? { words: told, at: matched, summary: true } : { words, at };
    }
  }

  // What is said of a text comes behind the text, unless it fits far better.
  const weighed = ({ result, record }) => result.score * (record.kind === "commentary" ? 0.6 : 1);
  const hasAny = (text, asked) => wordsIn(text).some((word) => asked.some((one) => alike(word, one)));
  const synonyms = once(() => new Set(finding.citations.synonyms.flatMap(([searched]) => searched)));

  const positions = (words, phrases) => {
    const plain = words.map((word) => wordsIn(word).join(" "));
    return phrases.flatMap((phrase) => {
      const parts = wordsIn(phrase).join(" ").split(" ");
      const starts = plain.flatMap((word, index) => (parts.every((part, offset) => plain[index + offset] === part) ? [index] : []));
      return starts.flatMap((start) => parts.map((_, offset) => start + offset));
    });
  };

  // The stretch of about thirty words that has most of those asked for, as pieces of text, marked or not.
  const LENGTH = 32;
  const clipped = ({ words, at }) => {
    const marks = new Set(at);
    const weight = (from) => [...marks].filter((each) => each >= from && each < from + LENGTH).length;
    const starts = [0, ...[...marks].map((each) => Math.max(0, each - 6))];
    const best = starts.reduce((one, other) => (weight(other) > weight(one) ? other : one));
    const start = Math.max(0, Math.min(best, words.length - LENGTH));
    const pieces = words.slice(start, start + LENGTH).map((word, index) => ({ text: word, marked: marks.has(start + index) }));
    if (start > 0) pieces.unshift({ text: "…", marked: false });
    if (start + LENGTH < words.length) pieces.push({ text: "…", marked: false });
    return pieces;
  };

  // Sphinx's own index: whole pages, no filters, no numbers. Its scripts are run without the part that draws, and
  // without the one that keeps what was searched for.
  class SimpleIndex {
    simple = true;
    filters = [];
    records = [];

    constructor(citations) {
      // Sphinx takes the name of a thing for its anchor.
      const calledOn = (row) => `${row.url.split("#")[0]}#${row.label}`;
      this.known = new Map(citations.rows.flatMap((row) => [[row.url, row], [calledOn(row), row]]));
    }

    async search(text) {
      if (!text.trim()) return [];
      // `Search` belongs to Sphinx's script, and is no property of the window.
      const found = Search._performSearch(...Search._parseQuery(text));
      const records = found.reverse().map(([docname, title, anchor]) => {
        const url = `${root}${docname}.html${anchor}`;
        const row = this.known.get(url) ?? { id: "", url, label: title, title: "", kind: "page", kindName: "" };
        return { ...row, terms: new Set() };
      });
      // An entry is found by its own words and by those of its page.
      const once = new Map(records.map((record) => [record.url, record]));
      return [...once.values()].map((record) => ({ record, shown: async () => null }));
    }
  }

  const simpleIndex = async (citations) => {
    globalThis.SPHINX_HIGHLIGHT_ENABLED = false;
    globalThis._ready = () => undefined;
    globalThis._ = globalThis._ ?? ((words) => words);
    for (const name of ["_static/language_data.js", "_static/searchtools.js", "searchindex.js"]) await fetchScript(root + name);
    return new SimpleIndex(citations);
  };

  const address = (name) => new URL(root + name, document.baseURI).href;

  // What Pagefind will ask for when it has asked for what it is to ask for.
  const fetchAhead = ({ data }) => {
    for (const name of data.ahead) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: address(name) });
      document.head.append(link);
    }
  };

  const startPagefind = async () => {
    const pagefind = await import(address("pagefind/pagefind.js"));
    await pagefind.options({
      // A worker would be one more file to fetch, for an index of this size.
      noWorker: true,
      ranking: { metaWeights: { title: 4, label: 4, summary: 1.2, hidden: 2 } },
    });
    await pagefind.init();
    return pagefind;
  };

  const fetchRecords = async () => (await fetch(address("finding/records.json"), { cache: "no-cache" })).json();

  finding.index = once(async () => {
    const citations = finding.load();
    if (!canRunIndex()) return simpleIndex(await citations);
    try {
      void citations.then(fetchAhead);
      return new Index(...(await Promise.all([startPagefind(), fetchRecords(), citations])));
    } catch {
      return simpleIndex(await citations);
    }
  });

  // ---- Spelling ----

  const distance = (one, other, most) => {
    let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
    for (let i = 1; i <= one.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= other.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
        if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[other.length];
  };

  // All words of the edition, in order; each is told by what it does not share with the one before it.
  const loadWords = () => fetchScript(`${root}finding/words.js`);
  const known = once(() => {
    let last = "";
    return [...finding.words.matchAll(/(\d)(\D*)/g)].map(([, shared, rest]) => (last = last.slice(0, shared) + rest));
  });
  const SHORTEST = 4;
  const isKnown = (word) =>
    word.length < SHORTEST || /^\P{L}/u.test(word) || known().some((other) => other.startsWith(word) || alike(word, other));

  // The same words as they may have been meant; null where none is any nearer to what can be found.
  finding.respell = async (text) => {
    await loadWords();
    let changed = false;
    const meant = text.replace(/\p{L}+/gu, (written) => {
      const word = fold(written);
      if (isKnown(word)) return written;
      const most = word.length < 7 ? 1 : 2;
      let [best, least] = [null, most + 1];
      for (const other of known()) {
        if (Math.abs(other.length - word.length) > most) continue;
        const far = distance(word, other, most);
        if (far < least) [best, least] = [other, far];
      }
      changed ||= best !== null;
      return best ?? written;
    });
    return changed ? meant : null;
  };

  // A citation that can mean one thing only, and has a number: whoever writes it wants to go there.
  finding.destination = (citations, text) => {
    const exact = citations.resolve(text).filter((offer) => offer.exact);
    return exact.length === 1 && /\d/.test(text) ? exact[0].row : null;
  };
}
