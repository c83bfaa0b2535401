"""Draw what a reader meets first: a field to search in, and the parts of a text with all their paragraphs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.i18n.words import _, counted

if TYPE_CHECKING:
    from docutils.nodes import Element, Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.browse import Numbered, Part


def draw_search_field(hint: str, link: PageLinker) -> list[Node]:
    """Return a form that works without JavaScript; the page that it opens does not."""
    told = f'<p class="hint" id="search-field-hint">{escape(hint)}</p>' if hint else ""
    described = ' aria-describedby="search-field-hint"' if hint else ""
    label, button = escape(_("Search this edition")), escape(_("Search"))
    markup = (
        f'<form class="search-field" role="search" action="{escape(link.address("search", ""))}" method="get"'
        ' aria-labelledby="search-field-label">'
        f'<label id="search-field-label" for="search-field">{label}</label>{told}'
        f'<div class="row"><input type="search" id="search-field" name="q" autocomplete="off"{described}>'
        f'<button type="submit">{button}</button></div></form>'
    )
    return [nodes.raw("", markup, format="html")]


def draw_parts(parts: tuple[Part, ...], link: PageLinker) -> list[Node]:
    """Return a box for each part: what it holds, a link to each of its paragraphs, and its best connected ones."""
    drawn = nodes.container(classes=["parts", "no-search"])
    for part in parts:
        if numbered := [provision for provision in part.provisions if provision.number]:
            drawn += _part(part, numbered, link)
    return [drawn]


def _part(part: Part, numbered: list[Numbered], link: PageLinker) -> Element:
    heading = nodes.rubric("", "", link(part.docname, "", nodes.Text(part.title)), classes=["part-name"])
    heading["heading-level"] = 3
    held = (
        counted("%d paragraph", "%d paragraphs", len(numbered)),
        counted("%d connection", "%d connections", part.connections),
    )
    box = nodes.container("", heading, nodes.paragraph("", ", ".join(held), classes=["held"]), classes=["part"])
    box += nodes.raw("", _numbers(part, numbered, link), format="html")
    if part.examples:
        box += nodes.paragraph("", _("Most connected"), classes=["examples-title"])
        listed = nodes.bullet_list(classes=["examples"])
        for one in part.examples:
            reference = one.reference
            name = nodes.Text(f"{one.number} {reference.title}".strip())
            listed += nodes.list_item("", nodes.paragraph("", "", link(reference.docname, reference.id, name)))
        box += listed
    return box


def _numbers(part: Part, numbered: list[Numbered], link: PageLinker) -> str:
    """Return the numbers as links. Name and title are the same, so that no screen reader says both."""
    items = []
    for one in numbered:
        address, name = escape(link.address(one.reference.docname, one.reference.id)), escape(one.page_title)
        items.append(f'<li><a href="{address}" title="{name}" aria-label="{name}">{escape(one.number)}</a></li>')
    return f'<ul class="numbers" aria-label="{escape(part.title)}">{"".join(items)}</ul>'
