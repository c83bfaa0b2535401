// The dialog for copying: what, as what, and exactly what will be copied. Loaded by edition.js when a reader first
// presses "Copy"; the words of the dialog stand in the page, those of the entries in a file for each page.
"use strict";

(() => {
  const template = document.getElementById("copy-dialog");
  const dialog = template.content.querySelector("dialog").cloneNode(true);
  const part = (name) => dialog.querySelector(name);
  const what = part("#copying-what");
  const style = part("#copying-style");
  const shown = part("#copying-shown");
  const told = part(".copying-told");
  const root = new URL(document.documentElement.dataset.content_root, location.href);
  let sheet = null;

  // --- What there is to copy

  let asked = null;

  function load() {
    // Asked again after a failure: perhaps the connection was lost for a moment.
    asked ??= fetch(new URL(template.dataset.citations, location.href))
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
      .catch(() => (asked = null));
    return asked;
  }

  const styled = new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = template.dataset.style;
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });

  const addressOf = (id) => `${new URL(sheet.page, sheet.base || root)}#${id}`;

  // The outermost thing that this one is part of, the provisions in it, and the way down to this one.
  function levels(id) {
    const { entries } = sheet;
    let top = id;
    while (entries[entries[top].of]) top = entries[top].of;
    const within = (one) => [one, ...innerOf(one).flatMap(within)];
    const found = within(top);
    const at = found.length;
    for (let one = id; !found.includes(one); one = entries[one].of) found.splice(at, 0, one);
    return found;
  }

  const innerOf = (id) => (sheet.entries[id].words ?? []).filter((block) => typeof block === "string");

  // --- The words, in each form: a list of paragraphs, each a list of plain and struck words in turn

  function paragraphs(id) {
    const entry = sheet.entries[id];
    const found = (entry.words ?? []).flatMap((block) => (typeof block === "string" ? paragraphs(block) : [[...block]]));
    const tidy = found.map((runs) => runs.map((words) => words.replace(/\s+/g, " ")));
    if (tidy.length) {
      tidy[0][0] = tidy[0][0].trimStart();
      if (entry.number) tidy[0][0] = `${entry.number} ${tidy[0][0]}`;
    }
    return tidy.map((runs) => [...runs.slice(0, -1), runs.at(-1).trimEnd()]);
  }

  const woven = (runs, plain, struck) => runs.map((words, index) => (index % 2 ? struck(plain(words)) : plain(words))).join("");

  const escapedHtml = (words) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  // Only what would be taken for markup here: in the midst of words, and at the beginning of a line.
  const escapedMarkdown = (words) => words.replace(/[\\`*_[\]<>~]/g, "\\$&")
    .replace(/^(\s*)([-+#])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");

  const named = (entry) => (entry.title ? `${entry.label}: ${entry.title}` : entry.label);
  const citation = (id) => sheet.entries[id].cited[style.value];

  const FORMATS = {
    link: (id) => addressOf(id),
    citation: (id) => citation(id).replaceAll(sheet.address, addressOf(id)),
    text: (id) => [
      ...paragraphs(id).map((runs) => woven(runs, (words) => words, (words) => told.dataset.struck.replace("%s", words))),
      FORMATS.citation(id),
    ].join("\n\n"),
    markdown: (id) => {
      const words = paragraphs(id).map((runs) => `> ${woven(runs, escapedMarkdown, (inner) => `~~${inner}~~`)}`);
      const cited = citation(id).split(sheet.address).map(escapedMarkdown).join(`<${addressOf(id)}>`);
      return [`[${escapedMarkdown(named(sheet.entries[id]))}](${addressOf(id)})`, ...(words.length ? [words.join("\n>\n")] : []), cited]
        .join("\n\n");
    },
    html: (id) => {
      const address = escapedHtml(addressOf(id));
      const words = paragraphs(id).map((runs) => `<p>${woven(runs, escapedHtml, (inner) => `<s>${inner}</s>`)}</p>`);
      const cited = citation(id).split(sheet.address).map(escapedHtml).join(`<a href="${address}">${address}</a>`);
      return [
        `<p><a href="${address}">${escapedHtml(named(sheet.entries[id]))}</a></p>`,
        ...(words.length ? [`<blockquote cite="${address}">\n${words.join("\n")}\n</blockquote>`] : []),
        `<p>${cited}</p>`,
      ].join("\n");
    },
  };

  // --- The dialog

  const format = () => part("input[name=format]:checked").value;

  function show() {
    const id = what.value;
    const text = part("input[value=text]");
    text.disabled = !sheet.entries[id].words;
    if (text.disabled && text.checked) part("input[value=citation]").checked = true;
    part(".copying-style").classList.toggle("copying-idle", format() === "link");
    style.disabled = format() === "link";
    shown.value = FORMATS[format()](id);
    shown.scrollTop = 0;
    told.textContent = "";
    for (const link of dialog.querySelectorAll("[data-suffix]")) {
      link.href = `${template.dataset.files}${id}.${link.dataset.suffix}`;
    }
  }

  async function write() {
    if (format() !== "html") return navigator.clipboard.writeText(shown.value);
    // Pasted into a letter, HTML is to be what it says; pasted into a page's source, its signs.
    const blob = (type) => new Blob([shown.value], { type });
    return navigator.clipboard.write([
      new ClipboardItem({ "text/html": blob("text/html"), "text/plain": blob("text/plain") }),
    ]);
  }

  async function copy() {
    told.textContent = "";
    try {
      await write();
      told.textContent = told.dataset.copied;
    } catch {
      shown.focus();
      shown.select();
      told.textContent = told.dataset.refused;
    }
  }

  async function open(button) {
    button.setAttribute("aria-busy", "true");
    const [found] = await Promise.all([load(), styled]);
    button.removeAttribute("aria-busy");
    document.querySelector(".copying-failed")?.remove();
    if (!found?.entries[button.value]) {
      button.after(template.content.querySelector(".copying-failed").cloneNode(true));
      return;
    }
    if (dialog.open) return;
    sheet = found;
    what.replaceChildren(...levels(button.value).map((id) => new Option(sheet.entries[id].label, id, false, id === button.value)));
    show();
    dialog.showModal();
  }

  dialog.addEventListener("input", (event) => {
    if (event.target !== shown) show();
  });
  part(".copying-copy").addEventListener("click", copy);
  // A press beside the dialog closes it, as readers expect.
  dialog.addEventListener("pointerdown", (event) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const isInside = event.clientX >= left && event.clientX <= right && event.clientY >= top && event.clientY <= bottom;
    if (event.target === dialog && !isInside) dialog.close();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.copy");
    if (button) open(button);
  });
  document.body.append(dialog);
})();
