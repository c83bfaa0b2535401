"""The names that `linker.js` understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.in_prose import SYMBOL, prose_citations

if TYPE_CHECKING:
    from concordance.pages.edition_view import EditionView


def gather_names(_argument: str, _docname: str, whole: EditionView) -> tuple[tuple[str, ...], ...]:
    """Return the names of everything whose parts are understood; the first of each is what it is called."""
    found = prose_citations(whole.concordance, whole.corpus, str)
    # Symbols stand for themselves, and can be written in more ways than a table should hold.
    named = (
        tuple(name for name in each.names if not SYMBOL.search(name)) + tuple(filter(SYMBOL.search, each.names))
        for each in found.works
    )
    return tuple(named)
