"""How a text is written in its file, to find the place of what is wrong in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.problems import Place

if TYPE_CHECKING:
    from markdown_it.token import Token


class PlacedToken(NamedTuple):
    """A token of Markdown, with the rows it is found on."""

    token: Token
    row: int
    """The first row on which it can be."""
    end: int
    """The row past the last of its block."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a file on which a text is written.

    Rows of the text are counted from 0, as parsers do.
    """

    path: str
    first: int
    """Number of the first line, counted from 1."""
    lines: tuple[str, ...]
    """The lines of the file that it is on, each as a whole."""
    start: int = 0
    """Index of the first character of the text in the first line."""
    aligned: bool = True
    """Whether each row of the text is a line; in folded YAML, it is not."""

    def find(self, needle: str, row: int, end: int) -> Place:
        """Return the place of the first `needle` from `row` on, before the row `end`; that of `row` if it is absent."""
        if needle and (place := self.search(re.compile(re.escape(needle)), row, end)):
            return place
        return self.place(row)

    def search(self, pattern: re.Pattern[str], row: int, end: int, skipped: int = 0) -> Place | None:
        """Return the place of a match from `row` on, before the row `end`, after as many others as are `skipped`."""
        rows = range(row, min(end, len(self.lines))) if self.aligned else range(len(self.lines))
        for at in rows:
            for match in pattern.finditer(self.lines[at], 0 if at else self.start):
                if not skipped:
                    return self.place(at, match.start())
                skipped -= 1
        return None

    def place(self, row: int, index: int | None = None) -> Place:
        """Return the place of the character at an index of a row; by default, of the first that is not a space."""
        if index is None and not self.aligned:
            row = 0
        line = self.lines[row] if row < len(self.lines) else ""
        start = self.start if row == 0 else 0
        if index is None:
            index = start + len(line[start:]) - len(line[start:].lstrip())
        return Place(self.path, self.first + row, index + 1)
