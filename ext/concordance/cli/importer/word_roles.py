"""Tell which words of a text name its outermost units, where it has several: `Section 2` within `Article I`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from concordance.cli.importer.markers import DIVISION, Style, find_marker, ordinal_of, series_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from concordance.cli.importer.paragraphs import SourceParagraph

# A heading that is a word and a number: at least so many of them count.
COUNTED = re.compile(r"(?P<word>[^\W\d_][^\d.:]{0,30}?)\.?\s*(?P<number>\d{1,4})\W*")
LEAST = 3


@dataclass(frozen=True, slots=True)
class WordRoles:
    """What the words before numbers are, by the series that stand in ids: `art`, `sec`."""

    outer: str = ""
    """That of the outermost units; empty if there is none."""
    inner: frozenset[str] = frozenset()
    """Those of units within them."""
    divisions: frozenset[str] = frozenset()
    """Those of headings above them, which leave the numbers of the units to run on."""


class _Numbered(NamedTuple):
    series: str
    number: str

    @property
    def ordinal(self) -> int:
        return ordinal_of(self.number, Style.ARTICLE)


def find_roles(paragraphs: Iterable[SourceParagraph], outer: str = "") -> WordRoles:
    """Return what the words of a text are; `outer` is the series of its outermost units if a recipe says it."""
    markers = [find_marker(paragraph.text) for paragraph in paragraphs if not paragraph.table]
    units = [_Numbered(series_of(marker.word), marker.number) for marker in markers if marker and marker.word]
    counts = Counter(unit.series for unit in units)
    if not counts:
        return WordRoles()
    if outer not in counts:
        first = units[0].series
        holds = any(_is_within(each, first, units) for each in counts.keys() - {first})
        outer = first if holds else counts.most_common(1)[0][0]
    others = counts.keys() - {outer}
    inner = frozenset(each for each in others if _is_within(each, outer, units))
    return WordRoles(outer, inner, frozenset(each for each in others - inner if _is_above(each, outer, units)))


def find_counted_word(paragraphs: Iterable[SourceParagraph]) -> str:
    """Return the word before the numbers of headings that count from 1, if it is none that is known; else nothing."""
    numbers: dict[str, list[int]] = {}
    for paragraph in paragraphs:
        match = COUNTED.fullmatch(paragraph.text) if paragraph.heading and find_marker(paragraph.text) is None else None
        if match and not DIVISION.match(paragraph.text):
            numbers.setdefault(match["word"], []).append(int(match["number"]))
    runs = {word: series for word, series in numbers.items() if series[:LEAST] == [*range(1, LEAST + 1)]}
    return max(runs, key=lambda word: len(runs[word]), default="")


def _is_within(inner: str, outer: str, units: Sequence[_Numbered]) -> bool:
    """Return whether the numbers of one series begin anew in the units of the other, or go on from theirs."""
    holder: _Numbered | None = None
    before = 0
    anew = 0
    for unit in units:
        if unit.series == outer:
            holder = unit
        elif unit.series == inner and holder is None:
            return False
        elif unit.series == inner and holder is not None:
            whole, point, _ = unit.number.partition(".")
            anew += unit.ordinal <= before or (bool(point) and whole == str(holder.ordinal))
            before = unit.ordinal
    return anew > 0


def _is_above(division: str, outer: str, units: Sequence[_Numbered]) -> bool:
    """Return whether a unit of the other series comes behind each division, before the next one."""
    kept = [unit.series for unit in units if unit.series in {division, outer}]
    return kept[-1] == outer and (division, division) not in pairwise(kept)
