// @ts-check
// The card that shows an entry before a reader goes there: what it shows, and where it stands.
"use strict";
{
  globalThis.previews ??= /** @type {Previews} */ ({});
  const { previews } = globalThis;
  // Where the reader steers, a card would be in the way.
  const WITHOUT = "nav, dialog, .toc-tree, .preview";
  const GAP = 6; // px between link and card
  const EDGE = 8; // px between card and window
  const MOST_LINES = 7;
  const FEWEST_LINES = 2;

  previews.LINK = ":is(a.reference.internal, .connections a:not(.external), .map-list a)";

  previews.nameOf = (address, root) => {
    const { pathname, hash } = new URL(address);
    const page = decodeURIComponent(pathname.slice(new URL(root).pathname.length)).replace(/(^|\/)$/, "$1index");
    return { name: page.replace(/\.html$/, ""), id: decodeURIComponent(hash.slice(1)) };
  };

  previews.hasSheet = (address, root, without) => {
    const [top = ""] = previews.nameOf(address, root).name.split("/");
    return /(\/|\.html)$/.test(new URL(address).pathname) && !without.includes(top);
  };

  /** @type {(link: Box, view: Size) => {above: number, below: number}} */
  const roomAround = (link, view) => ({ above: link.top - GAP - EDGE, below: view.height - link.bottom - GAP - EDGE });

  previews.position = (link, card, view, { above, rightToLeft }) => {
    const room = roomAround(link, view);
    /** @type {("above" | "below")[]} */
    const [first, second] = above ? ["above", "below"] : ["below", "above"];
    const side = card.height <= room[first] || room[first] >= room[second] ? first : second;
    const top = side === "below" ? link.bottom + GAP : link.top - GAP - card.height;
    const left = rightToLeft ? link.right - card.width : link.left;
    /** @type {(value: number, size: number, whole: number) => number} */
    const within = (value, size, whole) => Math.max(EDGE, Math.min(value, whole - size - EDGE));
    return { left: within(left, card.width, view.width), top: within(top, card.height, view.height), side };
  };

  previews.Card = class {
    #root = new URL(document.documentElement.dataset.content_root ?? "", location.href);
    /** @type {Map<string, Promise<PreviewSheet | null>>} */
    #sheets = new Map();
    #folder;
    #without;

    /** @param {HTMLTemplateElement} template */
    constructor(template) {
      const { without = "" } = template.dataset;
      this.element = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
      this.#folder = new URL("data/previews/", this.#root);
      this.#without = without.split(" ");
      /** @type {Promise<boolean>} */
      this.styled = new Promise((resolve) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = new URL("_static/preview.css", this.#root).href;
        link.onload = () => resolve(true);
        link.onerror = () => resolve(false);
        document.head.append(link);
      });
    }

    // ---- Which links have a card ----

    /** @param {EventTarget | null} target */
    linkAt(target) {
      /** @type {HTMLAnchorElement | null} */
      const link = target instanceof Element ? target.closest(previews.LINK) : null;
      if (!link || link.closest(WITHOUT)) return null;
      const url = new URL(link.href);
      if (url.origin !== this.#root.origin || !url.pathname.startsWith(this.#root.pathname)) return null;
      if (!previews.hasSheet(link.href, this.#root.href, this.#without)) return null;
      const isHere = url.pathname === location.pathname;
      return isHere && this.#isInSight(link, decodeURIComponent(url.hash.slice(1))) ? null : link;
    }

    /**
     * @param {Element} link
     * @param {string} id
     */
    #isInSight(link, id) {
      const there = id && document.getElementById(id);
      if (!there || there.contains(link)) return true;
      const { top } = there.getBoundingClientRect();
      return there.checkVisibility() && top >= 0 && top < document.documentElement.clientHeight - 3 * EDGE;
    }

    // ---- What there is to show ----

    /** @param {string} name */
    #sheet(name) {
      const known = this.#sheets.get(name);
      if (known) return known;
      /** @type {Promise<PreviewSheet | null>} */
      const fetching = fetch(new URL(`${name}.json`, this.#folder))
        .then((answer) => (answer.ok ? answer.json() : null))
        .catch(() => {
          // Perhaps the connection was lost for a moment.
          this.#sheets.delete(name);
          return null;
        });
      this.#sheets.set(name, fetching);
      return fetching;
    }

    /** @param {HTMLAnchorElement} link */
    async previewOf(link) {
      const { name, id } = previews.nameOf(link.href, this.#root.href);
      const sheet = await this.#sheet(name);
      if (!sheet) return null;
      return sheet.previews[id || sheet.leads || ""] ?? null;
    }

    /** @param {string} name */
    #part(name) {
      return /** @type {HTMLAnchorElement} */ (this.element.querySelector(`.preview-${name}`));
    }

    // Plain and struck words stand in turn.
    /** @type {(name: string, runs?: string[]) => void} */
    #weave(name, runs = []) {
      this.#part(name).replaceChildren(...runs.map((words, index) => {
        const run = document.createElement(index % 2 ? "s" : "span");
        run.textContent = words;
        return run;
      }));
    }

    /**
     * @param {HTMLAnchorElement} link
     * @param {Preview} preview
     */
    fill(link, preview) {
      const kind = this.#part("kind");
      const label = this.#part("label");
      label.href = link.href;
      kind.textContent = preview.text ?? kind.dataset[preview.kind] ?? "";
      /** @type {[name: string, text?: string | number][]} */
      const texts = [
        ["label", preview.label], ["title", preview.title], ["said", preview.said], ["where", preview.where],
        ["number", preview.connections],
      ];
      for (const [name, text] of texts) this.#part(name).textContent = String(text ?? "");
      this.#weave("lead", preview.lead);
      this.#weave("words", preview.words);
      /** @type {[name: string, shown: unknown][]} */
      const parts = [["title", preview.title], ["lead", preview.lead], ["text", preview.words], ["editors", preview.said], ["count", preview.connections]];
      for (const [name, shown] of parts) this.#part(name).hidden = !shown;
    }

    // ---- Where it stands ----

    /**
     * @param {HTMLAnchorElement} link
     * @param {{x: number, y: number} | null} point
     * @param {boolean} above
     */
    place(link, point, above) {
      const card = this.element;
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      // A link that runs over a line's end has a part on each line; the card belongs to the one pointed at.
      const box = [...link.getClientRects()].find(({ top, bottom, left, right }) =>
        point && point.y >= top && point.y <= bottom && point.x >= left && point.x <= right) ??
        link.getBoundingClientRect();
      const room = roomAround(box, { width, height });
      for (let lines = MOST_LINES; lines >= FEWEST_LINES; lines -= 1) {
        card.style.setProperty("--preview-lines", String(lines));
        card.classList.toggle("preview-tight", lines === FEWEST_LINES);
        if (card.offsetHeight <= Math.max(room.above, room.below)) break;
      }
      const rightToLeft = getComputedStyle(link).direction === "rtl";
      const size = { width: card.offsetWidth, height: card.offsetHeight };
      const { left, top, side } = previews.position(box, size, { width, height }, { above, rightToLeft });
      // In the page and not in the window, so that the card stays with its link when the page is scrolled.
      card.style.left = `${left + scrollX}px`;
      card.style.top = `${top + scrollY}px`;
      card.dataset.side = side;
    }
  };
}
