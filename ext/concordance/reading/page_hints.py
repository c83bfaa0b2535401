"""Hints for Markdown of pages that does not do what it was meant to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.reading.footnotes import check_footnotes
from concordance.reading.line_starts import check_line_starts
from concordance.reading.markdown_hints import leftover_hints
from concordance.reading.tables import check_tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.model.problems import Problem
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
        *check_line_starts(prose, source),
    )
