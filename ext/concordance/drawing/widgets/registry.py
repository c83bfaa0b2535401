"""All that a page can show of the whole edition, by the name of the directive with which it asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.authoring.coverage import coverage
from concordance.drawing.widget import Widget
from concordance.drawing.widgets.addresses import draw_addresses, draw_snippet
from concordance.drawing.widgets.browse import draw_connected, draw_facet, draw_outline
from concordance.drawing.widgets.changes import draw_changes
from concordance.drawing.widgets.comparison import draw_comparison
from concordance.drawing.widgets.handout import draw_maker, draw_sheet
from concordance.drawing.widgets.home import draw_parts, draw_search_field
from concordance.drawing.widgets.linker import draw_linker, draw_names, gather_names
from concordance.drawing.widgets.matrix import draw_matrix
from concordance.drawing.widgets.messages import draw_messages
from concordance.drawing.widgets.page_list import draw_pages, gather_pages
from concordance.drawing.widgets.state import draw_state
from concordance.drawing.widgets.timeline import draw_timeline
from concordance.drawing.widgets.whole_text import draw_part_text, draw_whole_text
from concordance.history.commits import CHANGES
from concordance.model.entries import Kind
from concordance.model.problems import nearest
from concordance.pages.page_view import HANDOUT
from concordance.pages.widgets.addresses import a_provision, gather_addresses, gather_reference
from concordance.pages.widgets.browse import gather_connected, gather_facet, gather_parts, term_anchors
from concordance.pages.widgets.changes import gather_changes
from concordance.pages.widgets.comparison import check_runs, first_run, gather_comparison, texts_of
from concordance.pages.widgets.handout import gather_maker, gather_sheet, wrong_sheet
from concordance.pages.widgets.matrix import a_matrix, gather_matrix
from concordance.pages.widgets.timeline import a_timeline, gather_timeline
from concordance.pages.widgets.whole_text import gather_part_text, gather_whole_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView


def a_text(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to be the id of a text, or None."""
    known = corpus.vocabulary.texts
    return None if argument in known else f"There is no text {argument!r}. {nearest(argument, known)}"


def a_facet(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to be the name of a facet, or None."""
    known = corpus.vocabulary.facets
    return None if argument in known else f"There is no facet {argument!r}. {nearest(argument, known)}"


def a_kind(argument: str, _corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to be a kind of entry, or None."""
    return None if argument in set(Kind) else f"There is no kind {argument!r}. {nearest(argument, list(Kind))}"


WIDGETS: Mapping[str, Widget] = {
    "addresses": Widget(gather_addresses, draw_addresses, stylesheet="addresses.css"),
    "frame": Widget(gather_reference, draw_snippet, check=a_provision),
    CHANGES: Widget(gather_changes, draw_changes, stylesheet="browse.css"),
    "comparison": Widget(
        gather_comparison,
        draw_comparison,
        check=check_runs,
        stylesheet="comparison.css",
        texts=texts_of,
        alone=first_run,
    ),
    "browse": Widget(gather_facet, draw_facet, check=a_facet, stylesheet="browse.css", anchors=term_anchors),
    "connected": Widget(gather_connected, draw_connected, check=a_kind, stylesheet="browse.css"),
    "messages": Widget(lambda *_: "", draw_messages, stylesheet="browse.css"),
    "outline": Widget(gather_parts, draw_outline, check=a_text, stylesheet="browse.css"),
    HANDOUT: Widget(
        gather_maker,
        draw_maker,
        check=a_text,
        stylesheet="sheet.css handout.css",
        script="handout-entries.js handout-state.js handout-sheet.js handout-copies.js handout-tools.js "
        "handout-editor.js handout.js",
        alone=lambda _text: "",
    ),
    "linker": Widget(lambda within, _docname, _whole: within, draw_linker, check=lambda *_: None),
    "linker-names": Widget(gather_names, draw_names),
    "matrix": Widget(gather_matrix, draw_matrix, check=a_matrix, stylesheet="picture.css", script="picture.js"),
    "pages": Widget(gather_pages, draw_pages),
    "part-text": Widget(
        gather_part_text, draw_part_text, check=a_text, stylesheet="whole.css", texts=lambda text: (text,)
    ),
    "parts": Widget(gather_parts, draw_parts, check=a_text, stylesheet="home.css"),
    "search-field": Widget(
        lambda hint, _docname, _whole: hint,
        draw_search_field,
        check=lambda *_: None,
        stylesheet="home.css",
        alone=lambda _hint: "",
    ),
    "sheet": Widget(gather_sheet, draw_sheet, check=wrong_sheet, stylesheet="handout.css"),
    "state": Widget(lambda text, _, whole: coverage(text, whole.concordance, whole.corpus), draw_state, check=a_text),
    "timeline": Widget(
        gather_timeline,
        draw_timeline,
        check=a_timeline,
        stylesheet="picture.css",
        script="picture.js",
        alone=lambda _lanes: "",
    ),
    "whole-text": Widget(
        gather_whole_text, draw_whole_text, check=a_text, stylesheet="whole.css", texts=lambda text: (text,)
    ),
}


def gather(name: str, argument: str, docname: str, whole: EditionView) -> object:
    """Return what a page has asked for."""
    return WIDGETS[name].gather(argument, docname, whole)
