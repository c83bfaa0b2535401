"""The roles of the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxRole

from concordance.drawing.nodes import struck

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class StruckRole(SphinxRole):
    """A word struck out in the source."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the word, struck out."""
        return [struck(self.rawtext, self.text)], []
