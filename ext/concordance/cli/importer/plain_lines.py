"""Propose how the lines of a plain text are divided: running heads and footnotes.

Programs that take text out of a PDF leave what is printed on every page between the lines. What is proposed here stands
in the recipe, for an editor to correct.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.cli.importer.markers import DIVISION, NUMBERED, Style, find_marker
from concordance.cli.importer.paragraphs import ENDED, LineRange

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PAGE_BREAK = "\f"
PAGE_LINE = re.compile(
    r"(?:page|p\.)\s*\d+(?:\s*(?:of|/)\s*\d+)?|[-–]\s*\d+\s*[-–]|"
    r"(?:\d{2}-\d{5}\S*\s+(?:\([A-Z]\)\s+(?:\d+\s+)?)?)?\d+\s*/\s*\d+(?:\s+\d{2}-\d{5}\S*(?:\s+\([A-Z]\).*)?)?",
    re.IGNORECASE,
)
LONE_NUMBER = re.compile(r"\d{1,4}")
SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:/[\w.()-]+)+|\d{2}-\d{5}(?:\s*\(E\))?.*")
RULE = re.compile(r"[_\-–—=*\s]{5,}")
NOTES = re.compile(r"(?:foot|end)?notes?:?", re.IGNORECASE)
NOTE_LINE = re.compile(r"[\[(]?(\d{1,3})[\])]?(?:\s+(?=[\w“\"‘*])|(?=[A-Z“]))(?!\d)")
SUPERSCRIPT_LINE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*\S")
NEAR = 3


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a plain text."""

    number: int
    """Counted from 1."""
    text: str
    """Without space at its ends, and with single spaces in it."""
    first: bool
    """Whether a page begins with it."""
    indent: int
    """How many spaces precede it."""

    @property
    def ended(self) -> bool:
        """Whether its last words may end a paragraph."""
        return bool(ENDED.search(self.text))


def text_lines(text: str) -> list[TextLine]:
    """Return all lines of a text, blank ones included. A form feed begins a page and is no line of its own."""
    return [
        TextLine(
            number,
            " ".join(line.split()),
            line.startswith(PAGE_BREAK),
            len(line) - len(line.lstrip(" \t" + PAGE_BREAK)),
        )
        for number, line in enumerate(text.split("\n"), start=1)
    ]


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def find_running_heads(lines: Sequence[TextLine]) -> list[int]:
    """Return the numbers of the lines that are printed on every page: symbols, page numbers, heads and feet."""
    printed = [line for line in lines if line.text]
    numbered = _page_numbers(printed)
    breaks = {index for index, line in enumerate(printed) if line.number in numbered}
    starts = {index for index, line in enumerate(printed) if line.first}
    shapes = Counter(_shape(line.text) for line in printed)
    heads = set(numbered)
    pages = max(len(starts), len(breaks)) + 1
    for index, line in enumerate(printed):
        near = any(at in breaks or at in starts for at in range(index - NEAR, index + NEAR + 1))
        often = shapes[_shape(line.text)] >= max(2, min(3, pages - 1))
        if (near and often and len(line.text) < 100 and not _is_number(line.text)) or (
            SYMBOL.fullmatch(line.text) and often and shapes[_shape(line.text)] > 2
        ):
            heads.add(line.number)
    return sorted(heads)


def _is_number(text: str) -> bool:
    """Return whether a line may be the number of a footnote, or begin a unit: it is nothing that pages repeat."""
    return bool(LONE_NUMBER.fullmatch(text)) or find_marker(text) is not None


def _page_numbers(printed: Sequence[TextLine]) -> set[int]:
    """Return the lines that hold the number of a page and nothing else."""
    labelled_lines = {line.number for line in printed if PAGE_LINE.fullmatch(line.text)}
    if labelled_lines:
        return labelled_lines
    edges = [
        line
        for index, line in enumerate(printed)
        if LONE_NUMBER.fullmatch(line.text) and any(other.first for other in printed[max(0, index - 1) : index + 3])
    ]
    # The last page ends with the file.
    edges += [line for line in printed[-1:] if edges and line not in edges and LONE_NUMBER.fullmatch(line.text)]
    lone = edges or [line for line in _before_notes(printed) if LONE_NUMBER.fullmatch(line.text)]
    runs = _longest_run([(line.number, int(line.text)) for line in lone])
    return set(runs) if len(runs) > 1 or edges else set()


def _before_notes(printed: Sequence[TextLine]) -> Iterator[TextLine]:
    for line in printed:
        if NOTES.fullmatch(line.text):
            return
        yield line


def _longest_run(numbers: Sequence[tuple[int, int]]) -> list[int]:
    """Return the lines of the longest series in which each number is one more than the last."""
    best: dict[int, list[int]] = {}
    for line, number in numbers:
        best[number] = [*best.get(number - 1, []), line]
    return max(best.values(), key=len, default=[])


def find_footnote_lines(lines: Sequence[TextLine], heads: Iterable[int]) -> dict[int, LineRange]:
    """Return the lines of footnotes by number: at the foot of pages, or behind a heading such as “Notes”."""
    hidden = set(heads)
    kept = [line for line in lines if line.number not in hidden]
    start = next((index for index, line in enumerate(kept) if NOTES.fullmatch(line.text)), None)
    if start is not None and (notes := _end_notes(kept[start + 1 :])):
        return notes
    return _superscript_notes(kept) or _page_notes(lines, hidden)


def _end_notes(lines: Sequence[TextLine]) -> dict[int, LineRange]:
    notes: dict[int, LineRange] = {}
    due = 1
    for line in lines:
        if DIVISION.match(line.text) and len(line.text.split()) < 4 and notes:
            break
        lone = line.text.strip("[]().") == str(due)
        match = NOTE_LINE.match(line.text)
        if line.text and (lone or (match and int(match[1]) == due)):
            notes[due] = LineRange(line.number, line.number)
            due += 1
        elif line.text and notes:
            notes[due - 1] = LineRange(notes[due - 1].first, line.number)
    return notes


def _superscript_notes(kept: Sequence[TextLine]) -> dict[int, LineRange]:
    notes: dict[int, LineRange] = {}
    blank = True
    for line in kept:
        if SUPERSCRIPT_LINE.match(line.text):
            number = int(
                "".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(sign)) for sign in re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]", line.text.split()[0]))
            )
            notes[number] = LineRange(line.number, line.number)
            blank = False
        elif line.text and not blank and notes:
            last = max(notes)
            notes[last] = LineRange(notes[last].first, line.number)
        else:
            blank = True
    return notes


def _page_notes(lines: Sequence[TextLine], hidden: set[int]) -> dict[int, LineRange]:
    """Return the footnotes at the foot of pages: numbers that follow each other, up to the end of the page."""
    notes: dict[int, LineRange] = {}
    for page in _pages(lines, hidden):
        due = len(notes) + 1
        starts = [line.number for line in page if _note_number(line.text) == due and not is_unit(line.text)]
        if not starts:
            continue
        begin = _after_rule(page) or starts[-1]
        starts = [start for start in starts if start >= begin]
        if not starts:
            continue
        current = 0
        for line in page:
            if line.number < begin or not line.text or RULE.fullmatch(line.text):
                continue
            if _note_number(line.text) == due:
                notes[due] = LineRange(line.number, line.number)
                current, due = due, due + 1
            elif current:
                notes[current] = LineRange(notes[current].first, line.number)
    return notes


def _note_number(text: str) -> int:
    """Return the number that a line begins with as a footnote does, or 0; it may stand alone on the line."""
    match = NOTE_LINE.match(text) or re.fullmatch(r"(\d{1,3})", text)
    return int(match[1]) if match else 0


def is_unit(text: str) -> bool:
    """Return whether a line begins as a unit does that is cited by number."""
    marker = find_marker(text)
    return marker is not None and marker.styles[0] in NUMBERED


def _after_rule(page: Sequence[TextLine]) -> int:
    return next((line.number for line in reversed(page) if line.text and RULE.fullmatch(line.text)), 0)


def _pages(lines: Sequence[TextLine], hidden: set[int]) -> Iterator[list[TextLine]]:
    page = 0
    pages: list[tuple[int, TextLine]] = []
    before = False
    for line in lines:
        if line.first or (line.number in hidden and not before):
            page += 1
        before = line.number in hidden or (before and not line.text)
        if line.number not in hidden:
            pages.append((page, line))
    for _, group in groupby(pages, key=lambda item: item[0]):
        yield [line for _, line in group]


def is_lone_unit(text: str) -> bool:
    """Return whether a line holds the marker of an article or section and nothing else."""
    marker = find_marker(text)
    return marker is not None and marker.styles[0] in {Style.ARTICLE, Style.DECIMAL} and marker.end >= len(text)
