// @ts-check
// The page of results. What is searched for stands in its address and nowhere else.
// @include pages/search-query.js
// @include pages/search-results.js
"use strict";
{
  const { finding } = globalThis;
  const { element } = finding;
  const page = /** @type {HTMLElement} */ (document.querySelector(".search-page"));
  const words = /** @type {Words} */ (/** @type {HTMLTemplateElement} */ (page.querySelector("template")).dataset);
  /** @type {<Kind extends HTMLElement = HTMLElement>(selector: string) => Kind} */
  const find = (selector) => /** @type {any} */ (page.querySelector(selector));
  /** @type {(name: string) => HTMLElement} */
  const part = (name) => find(`.search-${name}`);
  const form = part("form");
  /** @type {HTMLInputElement} */
  const field = find(".search-form input");
  const AT_ONCE = 10;
  const IN_SIGHT = 5;
  // What comes in one go is looked for as a whole; nobody types as fast.
  const PAUSE = 10; // ms
  const BELOW = 150; // ms

  // ---- What is asked for ----

  let query = new finding.SearchQuery("", () => true);

  const readAddress = () => {
    query = new finding.SearchQuery(location.hash.includes("=") ? location.hash : location.search, isOffered);
    field.value = query.text;
  };

  /** @param {boolean} isStep whether going back leads to the address before */
  const writeAddress = (isStep) => {
    history[isStep ? "pushState" : "replaceState"](null, "", location.pathname + query.toAddress());
  };

  /** @type {(filter: string, term: string, on: boolean) => void} */
  const toggle = (filter, term, on) => {
    if (on) query.choose(filter, term);
    else query.forget(filter, term);
    writeAddress(true);
    void search();
  };

  // ---- Filters ----

  /** @typedef {{term: string, label: string, box: HTMLInputElement, count: HTMLElement, item: HTMLElement}} Choice */
  /** @typedef {{name: string, label: string, details: HTMLDetailsElement, chosen: HTMLElement, choices: Choice[]}} Filter */
  /** @type {Filter[]} */
  let filters = [];
  // Until the index is there, nobody knows which terms there are.
  /** @type {(filter: string, term: string) => boolean} */
  const isOffered = (filter, term) =>
    !filters.length || filters.some(({ name, choices }) => name === filter && choices.some((choice) => choice.term === term));

  /** @type {(filter: string, term: string, label: string) => Choice} */
  const drawChoice = (filter, term, label) => {
    const box = element("input", { type: "checkbox", name: filter, value: term });
    const count = element("span", { class: "count" });
    const item = element("li", {}, element("label", {}, box, element("span", {}, label), count));
    box.addEventListener("change", () => toggle(filter, term, box.checked));
    return { term, label, box, count, item };
  };

  /** @param {SearchFilter[]} offered */
  const drawFilters = (offered) => {
    filters = offered.map(({ name, label, terms }) => {
      const choices = terms.map((each) => drawChoice(name, each.term, each.label));
      const chosen = element("span", { class: "count" });
      const list = element("ul", {}, ...choices.map(({ item }) => item));
      const details = element("details", { name: "filter" }, element("summary", {}, label, " ", chosen), list);
      return { name, label, details, chosen, choices };
    });
    part("filters").replaceChildren(...filters.map(({ details }) => details));
  };

  /** @param {SearchRecord[]} records */
  const showCounts = (records) => {
    const all = finding.countTerms(records);
    for (const { name, details, chosen, choices } of filters) {
      const counts = query.terms.size ? finding.countTerms(records.filter((record) => query.fits(record, name))) : all;
      for (const { term, box, count, item } of choices) {
        const number = counts.get(`${name}=${term}`) ?? 0;
        box.checked = query.terms.get(name)?.has(term) ?? false;
        count.textContent = String(number);
        item.hidden = !number && !box.checked;
      }
      chosen.textContent = String(choices.filter(({ box }) => box.checked).length || "");
      details.hidden = choices.every(({ item }) => item.hidden);
    }
    part("filters").hidden = filters.every(({ details }) => details.hidden);
  };

  const showChosen = () => {
    const chosen = filters.flatMap(({ name, label, choices }) =>
      choices.filter(({ box }) => box.checked).map((choice) => {
        const button = element("button", { type: "button", "aria-label": words.remove.replace("%s", label + words.colon + choice.label) });
        button.append(element("span", { class: "name" }, label + words.colon), choice.label);
        button.addEventListener("click", () => {
          toggle(name, choice.term, false);
          field.focus();
        });
        return element("li", {}, button);
      }),
    );
    part("chosen").replaceChildren(...chosen);
    part("chosen").hidden = !chosen.length;
  };

  // ---- Results ----

  // Who comes back finds what was shown, and stands where they stood.
  const NOTHING = { shown: 0, top: 0 };
  let earlier = NOTHING;
  addEventListener("pagehide", () => history.replaceState({ shown: list.childElementCount, top: scrollY }, ""));

  const list = find(".search-results ol");
  const more = find(".search-results button");
  /** @type {Hit[]} */
  let waiting = [];
  let below = Promise.resolve();

  // While somebody types on, what is below would be fetched for nothing.
  /** @type {(draw: () => Promise<HTMLElement[]>, now: number) => Promise<void>} */
  const drawBelow = async (draw, now) => {
    if (!earlier.shown) await new Promise((resolve) => setTimeout(resolve, BELOW));
    if (now !== running) return;
    const items = await draw();
    if (now !== running) return;
    list.append(...items);
    more.hidden = !waiting.length;
    if (earlier.top) scrollTo({ top: earlier.top, behavior: "instant" });
    earlier = NOTHING;
  };

  // Results come with what they say: nothing moves under a reader's eyes or finger. Those in sight come first, and others
  // below them. The first is returned, if a newer search has not taken its place.
  const showMore = async (isFirst = false) => {
    const now = running;
    const next = waiting.splice(0, isFirst ? Math.max(AT_ONCE, earlier.shown) : AT_ONCE);
    /** @param {Hit[]} hits */
    const draw = (hits) =>
      Promise.all(hits.map((hit) => finding.drawResult(hit, words)).map(({ item, ready }) => ready.then(() => item)));
    const inSight = await draw(next.slice(0, IN_SIGHT));
    if (now !== running) return undefined;
    if (isFirst) list.replaceChildren();
    list.append(...inSight);
    part("results").hidden = !list.childElementCount;
    more.hidden = true;
    below = drawBelow(() => draw(next.slice(IN_SIGHT)), now);
    return inSight[0];
  };
  more.addEventListener("click", async () => {
    more.hidden = true;
    (await showMore())?.querySelector("a")?.focus();
  });

  /** @param {Offer[]} offers */
  const showOffers = (offers) => {
    find(".search-offers ol").replaceChildren(...offers.map(({ row }) => finding.drawOffer(row)));
    part("offers").hidden = !offers.length;
  };

  // What was meant, and that not all words were found: said before the results, and read out.
  /** @type {(answer: Answer) => void} */
  const showRemarks = ({ meant, isPartial }) => {
    part("spelling").replaceChildren(...(meant ? [words.spelling, " ", element("strong", {}, meant)] : []));
    part("spelling").hidden = !meant;
    part("partial").textContent = isPartial ? words.partial : "";
    part("partial").hidden = !isPartial;
  };

  /** @type {(results: number, answer: Answer) => string} */
  const statusOf = (results, { hits: { length: unfiltered }, offers }) => {
    const hasOffers = offers.some(({ instead }) => !instead);
    if (results) return (results === 1 ? words.one : words.many).replace("%s", String(results));
    if (unfiltered) return words.filtered.replace("%s", String(unfiltered));
    return hasOffers ? "" : words.none.replace("%s", query.text);
  };

  // ---- One search ----

  let running = 0;

  const clear = () => {
    waiting = [];
    list.replaceChildren();
    more.hidden = true;
    part("status").textContent = "";
  };

  /** @param {SearchIndex} index */
  const showFilters = (index) => {
    if (filters.length) return;
    drawFilters(index.filters);
    for (const [name, terms] of query.terms) for (const term of terms) if (!isOffered(name, term)) query.forget(name, term);
  };

  /** @param {number} now */
  const run = async (now) => {
    const { text, isEmpty } = query;
    const citations = await finding.load();
    if (now !== running) return;
    // Somebody who pastes a citation does not wait for the index.
    if (/\d/.test(text)) showOffers(citations.resolve(text).filter(({ exact, instead }) => exact || instead).slice(0, AT_ONCE));
    if (isEmpty) clear();
    else part("ways").hidden = true;
    const index = await finding.index();
    if (now !== running) return;
    showFilters(index);
    const answer = await index.search(text);
    if (now !== running) return;
    const { offers } = answer;
    showOffers(offers);
    showCounts(answer.hits.map(({ record }) => record));
    showChosen();
    showRemarks(answer);
    const results = isEmpty ? [] : answer.hits.filter(({ record }) => query.fits(record));
    waiting = [...results];
    await showMore(true);
    if (now !== running) return;
    part("ways").hidden = Boolean(results.length || offers.length);
    part("status").textContent = isEmpty ? "" : statusOf(results.length, answer);
  };

  // Until a search is done, what is shown is that of the one before, or its first results only.
  const search = async () => {
    part("results").setAttribute("aria-busy", "true");
    const now = (running += 1);
    await run(now).catch(() => void (part("ways").hidden = false));
    void below.then(() => now === running && part("results").removeAttribute("aria-busy"));
  };

  // ---- What a reader does ----

  let timer = 0;
  // While somebody types, the address is written when the results are there: for a browser, that is much work.
  /** @param {boolean} isStep */
  const searchTyped = async (isStep) => {
    clearTimeout(timer);
    const text = (query.text = field.value);
    if (isStep) writeAddress(true);
    await search();
    if (!isStep && query.text === text) writeAddress(false);
  };
  field.addEventListener("focus", () => void finding.index().catch(() => undefined), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void searchTyped(false), PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const destination = (await finding.load()).destination(field.value);
    if (destination) location.assign(destination.url);
    else void searchTyped(true);
  });
  addEventListener("popstate", () => {
    // A link within the page, to its main part say, takes nothing away.
    if (location.hash && !location.hash.includes("=")) return writeAddress(false);
    readAddress();
    return void search();
  });

  // The arrows go from the field through the results and back.
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    /** @type {NodeListOf<HTMLElement>} */
    const links = page.querySelectorAll(".search-offers h3 a, .search-results h3 a");
    const stops = [field, ...links].filter((each) => each.checkVisibility());
    const at = stops.findIndex((each) => each === document.activeElement);
    if (!step || at < 0 || (at === 0 && step < 0)) return;
    event.preventDefault();
    stops[Math.min(at + step, stops.length - 1)].focus();
  });
  document.addEventListener("click", ({ target }) => {
    /** @type {NodeListOf<HTMLDetailsElement>} */
    const opened = page.querySelectorAll("details[open]");
    for (const details of opened) if (!details.contains(/** @type {Node} */ (target))) details.open = false;
  });
  page.addEventListener("keydown", ({ key, target }) => {
    /** @type {HTMLDetailsElement | null} */
    const details = /** @type {Element} */ (target).closest("details[open]");
    if (key !== "Escape" || !details) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });

  readAddress();
  earlier = { ...NOTHING, ...history.state };
  if (location.search) writeAddress(false);
  if (earlier.shown) history.scrollRestoration = "manual";
  if (query.text || query.terms.size) void search();
  else field.focus();
}
