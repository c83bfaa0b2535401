"""Put nodes of docutils in the place of those of the edition, for formats other than HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.nodes import (
    apparatus,
    copy_button,
    entry_card,
    fold,
    fold_label,
    matter,
    note_mark,
    own_citation,
    printed_number,
    provision,
    side_column,
    struck,
    verbatim,
    wide,
)

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

BLOCKS = (provision, verbatim, matter, entry_card, apparatus, wide, side_column, fold)
STRUCK = "~~"


def make_plain(document: nodes.document) -> None:
    """Replace the nodes of the edition by those that every writer knows; controls for readers are left out."""
    for node in list(document.findall(lambda node: isinstance(node, (copy_button, nodes.raw)))):
        node.parent.remove(node)
    for link in list(document.findall(nodes.reference)):
        # Queries and fragments alone lead to pages that only a site has.
        if link.get("refuri", "#").startswith("?") or link.get("refuri") == "":
            link.replace_self(nodes.inline("", "", *link.children))
    for block in list(document.findall(lambda node: isinstance(node, BLOCKS))):
        assert isinstance(block, nodes.Element)
        block.replace_self(nodes.container("", *_targets(block), *block.children, classes=block["classes"]))
    inline = (fold_label, printed_number, own_citation, struck, note_mark)
    for words in list(document.findall(lambda node: isinstance(node, inline))):
        assert isinstance(words, nodes.Element)
        words.replace_self(_plain(words))


def _targets(block: Element) -> list[Node]:
    """Return a target for the ids of a block: a container has none in some formats."""
    return [nodes.target("", "", ids=block["ids"])] if block["ids"] else []


def _plain(words: Element) -> Node:
    if isinstance(words, struck):
        return nodes.inline("", "", nodes.Text(STRUCK), *words.children, nodes.Text(STRUCK))
    if isinstance(words, note_mark):
        return nodes.superscript("", "", *words.children)
    strong = nodes.strong("", "", *words.children)
    inside = isinstance(words.parent, nodes.TextElement)
    return strong if inside else nodes.paragraph("", "", strong)
