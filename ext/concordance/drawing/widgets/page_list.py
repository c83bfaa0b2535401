"""Draw the pages that a page leads into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.page_list import Lead


def draw_pages(leads: tuple[Lead, ...], link: PageLinker) -> list[Node]:
    """Return a list of pages."""
    listed = nodes.bullet_list(classes=["pages"])
    for lead in leads:
        line = nodes.paragraph("", "", link(lead.docname, "", nodes.Text(lead.title)))
        if lead.opening:
            line += [nodes.Text(" "), nodes.inline("", lead.opening, classes=["opening"])]
        listed += nodes.list_item("", line)
    return [listed]
