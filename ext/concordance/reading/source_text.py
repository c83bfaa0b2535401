"""How a text is written in its file, to find in it what is wrong. Pure; no Sphinx."""

from __future__ import annotations

import re
from dataclasses import dataclass

from concordance.model.problems import Place


@dataclass(frozen=True, slots=True)
class SourceText:
    """The `lines` of a file on which a text is written, from line `first` on, and where in the first it begins.

    Rows of the text are counted from 0, as parsers do. `aligned` says that they are those of the lines: what is folded
    has others.
    """

    path: str
    first: int
    lines: tuple[str, ...]
    start: int = 0
    aligned: bool = True

    def find(self, needle: str, row: int, end: int) -> Place:
        """Return the place of what is first written so from `row` on; that of the row, if it is written otherwise."""
        if needle and (place := self.search(re.compile(re.escape(needle)), row, end)):
            return place
        return self.place(row)

    def search(self, pattern: re.Pattern[str], row: int, end: int, skipped: int = 0) -> Place | None:
        """Return the place of what matches from `row` on, after so many others."""
        rows = range(row, min(end, len(self.lines))) if self.aligned else range(len(self.lines))
        for at in rows:
            for match in pattern.finditer(self.lines[at], 0 if at else self.start):
                if not skipped:
                    return self.place(at, match.start())
                skipped -= 1
        return None

    def place(self, row: int, index: int | None = None) -> Place:
        """Return the place of a character in a row; by default, of its first that is no space."""
        if index is None and not self.aligned:
            row = 0
        line = self.lines[row] if row < len(self.lines) else ""
        start = self.start if row == 0 else 0
        if index is None:
            index = start + len(line[start:]) - len(line[start:].lstrip())
        return Place(self.path, self.first + row, index + 1)
