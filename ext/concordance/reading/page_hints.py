"""Hints for Markdown of pages that does not do what it was meant to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind
from concordance.reading.footnotes import check_footnotes
from concordance.reading.line_starts import check_line_starts
from concordance.reading.markdown_hints import leftover_hints
from concordance.reading.tables import check_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.reading.source_text import PlacedToken, SourceText


def page_hints(
    prose: Sequence[PlacedToken], reproduced: Sequence[PlacedToken], source: SourceText
) -> tuple[Problem, ...]:
    """Return a problem for each slip on a page.

    Args:
        prose: What is written about the texts.
        reproduced: The words of the texts, in which a line may begin with any sign.
        source: How the page is written.
    """
    tokens = (*prose, *reproduced)
    return (
        *check_footnotes(tokens, source),
        *check_tables(prose, source),
        *leftover_hints(tokens, source),
        *check_line_starts(prose, source, fields=False),
        *_check_headings(prose, source),
    )


def _check_headings(prose: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each heading that leaves out a level: a reader's program would miss one."""
    before = 0
    for token, row, _end in prose:
        if token.type == "heading_open":
            level = int(token.tag[1:])
            if before and level > before + 1:
                message = f"This heading has {level} signs #, and the one before it {before}."
                yield Problem(source.place(row), ProblemKind.MARKUP, message, f"Write `{'#' * (before + 1)} …`.")
            before = level
