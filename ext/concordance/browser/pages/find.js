// @ts-check
// On every page: `/` goes to the search field, and a field that is used fetches what helps to fill it. Nothing is
// fetched before.
"use strict";
{
  const FIELD = 'form[role="search"] input[type="search"]';
  const root = document.documentElement.dataset.content_root ?? "";
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const here = script?.src ?? `${root}_static/find.js`;
  globalThis.finding ??= /** @type {Finding} */ ({});
  const { finding } = globalThis;

  finding.root = root;
  finding.beside = (name) => new URL(name, here).href;

  /** @type {Map<string, Promise<void>>} */
  const scripts = new Map();
  finding.fetchScript = (address) => {
    const known = scripts.get(address);
    if (known) return known;
    /** @type {Promise<void>} */
    const fetching = new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = address;
      // Scripts run in the order in which they are asked for, and are fetched together.
      element.async = false;
      element.addEventListener("load", () => resolve());
      element.addEventListener("error", reject);
      document.head.append(element);
    });
    // What has failed may be asked for again.
    fetching.catch(() => scripts.delete(address));
    scripts.set(address, fetching);
    return fetching;
  };
  finding.fetchCitations = () => finding.fetchScript(`${root}finding/citations.js`);
  // Somebody who pastes a citation does not wait for what ranks words.
  finding.fetchFinder = () => finding.fetchScript(finding.beside("finder.js"));
  finding.fetchIndex = async () => {
    // The page of results has the script already.
    const ranker = finding.WordIndex ? undefined : finding.fetchScript(finding.beside("ranker.js"));
    await Promise.all([ranker, finding.fetchScript(`${root}finding/index.js`)]);
  };

  // The page of results shows what it finds below its field, and fetches what it needs itself.
  /**
   * @param {EventTarget | null} target
   * @returns {target is HTMLInputElement}
   */
  const isOffering = (target) => target instanceof HTMLInputElement && target.matches(`${FIELD}:not([data-results])`);

  /** @param {FocusEvent} event */
  const offerSuggestions = async ({ target: field }) => {
    if (!isOffering(field)) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = finding.beside("search.css");
    if (!document.querySelector(`link[href="${style.href}"]`)) document.head.append(style);
    void finding.fetchCitations().catch(() => undefined);
    const knowing = finding.fetchFinder();
    const suggesting = finding.fetchScript(finding.beside("suggest.js"));
    await knowing;
    await suggesting;
    finding.suggest(field);
    // While nobody has entered anything, or the index is fetched, there is time for it.
    const citations = await finding.load();
    setTimeout(() => citations.readNames(false));
  };
  document.addEventListener("focusin", (event) => void offerSuggestions(event).catch(() => undefined));
  // What is no citation is looked for in the index: it is fetched along with what knows citations, and before anybody else
  // heeds the key.
  /** @param {Event} event */
  const fetchAtOnce = ({ target }) => {
    if (isOffering(target) && !/\d/.test(target.value)) void finding.fetchIndex().catch(() => undefined);
  };
  document.addEventListener("input", fetchAtOnce, { capture: true });

  // A citation goes straight to its entry, also if it was typed before all was fetched; all else goes to the results.
  document.addEventListener("submit", async (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    /** @type {HTMLInputElement | null} */
    const field = form.matches('form[role="search"]') ? form.querySelector("input[type=search]") : null;
    if (!field || field.hasAttribute("data-results")) return;
    event.preventDefault();
    const text = field.value.trim();
    const results = new URL(form.action);
    if (text) results.hash = String(new URLSearchParams({ q: text }));
    const destination = async () => {
      await finding.fetchFinder();
      return (await finding.load()).destination(text);
    };
    location.assign((await destination().catch(() => null))?.url ?? results.href);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(FIELD));
    const field = [...fields].find((each) => each.checkVisibility());
    if (field) {
      field.focus();
      field.select();
      return;
    }
    // A narrow screen has a link in place of the field.
    const page = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="search"]'));
    if (page) location.assign(page.href);
  });
}
