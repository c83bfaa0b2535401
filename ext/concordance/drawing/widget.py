"""What a page shows of the whole edition: each kind is gathered by a pure function, and drawn by a thin one.

A page asks for one with a directive of its name. What was gathered is part of the page's view: the page is written
again when, and only when, that changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from docutils.nodes import Element, Node
    from sphinx.builders import Builder

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView


@dataclass(frozen=True, slots=True)
class PageLinker:
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
class Widget:
    """A kind of thing to gather.

    `gather` is given the directive's argument, the page's docname and the whole edition; what it returns has a `repr`
    that tells all of it. `draw` makes nodes of that. `check` returns what is wrong with an argument, or None;
    without it, there is no argument. `stylesheet` and `script` are static files that only pages with such a thing need,
    with a space between two of them.
    `anchors` returns the ids that it brings to its page, each with what a link to it shows; `texts` the ids of the
    texts whose words are shown, so that readers are told which documents these are. `alone` returns what two of a
    kind on one page must not have in common, as their ids are made of it: the argument, if nothing else is said.
    """

    gather: Callable[[str, str, EditionView], object]
    draw: Callable[[Any, PageLinker], list[Node]]
    check: Callable[[str, Corpus], str | None] | None = None
    stylesheet: str = ""
    script: str = ""
    anchors: Callable[[str, Corpus], Iterable[tuple[str, str]]] = lambda _argument, _corpus: ()
    texts: Callable[[str], tuple[str, ...]] = lambda _argument: ()
    alone: Callable[[str], str] = lambda argument: " ".join(argument.split())


class widget_place(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The place where something gathered will stand. Attribute: `name`."""
