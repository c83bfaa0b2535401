"""Fold a long page by part: what is many screens long opens on demand, and stands on the page all the same.

An address that leads into a part opens it, and so does the search in a page; on paper, all are open.
"""

from __future__ import annotations

import math
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from docutils import nodes

from concordance.citations.short import number_in
from concordance.drawing.nodes import apparatus, fold, fold_label, part_anchor, provision
from concordance.i18n.words import _, counted, listed, titled
from concordance.pages.sheets import END_PART, LATER, begin_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from docutils.nodes import Element, Node

    from concordance.model.entries import Entry

# What a page with parts needs beside what every page has.
STYLE, SCRIPT = "comparison.css", "parts.js"
LONG_PART = "long-part"
# A section of more provisions is divided into parts of about so many.
MOST, USUAL = 12, 10
# So many provisions of a page are open.
OPENED = 3


def long_part(title: str, level: int, count: int, content: Element, items: int = 0) -> Element:
    """Return a part of a long page, folded under its title.

    Args:
        title: The title.
        level: The level of the heading that the title is.
        count: How many paragraphs are in the part, which is shown beside the title.
        content: What is in it.
        items: How many items of other paragraphs are in it, which is shown as well.
    """
    counts = [counted("%d paragraph", "%d paragraphs", count)] if count or not items else []
    counts += [counted("%d item", "%d items", items)] if items else []
    return _foldable(title, level, content, nodes.inline("", listed(counts)))


def _foldable(title: str, level: int, content: Element, *beside: Node) -> Element:
    heading = nodes.rubric("", title, classes=["part-heading"])
    heading["heading-level"] = level
    return fold("", fold_label("", "", heading, *beside), content, classes=[LONG_PART])


def open_all() -> Node:
    """Return the button that opens all parts of a page, which is shown where there are scripts."""
    words = escape(_("Open all parts"))
    return nodes.raw("", f'<p><button type="button" class="open-parts">{words}</button></p>', format="html")


def fold_provisions(page: Element, entries: Mapping[str, Entry]) -> None:
    """Fold the sections of a page that hold many provisions into parts, each with the titles of what is in it.

    The first provisions are open: a reader came for words.
    """
    long = [section for section in page.findall(nodes.section) if len(_starts(section)) > MOST]
    for section in long:
        starts = _starts(section)
        opened = OPENED if section is long[0] else 0
        bounds = [*starts[:1][:opened], *_bounds(starts[opened:]), _end(section, starts[-1])]
        parts = [section.children[first:last] for first, last in pairwise(bounds)]
        section[bounds[0] : bounds[-1]] = [node for content in parts for node in _part(content, entries)]
    if long:
        next(each for each in long[0].children if isinstance(each, fold))["opened"] = True
        long[0].parent.insert(long[0].parent.index(long[0]), open_all())
        _fold_footnotes(page)
        _put_off(page, entries)


def _fold_footnotes(page: Element) -> None:
    """Put the footnotes of a page under a heading: behind folded parts, nobody would know what they are."""
    footnotes = list(page.findall(nodes.footnote))
    if footnotes:
        place = footnotes[0].parent
        box = nodes.container("", *footnotes)
        place[:] = [
            *(child for child in place.children if not isinstance(child, nodes.footnote)),
            _foldable(_("Footnotes"), 2, box),
        ]


def _put_off(page: Element, entries: Mapping[str, Entry]) -> None:
    """Let browsers read what is folded of the apparatus later: with scripts as plain words that a script unpacks.

    A browser makes thousands of elements of it, which takes a phone half a second in which nothing can be pressed. If
    it makes the page too large, it stands on other sheets.
    """
    for layer in page.findall(apparatus):
        for folded in (child for child in layer.children if isinstance(child, fold)):
            identifier, label = part_anchor(layer["entry"], "about"), folded[0].astext()
            folded["ids"] = [identifier]
            title = label if layer["item"] else titled(entries[layer["entry"]].name, label)
            begin = f'{begin_part(identifier, title, LATER)}<noscript class="{LATER}">'
            folded.insert(1, nodes.raw("", begin, format="html"))
            folded.append(nodes.raw("", f"</noscript>{END_PART}", format="html"))


def has_long_parts(doctree: nodes.document) -> bool:
    """Return whether a page is folded by part."""
    return any(LONG_PART in node["classes"] for node in doctree.findall(fold))


def provisions_in(section: Element) -> Iterator[Element]:
    """Yield the provisions of a section, also of its parts, but none that is an item of another."""
    for child in section.children:
        if isinstance(child, provision):
            yield child
        elif isinstance(child, fold) and LONG_PART in child["classes"]:
            yield from (
                each for box in child.children if isinstance(box, nodes.container) for each in provisions_in(box)
            )


def _starts(section: Element) -> list[int]:
    """Return where each provision begins in its section, with the heading in front of it."""
    starts = []
    for index, child in enumerate(section.children):
        if isinstance(child, provision):
            headed = index and isinstance(section[index - 1], nodes.rubric)
            starts.append(index - 1 if headed else index)
    return starts


def _bounds(starts: Sequence[int]) -> list[int]:
    """Return where parts of about the same length begin."""
    parts = math.ceil(len(starts) / USUAL)
    return [starts[math.ceil(part * len(starts) / parts)] for part in range(parts)]


def _end(section: Element, last: int) -> int:
    """Return where the last part ends: footnotes belong to the whole page."""
    of_page = nodes.footnote | nodes.transition
    return next((at for at in range(last, len(section)) if isinstance(section[at], of_page)), len(section))


def _part(content: Iterable[Node], entries: Mapping[str, Entry]) -> list[Node]:
    box = nodes.container("", *content)
    shown = [entries[child["entry"]] for child in box.children if isinstance(child, provision)]
    titles = " · ".join(entry.title for entry in shown)
    first, last = shown[0], shown[-1]
    title = f"{first.name}–{number_in(last.name)}"
    if first.several and first is not last:
        title = first.several.format(number=f"{number_in(first.name)}–{number_in(last.name)}")
    contents = nodes.paragraph("", titles, classes=["part-contents"])
    return [long_part(title, 3, len(shown), box), contents]
