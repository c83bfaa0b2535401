"""The pages that a page leads into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import opening

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
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


def draw_pages(leads: tuple[Lead, ...], link: PageLinker) -> list[Node]:
    """Return a list of pages."""
    listed = nodes.bullet_list(classes=["pages"])
    for lead in leads:
        line = nodes.paragraph("", "", link(lead.docname, "", nodes.Text(lead.title)))
        if lead.opening:
            line += [nodes.Text(" "), nodes.inline("", lead.opening, classes=["opening"])]
        listed += nodes.list_item("", line)
    return [listed]
