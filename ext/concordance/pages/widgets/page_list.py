"""The pages that a page leads into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening

if TYPE_CHECKING:
    from concordance.pages.edition_view import EditionView


@dataclass(frozen=True, slots=True)
class Lead:
    """A page that another leads into: its title and, if it is about one provision, the opening of it."""

    docname: str
    title: str
    opening: str


def gather_pages(argument: str, docname: str, whole: EditionView) -> tuple[Lead, ...]:
    """Return the pages that `docname` leads into, as its toctree has them."""
    shelf = whole.shelf
    return tuple(_lead(child, whole) for child in shelf.children.get(docname, ()) if child in shelf.titles)


def _lead(docname: str, whole: EditionView) -> Lead:
    entries = (whole.concordance.entries[identifier] for identifier in whole.shelf.entries.get(docname, ()))
    content = next((entry.content for entry in entries if entry.leads), None)
    return Lead(docname, whole.shelf.titles[docname], opening(content) if content else "")
