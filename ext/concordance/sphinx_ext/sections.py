"""The words of pages that are about no entry, to be found by what they say: the guide, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from concordance.pages.page_content import PageSection

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREAD = nodes.Invisible | nodes.raw | nodes.footnote_reference | nodes.section | addnodes.glossary | addnodes.toctree


def sections_of(document: nodes.document) -> tuple[PageSection, ...]:
    """Return the sections of a page in its order, and the terms that it explains; the first is the top of the page."""
    return tuple(_sections(document))


def _sections(document: nodes.document) -> Iterator[PageSection]:
    for number, section in enumerate(document.findall(nodes.section)):
        title = section.next_node(nodes.title)
        text = " ".join(_words(child) for child in section.children if not isinstance(child, nodes.title))
        if title is not None:
            yield PageSection(section["ids"][0] if number else "", title.astext(), " ".join(text.split()))
    for item in document.findall(nodes.definition_list_item):
        if isinstance(item.parent.parent, addnodes.glossary):
            terms = [term for term in item.children if isinstance(term, nodes.term)]
            text = " ".join(_words(child) for child in item.children if not isinstance(child, nodes.term))
            name = ", ".join(term.astext() for term in terms)
            yield PageSection(terms[0]["ids"][0], name, " ".join(text.split()))


def _words(node: nodes.Node) -> str:
    if isinstance(node, UNREAD):
        return ""
    if isinstance(node, nodes.TextElement):
        return node.astext()
    return " ".join(map(_words, node.children))
