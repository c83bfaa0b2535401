"""Check tables: a parser drops cells beyond those of the head without a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.reading.source_text import PlacedToken, SourceText

BAR = re.compile(r"(?<!\\)\|")


def check_tables(placed: Iterable[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each row of a table that has more cells than the head, which would be lost."""
    head = 0
    for token, row, _end in placed:
        if token.type == "thead_open":
            head = 0
        elif token.type == "th_open":
            head += 1
        elif token.type == "tr_open" and head:
            written = _cells(source.lines[row]) if row < len(source.lines) else 0
            if written > head:
                message = f"This row has {written} cells and the head of its table {head}: the rest would be lost."
                remedy = "Add cells to the head, or write `\\|` for a bar that parts no cells."
                yield Problem(source.place(row), ProblemKind.MARKUP, message, remedy)


def _cells(line: str) -> int:
    inside = line.strip().lstrip(">").strip().removeprefix("|")
    if BAR.search(inside[-1:]) and not inside.endswith("\\|"):
        inside = inside[:-1]
    return len(BAR.split(inside))
