// @ts-check
//# allFunctionsCalledOnLoad
// The page of results. What is searched for stands in its address and nowhere else.
// @include pages/search-query.js
// @include pages/search-results.js
// @include pages/search-filters.js
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

  const filters = new finding.ResultFilters(part("filters"), part("chosen"), words, toggle);
  const { isOffered } = filters;
  // The button that was used is gone.
  part("chosen").addEventListener("click", () => field.focus());

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

  // Results come with what they say: nothing moves under a reader's eyes or finger.
  /** @param {Hit[]} hits */
  const draw = (hits) =>
    Promise.all(hits.map((hit) => finding.drawResult(hit, words)).map(({ item, ready }) => ready.then(() => item)));

  // Those in sight come first, and others below them.
  /** @param {number} count */
  const drawNext = (count) => {
    const next = waiting.splice(0, count);
    return { inSight: draw(next.slice(0, IN_SIGHT)), rest: next.slice(IN_SIGHT) };
  };
  /** @type {(items: HTMLElement[], rest: Hit[]) => void} */
  const showNext = (items, rest) => {
    list.append(...items);
    part("results").hidden = !list.childElementCount;
    more.hidden = true;
    below = drawBelow(() => draw(rest), running);
  };
  more.addEventListener("click", async () => {
    more.hidden = true;
    const now = running;
    const { inSight, rest } = drawNext(AT_ONCE);
    const items = await inSight;
    if (now !== running) return;
    showNext(items, rest);
    items[0]?.querySelector("a")?.focus();
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
    const last = offers.find((offer) => offer.last)?.last;
    if (last) return words.beyond.replace("{asked}", query.text).replace("{last}", last);
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

  const prepare = async () => {
    const index = await finding.index();
    index.prepare();
    filters.draw(index.filters);
    for (const [name, terms] of query.terms) for (const term of terms) if (!isOffered(name, term)) query.forget(name, term);
    return index;
  };

  /** @param {number} now */
  const run = async (now) => {
    const { text, isEmpty } = query;
    const citations = await finding.load();
    if (now !== running) return;
    // Somebody who pastes a citation does not wait for the index.
    if (/\d/.test(text)) {
      part("ways").hidden = true;
      showOffers(citations.meant(text).slice(0, AT_ONCE));
    }
    if (isEmpty) clear();
    const index = await prepare();
    if (now !== running) return;
    const answer = await index.search(text);
    if (now !== running) return;
    const results = isEmpty ? [] : answer.hits.filter(({ record }) => query.fits(record));
    waiting = [...results];
    // What results say is fetched while they are counted. All is shown at once: the page is laid out anew for what is not.
    const { inSight, rest } = drawNext(Math.max(AT_ONCE, earlier.shown));
    const counts = filters.count(answer.hits.map(({ record }) => record), query);
    const items = await inSight;
    if (now !== running) return;
    showOffers(answer.offers);
    showRemarks(answer);
    filters.show(counts, query);
    list.replaceChildren();
    showNext(items, rest);
    part("ways").hidden = Boolean(results.length || answer.offers.length);
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

  // While somebody types, the address is written when the results are there: for a browser, that is much work.
  /** @param {boolean} isStep */
  const searchTyped = async (isStep) => {
    const text = (query.text = field.value);
    if (isStep) writeAddress(true);
    await search();
    if (!isStep && query.text === text) writeAddress(false);
  };
  field.addEventListener("focus", () => void prepare().catch(() => undefined), { once: true });
  field.addEventListener("input", () => void searchTyped(false));
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
