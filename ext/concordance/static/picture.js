"use strict";
// What is told of a cell is shown and hidden by the style sheet alone. This lets Escape put it away as well, until the
// pointer or the focus comes back.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const cell of document.querySelectorAll(".cell:hover, .cell:focus-within")) cell.classList.add("dismissed");
});
for (const leaving of ["pointerout", "focusout"]) {
  document.addEventListener(leaving, (event) => {
    const cell = event.target.closest?.(".cell.dismissed");
    if (cell && !cell.contains(event.relatedTarget)) cell.classList.remove("dismissed");
  });
}
