// @ts-check
// Narrows the timeline to what is tied to one paragraph, chosen from a list or named in the address: #p=plan-43. The
// lines of its table say what is tied to what.
"use strict";
{
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector(".narrowing"));
  const lines = [...document.querySelectorAll("table.dated tbody tr")];
  const marks = [.../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".timeline :is(.lanes, .down) a"))];
  const lanes = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".timeline .lanes > div"))];
  const pictureOf = (/** @type {HTMLElement} */ lane) => /** @type {SVGSVGElement} */ (lane.lastElementChild);
  const heights = new Map(lanes.map((lane) => [lane, Number(pictureOf(lane).getAttribute("height"))]));

  /** @type {(line: Element) => string[]} */
  const tiedTo = (line) => [...line.querySelectorAll("td:last-child a")].map((link) => fragmentOf(link));
  /** @type {(link: Element) => string} */
  const fragmentOf = (link) => (link.getAttribute("href") ?? "").split("#")[1] ?? "";
  const wanted = () => new URLSearchParams(location.hash.slice(1)).get("p") ?? "";

  /** @type {(select: HTMLSelectElement) => void} */
  const offer = (select) => {
    // Only a link that shows less than the name of its paragraph, such as a number in a series, has a label.
    const names = new Map(
      [...document.querySelectorAll("table.dated td:last-child a")].map((link) => [
        fragmentOf(link),
        link.getAttribute("aria-label") ?? link.textContent,
      ]),
    );
    const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const entries = [...names].sort(([left], [right]) => order.compare(left, right));
    select.append(...entries.map(([id, name]) => new Option(name, id)));
  };

  // Draws the rows of a lane together that still have marks; without any, the lane goes with its axis.
  /** @type {(lane: HTMLElement, height: number) => void} */
  const closeRows = (lane, height) => {
    const cells = [...lane.querySelectorAll("a")].map((mark) => ({ mark, top: Number(mark.querySelector(".hit")?.getAttribute("y")) }));
    const rowsOf = (/** @type {typeof cells} */ some) => [...new Set(some.map(({ top }) => top))].sort((left, right) => left - right);
    const rows = rowsOf(cells);
    const kept = rowsOf(cells.filter(({ mark }) => !mark.classList.contains("away")));
    for (const { mark, top } of cells) mark.setAttribute("transform", `translate(0 ${(rows[kept.indexOf(top)] ?? top) - top})`);
    const closed = (rows.at(-1) ?? 0) - (rows[kept.length - 1] ?? 0);
    const picture = pictureOf(lane);
    picture.setAttribute("height", String(height - closed));
    picture.setAttribute("viewBox", `0 0 ${picture.getAttribute("width")} ${height - closed}`);
    lane.hidden = !kept.length;
  };

  /** @type {(select: HTMLSelectElement, output: HTMLOutputElement) => void} */
  const narrow = (select, output) => {
    select.value = wanted();
    if (select.selectedIndex < 0) select.value = "";
    const id = select.value;
    const tied = new Set(lines.filter((line) => !id || tiedTo(line).includes(id)).map((line) => `#${line.id}`));
    for (const line of lines) /** @type {HTMLElement} */ (line).hidden = !tied.has(`#${line.id}`);
    for (const mark of marks) mark.classList.toggle("away", !tied.has(mark.getAttribute("href") ?? ""));
    form?.closest(".timeline")?.classList.toggle("narrowed", id !== "");
    for (const [lane, height] of heights) closeRows(lane, height);
    output.value = id
      ? (output.dataset["words"] ?? "")
          .replace("{count}", String(tied.size))
          .replace("{all}", String(lines.length))
          .replace("{paragraph}", select.selectedOptions[0]?.text ?? "")
      : "";
  };

  const select = form?.querySelector("select");
  const output = form?.querySelector("output");
  if (form && select && output) {
    offer(select);
    select.addEventListener("change", () => {
      history.replaceState(null, "", select.value ? `#p=${select.value}` : location.pathname + location.search);
      narrow(select, output);
    });
    addEventListener("hashchange", () => narrow(select, output));
    narrow(select, output);
  }
}
