"""Compare the words of a source with those of the pages that were made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from concordance.cli.importer.units import Unit, unit_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from concordance.cli.importer.paragraphs import SourceParagraph
    from concordance.cli.importer.units import TextBlock

MOST_GAPS = 6
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How many words a text has in its source and on its pages."""

    id: str
    source: int
    pages: int
    units: int
    """The number of its units, at all levels."""
    differs: int = 0
    """The line of the source where the first word differs; 0 if all are the same, in the same order."""


def count_words(identifier: str, paragraphs: Sequence[SourceParagraph], blocks: Sequence[TextBlock]) -> WordCounts:
    """Compare the paragraphs of a text with the units made of them, word by word."""
    words = [(word, paragraph.line) for paragraph in paragraphs for word in WORD.findall(paragraph.text)]
    written = [word for text in _texts(blocks) for word in WORD.findall(text)]
    pairs = zip(words, written, strict=False)
    differs = next((line for (word, line), other in pairs if word != other), 0)
    if not differs and len(words) != len(written):
        differs = words[min(len(words), len(written)) - 1][1] if words else 0
    units = sum(1 for block in blocks if isinstance(block, Unit) for _ in block.walk())
    return WordCounts(identifier, len(words), len(written), units, differs)


def _texts(blocks: Iterable[TextBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Unit):
            yield block.printed
            yield from _texts(block.parts)
        else:
            yield block.inline.text


def find_gaps(identifier: str, blocks: Sequence[TextBlock]) -> list[str]:
    """Return the numbers that a text lacks as its vocabulary declares them; `any` if there are many."""
    series: dict[str, list[int]] = {}
    for path in _paths(identifier, blocks):
        stem, _, last = path.rpartition("-")
        if last.isdecimal():
            series.setdefault(stem, []).append(int(last))
    gaps = []
    for stem, numbers in series.items():
        for before, after in pairwise([0, *sorted(set(numbers))]):
            if after > before + 1:
                ends = dict.fromkeys((f"{stem}-{before + 1}", f"{stem}-{after - 1}"))
                gaps.append(" to ".join(ends))
    return gaps if len(gaps) <= MOST_GAPS else ["any"]


def _paths(parent: str, blocks: Iterable[TextBlock]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Unit):
            yield (path := unit_id(parent, block))
            yield from _paths(path, block.parts)


def file_words(text: str) -> int:
    """Return how many words a file has, whatever they are."""
    return len(WORD.findall(text))
