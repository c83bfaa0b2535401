"""The parts of texts that editors have given a sign and a colour, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import PartIdentity, Vocabulary
    from concordance.pages.edition_view import PageIndex
    from concordance.pages.navigation import Navigation


def part_of_page(docname: str, navigation: Navigation, vocabulary: Vocabulary) -> PartIdentity | None:
    """Return the part that a page is, or is below in the tree of pages, the nearest first; None if there is none."""
    path = [docname, *(step.docname for step in reversed(navigation.ancestors))]
    return next((vocabulary.parts[page] for page in path if page in vocabulary.parts), None)


def part_finder(index: PageIndex, vocabulary: Vocabulary) -> Callable[[Entry], PartIdentity | None]:
    """Return a function that returns the part of a text in which a provision stands, None for any other entry."""
    parts = {docname: part_of_page(docname, navigation, vocabulary) for docname, navigation in index.navigation.items()}
    return lambda entry: parts.get(entry.docname) if entry.kind.is_provision else None
