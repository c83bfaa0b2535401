// @ts-check
//# allFunctionsCalledOnLoad
// A list below a search field, as one types: what a citation leads to, the first results, and all of them.
"use strict";
{
  const { finding } = globalThis;
  const FIRST = 5;
  // Names that have the words are shown if what is found does not come as soon.
  const SOON = 50; // ms
  let count = 0;

  class Suggestions {
    #running = 0;
    #timer = 0;
    /** @type {HTMLElement[]} */
    #options = [];
    #active = -1;

    /**
     * @param {HTMLInputElement} field
     * @param {(id: string) => void} [choose]
     */
    constructor(field, choose) {
      const form = /** @type {HTMLFormElement} */ (field.form);
      this.field = field;
      this.choose = choose;
      this.action = form.action;
      /** @type {HTMLElement | null} */
      this.own = form.querySelector("template.search-words");
      this.box = document.createElement("div");
      this.box.className = "suggestions";
      this.box.hidden = true;
      this.remarks = document.createElement("p");
      this.list = document.createElement("ul");
      this.list.id = `suggestions-${(count += 1)}`;
      this.list.setAttribute("role", "listbox");
      this.box.append(this.remarks, this.list);
      this.status = document.createElement("span");
      this.status.className = "visually-hidden";
      this.status.setAttribute("role", "status");
      form.append(this.box, this.status);
      const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": this.list.id, "aria-autocomplete": "list" };
      for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
      field.addEventListener("input", () => this.#typed());
      field.addEventListener("keydown", (event) => this.#pressed(event));
      field.addEventListener("blur", () => this.#close());
      // Whoever comes back finds the page, and not the list that led away.
      addEventListener("pagehide", () => this.#close());
      // The field keeps the focus, so that the list stays while one of its options is clicked.
      this.box.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => {
        /** @type {HTMLElement | null} */
        const option = /** @type {Element} */ (event.target).closest("[data-url]");
        if (option) this.#go(option);
      });
      if (field.value) this.#typed();
    }

    // A form that does something else with what is chosen has words of its own.
    get words() {
      return /** @type {Words} */ (this.own?.dataset ?? finding.citations.suggesting);
    }

    async #typed() {
      clearTimeout(this.#timer);
      this.box.setAttribute("aria-busy", "true");
      this.#activate(-1);
      const text = this.field.value.trim();
      const now = (this.#running += 1);
      if (!text) return this.#close();
      const citations = await finding.load();
      if (now !== this.#running) return undefined;
      const showNames = () => this.#show(text, citations.resolve(text).map(({ row }) => row).slice(0, FIRST));
      // A citation says all there is to say; whoever writes anything else wants the index.
      if (/\d/.test(text) && citations.meant(text).some(({ exact }) => exact)) {
        showNames();
        return this.#rest();
      }
      this.#timer = setTimeout(showNames, SOON);
      return this.#search(text, citations, now).catch(() => {
        if (now !== this.#running) return;
        showNames();
        this.#rest();
      });
    }

    /**
     * @param {string} text
     * @param {CitationIndex} citations
     * @param {number} now
     */
    async #search(text, citations, now) {
      const index = await finding.index();
      if (now !== this.#running) return;
      const searching = index.search(text);
      // While something is fetched for it.
      const names = citations.resolve(text);
      const { offers: sure, hits, meant, isPartial } = await searching;
      if (now !== this.#running) return;
      clearTimeout(this.#timer);
      // What is meant for sure comes first; names that only have the words come behind what has them anywhere.
      const best = hits.slice(0, FIRST).map(({ record }) => record);
      const rows = [...sure.slice(0, FIRST).map(({ row }) => row), ...best, ...names.map(({ row }) => row)];
      const last = sure.find((offer) => offer.last)?.last;
      const beyond = last ? this.words.beyond.replace("{asked}", text).replace("{last}", last) : "";
      const remarks = [beyond, meant ? `${this.words.spelling} ${meant}.` : "", isPartial ? this.words.partial : ""].filter(Boolean);
      const different = rows.filter(({ id }, at) => rows.findIndex((row) => row.id === id) === at);
      this.#show(text, different.slice(0, 2 * FIRST), remarks);
      this.#rest();
    }

    // All is there that there will be.
    #rest() {
      this.box.removeAttribute("aria-busy");
    }

    /**
     * @param {string} text
     * @param {SearchRow[]} rows
     * @param {string[]} [remarks]
     */
    #show(text, rows, remarks = []) {
      if (document.activeElement !== this.field) return;
      const all = new URL(this.action);
      all.hash = String(new URLSearchParams({ q: text }));
      const active = this.#options[this.#active]?.dataset.url;
      const chosen = this.choose ? rows.filter(({ kind }) => !["commentary", "text", "page", "term", "notice"].includes(kind)) : rows;
      this.#options = chosen.map((row) => this.#option(row));
      if (!this.choose) this.#options.push(this.#option({ url: all.href, label: this.words.all.replace("%s", text) }));
      this.list.setAttribute("aria-label", this.words.suggestions);
      this.list.replaceChildren(...this.#options);
      this.box.hidden = !this.#options.length;
      this.field.setAttribute("aria-expanded", String(!this.box.hidden));
      // Whoever sees the list sees why these stand in it; whoever does not hears it.
      this.remarks.textContent = remarks.join(" ");
      this.remarks.hidden = !remarks.length;
      this.status.textContent = [this.words.count.replace("%s", String(chosen.length)), ...remarks].join(" ");
      // What comes later does not take away what a reader has already gone to.
      this.#activate(this.#options.findIndex(({ dataset }) => dataset.url === active));
    }

    /** @param {HTMLElement} option */
    #go({ dataset: { url = "", id = "" } }) {
      if (!this.choose) location.assign(url);
      else {
        this.#close();
        this.choose(id);
      }
    }

    /** @param {Pick<SearchRow, "url" | "label"> & Partial<SearchRow>} row */
    #option({ url, label, title = "", kindName = "", id = "" }) {
      const option = document.createElement("li");
      option.setAttribute("role", "option");
      option.id = `${this.list.id}-${(count += 1)}`;
      option.dataset.url = url;
      option.dataset.id = id;
      const texts = [["label", label], ["title", title === label ? "" : title], ["kind", kindName]];
      for (const [name, words] of texts) {
        if (!words) continue;
        const part = document.createElement("span");
        part.className = name;
        part.textContent = words;
        option.append(part, " ");
      }
      return option;
    }

    /** @param {number} index */
    #activate(index) {
      this.#active = index;
      this.#options.forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      const active = this.#options[index];
      if (active) this.field.setAttribute("aria-activedescendant", active.id);
      else this.field.removeAttribute("aria-activedescendant");
      active?.scrollIntoView({ block: "nearest" });
    }

    /** @param {KeyboardEvent} event */
    #pressed(event) {
      const open = !this.box.hidden;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && open) {
        event.preventDefault();
        // One place more than there are options: the field itself.
        const places = this.#options.length + 1;
        this.#activate(((this.#active + 1 + step + places) % places) - 1);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        this.#close();
      } else if (event.key === "Enter" && this.#active >= 0) {
        event.preventDefault();
        this.#go(this.#options[this.#active]);
      }
    }

    #close() {
      this.#rest();
      this.#running += 1;
      clearTimeout(this.#timer);
      this.box.hidden = true;
      this.field.setAttribute("aria-expanded", "false");
      this.#activate(-1);
      this.status.textContent = "";
    }
  }

  const served = new WeakSet();
  finding.suggest = (field, choose) => {
    if (served.has(field)) return;
    served.add(field);
    new Suggestions(field, choose);
  };
}
