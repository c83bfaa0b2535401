"""Divide paragraphs that hold several items of a list: `(a) …; (b) …` or `a) …; b) …`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.cli.importer.decisions import TEXT, UNIT
from concordance.cli.importer.markers import NUMBERED, find_marker, ordinal_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.cli.importer.decisions import Decisions
    from concordance.cli.importer.paragraphs import SourceParagraph

# Where an item may begin within a paragraph: behind a sign, or a sign and a word that joins the items.
START = re.compile(r"(?:(?<=[;:,.])|(?<=; and)|(?<=; or)|(?<=, and)|(?<=, or)) (?=\(?(?:[a-z]{1,4}|\d{1,2})\) )")


def split_items(paragraphs: Sequence[SourceParagraph], decisions: Decisions) -> Iterator[SourceParagraph]:
    """Yield the paragraphs, with each item of a list as one of its own."""
    for paragraph in paragraphs:
        cuts = [0] if paragraph.table or paragraph.heading else [0, *_item_starts(paragraph, decisions)]
        for start, end in zip(cuts, [*cuts[1:], None], strict=True):
            yield (
                paragraph
                if len(cuts) == 1
                else type(paragraph)(
                    paragraph.line, paragraph.inline.cut(start, end), alone=paragraph.alone, depth=paragraph.depth
                )
            )


def _item_starts(paragraph: SourceParagraph, decisions: Decisions) -> list[int]:
    text = paragraph.text
    first = find_marker(text)
    if first and first.styles[0] in NUMBERED:
        first = None
    starts: list[int] = []
    due, style = (
        (ordinal_of(first.number, first.styles[0]) + 1, first.styles[0]) if first and first.number else (1, None)
    )
    for match in START.finditer(text):
        marker = find_marker(text[match.end() :])
        if marker is None:
            continue
        fits = [
            each
            for each in marker.styles
            if (style is None or each is style) and ordinal_of(marker.number, each) == due
        ]
        if fits and (style is not None or text[match.start() - 1] == ":"):
            style, due = fits[0], due + 1
            starts.append(match.end())
    if first is None and len(starts) < 2:
        return []
    kept = []
    for start in starts:
        message = "Items stand in one paragraph."
        if decisions.decide(paragraph.line, " ".join(text[start:].split()[:4]), message, UNIT, TEXT) == UNIT:
            kept.append(start)
    return kept
