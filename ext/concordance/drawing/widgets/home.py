"""Draw what a reader meets first: a search field, and the parts of a text with all their paragraphs."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.drawing.connections import draw_sign
from concordance.drawing.widgets.browse import draw_paragraphs
from concordance.i18n.words import _, counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docutils.nodes import Node

    from concordance.drawing.widget import PageLinker
    from concordance.pages.widgets.browse import OutlineParagraph, OutlinePart

# The picture: a step for each paragraph, so much for each connection, up to so many, above a floor.
STEP, UNIT, HIGHEST, FLOOR = 16, 2, 50, 104


def draw_search_field(hint: str, link: PageLinker) -> list[Node]:
    """Return a form that leads to the page of results, with the words that a script puts behind the number sign.

    Its field has no name: without scripts, a browser would send to the host what is searched for.
    """
    hint_markup = f'<p class="hint" id="search-field-hint">{escape(hint)}</p>' if hint else ""
    description = ' aria-describedby="search-field-hint"' if hint else ""
    label, button = escape(_("Search this edition")), escape(_("Search"))
    markup = (
        f'<form class="search-field" role="search" action="{escape(link.address("search", ""))}" method="get"'
        ' aria-labelledby="search-field-label">'
        f'<label id="search-field-label" for="search-field">{label}</label>{hint_markup}'
        f'<div class="row"><input type="search" id="search-field" autocomplete="off"{description}>'
        f'<button type="submit">{button}</button></div></form>'
    )
    return [nodes.raw("", markup, format="html")]


def draw_parts(parts: tuple[OutlinePart, ...], link: PageLinker) -> list[Node]:
    """Return a picture of the whole, and a box for each part with its paragraphs, the number and title of each."""
    numbered = [part for part in parts if any(provision.number for provision in part.provisions)]
    boxes = "".join(_box(part, link) for part in numbered)
    return [nodes.raw("", f'{_picture(numbered)}<div class="parts no-search">{boxes}</div>', format="html")]


def _box(part: OutlinePart, link: PageLinker) -> str:
    numbered = [provision for provision in part.provisions if provision.number]
    counts = listed(
        (
            counted("%d paragraph", "%d paragraphs", len(numbered)),
            counted("%d connection", "%d connections", part.connections),
        )
    )
    sign = draw_sign(part.identity.sign) if part.identity else ""
    name = f'<a class="reference internal" href="{escape(link.address(part.docname, ""))}">{escape(part.title)}</a>'
    return (
        f'<div class="part{_hue(part)}"><h3 class="part-name">{sign}{name}</h3>'
        f'<details><summary class="held">{escape(counts)}</summary>{draw_paragraphs(numbered, link)}</details></div>'
    )


def _picture(parts: Iterable[OutlinePart]) -> str:
    """Return a bar for each paragraph, as high as it has connections; the boxes below say the same in words."""
    bars, signs, left = [], [], 0
    shown: list[OutlineParagraph] = []
    for part in parts:
        numbered = [provision for provision in part.provisions if provision.number]
        heights = [min(provision.connections, HIGHEST) * UNIT for provision in numbered]
        bars += [
            f'<rect class="bar-of{_hue(part)}" x="{left + at * STEP}" y="{FLOOR - height}" width="{STEP - 4}"'
            f' height="{height}"/>'
            for at, height in enumerate(heights)
        ]
        if part.identity:
            signs.append(
                f'<text class="sign-of{_hue(part)}" x="{left}" y="{FLOOR + 20}">{escape(part.identity.sign)}</text>'
            )
        shown += numbered
        left += len(numbered) * STEP + STEP
    if not bars:
        return ""
    words = escape(_("How many connections each paragraph has, part by part"))
    most = max(shown, key=lambda paragraph: paragraph.connections)
    how_to_read = _(
        "Each bar is a paragraph, in the order of the text: the higher, the more connections. "
        "The highest is %(paragraph)s, with %(count)d."
    ) % {"paragraph": most.reference.label, "count": most.connections}
    return (
        f'<figure class="whole-picture"><figcaption><b>{words}</b> {escape(how_to_read)}</figcaption>'
        f'<svg viewBox="0 0 {left - STEP} {FLOOR + 26}" role="img" aria-label="{words}">'
        f"{''.join(bars)}{''.join(signs)}</svg></figure>"
    )


def _hue(part: OutlinePart) -> str:
    return f" hue-{part.identity.hue}" if part.identity else ""
