// @ts-check
// The filters of the page of results, each with how many results its terms leave.
"use strict";
{
  const { finding } = globalThis;
  const { element } = finding;

  /** @typedef {{term: string, label: string, box: HTMLInputElement, count: HTMLElement, item: HTMLElement}} Choice */
  /** @typedef {{name: string, label: string, details: HTMLDetailsElement, chosen: HTMLElement, choices: Choice[]}} Filter */

  finding.ResultFilters = class {
    /** @type {Filter[]} */
    #filters = [];
    #place;
    #chosen;
    #words;
    #toggle;

    /**
     * @param {HTMLElement} place
     * @param {HTMLElement} chosen the list of the terms that are chosen
     * @param {Words} words
     * @param {(filter: string, term: string, on: boolean) => void} toggle
     */
    constructor(place, chosen, words, toggle) {
      this.#place = place;
      this.#chosen = chosen;
      this.#words = words;
      this.#toggle = toggle;
    }

    // Until the index is there, nobody knows which terms there are.
    /** @type {ResultFilters["isOffered"]} */
    isOffered = (filter, term) =>
      !this.#filters.length || this.#filters.some(({ name, choices }) => name === filter && choices.some((choice) => choice.term === term));

    /** @type {(filter: string, term: string, label: string) => Choice} */
    #drawChoice(filter, term, label) {
      const box = element("input", { type: "checkbox", name: filter, value: term });
      const count = element("span", { class: "count" });
      const item = element("li", {}, element("label", {}, box, element("span", {}, label), count));
      box.addEventListener("change", () => this.#toggle(filter, term, box.checked));
      return { term, label, box, count, item };
    }

    /** @param {SearchFilter[]} offered */
    draw(offered) {
      if (this.#filters.length) return;
      this.#filters = offered.map(({ name, label, terms }) => {
        const choices = terms.map((each) => this.#drawChoice(name, each.term, each.label));
        const chosen = element("span", { class: "count" });
        const list = element("ul", {}, ...choices.map(({ item }) => item));
        const details = element("details", { name: "filter" }, element("summary", {}, label, " ", chosen), list);
        return { name, label, details, chosen, choices };
      });
      this.#place.replaceChildren(...this.#filters.map(({ details }) => details));
    }

    /** @type {ResultFilters["count"]} */
    count(records, query) {
      const all = finding.countTerms(records);
      return this.#filters.map(({ name }) => (query.terms.size ? finding.countTerms(records.filter((record) => query.fits(record, name))) : all));
    }

    /** @type {ResultFilters["show"]} */
    show(counts, query) {
      this.#filters.forEach(({ name, details, chosen, choices }, at) => {
        for (const { term, box, count, item } of choices) {
          const number = counts[at].get(`${name}=${term}`) ?? 0;
          box.checked = query.terms.get(name)?.has(term) ?? false;
          count.textContent = String(number);
          item.hidden = !number && !box.checked;
        }
        chosen.textContent = String(choices.filter(({ box }) => box.checked).length || "");
        details.hidden = choices.every(({ item }) => item.hidden);
      });
      this.#place.hidden = this.#filters.every(({ details }) => details.hidden);
      this.#showChosen();
    }

    #showChosen() {
      const { remove, colon } = this.#words;
      const buttons = this.#filters.flatMap(({ name, label, choices }) =>
        choices.filter(({ box }) => box.checked).map((choice) => {
          const button = element("button", { type: "button", "aria-label": remove.replace("%s", label + colon + choice.label) });
          button.append(element("span", { class: "name" }, label + colon), choice.label);
          button.addEventListener("click", () => this.#toggle(name, choice.term, false));
          return element("li", {}, button);
        }),
      );
      this.#chosen.replaceChildren(...buttons);
      this.#chosen.hidden = !buttons.length;
    }
  };
}
