"""The generated parts of pages, by the name of the directive with which a page asks for one.

What a part shows of the whole edition is part of the page's view: the page is written again when, and only when, that
changes. How it is drawn stands in `drawing.widgets`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.authoring.coverage import coverage
from concordance.history.commits import CHANGES
from concordance.model.entries import Kind
from concordance.model.problems import Problem, ProblemKind, nearest
from concordance.pages.page_view import HANDOUT
from concordance.pages.widgets.addresses import a_provision, gather_addresses, gather_reference
from concordance.pages.widgets.browse import gather_connected, gather_facet, gather_parts, term_anchors
from concordance.pages.widgets.changes import gather_changes
from concordance.pages.widgets.comparison import check_runs, first_run, gather_comparison, texts_of
from concordance.pages.widgets.handout import gather_maker, gather_sheet, wrong_sheet
from concordance.pages.widgets.linker import gather_names
from concordance.pages.widgets.matrix import a_matrix, gather_matrix
from concordance.pages.widgets.page_list import gather_pages
from concordance.pages.widgets.timeline import a_timeline, gather_timeline
from concordance.pages.widgets.whole_text import gather_part_text, gather_whole_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.reading.page import Directive


@dataclass(frozen=True, slots=True)
class Widget:
    """A kind of generated part.

    `gather` is given the directive's argument, the page's docname and the whole edition; what it returns has a `repr`
    that tells all of it. `check` returns what is wrong with an argument, or None; without it, there is no argument.
    `anchors` returns the ids that it brings to its page, each with what a link to it shows; `texts` the ids of the
    texts whose words are shown, so that readers are told which documents these are. `alone` returns what two of a
    kind on one page must not have in common, as their ids are made of it: the argument, if nothing else is said.
    """

    gather: Callable[[str, str, EditionView], object]
    check: Callable[[str, Corpus], str | None] | None = None
    anchors: Callable[[str, Corpus], Iterable[tuple[str, str]]] = lambda _argument, _corpus: ()
    texts: Callable[[str], tuple[str, ...]] = lambda _argument: ()
    alone: Callable[[str], str] = lambda argument: " ".join(argument.split())


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


def anything(_argument: str, _corpus: Corpus) -> None:
    """Find nothing wrong with an argument, whatever it is."""


WIDGETS: Mapping[str, Widget] = {
    "addresses": Widget(gather_addresses),
    "frame": Widget(gather_reference, check=a_provision),
    CHANGES: Widget(gather_changes),
    "comparison": Widget(gather_comparison, check=check_runs, texts=texts_of, alone=first_run),
    "browse": Widget(gather_facet, check=a_facet, anchors=term_anchors),
    "connected": Widget(gather_connected, check=a_kind),
    "messages": Widget(lambda *_: ""),
    "outline": Widget(gather_parts, check=a_text),
    HANDOUT: Widget(gather_maker, check=a_text, alone=lambda _text: ""),
    "linker": Widget(lambda within, _docname, _edition: within, check=anything),
    "linker-names": Widget(gather_names),
    "matrix": Widget(gather_matrix, check=a_matrix),
    "pages": Widget(gather_pages),
    "part-text": Widget(gather_part_text, check=a_text, texts=lambda text: (text,)),
    "parts": Widget(gather_parts, check=a_text),
    "search-field": Widget(lambda hint, _docname, _edition: hint, check=anything, alone=lambda _hint: ""),
    "sheet": Widget(gather_sheet, check=wrong_sheet),
    "state": Widget(lambda text, _docname, edition: coverage(text, edition.concordance, edition.corpus), check=a_text),
    "timeline": Widget(gather_timeline, check=a_timeline, alone=lambda _lanes: ""),
    "whole-text": Widget(gather_whole_text, check=a_text, texts=lambda text: (text,)),
}


def gather(name: str, argument: str, docname: str, edition: EditionView) -> object:
    """Return what a page shows of the edition where it asks for the widget of that name."""
    return WIDGETS[name].gather(argument, docname, edition)


def wrong_argument(name: str, argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with what a page gives the widget of that name, with a remedy, or None."""
    check = WIDGETS[name].check
    if check is not None:
        return check(argument, corpus)
    return "It takes no argument. Remove it." if argument else None


def check_widgets(directives: Iterable[Directive], corpus: Corpus) -> Iterator[Problem]:
    """Yield what is wrong with the widgets among the directives of all pages."""
    shown: set[tuple[str, str, str]] = set()
    for directive in directives:
        if directive.name not in WIDGETS:
            continue
        wrong = wrong_argument(directive.name, directive.argument, corpus)
        alone = directive.place.path, directive.name, WIDGETS[directive.name].alone(directive.argument)
        if wrong is None and alone in shown:
            wrong = stands_twice(directive.name, alone[2])
        shown.add(alone)
        if wrong:
            message, _, remedy = wrong.partition(". ")
            yield Problem(directive.place, ProblemKind.DIRECTIVE, f"{message.rstrip('.')}.", remedy)


def stands_twice(name: str, alone: str) -> str:
    """Return what is said of a widget that stands on its page already; `alone` is what two must not have in common."""
    return (
        f"`{f'{name} {alone}'.strip()}` stands on this page already, and a page can show it but once. "
        "Remove one of the two, or move it to another page."
    )
