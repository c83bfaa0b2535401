"use strict";
// On every page: `/` goes to the search field, and a field that is used fetches what helps to fill it. Nothing is
// fetched before.
{
  const FIELD = 'form[role="search"] input[name="q"]';
  const root = document.documentElement.dataset.content_root;
  const here = document.currentScript?.src ?? `${root}_static/find.js`;

  const beside = (name) => new URL(name, here).href;
  const fetched = new Map();
  const fetchScript = (address) => {
    if (!fetched.has(address)) {
      fetched.set(
        address,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = address;
          // Scripts run in the order in which they are asked for, and are fetched together.
          script.async = false;
          script.addEventListener("load", resolve);
          script.addEventListener("error", reject);
          document.head.append(script);
        }),
      );
    }
    return fetched.get(address);
  };
  const fetchCitations = () => fetchScript(`${root}finding/citations.js`);
  globalThis.finding ??= {};
  Object.assign(globalThis.finding, { root, beside, fetchScript, fetchCitations });

  const used = async (event) => {
    const field = event.target;
    // The page of results shows what it finds below its field.
    if (!field.matches?.(FIELD) || field.hasAttribute("data-results")) return;
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = beside("search.css");
    if (!document.querySelector(`link[href="${style.href}"]`)) document.head.append(style);
    void fetchCitations().catch(() => undefined);
    await Promise.all(["finder.js", "suggest.js"].map((name) => fetchScript(beside(name))));
    globalThis.finding.suggest(field);
  };
  document.addEventListener("focusin", (event) => void used(event).catch(() => undefined));

  // A citation goes straight to its entry, also if it was typed before all was fetched; all else goes to the results.
  document.addEventListener("submit", async (event) => {
    const field = event.target.matches('form[role="search"]') && event.target.elements.q;
    if (!field || field.hasAttribute("data-results")) return;
    event.preventDefault();
    const text = field.value.trim();
    const results = new URL(event.target.action);
    if (text) results.search = new URLSearchParams({ q: text });
    const entry = async () => {
      await fetchScript(beside("finder.js"));
      return globalThis.finding.destination(await globalThis.finding.load(), text);
    };
    location.assign((await entry().catch(() => null))?.url ?? results.href);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    const field = [...document.querySelectorAll(FIELD)].find((each) => each.checkVisibility());
    if (field) {
      field.focus();
      field.select();
      return;
    }
    // A narrow screen has a link in place of the field.
    const page = document.querySelector('link[rel="search"]');
    if (page) location.assign(page.href);
  });
}
