"""Read plain text, such as a PDF gives it: put lines together to paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.cli.importer.decisions import CONTINUES, HYPHENATED, JOINED, TEXT, UNIT
from concordance.cli.importer.markers import NUMBERED, Style, find_marker, ordinal_of
from concordance.cli.importer.markup import Inline, superscript_calls
from concordance.cli.importer.paragraphs import Outline, SourceContent, SourceParagraph
from concordance.cli.importer.plain_lines import NOTE_LINE, NOTES, RULE, TextLine, is_lone_unit, text_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from concordance.cli.importer.decisions import Decisions

LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
WIDE = 0.95
LEAST_WIDTH = 40
# What a numbered paragraph may be ahead of the one before it.
AHEAD = 10
PREFIXES = frozenset(
    [
        "self",
        "non",
        "well",
        "long",
        "follow",
        "co",
        "multi",
        "pre",
        "post",
        "sub",
        "cross",
        "decision",
        "high",
        "low",
        "full",
        "part",
        "anti",
    ]
)


def read_plain_text(text: str, outline: Outline, decisions: Decisions) -> SourceContent:
    """Read a plain text that is divided as `outline` says."""
    lines = text_lines(text)
    kept = [line for line in lines if not outline.leaves_out(line.number)]
    words = Counter(word.lower() for line in kept for word in LETTERS.findall(line.text))
    notes = {number: [line for line in kept if line.number in span] for number, span in outline.footnotes.items()}
    in_notes = {line.number for note in notes.values() for line in note}
    body = [
        line
        for line in kept
        if line.number not in in_notes and not RULE.fullmatch(line.text) and not (notes and NOTES.fullmatch(line.text))
    ]
    joiner = _Joiner(outline, decisions, words, _width(kept))
    paragraphs = joiner.read(body)
    footnotes = {number: joiner.note(note) for number, note in notes.items() if note}
    return SourceContent(tuple(paragraphs), footnotes, joiner.joined)


def _width(lines: Sequence[TextLine]) -> int:
    """Return how many characters most full lines have at least."""
    lengths = sorted(len(line.text) for line in lines if line.text)
    return max(LEAST_WIDTH, lengths[int(len(lengths) * WIDE) - 1]) if len(lengths) > 3 else LEAST_WIDTH


@dataclass(slots=True)
class _Joiner:
    """Puts lines together."""

    outline: Outline
    decisions: Decisions
    words: Counter[str]
    """How often each word occurs."""
    width: int
    """The number of characters of a full line."""
    joined: int = 0
    last: int = 0
    """The number of the last numbered paragraph."""
    paragraphs: list[SourceParagraph] = field(default_factory=list)

    def read(self, lines: Sequence[TextLine]) -> list[SourceParagraph]:
        current: list[TextLine] = []
        heading = 0
        gap = False
        for line in lines:
            if not line.text:
                gap = True
                continue
            starts = next((index + 1 for index, span in enumerate(self.outline.headings) if line.number in span), 0)
            if current and (starts != heading or not (starts or self.continues(current, line, gap=gap))):
                self.close(current, heading)
                current = []
            if not current and not starts:
                self.count(line.text)
            heading = starts
            current.append(line)
            gap = False
        self.close(current, heading)
        return self.paragraphs

    def close(self, lines: Sequence[TextLine], heading: int) -> None:
        if lines:
            words = superscript_calls(Inline(self.join(lines), ()))
            self.paragraphs.append(SourceParagraph(lines[0].number, words, 1 if heading else 0))

    def note(self, lines: Sequence[TextLine]) -> SourceParagraph:
        printed = [line for line in lines if line.text]
        text = self.join(printed)
        match = NOTE_LINE.match(text) or re.match(r"[\[(]?\d+[\])]?\.?\s*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*", text)
        return SourceParagraph(printed[0].number, Inline(text[match.end() :].strip() if match else text, ()))

    def count(self, text: str) -> None:
        marker = find_marker(text)
        if marker and Style.NUMBER in marker.styles:
            self.last = ordinal_of(marker.number, Style.NUMBER)
        elif marker and Style.ARTICLE in marker.styles:
            self.last = 0

    def continues(self, current: Sequence[TextLine], line: TextLine, *, gap: bool) -> bool:
        """Return whether a line continues the paragraph of the lines before it."""
        before = current[-1]
        opened = find_marker(current[0].text) if len(current) == 1 else None
        if opened and opened.end >= len(current[0].text) and opened.styles[0] is not Style.ARTICLE:
            # The number stands alone on its line.
            other = find_marker(line.text)
            return opened.styles[0] is not Style.DECIMAL and not (other and other.styles[0] in NUMBERED)
        if (marker := find_marker(line.text)) and self.begins_unit(marker.styles[0], marker.number, before, line, gap):
            return False
        if opened and opened.end >= len(current[0].text):
            return False
        torn = line.number - before.number > 1 and any(
            self.outline.leaves_out(number) or any(number in span for span in self.outline.footnotes.values())
            for number in range(before.number + 1, line.number)
        )
        if gap and not torn:
            return self.continues_over_gap(before, line)
        if torn and not before.ended:
            return True
        fitting = len(before.text) + 1 + len(line.text.split(" ", 1)[0]) <= self.width
        return not (before.ended and fitting and not line.text[0].islower())

    def continues_over_gap(self, before: TextLine, line: TextLine) -> bool:
        if not line.text[0].islower():
            return False
        message = "A paragraph begins with a small letter."
        first = " ".join(line.text.split()[:4])
        if before.ended and before.text[-1] != ",":
            return self.decisions.decide(line.number, first, message, TEXT, CONTINUES) == CONTINUES
        return self.decisions.decide(line.number, first, message, CONTINUES, TEXT) == CONTINUES

    def begins_unit(self, style: Style, number: str, before: TextLine, line: TextLine, gap: bool) -> bool:
        """Return whether the marker that a line begins with is one, and not the next word of a sentence."""
        gap = gap or is_lone_unit(before.text)
        if gap or before.ended or style is Style.DASH:
            likely = style is not Style.NUMBER or gap or self.is_near(number)
        else:
            likely = (style in NUMBERED and style is not Style.ARTICLE and self.is_due(style, number)) or bool(
                re.search(r"\b(and|or|y|o|et|ou|и|или)$", before.text)
            )
        first = " ".join(line.text.split()[:4])
        message = "A line begins as a unit does, but the line before it has not ended."
        if likely and (gap or before.ended or style is Style.DASH):
            return True
        if not likely and style is Style.NUMBER and before.ended:
            message = "A line begins with a number that is not the next one."
        choices = (UNIT, TEXT) if likely else (TEXT, UNIT)
        return self.decisions.decide(line.number, first, message, *choices) == UNIT

    def is_due(self, style: Style, number: str) -> bool:
        return style is Style.NUMBER and ordinal_of(number, style) == self.last + 1

    def is_near(self, number: str) -> bool:
        value = ordinal_of(number, Style.NUMBER)
        return value == 1 or self.last <= value <= self.last + AHEAD

    def join(self, lines: Sequence[TextLine]) -> str:
        """Return the words of lines, with words put together that were divided at their ends."""
        text = lines[0].text if lines else ""
        for line in lines[1:]:
            broken = BROKEN.search(text)
            after = LETTERS.match(line.text)
            if broken and after and (after[0][0].islower() or broken[1].islower()):
                text = self.mend(text, broken[1], after[0], line)
                self.joined += 1
            elif text.endswith(("-", "/", "–")) and not text.endswith((" -", " –")):
                text += line.text
                self.joined += 1
            else:
                text += f" {line.text}"
        return text

    def mend(self, text: str, first: str, second: str, line: TextLine) -> str:
        whole, hyphenated = f"{first}{second}".lower(), f"{first}-{second}".lower()
        if self.words[hyphenated]:
            return text + line.text
        if self.words[whole]:
            return text[:-1] + line.text
        kept = first.lower().rpartition("-")[2] in PREFIXES or second[0].isupper()
        choices = (HYPHENATED, JOINED) if kept else (JOINED, HYPHENATED)
        message = "A word is divided at the end of a line, and it is not known whether it has a hyphen."
        reading = self.decisions.decide(line.number - 1, f"{first}-{second}", message, *choices)
        return (text if reading == HYPHENATED else text[:-1]) + line.text
