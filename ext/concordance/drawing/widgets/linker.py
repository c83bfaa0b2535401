"""`linker.js` at work on a page of the edition itself, and what it understands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.in_prose import SYMBOL, linkable

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.edition_view import EditionView


def gather_names(_argument: str, _docname: str, whole: EditionView) -> tuple[tuple[str, ...], ...]:
    """Return the names of everything whose parts are understood; the first of each is what it is called."""
    found = linkable(whole.concordance, whole.corpus, str)
    # Symbols stand for themselves, and can be written in more ways than a table should hold.
    named = (
        tuple(name for name in each.names if not SYMBOL.search(name)) + tuple(filter(SYMBOL.search, each.names))
        for each in found.wholes
    )
    return tuple(named)


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
