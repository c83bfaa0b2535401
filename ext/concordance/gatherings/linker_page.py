"""`linker.js` at work on a page of the edition itself, and what it understands."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.linkable import SYMBOL, linkable
from concordance.locale import _

if TYPE_CHECKING:
    from docutils.nodes import Node

    from concordance.gathered import Linker
    from concordance.views import Whole

COLUMNS = (_("Called"), _("Or"))


def gather_names(_argument: str, _docname: str, whole: Whole) -> tuple[tuple[str, ...], ...]:
    """Return the names of everything whose parts are understood; the first of each is what it is called."""
    found = linkable(whole.concordance, whole.corpus, str)
    # Symbols stand for themselves, and can be written in more ways than a table should hold.
    named = (
        tuple(name for name in each.names if not SYMBOL.search(name)) + tuple(filter(SYMBOL.search, each.names))
        for each in found.wholes
    )
    return tuple(named)


def draw_names(named: tuple[tuple[str, ...], ...], _link: Linker) -> list[Node]:
    """Return a table of names."""
    group = nodes.tgroup("", nodes.colspec(colwidth=1), nodes.colspec(colwidth=2), cols=2)
    group += nodes.thead("", _row(*map(str, COLUMNS)))
    group += nodes.tbody("", *(_row(first, "; ".join(others)) for first, *others in named))
    return [nodes.table("", group)]


def _row(*cells: str) -> Node:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))


def draw_linker(within: str, link: Linker) -> list[Node]:
    """Return the script, for what the selector `within` selects, as another site would include it."""
    source = "../" * link.docname.count("/") + "linker.js"
    markup = f'<script src="{escape(source)}" data-within="{escape(within)}" defer></script>'
    return [nodes.raw("", markup, format="html")]
