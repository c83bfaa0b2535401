// @ts-check
// The dialog for copying: what, as what, and exactly what will be copied. Loaded by edition.js when a reader first
// presses "Copy"; the words of the dialog stand in the page of results, the citations of entries in a file for each page.
// @include pages/copied-words.js
"use strict";
{
  const { copying } = globalThis;
  const template = /** @type {HTMLTemplateElement} */ (document.getElementById("copy-dialog"));
  const { copies = "", page = "" } = template.dataset;
  const dialog = /** @type {HTMLDialogElement} */ (template.content.querySelector("dialog")?.cloneNode(true));
  /** @type {<Kind extends HTMLElement = HTMLElement>(selector: string) => Kind} */
  const part = (selector) => /** @type {any} */ (dialog.querySelector(selector));
  /** @type {HTMLSelectElement} */
  const what = part("#copying-what");
  /** @type {HTMLSelectElement} */
  const style = part("#copying-style");
  /** @type {HTMLTextAreaElement} */
  const shown = part("#copying-shown");
  const status = part(".copying-told");
  const statusWords = /** @type {Words & CopySigns} */ (/** @type {unknown} */ (status.dataset));
  const root = new URL(document.documentElement.dataset.content_root ?? "", location.href);
  /** @type {CopySheet} */
  let sheet;
  /** @type {CopyText} */
  let text;

  // ---- What there is to copy ----

  /** @type {Promise<CopySheet | null> | null} */
  let loading = null;

  /** @param {string} address */
  const fetchText = async (address) => {
    const answer = await fetch(new URL(address, location.href));
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };

  const load = () => {
    // Asked again after a failure: perhaps the connection was lost for a moment.
    loading ??= fetchText(copies)
      .then((file) => ({ page, entries: JSON.parse(file).copies }))
      .catch(() => (loading = null));
    return loading;
  };

  // The records of the whole page: in its own links, or in files that they lead to.
  /** @param {string} address */
  const recordsAt = async (address) => copying.dataOf(address) ?? fetchText(address);

  // A page has the records of all its works; a reader wants one.
  /** @type {(link: HTMLAnchorElement) => Promise<void>} */
  const saveRecord = async (link) => {
    const id = what.value;
    const { suffix = "" } = link.dataset;
    const record = copying.recordOf(id, suffix, await recordsAt(link.href), sheet.entries[id].of);
    const saved = document.createElement("a");
    saved.href = URL.createObjectURL(new Blob([record]));
    saved.download = `${id}.${suffix}`;
    saved.click();
    URL.revokeObjectURL(saved.href);
  };

  const styled = new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("_static/copy.css", root).href;
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });

  // ---- The dialog ----

  const format = () => /** @type {HTMLInputElement} */ (part("input[name=format]:checked")).value;

  const show = () => {
    const id = what.value;
    /** @type {HTMLInputElement} */
    const asText = part("input[value=text]");
    asText.disabled = !sheet.entries[id].words;
    if (asText.disabled && asText.checked) /** @type {HTMLInputElement} */ (part("input[value=citation]")).checked = true;
    part(".copying-style").classList.toggle("copying-idle", format() === "link");
    style.disabled = format() === "link";
    shown.value = text.write(id, format(), style.value);
    shown.scrollTop = 0;
    status.textContent = "";
  };

  const write = async () => {
    if (format() !== "html") return navigator.clipboard.writeText(shown.value);
    // Pasted into a letter, HTML is to be what it says; pasted into a page's source, its signs.
    /** @param {string} type */
    const blob = (type) => new Blob([shown.value], { type });
    return navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html"), "text/plain": blob("text/plain") }),
    ]);
  };

  const copy = async () => {
    status.textContent = "";
    try {
      await write();
      status.textContent = statusWords.copied;
    } catch {
      shown.focus();
      shown.select();
      status.textContent = statusWords.refused;
    }
  };

  /** @param {HTMLButtonElement} button */
  const open = async (button) => {
    button.setAttribute("aria-busy", "true");
    const [loaded] = await Promise.all([load(), styled]);
    button.removeAttribute("aria-busy");
    document.querySelector(".copying-failed")?.remove();
    if (!loaded?.entries[button.value]) {
      button.after(/** @type {Element} */ (template.content.querySelector(".copying-failed")).cloneNode(true));
      return;
    }
    if (dialog.open) return;
    sheet = loaded;
    // Of what is folded, some is unpacked later; a page on several sheets has its words in its file.
    for (const [id, entry] of Object.entries(sheet.entries)) entry.words ??= copying.wordsOn(document, id);
    text = new copying.CopyText(sheet, root.href, statusWords);
    const options = text.levels(button.value).map((id) => new Option(sheet.entries[id].label, id, false, id === button.value));
    what.replaceChildren(...options);
    show();
    dialog.showModal();
  };

  dialog.addEventListener("input", (event) => {
    if (event.target !== shown) show();
  });
  part(".copying-copy").addEventListener("click", copy);
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = dialog.querySelectorAll("[data-suffix]");
  for (const link of links) {
    /** @type {HTMLAnchorElement | null} */
    const whole = document.querySelector(`.citation-files [data-suffix="${link.dataset.suffix}"]`);
    link.href = whole?.href ?? "";
    link.addEventListener("click", (event) => {
      event.preventDefault();
      // What cannot be cut out is saved whole.
      saveRecord(link).catch(() => whole?.click());
    });
  }
  // A press beside the dialog closes it, as readers expect.
  dialog.addEventListener("pointerdown", (event) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target === dialog && !isInside) dialog.close();
  });
  document.addEventListener("click", (event) => {
    /** @type {HTMLButtonElement | null} */
    const button = /** @type {Element} */ (event.target).closest("button.copy");
    if (button) void open(button);
  });
  document.body.append(dialog);
}
