// @ts-check
// Takes a handout along: prints it, copies it, and keeps it on the device for times without a connection.
"use strict";
{
  const { handout } = globalThis;

  // ---- Keeping ----

  const WORKER = "handout-worker.js";
  const canKeep = "serviceWorker" in navigator && "caches" in globalThis && isSecureContext;
  const here = () => new URL(location.pathname, location.href).href;
  // Editions may share a host: each keeps what is its own. The worker has the same name for it.
  const cacheName = () => `handout ${here()}`;

  // A browser that stores nothing, by the reader's choice, refuses when it is asked.
  const mayKeep = async () => canKeep && caches.has(cacheName()).then(() => true, () => false);
  const registration = async () =>
    canKeep ? navigator.serviceWorker.getRegistration(here()).catch(() => undefined) : undefined;
  handout.isKept = async () => {
    const registered = await registration();
    const worker = registered?.active ?? registered?.waiting ?? registered?.installing;
    return Boolean(worker && new URL(worker.scriptURL).pathname.endsWith(`/${WORKER}`));
  };

  /** @param {string} address */
  const fetchFresh = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  };

  // All that this page has fetched, and what it needs to add entries that are fetched already.
  const keepNow = async () => {
    const { beside } = globalThis.finding;
    const resources = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
    // What was not there is not missed.
    const fetched = resources.filter(({ responseStatus }) => !(responseStatus >= 400)).map(({ name }) => name.split("#")[0]);
    const own = fetched.filter((address) => address.startsWith(handout.root.href) && !address.endsWith(`/${WORKER}`));
    const needed = new Set([here(), ...["finder.js", "ranker.js", "suggest.js", "search.css"].map(beside), ...own]);
    // First all is fetched and put in its place: whoever leaves meanwhile does not lose what was kept.
    const answers = await Promise.all([...needed].map(async (address) => ({ address, answer: await fetchFresh(address) })));
    const before = await caches.match(here(), { cacheName: cacheName() }).then((kept) => kept?.text());
    const now = await answers[0].answer.clone().text();
    const cache = await caches.open(cacheName());
    await Promise.all(answers.map(({ address, answer }) => cache.put(address, answer)));
    const old = (await cache.keys()).filter(({ url }) => !needed.has(url));
    await Promise.all(old.map((request) => cache.delete(request)));
    await navigator.serviceWorker.register(new URL(WORKER, handout.root), { scope: location.pathname });
    await navigator.serviceWorker.ready;
    return before !== undefined && before !== now;
  };

  // One after the other, so that what is removed is not put back by what was on its way.
  /** @type {Promise<unknown>} */
  let busy = Promise.resolve();
  handout.keep = () => {
    const keeping = busy.then(keepNow);
    busy = keeping.catch(() => undefined);
    return keeping;
  };

  const forget = async () => {
    await busy;
    await (await registration())?.unregister();
    await caches.delete(cacheName());
  };

  handout.showKept = async (place) => {
    const [isKept, isPossible] = await Promise.all([handout.isKept(), mayKeep()]);
    const hadFocus = document.activeElement?.matches('[data-do="keep"], [data-do="forget"]');
    /** @type {(selector: string) => HTMLElement} */
    const find = (selector) => /** @type {HTMLElement} */ (place.querySelector(selector));
    find('[data-do="keep"]').hidden = isKept || !isPossible;
    find('[data-do="forget"]').hidden = !isKept;
    find("#handout-kept").hidden = !isPossible;
    if (hadFocus) find(`[data-do="${isKept ? "forget" : "keep"}"]`).focus();
  };

  // ---- Copying ----

  /** @type {(place: Element, text: string) => void} */
  const offerByHand = (place, text) => {
    const fallback = /** @type {HTMLElement} */ (place.querySelector(".handout-fallback"));
    fallback.hidden = false;
    const field = /** @type {HTMLTextAreaElement} */ (fallback.querySelector("textarea"));
    field.value = text;
    field.focus();
    field.select();
  };

  // Without the right to the clipboard, what is to be copied is selected.
  /** @param {HTMLElement} sheet */
  const select = (sheet) => {
    getSelection()?.selectAllChildren(sheet);
    sheet.tabIndex = -1;
    sheet.focus();
  };

  /** @type {(title: string, ending: string) => string} */
  const fileName = (title, ending) => {
    const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60);
    return `${["handout", name].filter(Boolean).join("-")}.${ending}`;
  };

  handout.tools = ({ place, words, title, say }) => {
    const sheet = /** @type {HTMLElement} */ (place.querySelector(".sheet"));
    /** @type {(text: string, done: string) => Promise<void>} */
    const copy = (text, done) => {
      const copied = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("The browser cannot copy."));
      return copied.then(() => say(done), () => offerByHand(place, text));
    };
    return {
      print: () => print(),
      rich: () => handout.copyRich(sheet).then(() => say(words.copiedRich), () => select(sheet)),
      plain: () => copy(handout.plainText(sheet), words.copiedPlain),
      markdown: () => copy(handout.markdown(sheet), words.copiedMarkdown),
      link: () => copy(location.href, words.copiedLink),
      file: async () => {
        handout.download(await handout.file(sheet, title(), words), fileName(title(), "html"));
        say(words.downloaded);
      },
      docx: async () => {
        await globalThis.finding.fetchScript(globalThis.finding.beside("handout-docx.js"));
        const titled = title() ? handout.fill(words.titled, title()) : words.unnamed;
        handout.download(await handout.docx(sheet, titled, document.documentElement.lang), fileName(title(), "docx"));
        say(words.downloaded);
      },
      keep: () => handout.keep().then(() => say(words.kept), () => say(words.unkept)).then(() => handout.showKept(place)),
      forget: () => forget().then(() => say(words.forgotten)).then(() => handout.showKept(place)),
    };
  };
}
