"""The widgets, by the names of the directives with which pages ask for them.

A widget is a part of a page that is made of the whole edition. Its content belongs to the view of the page, so the page
is written again when, and only when, that changes. `drawing.widgets` draws it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.authoring.coverage import measure_coverage
from concordance.citations.short import check_text
from concordance.history.commits import CHANGES
from concordance.model.problems import Fault, Problem, ProblemKind, nearest
from concordance.pages.page_view import HANDOUT, TAKE_AWAY
from concordance.pages.widgets.addresses import gather_addresses
from concordance.pages.widgets.browse import (
    PAGES,
    gather_connected,
    gather_facet,
    gather_pages,
    gather_parts,
    term_anchors,
)
from concordance.pages.widgets.changes import gather_changes
from concordance.pages.widgets.comparison import check_runs, first_run, gather_comparison, texts_of
from concordance.pages.widgets.design import gather_design
from concordance.pages.widgets.embedding import check_provision, gather_names, gather_reference
from concordance.pages.widgets.handout import check_sheet, gather_maker, gather_sheet
from concordance.pages.widgets.matrix import check_matrix, gather_matrix
from concordance.pages.widgets.pictures import gather_pictures
from concordance.pages.widgets.take_away import gather_take_away
from concordance.pages.widgets.timeline import check_timeline, gather_timeline
from concordance.pages.widgets.vocabulary import gather_vocabulary, vocabulary_anchors
from concordance.pages.widgets.whole_text import gather_part_text, gather_whole_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.pages.page_content import WidgetRequest
    from concordance.reading.page import Directive


@dataclass(frozen=True, slots=True)
class Widget:
    """A kind of widget."""

    gather: Callable[[str, str, EditionView], object]
    """Returns the content of the widget from the argument of the directive, the docname of the page and the edition.
    The `repr` of the content has to show all of it.
    """
    check: Callable[[str, Corpus], Fault | None] | None = None
    """Returns what is wrong with an argument, or None. Without it, the directive takes no argument."""
    anchors: Callable[[str, Corpus], Iterable[tuple[str, str]]] = lambda _argument, _corpus: ()
    """Returns the ids that the widget brings to its page, each with the words that a link to it shows."""
    texts: Callable[[str], tuple[str, ...]] = lambda _argument: ()
    """Returns the ids of the texts whose words the widget shows, so that the page carries their notices."""
    single: Callable[[str], str] = lambda argument: " ".join(argument.split())
    """Returns what may occur only once per page among widgets of this kind, as their ids are made of it: by default,
    the argument.
    """


def check_text_id(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to be the id of a text, or None."""
    return check_text(argument, corpus.vocabulary.texts)


def check_facet(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to be the name of a facet, or None."""
    names = corpus.vocabulary.facets
    return None if argument in names else Fault(f"There is no facet {argument!r}.", nearest(argument, names))


def check_kind(argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to be a kind of entry, or None."""
    kinds = corpus.vocabulary.kinds
    return None if argument in kinds else Fault(f"There is no kind {argument!r}.", nearest(argument, kinds))


def accept_anything(_argument: str, _corpus: Corpus) -> None:
    """Accept any argument."""


WIDGETS: Mapping[str, Widget] = {
    "addresses": Widget(gather_addresses),
    "frame": Widget(gather_reference, check=check_provision),
    CHANGES: Widget(gather_changes),
    "comparison": Widget(gather_comparison, check=check_runs, texts=texts_of, single=first_run),
    "design": Widget(gather_design),
    "browse": Widget(gather_facet, check=check_facet, anchors=term_anchors),
    "connected": Widget(gather_connected, check=check_kind),
    "messages": Widget(lambda *_: ""),
    "outline": Widget(gather_parts, check=check_text_id),
    HANDOUT: Widget(gather_maker, check=check_text_id, single=lambda _text: ""),
    "linker": Widget(lambda within, _docname, _edition: within, check=accept_anything),
    "linker-names": Widget(gather_names),
    "linker-pinned": Widget(lambda *_: ""),
    "matrix": Widget(gather_matrix, check=check_matrix),
    PAGES: Widget(gather_pages, check=accept_anything),
    "pictures": Widget(gather_pictures),
    "part-text": Widget(gather_part_text, check=check_text_id, texts=lambda text: (text,)),
    "parts": Widget(gather_parts, check=check_text_id),
    "search-field": Widget(lambda hint, _docname, _edition: hint, check=accept_anything, single=lambda _hint: ""),
    "sheet": Widget(gather_sheet, check=check_sheet),
    "state": Widget(
        lambda text, _docname, edition: measure_coverage(text, edition.concordance, edition.corpus), check=check_text_id
    ),
    TAKE_AWAY: Widget(gather_take_away),
    "timeline": Widget(gather_timeline, check=check_timeline, single=lambda _lanes: ""),
    "vocabulary": Widget(gather_vocabulary, anchors=vocabulary_anchors),
    "whole-text": Widget(gather_whole_text, check=check_text_id, texts=lambda text: (text,)),
}


def wrong_argument(name: str, argument: str, corpus: Corpus) -> Fault | None:
    """Return what is wrong with the argument of a widget, or None."""
    check = WIDGETS[name].check
    if check is not None:
        return check(argument, corpus)
    return Fault(f"The directive {name!r} takes no argument.", "Remove it.") if argument else None


def check_widgets(directives: Iterable[Directive], corpus: Corpus) -> Iterator[Problem]:
    """Yield the problems with the widgets among the directives of all pages."""
    shown: set[tuple[str, str, str]] = set()
    for directive in directives:
        if directive.name not in WIDGETS:
            continue
        wrong = wrong_argument(directive.name, directive.argument, corpus)
        if wrong is None:
            single = directive.place.path, directive.name, WIDGETS[directive.name].single(directive.argument)
            wrong = stands_twice(directive.name, single[2]) if single in shown else None
            shown.add(single)
        if wrong:
            yield Problem(directive.place, ProblemKind.DIRECTIVE, *wrong)


def widget_anchors(directives: Iterable[Directive], corpus: Corpus) -> dict[str, str]:
    """Return the path of the page of each id that a widget among the directives of all pages gives to a place."""
    return {
        identifier: directive.place.path
        for directive in directives
        if directive.name in WIDGETS and wrong_argument(directive.name, directive.argument, corpus) is None
        for identifier, _label in WIDGETS[directive.name].anchors(directive.argument, corpus)
    }


def stands_twice(name: str, single: str) -> Fault:
    """Return what is said of a widget that stands on its page already; `single` is what two may not share."""
    return Fault(
        f"`{f'{name} {single}'.strip()}` stands on this page already, and a page can show it but once.",
        "Remove one of the two, or move it to another page.",
    )


def gather(request: WidgetRequest, docname: str, edition: EditionView) -> object:
    """Return the content of a widget that the page `docname` asks for."""
    return WIDGETS[request.name].gather(request.argument, docname, edition)
