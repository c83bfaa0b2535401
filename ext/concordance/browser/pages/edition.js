// @ts-check
// What every page does beside being read. Without this file, every page can be read all the same.
"use strict";
{
  /** @type {Set<HTMLTemplateElement>} */
  const worded = new Set();
  // What a template holds stands in the page of results, once for all pages.
  /** @param {HTMLTemplateElement} template */
  const loadWords = async (template) => {
    if (worded.has(template)) return;
    const results = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="search"]'));
    const answer = await fetch(results.href);
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const held = /** @type {HTMLTemplateElement} */ (page.getElementById(`words-of-${template.id}`));
    template.content.append(held.content);
    worded.add(template);
  };

  // Scripts are loaded in their order, and find the words of a template.
  /**
   * @param {HTMLTemplateElement} template
   * @param {string[]} names
   */
  const loadScripts = async (template, names) => {
    const { finding } = globalThis;
    await loadWords(template);
    await Promise.all(names.map((name) => finding.fetchScript(finding.beside(name))));
  };

  // Cards over links are loaded when a reader first points at a link: most pages are read without.
  const offerPreviews = () => {
    const card = /** @type {HTMLTemplateElement | null} */ (document.getElementById("preview-card"));
    // From disk, a browser lets no page fetch a file.
    if (!card || !("popover" in card) || location.protocol === "file:") return;
    const events = ["pointerover", "pointerdown", "focusin"];
    /** @param {Event} event */
    const load = async (event) => {
      const link = /** @type {Element} */ (event.target).closest("a.reference.internal, .connections a, .map-list a");
      const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
      if (!link || (isTouch && event.type !== "pointerdown")) return;
      for (const name of events) document.removeEventListener(name, load);
      // A finger that is still down may be in the middle of a long press.
      let isDown = isTouch;
      for (const name of ["pointerup", "pointercancel"]) addEventListener(name, () => { isDown = false; }, { once: true });
      // Without its script, a link is only a link.
      const isLoaded = await loadScripts(card, ["preview-card.js", "preview.js"]).then(() => true, () => false);
      if (isLoaded && isDown) link.dispatchEvent(new PointerEvent(event.type, /** @type {PointerEvent} */ (event)));
    };
    for (const name of events) document.addEventListener(name, load);
  };

  // The dialog for copying is loaded when a reader first wants it.
  const offerCopying = () => {
    const dialog = /** @type {HTMLTemplateElement | null} */ (document.getElementById("copy-dialog"));
    if (!dialog) return;
    /** @param {Event} event */
    const load = async ({ target }) => {
      /** @type {HTMLElement | null} */
      const button = /** @type {Element} */ (target).closest("button.copy");
      if (!button) return;
      document.removeEventListener("click", load);
      button.setAttribute("aria-busy", "true");
      try {
        await loadScripts(dialog, ["copy-formats.js", "copy.js"]);
        button.click();
      } catch {
        button.removeAttribute("aria-busy");
        button.after(/** @type {Element} */ (dialog.content.querySelector(".copying-failed")).cloneNode(true));
        document.addEventListener("click", load);
      }
    };
    document.addEventListener("click", load);
  };

  // The device's own way of sharing, where there is one, and the printer.
  const offerSharing = () => {
    /** @type {HTMLButtonElement | null} */
    const button = document.querySelector("button.share");
    const place = () => {
      /** @type {HTMLAnchorElement | null} */
      const short = document.querySelector(".short-address a");
      return { title: document.title, url: short?.href ?? location.href };
    };
    if (button && navigator.canShare?.(place())) {
      button.hidden = false;
      // A reader who decides otherwise has done nothing wrong.
      button.addEventListener("click", () => void navigator.share(place()).catch(() => undefined));
    }
    document.querySelector("button.print")?.addEventListener("click", () => print());
  };

  // Where the arrow keys mean something else.
  const STEERED = "input, textarea, select, summary, dialog, audio, video, [contenteditable], [popover], [tabindex='0'], " +
    "[role=dialog], [role=tablist], [role=slider], [role=menu], [role=listbox]";
  // What is wider than its place is moved by the arrows: a table that has the focus, or the page, much enlarged.
  /** @param {Element} target */
  const isMoved = (target) => {
    const page = document.documentElement;
    /** @param {Element} element */
    const isWide = (element) => element.scrollWidth > element.clientWidth;
    return isWide(page) || (target !== document.body && isWide(target)) || (visualViewport?.scale ?? 1) > 1;
  };

  // The arrow keys lead to the page before and the page after, unless they mean something else where the reader is.
  const turnPagesByArrow = () => {
    document.addEventListener("keydown", (event) => {
      const forward = getComputedStyle(document.documentElement).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      if (event.key !== forward && event.key !== backward) return;
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const target = /** @type {Element} */ (event.target);
      if (target.closest(STEERED) || document.querySelector("dialog[open]") || isMoved(target)) return;
      /** @type {HTMLAnchorElement | null} */
      const link = document.querySelector(`a[rel=${event.key === forward ? "next" : "prev"}]`);
      if (link) location.assign(link.href);
    });
  };

  // Whoever may be watched is away at once: by the link, or by a key that is nothing by itself, three times in a row.
  const offerLeaving = () => {
    const SOON = 2000; // ms
    const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.leave"));
    if (!link) return;
    const leave = () => {
      // Nothing is to be seen while the other page comes, and going back does not lead here.
      document.documentElement.style.display = "none";
      location.replace(link.href);
    };
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      leave();
    });
    /** @type {number[]} */
    let presses = [];
    document.addEventListener("keydown", ({ key, repeat, timeStamp }) => {
      if (key !== "Shift") presses = [];
      else if (!repeat) presses = [...presses.filter((press) => timeStamp - press < SOON), timeStamp];
      if (presses.length === 3) leave();
    });
  };

  // WebKit empties fields that have no history when a page comes back from its cache: while it is away, they have one.
  const keepFields = () => {
    const fields = [...document.querySelectorAll("[autocomplete=off]")];
    addEventListener("pagehide", () => fields.forEach((field) => field.removeAttribute("autocomplete")));
    addEventListener("pageshow", () => fields.forEach((field) => field.setAttribute("autocomplete", "off")));
  };

  // The menu opens and closes without scripts; with them, a key closes it as well, the page stays where it was, and what
  // the menu covers is in sight but out of reach.
  const closeMenuInPlace = () => {
    const menu = /** @type {HTMLInputElement | null} */ (document.querySelector(".menu-switch"));
    if (!menu) return;
    const cover = () => {
      // On a very wide screen, the menu is a column and covers nothing.
      const isOpen = menu.checked && getComputedStyle(menu).display !== "none";
      for (const covered of document.querySelectorAll("main, .foot")) covered.toggleAttribute("inert", isOpen);
    };
    /** @param {Event} event */
    const close = (event) => {
      if (!menu.checked || event.defaultPrevented) return;
      event.preventDefault();
      menu.checked = false;
      cover();
      menu.focus({ preventScroll: true });
    };
    menu.addEventListener("change", cover);
    for (const name of ["resize", "pageshow"]) addEventListener(name, cover);
    document.addEventListener("keydown", (event) => event.key === "Escape" && close(event));
    document.querySelector(".menu-veil")?.addEventListener("click", close);
  };

  // What is said of an item is folded below all that is said of its paragraph: a link to it opens it, and an address of
  // the item shows it where it stands beside the words.
  const showOfItem = () => {
    const id = location.hash.slice(1);
    const linked = document.getElementById(id);
    if (linked instanceof HTMLDetailsElement) linked.open = true;
    /** @type {HTMLDetailsElement | null} */
    const fold = document.querySelector(`.beside [data-of="${CSS.escape(id)}"] > .fold`);
    const beside = fold?.closest(".beside");
    if (!fold || !beside || getComputedStyle(beside).position !== "sticky") return;
    fold.open = true;
    beside.scrollTop += fold.getBoundingClientRect().top - beside.getBoundingClientRect().top;
  };

  offerLeaving();
  closeMenuInPlace();
  showOfItem();
  addEventListener("hashchange", showOfItem);
  keepFields();
  offerPreviews();
  offerCopying();
  offerSharing();
  turnPagesByArrow();
}
