"use strict";
// What is told of a cell is shown and hidden by the style sheet alone. This lets Escape put it away as well, until the
// pointer or the focus comes back, and opens it downwards where there is no room for it above.
{
  const cellOf = (event) => event.target.closest?.(".cells .cell");

  for (const coming of ["pointerover", "focusin"]) {
    document.addEventListener(coming, (event) => {
      const cell = cellOf(event);
      if (!cell || cell.contains(event.relatedTarget)) return;
      cell.classList.remove("below");
      const bar = document.querySelector("header")?.getBoundingClientRect().bottom ?? 0;
      const told = cell.querySelector(".told").getBoundingClientRect();
      const hidden = bar - told.top;
      const hiddenBelow = cell.querySelector(".hit").getBoundingClientRect().bottom + told.height - innerHeight;
      if (hidden > 0 && hidden > hiddenBelow) cell.classList.add("below");
    });
  }

  for (const leaving of ["pointerout", "focusout"]) {
    document.addEventListener(leaving, (event) => {
      const cell = cellOf(event);
      if (cell && !cell.contains(event.relatedTarget)) cell.classList.remove("dismissed");
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const cell of document.querySelectorAll(".cell:hover, .cell:focus-within")) cell.classList.add("dismissed");
  });
}
