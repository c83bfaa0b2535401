"""Draw what a reader meets first: a search field, and the parts of a text with all their paragraphs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.browse import OutlineParagraph, OutlinePart


def draw_search_field(hint: str, link: PageLinker) -> list[Node]:
    """Return a form that works without JavaScript; the page that it opens does not."""
    hint_markup = f'<p class="hint" id="search-field-hint">{escape(hint)}</p>' if hint else ""
    description = ' aria-describedby="search-field-hint"' if hint else ""
    markup = (
        f'<form class="search-field" role="search" action="{escape(link.address("search", ""))}" method="get"'
        ' aria-labelledby="search-field-label">'
        f'<label id="search-field-label" for="search-field">{escape(_("Search this edition"))}</label>{hint_markup}'
        f'<div class="row"><input type="search" id="search-field" name="q" autocomplete="off"{description}>'
        f'<button type="submit">{escape(_("Search"))}</button></div></form>'
    )
    return [nodes.raw("", markup, format="html")]


def draw_parts(parts: tuple[OutlinePart, ...], link: PageLinker) -> list[Node]:
    """Return a box for each part: what it holds, a link to each of its paragraphs, and the best connected ones."""
    drawn = nodes.container(classes=["parts", "no-search"])
    for part in parts:
        if numbered := [provision for provision in part.provisions if provision.number]:
            drawn += _part(part, numbered, link)
    return [drawn]


def _part(part: OutlinePart, numbered: list[OutlineParagraph], link: PageLinker) -> Element:
    heading = nodes.rubric("", "", link(part.docname, "", nodes.Text(part.title)), classes=["part-name"])
    heading["heading-level"] = 3
    counts = (
        counted("%d paragraph", "%d paragraphs", len(numbered)),
        counted("%d connection", "%d connections", part.connections),
    )
    box = nodes.container("", heading, nodes.paragraph("", ", ".join(counts), classes=["held"]), classes=["part"])
    box += nodes.raw("", _numbers(part, numbered, link), format="html")
    if part.examples:
        box += nodes.paragraph("", _("Most connected"), classes=["examples-title"])
        examples = nodes.bullet_list(classes=["examples"])
        for paragraph in part.examples:
            reference = paragraph.reference
            name = nodes.Text(f"{paragraph.number} {reference.title}".strip())
            examples += nodes.list_item("", nodes.paragraph("", "", link(reference.docname, reference.id, name)))
        box += examples
    return box


def _numbers(part: OutlinePart, numbered: list[OutlineParagraph], link: PageLinker) -> str:
    """Return the numbers as links. Name and title are equal, so that no screen reader reads both."""
    items = []
    for paragraph in numbered:
        reference, name = paragraph.reference, escape(paragraph.page_title)
        address = escape(link.address(reference.docname, reference.id))
        items.append(f'<li><a href="{address}" title="{name}" aria-label="{name}">{escape(paragraph.number)}</a></li>')
    return f'<ul class="numbers" aria-label="{escape(part.title)}">{"".join(items)}</ul>'
