"""What other sites can include: an entry in a frame, and the script that links citations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.in_prose import SYMBOL, prose_citations
from concordance.citations.short import text_of
from concordance.model.problems import Fault, nearest

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference


def gather_reference(identifier: str, _docname: str, edition: EditionView) -> Reference | None:
    """Return the entry of an id, or None where there is none."""
    return edition.references.get(identifier)


def check_provision(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to be the id of a provision, or None."""
    texts = corpus.vocabulary.texts
    if text_of(argument, texts):
        return None
    return Fault(f"There is no provision {argument!r}.", nearest(argument, texts))


def gather_names(_argument: str, _docname: str, edition: EditionView) -> tuple[tuple[str, ...], ...]:
    """Return the names that `linker.js` recognizes, those of one thing together and its main name first."""
    citations = prose_citations(edition.concordance, edition.corpus, str)
    # Symbols come last: they explain themselves, and can be written in more ways than a table should hold.
    return tuple(
        tuple(name for name in work.names if not SYMBOL.search(name)) + tuple(filter(SYMBOL.search, work.names))
        for work in citations.works
    )
