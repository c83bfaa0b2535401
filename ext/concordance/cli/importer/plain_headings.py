"""Propose which lines of a plain text are headings: programs often leave no blank line around them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.cli.importer.markers import DIVISION, Style, find_marker, ordinal_of
from concordance.cli.importer.paragraphs import ENDED, JOINING, LineRange
from concordance.cli.importer.plain_lines import NOTES, RULE, is_lone_unit, is_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.cli.importer.plain_lines import TextLine

OPENING = re.compile(r"(?:The|We)\b.*,$")
LINES = 4
WORDS = 24
TITLE_WORDS = 12
# What the number of a paragraph may be ahead of the one before it.
AHEAD = 10


def find_headings(lines: Sequence[TextLine], notes: Mapping[int, LineRange], heads: Iterable[int]) -> list[LineRange]:
    """Return the lines of headings: without an end of a sentence, between paragraphs.

    `notes` are the lines of footnotes, `heads` those that are printed on every page.
    """
    hidden = {*heads, *(number for span in notes.values() for number in range(span.first, span.last + 1))}
    kept = [line for line in lines if line.number not in hidden and not (notes and NOTES.fullmatch(line.text))]
    return _HeadingFinder(kept).find()


@dataclass(slots=True)
class _HeadingFinder:
    lines: Sequence[TextLine]
    headings: list[LineRange] = field(default_factory=list)
    began: bool = False
    """Whether a unit or the opening line of a preamble has come."""
    last: int = 0
    """The number of the last numbered paragraph."""

    def find(self) -> list[LineRange]:
        index = 0
        while index < len(self.lines):
            text = self.lines[index].text
            self.began = self.began or is_unit(text) or bool(OPENING.match(text))
            if self.is_next_number(text):
                marker = find_marker(text)
                self.last = ordinal_of(marker.number, Style.NUMBER) if marker else 0
            size = self.size_at(index) if text and self.may_begin(index) else 0
            if size:
                self.headings.append(LineRange(self.lines[index].number, self.lines[index + size - 1].number))
            index += max(size, 1)
        return self.headings

    def is_next_number(self, text: str) -> bool:
        """Return whether a line begins with a number that may be that of the next paragraph."""
        marker = find_marker(text)
        if marker is None or Style.NUMBER not in marker.styles:
            return False
        number = ordinal_of(marker.number, Style.NUMBER)
        return number == 1 or self.last < number <= self.last + AHEAD

    def begins_unit(self, text: str) -> bool:
        marker = find_marker(text)
        return marker is not None and (Style.NUMBER not in marker.styles or self.is_next_number(text))

    def may_begin(self, index: int) -> bool:
        """Return whether a line has the form of a heading, and stands behind the end of a paragraph."""
        text = self.lines[index].text
        if (ENDED.search(JOINING.sub("", text)) and not _goes_on(text)) or RULE.fullmatch(text):
            return False
        if not (text[0].isupper() or text[0] in '“"') or not (DIVISION.match(text) or find_marker(text) is None):
            return False
        before = self.lines[index - 1] if index else None
        behind = bool(self.headings) and before is not None and before.number in self.headings[-1]
        return before is None or not before.text or before.ended or is_lone_unit(before.text) or behind

    def size_at(self, index: int) -> int:
        """Return how many lines the heading has that may begin at `index`; 0 if none does."""
        titles = index > 0 and is_lone_unit(self.lines[index - 1].text)
        division = bool(DIVISION.match(self.lines[index].text))
        size = self.run_length(index, titles=titles)
        run = self.lines[index : index + size]
        words = sum(len(line.text.split()) for line in run)
        after = self.lines[index + size].text if index + size < len(self.lines) else ""
        closed = not after or self.begins_unit(after) or titles or division
        if not closed or words > WORDS or any(line.ended and not _goes_on(line.text) for line in run):
            return 0
        follower = next((line.text for line in self.lines[index + size :] if line.text), "")
        if not follower or follower[0].islower() or not (division or self.began or self.begins_unit(follower)):
            return 0
        by_unit = (is_unit(follower) and self.begins_unit(follower)) or titles or division
        return size if by_unit or words <= TITLE_WORDS else 0

    def run_length(self, index: int, *, titles: bool) -> int:
        """Return how many lines belong together; `titles` says whether the first stands behind the number of a unit."""
        size = 1
        while size < LINES and index + size < len(self.lines):
            after = self.lines[index + size].text
            if not after or find_marker(after) or (titles and after[0].isupper()):
                break
            if DIVISION.fullmatch(self.lines[index].text):
                break
            size += 1
        return size


def _goes_on(text: str) -> bool:
    return text.isupper() and text.endswith(",")
