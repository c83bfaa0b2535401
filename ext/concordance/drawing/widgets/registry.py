"""How widgets are drawn, by the names of their directives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.drawing import long_parts
from concordance.drawing.widgets.addresses import draw_addresses
from concordance.drawing.widgets.browse import draw_connected, draw_facet, draw_outline, draw_pages
from concordance.drawing.widgets.changes import draw_changes
from concordance.drawing.widgets.comparison import draw_comparison
from concordance.drawing.widgets.design import draw_design
from concordance.drawing.widgets.embedding import draw_linker, draw_names, draw_pinned_linker, draw_snippet
from concordance.drawing.widgets.handout import draw_maker, draw_sheet
from concordance.drawing.widgets.home import draw_parts, draw_search_field
from concordance.drawing.widgets.matrix import draw_matrix
from concordance.drawing.widgets.messages import draw_messages
from concordance.drawing.widgets.pictures import draw_pictures
from concordance.drawing.widgets.state import draw_state
from concordance.drawing.widgets.take_away import draw_take_away
from concordance.drawing.widgets.timeline import draw_timeline
from concordance.drawing.widgets.vocabulary import draw_vocabulary
from concordance.drawing.widgets.whole_text import draw_part_text, draw_whole_text
from concordance.history.commits import CHANGES
from concordance.pages.page_view import HANDOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a widget is drawn."""

    draw: Callable[[Any, PageLinker], list[Node]]
    """Returns the nodes of a widget from its content."""
    styles: tuple[str, ...] = ()
    """Style sheets that only pages with the widget need."""
    scripts: tuple[str, ...] = ()
    """Scripts that only pages with the widget need."""


DRAWINGS: Mapping[str, Drawing] = {
    "addresses": Drawing(draw_addresses, ("addresses.css",)),
    "frame": Drawing(draw_snippet),
    CHANGES: Drawing(draw_changes, ("browse.css",)),
    "comparison": Drawing(draw_comparison, ("pages.css", long_parts.STYLE), (long_parts.SCRIPT,)),
    "design": Drawing(draw_design, ("design.css", "search.css", long_parts.STYLE)),
    "browse": Drawing(draw_facet, ("browse.css", long_parts.STYLE), (long_parts.SCRIPT,)),
    "connected": Drawing(draw_connected, ("browse.css", long_parts.STYLE), (long_parts.SCRIPT,)),
    "messages": Drawing(draw_messages, ("browse.css",)),
    "outline": Drawing(draw_outline, ("browse.css",)),
    HANDOUT: Drawing(
        draw_maker,
        ("sheet.css", "handout.css"),
        (
            "handout-entries.js",
            "handout-state.js",
            "handout-sheet.js",
            "handout-copies.js",
            "handout-tools.js",
            "handout-editor.js",
            "handout.js",
        ),
    ),
    "linker": Drawing(draw_linker),
    "linker-names": Drawing(draw_names),
    "linker-pinned": Drawing(draw_pinned_linker, (), ("pin.js",)),
    "matrix": Drawing(draw_matrix, ("picture.css",), ("picture.js",)),
    "pages": Drawing(draw_pages, ("pages.css",)),
    "pictures": Drawing(draw_pictures, ("picture.css",)),
    "part-text": Drawing(draw_part_text, ("whole.css",)),
    "parts": Drawing(draw_parts, ("home.css", "pages.css")),
    "search-field": Drawing(draw_search_field, ("home.css",)),
    "sheet": Drawing(draw_sheet, ("handout.css",)),
    "state": Drawing(draw_state, ("browse.css",)),
    "take-away": Drawing(draw_take_away, ("prose.css",)),
    "timeline": Drawing(draw_timeline, ("picture.css",), ("picture.js", "timeline.js")),
    "vocabulary": Drawing(draw_vocabulary, ("browse.css",)),
    "whole-text": Drawing(draw_whole_text, ("whole.css",)),
}
