// @ts-check
// The page that makes handouts: what a reader does changes the state, the state changes the address and the sheet.
"use strict";
{
  const { handout } = globalThis;
  const { fill } = handout;
  const place = /** @type {HTMLElement} */ (document.querySelector(".handout"));
  const data = /** @type {Words} */ (place.dataset);
  /** @type {<Kind extends HTMLElement = HTMLElement>(selector: string) => Kind} */
  const find = (selector) => /** @type {any} */ (place.querySelector(selector));
  const words = /** @type {Words} */ (find(".handout-words").dataset);
  const LONG = 8000; // characters; some programs cut longer addresses
  /** @param {string} text */
  const say = (text) => void (find(".handout-done").textContent = text);

  /** @type {Map<string, HandoutEntry>} */
  const contents = new Map();
  /** @type {Map<string, SearchRow>} */
  const failed = new Map();
  /** @type {CitationIndex} */
  let citations;
  /** @type {HandoutAddresses} */
  let addresses;
  /** @type {HandoutState} */
  let state;
  /** @type {string[]} */
  let unknown = [];

  const readAddress = () => ({ state, unknown } = addresses.read(new URL(location.href)));
  const addressNow = () => addresses.write(location.href, state);
  const missing = () => state.items.filter(({ id }) => !contents.has(id) && !failed.has(id));

  // ---- Showing ----

  const showProblems = () => {
    const list = find(".handout-wrong");
    const lines = unknown.map((id) => handout.make("li", "", fill(words.wrong, handout.nameOf(id))));
    for (const [id, row] of failed) {
      const again = handout.make("button", "", words.again);
      again.type = "button";
      again.addEventListener("click", () => {
        failed.delete(id);
        showProblems();
        fetchMissing();
      });
      lines.push(handout.make("li", "", `${fill(words.failed, row.label)} `, again));
    }
    list.replaceChildren(...lines);
    list.hidden = !lines.length;
  };

  const firstTitle = document.title;
  const showSheet = () => {
    const address = addresses.write(location.href, state, false);
    // The published address, which a reader of the paper can type.
    const published = new URL(`${address.pathname.split("/").pop()}${address.search}`, handout.published).href;
    handout.draw(find(".sheet"), { state, address: published, contents, data, words });
    showStatus();
    noteStep();
    const title = state.title.trim() && fill(words.titled, state.title.trim());
    if (!("neutral" in document.documentElement.dataset)) document.title = [title, firstTitle].filter(Boolean).join(" – ");
  };

  const showStatus = () => {
    const number = missing().length;
    const count = contents.size ? state.items.length : 0;
    find(".handout-status").textContent = number ? fill(words.fetching, number) : count ? fill(words.ready, count) : "";
    /** @type {NodeListOf<HTMLButtonElement>} */
    const tools = place.querySelectorAll('[data-do]:not([data-do="forget"])');
    for (const tool of tools) tool.disabled = Boolean(number) || !state.items.length;
    const { length } = location.href;
    find(".handout-long").hidden = length <= LONG;
    if (length > LONG) find(".handout-long").textContent = fill(words.long, length.toLocaleString(document.documentElement.lang));
  };

  // A handout that is kept is kept with what is added to it.
  const keepWhole = async () => {
    const isWhole = state.items.every((item) => contents.has(item.id));
    if (!isWhole || !navigator.onLine || !(await handout.isKept())) return;
    await handout.keep().then((isReplaced) => isReplaced && say(words.renewed), () => say(words.unkept));
  };

  const fetchMissing = () => {
    for (const { id, row } of missing()) {
      handout.take(row).then(
        (content) => void contents.set(id, content),
        () => {
          failed.set(id, row);
          // Only then: who is about to try another again would lose the button.
          showProblems();
        },
      ).then(() => {
        showSheet();
        return keepWhole();
      });
    }
  };

  const showControls = () => {
    /** @type {HTMLInputElement} */ (find("#handout-title")).value = state.title;
    /** @type {HTMLTextAreaElement} */ (find("#handout-note")).value = state.note;
    /** @type {NodeListOf<HTMLInputElement>} */
    const boxes = place.querySelectorAll('[name="show"]');
    for (const box of boxes) box.checked = state.show.has(box.value);
    handout.drawItems(find(".handout-items"), state, words, change);
    showProblems();
  };

  const show = () => {
    showControls();
    showSheet();
    fetchMissing();
  };

  // ---- Changing ----

  // A change of what is on the sheet is a step to come back from; a letter that is typed is not.
  /** @param {boolean} isStep */
  const settle = (isStep) => {
    history[isStep ? "pushState" : "replaceState"](null, "", addressNow());
    unknown = [];
    if (isStep) show();
    else showSheet();
  };
  // Browsers refuse an address that changes with every letter.
  let typing = 0;
  const settleSoon = () => {
    clearTimeout(typing);
    typing = setTimeout(() => settle(false), 250);
  };
  addEventListener("pagehide", () => typing && history.replaceState(null, "", addressNow()));

  /** @param {string} id */
  const at = (id) => state.items.findIndex((item) => item.id === id);
  /** @type {(id: string, does: string) => void} */
  const focusOn = (id, does) => find(`.handout-items [data-id="${CSS.escape(id)}"] .handout-${does}`)?.focus();
  /** @param {HandoutItem} item */
  const sayMoved = ({ id, row }) => say(fill(words.moved, row.label, at(id) + 1, state.items.length));

  /** @type {(item: HandoutItem, by: number, does: string) => void} */
  const move = (item, by, does) => {
    const from = at(item.id);
    state.items.splice(from, 1);
    state.items.splice(from + by, 0, item);
    settle(true);
    focusOn(item.id, does);
    sayMoved(item);
  };

  /** @param {HandoutItem} item */
  const remove = (item) => {
    const from = at(item.id);
    const next = state.items[from + 1] ?? state.items[from - 1];
    state.items.splice(from, 1);
    settle(true);
    if (next) focusOn(next.id, "remove");
    else find("#handout-entry").focus();
    say(fill(words.removed, item.row.label));
  };

  /** @param {HandoutChange} made */
  const change = (made) => {
    const item = state.items[at(made.id)];
    if (made.does === "note") {
      item.note = made.note;
      settleSoon();
    } else if (made.does === "order") {
      state.items = made.ids.map((id) => state.items[at(id)]);
      settle(true);
      sayMoved(item);
    } else if (made.does === "remove") remove(item);
    else move(item, made.does === "up" ? -1 : 1, made.does);
  };

  /** @param {string} written an id, or what names an entry in an address */
  const add = (written, shown = written) => {
    const row = addresses.entryOf(written);
    if (!row) return say(fill(words.unfound, shown));
    /** @type {HTMLInputElement} */
    const field = find("#handout-entry");
    field.value = "";
    // Closes the list of suggestions.
    field.dispatchEvent(new Event("input"));
    if (at(row.id) >= 0) return say(fill(words.known, row.label));
    state.items.push({ id: row.id, row, note: "" });
    settle(true);
    return say(fill(words.added, row.label));
  };

  // ---- Another handout ----

  // A link "Add to a handout" opens this page with one entry. If the reader has come from a handout in this tab, the
  // entry can be put there: its address is in the history of the tab. As pages here tell no page where a reader has
  // come from, the address is noted once more beside that step of the history, and goes when the tab is closed.
  const noteStep = () => globalThis.navigation?.updateCurrentEntry?.({ state: { handout: location.href } });
  const earlier = () => {
    const here = globalThis.navigation?.currentEntry?.index ?? 0;
    const before = globalThis.navigation?.entries?.().slice(0, here) ?? [];
    const states = before.map((step) => /** @type {{handout?: string} | undefined} */ (step.getState()));
    const address = states.map((each) => each?.handout).findLast(Boolean);
    return address && addresses.named(new URL(address)).length ? new URL(address) : null;
  };

  const offerJoining = () => {
    const [visit] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
    const before = state.items.length === 1 && visit?.type === "navigate" ? earlier() : null;
    if (!before) return;
    const named = addresses.named(before);
    const [{ id }] = state.items;
    if (named.some((each) => addresses.entryOf(each)?.id === id)) return;
    const offer = find(".handout-offer");
    const join = handout.make("button", "", words.join);
    const alone = handout.make("button", "", words.alone);
    join.type = alone.type = "button";
    join.addEventListener("click", () => {
      history.pushState(null, "", addresses.join(before, id));
      readAddress();
      show();
      offer.hidden = true;
      find(".handout-items").lastElementChild?.querySelector("textarea")?.focus();
      say(fill(words.added, state.items.at(-1)?.row.label ?? ""));
    });
    alone.addEventListener("click", () => {
      offer.hidden = true;
      find("#handout-entry").focus();
    });
    offer.replaceChildren(handout.make("p", "", fill(words.earlier, named.length)), join, " ", alone);
    offer.hidden = false;
  };

  // ---- Beginning ----

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  const choose = (field) => {
    if (field instanceof HTMLInputElement && field.name === "show") {
      state.show[field.checked ? "add" : "delete"](field.value);
      history.pushState(null, "", addressNow());
      showSheet();
    } else {
      state[/** @type {"title" | "note"} */ (field.name)] = field.value;
      settleSoon();
    }
  };

  const goBack = () => {
    const anchor = location.hash.slice(1);
    // A link within the page, to its main part say, is no other handout; its number sign takes the words away.
    if (anchor && !anchor.includes("=")) history.replaceState(null, "", addressNow());
    else {
      readAddress();
      show();
    }
  };

  const listen = () => {
    handout.listen(find(".handout-items"), change);
    // Whether or not the list of suggestions has come yet.
    find(".handout-add").addEventListener("submit", (event) => {
      event.preventDefault();
      const text = /** @type {HTMLInputElement} */ (find("#handout-entry")).value.trim();
      if (text) add(citations.destination(text)?.id ?? text, text);
    });
    find(".handout-choices").addEventListener("submit", (event) => event.preventDefault());
    find(".handout-choices").addEventListener("input", ({ target }) => choose(/** @type {HTMLInputElement} */ (target)));
    const tools = handout.tools({ place, words, title: () => state.title.trim(), say });
    find(".handout-tools").addEventListener("click", ({ target }) => {
      void tools[/** @type {HTMLElement} */ (target).dataset.do ?? ""]?.();
    });
    addEventListener("popstate", goBack);
  };

  const offerSuggestions = async () => {
    const { finding } = globalThis;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = finding.beside("search.css");
    document.head.append(style);
    await finding.fetchScript(finding.beside("suggest.js"));
    finding.suggest(find("#handout-entry"), (id) => add(id));
  };

  const begin = async () => {
    await globalThis.finding.fetchFinder();
    citations = await globalThis.finding.load();
    addresses = new handout.Addresses(citations.byId, data.text, handout.PARTS);
    readAddress();
    find(".handout-came").hidden = !handout.hasWords(state);
    listen();
    await handout.showKept(place);
    show();
    offerJoining();
    place.classList.add("ready");
    find("#handout-entry").addEventListener("focus", offerSuggestions, { once: true });
  };

  // From a disk, a browser lets no page read another: the page says so, and where to go instead.
  if (location.protocol === "file:") document.documentElement.classList.add("no-handout");
  else begin().catch(() => document.documentElement.classList.add("no-handout"));
}
