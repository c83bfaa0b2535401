"""Draw the controlled words of an edition: a list of definitions for each sort of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.vocabulary import ExplainedWord, WordList


def draw_vocabulary(lists: tuple[WordList, ...], link: PageLinker) -> list[Node]:
    """Return the words of an edition, each with its address; a term leads to the list of everything under it."""
    labels = link.builder.env.domains.standard_domain.labels
    drawn = nodes.container(classes=["browse", "no-search"])
    for words in lists:
        heading = nodes.rubric("", words.title, classes=["browse-title"], ids=[words.anchor] if words.anchor else [])
        heading["heading-level"] = 2
        drawn += [heading, nodes.definition_list("", *(_word(word, labels, link) for word in words.words))]
    return [drawn]


def _word(word: ExplainedWord, labels: dict[str, tuple[str, str, str]], link: PageLinker) -> Element:
    name: Node = nodes.literal("", word.name)
    if word.listed in labels:
        docname, identifier, _words = labels[word.listed]
        name = link(docname, identifier, name)
    label = [nodes.Text(" "), nodes.Text(word.label)] if word.label != word.name else []
    term = nodes.term("", "", name, *label, ids=[word.anchor or word.listed])
    definition = nodes.definition("", *([nodes.paragraph("", word.means)] if word.means else []))
    return nodes.definition_list_item("", term, definition)
