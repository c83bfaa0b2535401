"""The roles of the edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.util.docutils import SphinxRole

from concordance.drawing.nodes import struck

if TYPE_CHECKING:
    from docutils.nodes import Node, system_message


class StruckRole(SphinxRole):
    """Words that the text itself strikes out."""

    def run(self) -> tuple[list[Node], list[system_message]]:
        """Return the words, struck out, and no messages."""
        return [struck(self.rawtext, self.text)], []
