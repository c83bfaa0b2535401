"""Markdown as checks of it are handed it: its tokens, each with the rows on which it can be, and its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.reading.markdown import parse_markdown, place_tokens
from concordance.reading.source_text import SourceText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from concordance.model.problems import Problem
    from concordance.reading.source_text import PlacedToken

    Check = Callable[[Sequence[PlacedToken], SourceText], Iterable[Problem]]


def placed_text(text: str) -> tuple[list[PlacedToken], SourceText]:
    """Return the tokens of a text that is the whole file `a.md`, and how it is written."""
    return [*place_tokens(parse_markdown(text)[0])], SourceText("a.md", 1, tuple(text.split("\n")))


def complaints(check: Check, text: str) -> list[tuple[int, int, str]]:
    """Return what a check says of a text: line, column and message of each problem."""
    problems = check(*placed_text(text))
    return [(problem.place.line, problem.place.column, problem.message) for problem in problems]
