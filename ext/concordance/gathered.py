"""What a page shows of the whole edition: each kind is gathered by a pure function, and drawn by a thin one.

A page asks for one with a directive of its name. What was gathered is part of the page's view: the page is written
again when, and only when, that changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

from concordance.address_list import a_provision, gather_addresses, gather_reference
from concordance.address_page import draw_addresses, draw_snippet
from concordance.browse import gather_connected, gather_facet, gather_parts, term_anchors
from concordance.browse_page import draw_connected, draw_facet, draw_outline
from concordance.comparison_page import draw_comparison
from concordance.coverage import coverage
from concordance.home_page import draw_parts, draw_search_field
from concordance.matrix import a_matrix, gather_matrix
from concordance.matrix_page import draw_matrix
from concordance.model import Kind
from concordance.page_list import draw_pages, gather_pages
from concordance.problems import nearest
from concordance.state_page import draw_state
from concordance.timeline import a_timeline, gather_timeline
from concordance.timeline_page import draw_timeline
from concordance.whole_comparison import check_runs, gather_comparison, texts_of
from concordance.whole_page import draw_whole_text
from concordance.whole_text import gather_whole_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from docutils.nodes import Element, Node
    from sphinx.builders import Builder

    from concordance.model import Corpus
    from concordance.views import Whole


@dataclass(frozen=True, slots=True)
class Linker:
    """Makes the links of one page to others."""

    builder: Builder
    docname: str

    def __call__(self, other: str, identifier: str, *children: Node) -> Element:
        """Return a link to an id on a page; with an empty id, to the page."""
        return make_refnode(self.builder, self.docname, other, identifier, list(children))

    def address(self, other: str, identifier: str) -> str:
        """Return where such a link leads, for drawings that are no document nodes."""
        uri = self.builder.get_relative_uri(self.docname, other)
        return f"{uri}#{identifier}" if identifier else uri


@dataclass(frozen=True, slots=True)
class Gathering:
    """A kind of thing to gather.

    `gather` is given the directive's argument, the page's docname and the whole edition; what it returns has a `repr`
    that tells all of it. `draw` makes nodes of that. `check` returns what is wrong with an argument, or None;
    without it, there is no argument. `stylesheet` and `script` are static files that only pages with such a thing need.
    `anchors` returns the ids that it brings to its page, each with what a link to it shows; `texts` the ids of the
    texts whose words are shown, so that readers are told which documents these are.
    """

    gather: Callable[[str, str, Whole], object]
    draw: Callable[[Any, Linker], list[Node]]
    check: Callable[[str, Corpus], str | None] | None = None
    stylesheet: str = ""
    script: str = ""
    anchors: Callable[[str, Corpus], Iterable[tuple[str, str]]] = lambda _argument, _corpus: ()
    texts: Callable[[str], tuple[str, ...]] = lambda _argument: ()


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
    "comparison": Gathering(
        gather_comparison, draw_comparison, check=check_runs, stylesheet="comparison.css", texts=texts_of
    ),
    "browse": Gathering(gather_facet, draw_facet, check=a_facet, stylesheet="browse.css", anchors=term_anchors),
    "connected": Gathering(gather_connected, draw_connected, check=a_kind, stylesheet="browse.css"),
    "outline": Gathering(gather_parts, draw_outline, check=a_text, stylesheet="browse.css"),
    "frame": Gathering(gather_reference, draw_snippet, check=a_provision),
    "matrix": Gathering(gather_matrix, draw_matrix, check=a_matrix, stylesheet="picture.css", script="picture.js"),
    "pages": Gathering(gather_pages, draw_pages),
    "parts": Gathering(gather_parts, draw_parts, check=a_text, stylesheet="home.css"),
    "search-field": Gathering(
        lambda hint, _docname, _whole: hint, draw_search_field, check=lambda *_: None, stylesheet="home.css"
    ),
    "state": Gathering(
        lambda text, _, whole: coverage(text, whole.concordance, whole.corpus), draw_state, check=a_text
    ),
    "timeline": Gathering(
        gather_timeline, draw_timeline, check=a_timeline, stylesheet="picture.css", script="picture.js"
    ),
    "whole-text": Gathering(
        gather_whole_text, draw_whole_text, check=a_text, stylesheet="whole.css", texts=lambda text: (text,)
    ),
}


class gathered(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The place where something will stand that is gathered. Attributes: `name` and `argument`."""


def gather(name: str, argument: str, docname: str, whole: Whole) -> object:
    """Return what a page has asked for."""
    return GATHERINGS[name].gather(argument, docname, whole)
