"""The place of a widget on its page, and the links that are drawn into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.errors import NoUri
from sphinx.util.nodes import make_refnode

if TYPE_CHECKING:
    from docutils.nodes import Element, Node
    from sphinx.builders import Builder


@dataclass(frozen=True, slots=True)
class PageLinker:
    """Makes the links of one page to others."""

    builder: Builder
    """Says where pages are in its output."""
    docname: str
    """The page that the links are on."""

    def __call__(self, other: str, identifier: str, *children: Node) -> Element:
        """Return a link to an id on a page or, with an empty id, to the page.

        Where the format has no such page, as a book has no page of results, only the words are returned.
        """
        try:
            return make_refnode(self.builder, self.docname, other, identifier, list(children))
        except NoUri:
            return nodes.inline("", "", *children)

    def address(self, other: str, identifier: str) -> str:
        """Return where such a link leads, for drawings that are no document nodes; empty if there is no such page."""
        try:
            uri = self.builder.get_relative_uri(self.docname, other)
        except NoUri:
            return ""
        return f"{uri}#{identifier}" if identifier else uri


class widget_place(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """The place where a widget will be drawn. Attribute: `name`."""
