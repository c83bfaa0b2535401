"use strict";
// The page of results. What is searched for stands in its address and nowhere else.
{
  const finding = globalThis.finding;
  const page = document.querySelector(".search-page");
  const words = page.querySelector("template").dataset;
  const part = (name) => page.querySelector(`.search-${name}`);
  const form = part("form");
  const field = form.querySelector("input[name=q]");
  const AT_ONCE = 10;
  const IN_SIGHT = 5;
  // What comes in one go is looked for as a whole; nobody types as fast.
  const PAUSE = 10;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // ---- What is asked for: words, and terms of filters ----

  const asked = { text: "", terms: new Map() };

  const readAddress = () => {
    const parameters = new URLSearchParams(location.search);
    asked.text = parameters.get("q") ?? "";
    asked.terms = new Map();
    for (const [name, term] of parameters) {
      if (name !== "q" && isOffered(name, term)) choose(name, term);
    }
    field.value = asked.text;
  };

  const writeAddress = (kept) => {
    const parameters = new URLSearchParams();
    if (asked.text) parameters.set("q", asked.text);
    for (const [name, terms] of asked.terms) for (const term of terms) parameters.append(name, term);
    const address = parameters.size ? `?${parameters}` : location.pathname;
    if (kept) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  };

  const choose = (name, term) => asked.terms.set(name, new Set([...(asked.terms.get(name) ?? []), term]));
  const forget = (name, term) => {
    const terms = asked.terms.get(name);
    terms.delete(term);
    if (!terms.size) asked.terms.delete(name);
  };

  const toggle = (name, term, on) => {
    (on ? choose : forget)(name, term);
    writeAddress(true);
    void search();
  };

  // Of one filter any chosen term will do; of several filters each must fit. `except` leaves one filter out.
  const fits = (record, except) =>
    [...asked.terms].every(([name, terms]) => name === except || [...terms].some((term) => record.terms.has(`${name}=${term}`)));

  // ---- Filters ----

  let boxes = [];
  // Until the index is there, nobody knows which terms there are.
  const isOffered = (name, term) => !boxes.length || boxes.some((box) => box.name === name && box.inside.some((each) => each.term === term));

  const buildFilters = (filters) => {
    boxes = filters.map(({ name, label, terms }) => {
      const list = element("ul");
      const inside = terms.map(({ term, label: called }) => {
        const box = element("input", { type: "checkbox", name, value: term });
        const count = element("span", { class: "count" });
        const item = element("li", {}, element("label", {}, box, element("span", {}, called), count));
        box.addEventListener("change", () => toggle(name, term, box.checked));
        list.append(item);
        return { term, called, box, count, item };
      });
      const chosen = element("span", { class: "count" });
      const details = element("details", { name: "filter" }, element("summary", {}, label, " ", chosen), list);
      return { name, label, details, chosen, inside };
    });
    part("filters").replaceChildren(...boxes.map(({ details }) => details));
  };

  const counted = (hits) => {
    const counts = new Map();
    for (const { record } of hits) for (const term of record.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    return counts;
  };

  const countTerms = (hits) => {
    const all = counted(hits);
    for (const { name, details, chosen, inside } of boxes) {
      const counts = asked.terms.size ? counted(hits.filter(({ record }) => fits(record, name))) : all;
      let used = 0;
      for (const { term, box, count, item } of inside) {
        const number = counts.get(`${name}=${term}`) ?? 0;
        box.checked = asked.terms.get(name)?.has(term) ?? false;
        used += box.checked;
        count.textContent = number;
        item.hidden = !number && !box.checked;
      }
      chosen.textContent = used || "";
      details.hidden = inside.every(({ item }) => item.hidden);
    }
    part("filters").hidden = boxes.every(({ details }) => details.hidden);
  };

  const showChosen = () => {
    const chosen = boxes.flatMap(({ name, label, inside }) =>
      inside.filter(({ box }) => box.checked).map(({ term, called }) => {
        const button = element("button", { type: "button", "aria-label": words.remove.replace("%s", `${label}: ${called}`) });
        button.append(element("span", { class: "name" }, `${label}: `), called);
        button.addEventListener("click", () => {
          toggle(name, term, false);
          field.focus();
        });
        return element("li", {}, button);
      }),
    );
    part("chosen").replaceChildren(...chosen);
    part("chosen").hidden = !chosen.length;
  };

  // ---- Results ----

  // What is marked is the word, not the comma behind it.
  const mark = (text) => {
    const [, before, word, after] = text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    return [before, element("mark", {}, word), after];
  };
  const marked = (pieces) => pieces.flatMap(({ text, marked }, index) => [index ? " " : "", ...(marked ? mark(text) : [text])]);

  const heading = (record) => {
    const link = element("a", { href: record.url }, record.label);
    const title = element("span", { class: "title" }, record.title === record.label ? "" : record.title);
    const kind = element("span", { class: "kind" }, record.kindName);
    return { line: element("h3", {}, link, " ", title), title, kind };
  };

  const result = ({ record, shown }) => {
    const { line, title, kind } = heading(record);
    const snippet = element("p", { class: "snippet" });
    const item = element("li", { class: `kind-${record.kind}` }, line, kind, snippet);
    const ready = shown().then((told) => {
      if (!told) return snippet.remove();
      // A long title has been cut.
      if (told.title && told.title !== record.label) title.textContent = told.title;
      if (told.summary) snippet.append(element("span", { class: "said" }, words.summary), " ");
      snippet.append(...marked(told.pieces));
      // Of some entries no more is known than what they are called.
      if (told.alone && !told.summary) {
        if (told.title !== record.label) title.replaceChildren(...snippet.childNodes);
        snippet.remove();
      }
      if (told.under) item.append(element("p", { class: "under" }, words.under.replace("%s", `“${told.under}”`)));
      return undefined;
    }, () => snippet.remove());
    return { item, ready };
  };

  const list = part("results").querySelector("ol");
  const more = part("results").querySelector("button");
  let waiting = [];

  // Results come with what they say: nothing moves under a reader's eyes or finger. Those in sight come first, and others
  // below them. The first is returned, if a newer search has not taken its place.
  const showMore = async (isFirst = false) => {
    const now = running;
    const next = waiting.splice(0, AT_ONCE);
    const come = (some) => Promise.all(some.map(result).map(({ item, ready }) => ready.then(() => item)));
    const inSight = await come(next.slice(0, IN_SIGHT));
    if (now !== running) return undefined;
    if (isFirst) list.replaceChildren();
    list.append(...inSight);
    part("results").hidden = !list.childElementCount;
    more.hidden = true;
    void come(next.slice(IN_SIGHT)).then((below) => {
      if (now !== running) return;
      list.append(...below);
      more.hidden = !waiting.length;
    });
    return inSight[0];
  };
  more.addEventListener("click", async () => {
    more.hidden = true;
    (await showMore())?.querySelector("a").focus();
  });

  const showOffers = (offers) => {
    const items = offers.map(({ row }) => {
      const { line, kind } = heading(row);
      return element("li", { class: `kind-${row.kind}` }, line, kind);
    });
    part("offers").querySelector("ol").replaceChildren(...items);
    part("offers").hidden = !items.length;
  };

  const showSpelling = async (text) => {
    const meant = await finding.respell(text);
    if (asked.text !== text || meant === null) return;
    const link = element("a", { href: `?${new URLSearchParams({ q: meant })}` }, meant);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.value = meant;
      void typed(true);
      field.focus();
    });
    part("spelling").replaceChildren(words.spelling, " ", link);
    part("spelling").hidden = false;
  };

  const told = (number, unfiltered, offers) => {
    if (number) return (number === 1 ? words.one : words.many).replace("%s", number);
    if (unfiltered) return words.filtered.replace("%s", unfiltered);
    return offers ? "" : words.none.replace("%s", asked.text);
  };

  // ---- One search ----

  let running = 0;

  const run = async (now) => {
    const { text } = asked;
    const nothing = !text.trim() && !asked.terms.size;
    const citations = await finding.load();
    if (now !== running) return;
    const offers = citations.resolve(text).filter(({ exact, instead }) => exact || instead).slice(0, 8);
    showOffers(offers);
    part("spelling").hidden = true;
    if (!nothing) part("ways").hidden = true;
    if (nothing) {
      waiting = [];
      list.replaceChildren();
      more.hidden = true;
      part("status").textContent = "";
    }
    const index = await finding.index();
    if (now !== running) return;
    if (!boxes.length) {
      buildFilters(index.filters);
      for (const [name, terms] of asked.terms) for (const term of terms) if (!isOffered(name, term)) forget(name, term);
    }
    part("simple").hidden = !index.simple;
    const hits = await index.search(text, { ahead: IN_SIGHT });
    if (now !== running) return;
    countTerms(hits);
    showChosen();
    const found = nothing ? [] : hits.filter(({ record }) => fits(record));
    waiting = [...found];
    await showMore(true);
    if (now !== running) return;
    part("ways").hidden = Boolean(found.length || offers.length);
    part("status").textContent = nothing ? "" : told(found.length, hits.length, offers.some(({ instead }) => !instead));
    if (!nothing && !hits.length) await showSpelling(text);
  };

  // Until a search is done, what is shown is that of the one before.
  const search = async () => {
    part("results").setAttribute("aria-busy", "true");
    const now = (running += 1);
    await run(now).catch(() => void (part("ways").hidden = false));
    if (now === running) part("results").removeAttribute("aria-busy");
  };

  // ---- What a reader does ----

  let timer = 0;
  // While somebody types, the address is written when the results are there: for a browser, that is much work.
  const typed = async (kept) => {
    clearTimeout(timer);
    const text = (asked.text = field.value);
    if (kept) writeAddress(true);
    await search();
    if (!kept && asked.text === text) writeAddress(false);
  };
  field.addEventListener("focus", () => void finding.index().catch(() => undefined), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void typed(false), PAUSE);
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const to = finding.destination(await finding.load(), field.value);
    if (to) location.assign(to.url);
    else void typed(true);
  });
  addEventListener("popstate", () => {
    readAddress();
    void search();
  });

  // The arrows go from the field through the results and back.
  page.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [field, ...page.querySelectorAll(".search-offers h3 a, .search-results h3 a")].filter((each) => each.checkVisibility());
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || (at === 0 && step < 0)) return;
    event.preventDefault();
    stops[Math.min(at + step, stops.length - 1)].focus();
  });
  document.addEventListener("click", (event) => {
    for (const details of page.querySelectorAll("details[open]")) if (!details.contains(event.target)) details.open = false;
  });
  page.addEventListener("keydown", (event) => {
    const details = event.key === "Escape" && event.target.closest("details[open]");
    if (!details) return;
    details.open = false;
    details.querySelector("summary").focus();
  });

  readAddress();
  if (asked.text || asked.terms.size) void search();
  else field.focus();
}
