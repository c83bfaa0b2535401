"use strict";
// The page that makes handouts. All that makes up a handout stands in its address, and nowhere else: what is chosen in
// the query, what the reader has written behind the number sign, which a browser sends to nobody.
{
  const handout = globalThis.handout;
  const place = document.querySelector(".handout");
  const data = place.dataset;
  const words = place.querySelector(".handout-words").dataset;
  const find = (selector) => place.querySelector(selector);
  const LONG = 8000;
  const fill = (text, ...values) => values.reduce((filled, value) => filled.replace("%s", () => value), text);
  const tell = (text) => (find(".handout-done").textContent = text);

  const contents = new Map();
  const failed = new Map();
  let citations;
  let state;
  let wrong = [];

  // ---- The address ----

  const entryOf = (written) => {
    const id = written.trim().toLowerCase();
    return citations.byId.get(id) ?? citations.byId.get(`${data.text}-${id}`) ?? null;
  };
  const isEntry = (row) => row !== null && !["text", "page"].includes(row.kind);
  const short = (id) => {
    const rest = id.startsWith(`${data.text}-`) ? id.slice(data.text.length + 1) : id;
    return entryOf(rest)?.id === id ? rest : id;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    const written = new URLSearchParams(location.hash.slice(1));
    const said = (name) => written.get(name) ?? asked.get(name) ?? "";
    const notes = new Map();
    for (const [name, note] of [...asked, ...written]) if (name.startsWith("note.")) notes.set(entryOf(name.slice(5))?.id, note);
    const named = said("p").split(",").filter((each) => each.trim());
    wrong = named.filter((each) => !isEntry(entryOf(each)));
    const rows = new Set(named.map(entryOf).filter(isEntry));
    const has = asked.has("show") || written.has("show");
    return {
      title: said("title"),
      note: said("note"),
      show: new Set(has ? said("show").split(",").filter((part) => handout.PARTS.includes(part)) : handout.USUAL),
      items: [...rows].map((row) => ({ id: row.id, row, note: notes.get(row.id) ?? "" })),
    };
  };

  const addressOf = ({ title, note, show, items }, withWords = true) => {
    const address = new URL(location.href);
    const shown = handout.PARTS.filter((part) => show.has(part));
    const query = [`p=${items.map(({ id }) => short(id)).join(",")}`];
    if (shown.join() !== handout.USUAL.join()) query.push(`show=${shown.join(",")}`);
    address.search = query.join("&");
    const own = [["title", title], ["note", note], ...items.map((item) => [`note.${short(item.id)}`, item.note])];
    address.hash = withWords ? new URLSearchParams(own.filter(([, written]) => written.trim())).toString() : "";
    return address;
  };

  // ---- Showing ----

  const showWrong = () => {
    const list = find(".handout-wrong");
    const lines = wrong.map((id) => handout.make("li", "", fill(words.wrong, id.trim())));
    for (const [id, row] of failed) {
      const again = handout.make("button", "", words.again);
      again.type = "button";
      again.addEventListener("click", () => {
        failed.delete(id);
        showWrong();
        fetchMissing();
      });
      lines.push(handout.make("li", "", `${fill(words.failed, row.label)} `, again));
    }
    list.replaceChildren(...lines);
    list.hidden = !lines.length;
  };

  const showSheet = () => {
    const address = addressOf(state, false);
    // The published address, which a reader of the paper can type.
    state.address = new URL(`${address.pathname.split("/").pop()}${address.search}`, handout.published).href;
    handout.draw(find(".sheet"), state, contents, { data, words });
    const missing = state.items.filter(({ id }) => !contents.has(id) && !failed.has(id)).length;
    const count = contents.size ? state.items.length : 0;
    find(".handout-status").textContent = missing ? fill(words.fetching, missing) : count ? fill(words.ready, count) : "";
    for (const tool of place.querySelectorAll('[data-do]:not([data-do="forget"])')) tool.disabled = Boolean(missing) || !state.items.length;
    const long = location.href.length > LONG;
    find(".handout-long").hidden = !long;
    if (long) find(".handout-long").textContent = fill(words.long, location.href.length.toLocaleString(document.documentElement.lang));
    noteStep();
    document.title = [state.title.trim(), firstTitle].filter(Boolean).join(" – ");
  };
  const firstTitle = document.title;

  const fetchMissing = () => {
    for (const { id, row } of state.items.filter(({ id }) => !contents.has(id) && !failed.has(id))) {
      handout.take(row).then(
        (content) => contents.set(id, content),
        () => {
          failed.set(id, row);
          // Only then: who is about to try another again would lose the button.
          showWrong();
        },
      ).then(async () => {
        showSheet();
        // A handout that is kept is kept with what is added to it.
        const isWhole = state.items.every((item) => contents.has(item.id));
        if (isWhole && navigator.onLine && (await handout.isKept())) await handout.keep().catch(() => tell(words.unkept));
      });
    }
  };

  const showControls = () => {
    find("#handout-title").value = state.title;
    find("#handout-note").value = state.note;
    for (const box of place.querySelectorAll('[name="show"]')) box.checked = state.show.has(box.value);
    handout.drawItems(find(".handout-items"), state, words, change);
    showWrong();
  };

  const show = () => {
    showControls();
    showSheet();
    fetchMissing();
  };

  // ---- Changing ----

  // A change of what is on the sheet is a step to come back from; a letter that is typed is not.
  const settle = (step) => {
    history[step ? "pushState" : "replaceState"](null, "", addressOf(state));
    wrong = [];
    if (step) show();
    else showSheet();
  };
  // Browsers refuse an address that changes with every letter.
  let typing = 0;
  const settleSoon = () => {
    clearTimeout(typing);
    typing = setTimeout(() => settle(false), 250);
  };
  addEventListener("pagehide", () => typing && history.replaceState(null, "", addressOf(state)));

  const at = (id) => state.items.findIndex((item) => item.id === id);
  const focusOn = (id, does) => find(`.handout-items [data-id="${CSS.escape(id)}"] .handout-${does}`)?.focus();

  const move = (id, by, does) => {
    const [from, item] = [at(id), state.items[at(id)]];
    state.items.splice(from, 1);
    state.items.splice(from + by, 0, item);
    settle(true);
    focusOn(id, does);
    tell(fill(words.moved, item.row.label, at(id) + 1, state.items.length));
  };

  const change = (does, id, value) => {
    const item = state.items[at(id)];
    if (does === "note") {
      item.note = value;
      settleSoon();
    } else if (does === "order") {
      state.items = value.map((each) => state.items[at(each)]);
      settle(true);
      tell(fill(words.moved, item.row.label, at(id) + 1, state.items.length));
    } else if (does === "remove") {
      const next = state.items[at(id) + 1] ?? state.items[at(id) - 1];
      state.items.splice(at(id), 1);
      settle(true);
      if (next) focusOn(next.id, "remove");
      else find("#handout-entry").focus();
      tell(fill(words.removed, item.row.label));
    } else move(id, does === "up" ? -1 : 1, does);
  };

  const add = (id, text) => {
    const row = entryOf(id ?? text) ?? null;
    if (!isEntry(row)) return tell(fill(words.unfound, text));
    const field = find("#handout-entry");
    field.value = "";
    // Closes the list of suggestions.
    field.dispatchEvent(new Event("input"));
    if (at(row.id) >= 0) return tell(fill(words.known, row.label));
    state.items.push({ id: row.id, row, note: "" });
    settle(true);
    return tell(fill(words.added, row.label));
  };

  // ---- Taking it along ----

  const sheet = () => find(".sheet");
  const titled = () => state.title.trim() || words.unnamed;
  const offerByHand = (text) => {
    const fallback = find(".handout-fallback");
    fallback.hidden = false;
    const field = fallback.querySelector("textarea");
    field.value = text;
    field.focus();
    field.select();
  };
  const copyText = (text, told) => {
    const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("The browser cannot copy."));
    return copied.then(() => tell(told), () => offerByHand(text));
  };
  // Without the right to the clipboard, what is to be copied is selected.
  const selectSheet = () => {
    getSelection().selectAllChildren(sheet());
    sheet().tabIndex = -1;
    sheet().focus();
  };
  const TOOLS = {
    print: () => print(),
    rich: () => handout.copyRich(sheet()).then(() => tell(words.copiedRich), selectSheet),
    markdown: () => copyText(handout.markdown(sheet()), words.copiedMarkdown),
    link: () => copyText(location.href, words.copiedLink),
    file: async () => {
      const name = titled().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
      handout.download(await handout.file(sheet(), titled(), words), `${name || "handout"}.html`);
      tell(words.downloaded);
    },
    keep: () => handout.keep().then(() => tell(words.kept), () => tell(words.unkept)).then(showKept),
    forget: () => handout.forget().then(() => tell(words.forgotten)).then(showKept),
  };
  const showKept = async () => {
    const kept = await handout.isKept();
    const hadFocus = document.activeElement?.matches('[data-do="keep"], [data-do="forget"]');
    find('[data-do="keep"]').hidden = kept || !handout.canKeep;
    find('[data-do="forget"]').hidden = !kept;
    find("#handout-kept").hidden = !handout.canKeep;
    if (hadFocus) find(`[data-do="${kept ? "forget" : "keep"}"]`).focus();
    return kept;
  };

  // ---- Another handout ----

  // A link "Add to a handout" opens this page with one entry. If the reader has come from a handout in this tab, the
  // entry can be put there: its address is in the history of the tab. As pages here tell no page where a reader has
  // come from, the address is noted once more beside that step of the history, and goes when the tab is closed.
  const noteStep = () => globalThis.navigation?.updateCurrentEntry?.({ state: { handout: location.href } });
  const earlier = () => {
    const here = globalThis.navigation?.currentEntry?.index ?? 0;
    const before = globalThis.navigation?.entries?.().slice(0, here) ?? [];
    const address = before.map((step) => step.getState()?.handout).findLast(Boolean);
    return address && new URL(address).searchParams.get("p") ? new URL(address) : null;
  };

  const offerJoining = () => {
    const before = state.items.length === 1 && performance.getEntriesByType("navigation")[0]?.type === "navigate" ? earlier() : null;
    if (!before) return;
    const named = before.searchParams.get("p").split(",").filter(Boolean);
    if (named.some((each) => entryOf(each)?.id === state.items[0].id)) return;
    const offer = find(".handout-offer");
    const join = handout.make("button", "", words.join);
    const alone = handout.make("button", "", words.alone);
    join.type = alone.type = "button";
    join.addEventListener("click", () => {
      named.push(short(state.items[0].id));
      const query = before.search.slice(1).split("&").map((each) => (each.startsWith("p=") ? `p=${named.join(",")}` : each));
      before.search = query.join("&");
      history.pushState(null, "", before);
      state = read();
      show();
      offer.hidden = true;
      find(".handout-items").lastElementChild?.querySelector("textarea")?.focus();
      tell(fill(words.added, state.items.at(-1)?.row.label ?? ""));
    });
    alone.addEventListener("click", () => {
      offer.hidden = true;
      find("#handout-entry").focus();
    });
    offer.replaceChildren(handout.make("p", "", fill(words.earlier, named.length)), join, " ", alone);
    offer.hidden = false;
  };

  // ---- Beginning ----

  const listen = () => {
    handout.listen(find(".handout-items"), change);
    // Whether or not the list of suggestions has come yet.
    find(".handout-add").addEventListener("submit", (event) => {
      event.preventDefault();
      const text = find("#handout-entry").value.trim();
      if (text) add(globalThis.finding.destination(citations, text)?.id, text);
    });
    find(".handout-choices").addEventListener("submit", (event) => event.preventDefault());
    find(".handout-choices").addEventListener("input", ({ target }) => {
      if (target.name === "show") {
        state.show[target.checked ? "add" : "delete"](target.value);
        history.pushState(null, "", addressOf(state));
        showSheet();
      } else {
        state[target.name] = target.value;
        settleSoon();
      }
    });
    find(".handout-tools").addEventListener("click", ({ target }) => void TOOLS[target.dataset.do]?.());
    addEventListener("popstate", () => {
      const anchor = location.hash.slice(1);
      // A link within the page, to its main part say, is no other handout; its number sign takes the words away.
      if (anchor && !anchor.includes("=")) history.replaceState(null, "", addressOf(state));
      else {
        state = read();
        show();
      }
    });
  };

  const begin = async () => {
    const { finding } = globalThis;
    await finding.fetchScript(finding.beside("finder.js"));
    citations = await finding.load();
    state = read();
    listen();
    await showKept();
    show();
    offerJoining();
    place.classList.add("ready");
    const field = find("#handout-entry");
    field.addEventListener(
      "focus",
      async () => {
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = finding.beside("search.css");
        document.head.append(style);
        await finding.fetchScript(finding.beside("suggest.js"));
        finding.suggest(field, add);
      },
      { once: true },
    );
  };

  // From a disk, a browser lets no page read another: the page says so, and where to go instead.
  if (location.protocol === "file:") document.documentElement.classList.add("no-handout");
  else begin().catch(() => document.documentElement.classList.add("no-handout"));
}
