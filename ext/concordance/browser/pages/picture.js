// @ts-check
// What a cell says is shown and hidden by the style sheet alone. This lets Escape put it away as well, until the
// pointer or the focus comes back, and opens it downwards where there is no room for it above.
"use strict";
{
  /** @type {(event: Event) => Element | null} */
  const cellOf = ({ target }) => (target instanceof Element ? target.closest(".cells .cell") : null);
  /** @type {(event: Event, cell: Element) => boolean} */
  const isWithin = (event, cell) => {
    const { relatedTarget } = /** @type {PointerEvent | FocusEvent} */ (event);
    return cell.contains(/** @type {Node | null} */ (relatedTarget));
  };
  /** @param {Element | null} element */
  const boxOf = (element) => /** @type {Element} */ (element).getBoundingClientRect();

  for (const coming of ["pointerover", "focusin"]) {
    document.addEventListener(coming, (event) => {
      const cell = cellOf(event);
      if (!cell || isWithin(event, cell)) return;
      cell.classList.remove("below");
      const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
      const { top, height } = boxOf(cell.querySelector(".told"));
      const hidden = bar - top;
      const hiddenBelow = boxOf(cell.querySelector(".hit")).bottom + height - innerHeight;
      if (hidden > 0 && hidden > hiddenBelow) cell.classList.add("below");
    });
  }

  for (const leaving of ["pointerout", "focusout"]) {
    document.addEventListener(leaving, (event) => {
      const cell = cellOf(event);
      if (cell && !isWithin(event, cell)) cell.classList.remove("dismissed");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cell of document.querySelectorAll(".cell:hover, .cell:focus-within")) cell.classList.add("dismissed");
  });
}
