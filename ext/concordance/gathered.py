"""What a page shows of the whole edition: each kind is gathered by a pure function, and drawn by a thin one.

A page asks for one with a directive of its name. What was gathered is part of the page's view: the page is written
again when, and only when, that changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

from concordance.comparison_page import draw_comparison
from concordance.coverage import coverage
from concordance.page_list import draw_pages, gather_pages
from concordance.problems import nearest
from concordance.state_page import draw_state
from concordance.whole_comparison import check_runs, gather_comparison, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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
    without it, there is no argument. `stylesheet` is a static file that only pages with such a thing need. `texts`
    returns the ids of the texts whose words are shown, so that readers are told which documents these are.
    """

    gather: Callable[[str, str, Whole], object]
    draw: Callable[[Any, Linker], list[Node]]
    check: Callable[[str, Corpus], str | None] | None = None
    stylesheet: str = ""
    texts: Callable[[str], tuple[str, ...]] | None = None


def a_text(argument: str, corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to be the id of a text, or None."""
    known = corpus.vocabulary.texts
    return None if argument in known else f"There is no text {argument!r}. {nearest(argument, known)}"


GATHERINGS: Mapping[str, Gathering] = {
    "comparison": Gathering(
        gather_comparison, draw_comparison, check=check_runs, stylesheet="comparison.css", texts=texts_of
    ),
    "pages": Gathering(gather_pages, draw_pages),
    "state": Gathering(
        lambda text, _, whole: coverage(text, whole.concordance, whole.corpus), draw_state, check=a_text
    ),
}


class gathered(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The place where something will stand that is gathered. Attributes: `name` and `argument`."""


def gather(name: str, argument: str, docname: str, whole: Whole) -> object:
    """Return what a page has asked for."""
    return GATHERINGS[name].gather(argument, docname, whole)
