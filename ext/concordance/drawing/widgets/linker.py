"""Draw `linker.js` at work on a page of the edition itself, and what it understands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker


def draw_names(named: tuple[tuple[str, ...], ...], _link: PageLinker) -> list[Node]:
    """Return a list of names, those of one thing together."""
    listed = nodes.bullet_list()
    for first, *others in named:
        line = nodes.paragraph("", "", nodes.strong("", first))
        if others:
            line += nodes.Text(f" · {' · '.join(others)}")
        listed += nodes.list_item("", line)
    return [listed]


def draw_linker(within: str, link: PageLinker) -> list[Node]:
    """Return the script, for what the selector `within` selects, as another site would include it."""
    source = "../" * link.docname.count("/") + "linker.js"
    markup = f'<script src="{escape(source)}" data-within="{escape(within)}" defer></script>'
    return [nodes.raw("", markup, format="html")]
