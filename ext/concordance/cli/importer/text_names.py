"""Guess what a text is called: its title, symbol and id."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from concordance.cli.importer.markers import DIVISION
from concordance.cli.importer.plain_lines import SYMBOL
from concordance.cli.importer.structure import OPENING
from concordance.cli.importer.units import Unit, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.cli.importer.paragraphs import SourceContent, SourceParagraph
    from concordance.cli.importer.units import TextBlock

ANNEX = re.compile(r"(?:ANNEX|Annex|Appendix|APPENDIX|Schedule|SCHEDULE)(?:\s+(?:[IVX]+|\d+|[A-Z]))?[\s.:]*$")
RESOLUTION = re.compile(r"(\d{1,4}/\d{1,4})\.?\s")
# How long a name may be that stands in citations.
NAME_LENGTH = 60
ID_LENGTH = 16


def text_id(name: str) -> str:
    """Return a short id for a text, from the name of its file."""
    words = [word for word in re.findall(r"[a-z]+|\d+", name.rpartition(".")[0].lower()) if word not in {"the", "of"}]
    second = words[1] if len(words) > 1 and words[1].isdigit() and not words[0].isdigit() else ""
    return f"{words[0] if words else 'text'}{second}"[:ID_LENGTH]


def find_symbol(source: SourceContent, lines: Sequence[str]) -> str:
    """Return the symbol of a document of the United Nations, such as `A/64/L.64`, or of its resolution."""
    for paragraph in source.paragraphs[:12]:
        if match := RESOLUTION.match(paragraph.text):
            return f"resolution {match[1]}"
    symbols = Counter(line.strip() for line in lines if SYMBOL.fullmatch(line.strip()) and "/" in line)
    return symbols.most_common(1)[0][0] if symbols else ""


def find_title(paragraphs: Sequence[SourceParagraph], blocks: Sequence[TextBlock], identifier: str) -> str:
    """Return the likeliest title: the last heading before the preamble or the units that is no name of a part."""
    headings = []
    for block in blocks:
        if isinstance(block, Unit):
            break
        if isinstance(block, Words) and not OPENING.match(block.inline.text):
            headings.append(block)
    known = [
        each for each in headings if not ANNEX.fullmatch(each.inline.text) and not DIVISION.fullmatch(each.inline.text)
    ]
    named = [each for each in known if each.heading and len(each.inline.text.split()) > 1] or known
    long = [each for each in named if 2 <= len(each.inline.text.split()) <= 60] or named
    if not long:
        return identifier
    before_opening = next((each for each in long if OPENING.match(_next_text(blocks, each))), None)
    if before_opening or long[0].heading:
        return (before_opening or long[0]).inline.text.rstrip(".")
    worded = [each for each in long if len(re.findall(r"[^\W\d_]{3,}", each.inline.text)) > 2] or long
    return max((each.inline.text for each in worded), key=len).rstrip(".")


def _next_text(blocks: Sequence[TextBlock], words: Words) -> str:
    index = next(index for index, block in enumerate(blocks) if block is words)
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return after.inline.text if isinstance(after, Words) else ""
