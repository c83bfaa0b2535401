"""All that a page can show of the whole edition, by the name of the directive with which it asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.changing.history import CHANGES
from concordance.coverage import coverage
from concordance.gathered import Gathering
from concordance.gatherings.address_list import a_provision, gather_addresses, gather_reference
from concordance.gatherings.address_page import draw_addresses, draw_snippet
from concordance.gatherings.browse import gather_connected, gather_facet, gather_parts, term_anchors
from concordance.gatherings.browse_page import draw_connected, draw_facet, draw_outline
from concordance.gatherings.changes import gather_changes
from concordance.gatherings.changes_page import draw_changes
from concordance.gatherings.comparison_page import draw_comparison
from concordance.gatherings.handout import gather_maker, gather_sheet, wrong_sheet
from concordance.gatherings.handout_page import draw_maker, draw_sheet
from concordance.gatherings.home_page import draw_parts, draw_search_field
from concordance.gatherings.linker_page import draw_linker, draw_names, gather_names
from concordance.gatherings.matrix import a_matrix, gather_matrix
from concordance.gatherings.matrix_page import draw_matrix
from concordance.gatherings.message_page import draw_messages
from concordance.gatherings.page_list import draw_pages, gather_pages
from concordance.gatherings.state_page import draw_state
from concordance.gatherings.timeline import a_timeline, gather_timeline
from concordance.gatherings.timeline_page import draw_timeline
from concordance.gatherings.whole_comparison import check_runs, first_run, gather_comparison, texts_of
from concordance.gatherings.whole_page import draw_part_text, draw_whole_text
from concordance.gatherings.whole_text import gather_part_text, gather_whole_text
from concordance.model import Kind
from concordance.problems import nearest
from concordance.views import HANDOUT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model import Corpus
    from concordance.views import Whole


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


GATHERINGS: Mapping[str, Gathering] = {
    "addresses": Gathering(gather_addresses, draw_addresses, stylesheet="addresses.css"),
    "frame": Gathering(gather_reference, draw_snippet, check=a_provision),
    CHANGES: Gathering(gather_changes, draw_changes, stylesheet="browse.css"),
    "comparison": Gathering(
        gather_comparison,
        draw_comparison,
        check=check_runs,
        stylesheet="comparison.css",
        texts=texts_of,
        alone=first_run,
    ),
    "browse": Gathering(gather_facet, draw_facet, check=a_facet, stylesheet="browse.css", anchors=term_anchors),
    "connected": Gathering(gather_connected, draw_connected, check=a_kind, stylesheet="browse.css"),
    "messages": Gathering(lambda *_: "", draw_messages, stylesheet="browse.css"),
    "outline": Gathering(gather_parts, draw_outline, check=a_text, stylesheet="browse.css"),
    HANDOUT: Gathering(
        gather_maker,
        draw_maker,
        check=a_text,
        stylesheet="sheet.css handout.css",
        script="handout-entries.js handout-sheet.js handout-copies.js handout-keep.js handout-editor.js handout.js",
        alone=lambda _text: "",
    ),
    "linker": Gathering(lambda within, _docname, _whole: within, draw_linker, check=lambda *_: None),
    "linker-names": Gathering(gather_names, draw_names),
    "matrix": Gathering(gather_matrix, draw_matrix, check=a_matrix, stylesheet="picture.css", script="picture.js"),
    "pages": Gathering(gather_pages, draw_pages),
    "part-text": Gathering(
        gather_part_text, draw_part_text, check=a_text, stylesheet="whole.css", texts=lambda text: (text,)
    ),
    "parts": Gathering(gather_parts, draw_parts, check=a_text, stylesheet="home.css"),
    "search-field": Gathering(
        lambda hint, _docname, _whole: hint,
        draw_search_field,
        check=lambda *_: None,
        stylesheet="home.css",
        alone=lambda _hint: "",
    ),
    "sheet": Gathering(gather_sheet, draw_sheet, check=wrong_sheet, stylesheet="handout.css"),
    "state": Gathering(
        lambda text, _, whole: coverage(text, whole.concordance, whole.corpus), draw_state, check=a_text
    ),
    "timeline": Gathering(
        gather_timeline,
        draw_timeline,
        check=a_timeline,
        stylesheet="picture.css",
        script="picture.js",
        alone=lambda _lanes: "",
    ),
    "whole-text": Gathering(
        gather_whole_text, draw_whole_text, check=a_text, stylesheet="whole.css", texts=lambda text: (text,)
    ),
}


def gather(name: str, argument: str, docname: str, whole: Whole) -> object:
    """Return what a page has asked for."""
    return GATHERINGS[name].gather(argument, docname, whole)
