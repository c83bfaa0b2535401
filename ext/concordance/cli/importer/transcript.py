"""Parse the transcript of a United Nations resolution into provisions and footnotes.

The module knows how such texts are built: a masthead, the organ's name as an opening line, unnumbered preambular
paragraphs that end in a comma, numbered operative paragraphs, lettered or dashed sub-items, an annex of numbered
paragraphs under headings, footnote calls in superscript digits and footnote lines that begin with them. It repairs what
copying broke. It knows no particular text: everything particular comes from the recipe.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from concordance.cli.importer.markup import DIGITS, SUPERSCRIPT, called_footnotes
from concordance.cli.importer.resolution import Annex, AnnexPart, ImportedProvision, Resolution, TranscriptLine

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.cli.importer.recipe import AnnexModel, Recipe
    from concordance.model.problems import Problem
    from concordance.reading.strict_yaml import Location

FOOTNOTE = re.compile(rf"([{SUPERSCRIPT}]+)\s*(.+)")
NUMBER = re.compile(r"((\d+)\.)\s+(.+)")
LETTER = re.compile(r"(?:[-\u2013]\s+)?(\(([a-z])\)|([a-z])\.)\s+(.+)")
DASH = re.compile(r"([-\u2013])\s+(.+)")
# What may follow the comma or full stop that ends a paragraph: closing marks, footnote calls, leftover asterisks.
ENDED = re.compile(rf"[,;:.][\s*\"'\u201d\u2019)\]{SUPERSCRIPT}]*$")
PREAMBLE_END = re.compile(rf",[\s*{SUPERSCRIPT}]*$")


class NumberedLine(NamedTuple):
    """A line that begins with the number of a paragraph."""

    marker: str
    """The number as it is printed: `12.`."""
    number: int
    """The number as it counts, which for an odd marker is that in the recipe."""
    text: str
    """What follows the marker."""


# Parses a line; None if it does not begin with a number.
NumberParser: TypeAlias = Callable[[str], NumberedLine | None]


def read_transcript(text: str, recipe: Recipe) -> tuple[Resolution | None, list[Problem]]:
    """Parse a transcript as its recipe says; return the resolution, and every problem of the transcript.

    The resolution is None if it cannot be read at all.
    """
    reader = _TranscriptReader(recipe, [])
    # A blank line or a lone dash carries no word. Neither ends a paragraph: page breaks leave both inside one.
    lines = [
        TranscriptLine(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() not in {"", "-", "\N{EN DASH}"}
    ]
    return reader.read_resolution(lines), reader.problems


@dataclass(slots=True)
class _TranscriptReader:
    """Reads one transcript and collects every problem on the way, so that one run shows them all."""

    recipe: Recipe
    problems: list[Problem]

    def report(self, line: int, message: str, remedy: str) -> None:
        self.problems.append(self.recipe.transcript_problem(line, message, remedy))

    def report_missing_line(self, location: Location, heading: str, role: str) -> None:
        """Report that a line is missing that the recipe names at `location`."""
        message = f"The transcript has no line “{heading}” ({role})."
        self.problems.append(self.recipe.problem(location, message, "Copy the line exactly as it stands there."))

    def read_resolution(self, lines: Sequence[TranscriptLine]) -> Resolution | None:
        model = self.recipe.model
        _, first, rest = _split_at(lines, model.start)
        if first is None:
            self.report_missing_line(("start",), model.start, "where the reproduced text starts")
            return None
        body, footnotes = self.split_footnotes([first, *rest])
        masthead, opening, rest = _split_at(body, model.resolution.opening)
        if opening is None:
            self.report_missing_line(("resolution", "opening"), model.resolution.opening, "the opening line")
            return None
        annex = None
        if model.annex is not None:
            rest, heading, annex_lines = _split_at(rest, model.annex.start)
            if heading is None:
                self.report_missing_line(("annex", "start"), model.annex.start, "the heading of the annex")
            else:
                annex = self.read_annex(heading, annex_lines, model.annex)
        parse = _number_parser(model.resolution.markers)
        begin = _first_index(rest, lambda text: parse(text) is not None)
        preamble = self.read_preamble(rest[:begin], f"{model.resolution.id}-pp")
        operative = self.read_numbered(rest[begin:], f"{model.resolution.id}-op", parse)
        if not operative:
            self.report(opening.number, "No numbered operative paragraph follows.", "Restore what is lost.")
        resolution = Resolution(masthead, opening, preamble, operative, annex, footnotes)
        self.check_footnote_calls(resolution)
        return resolution

    def split_footnotes(
        self, lines: Iterable[TranscriptLine]
    ) -> tuple[list[TranscriptLine], dict[int, TranscriptLine]]:
        """Return the running text without the footnotes that page breaks left in it, and the footnotes by number."""
        body: list[TranscriptLine] = []
        notes: dict[int, TranscriptLine] = {}
        last = 0
        for line in lines:
            if match := FOOTNOTE.match(line.text):
                number = int(match[1].translate(DIGITS))
                if number != last + 1:
                    self.report(line.number, f"Footnote {number} follows footnote {last}.", "Make them run 1, 2, 3 …")
                last = number
                notes[number] = TranscriptLine(line.number, match[2])
            else:
                body.append(line)
        return body, notes

    def read_preamble(self, lines: Iterable[TranscriptLine], prefix: str) -> list[ImportedProvision]:
        """Collect the unnumbered paragraphs that end in a comma."""
        provisions: list[ImportedProvision] = []
        for line in lines:
            if not self.extend_last(provisions, line):
                provisions.append(ImportedProvision(f"{prefix}-{len(provisions) + 1}", None, line.text, line.number))
        remedy = "Look for a line that is lost or that belongs elsewhere."
        for last in (provision.last for provision in provisions):
            if not PREAMBLE_END.search(last.text):
                self.report(last.line, "This preambular paragraph does not end in a comma.", remedy)
        return provisions

    def read_numbered(
        self, lines: Iterable[TranscriptLine], prefix: str, parse: NumberParser
    ) -> list[ImportedProvision]:
        """Collect the paragraphs that run 1, 2, 3 …, with their sub-items."""
        provisions: list[ImportedProvision] = []
        last = 0
        for line in lines:
            if numbered := parse(line.text):
                marker, number, text = numbered
                if number != last + 1:
                    remedy = "Make the numbers run 1, 2, 3 …, or name an odd marker under `markers` in the recipe."
                    self.report(line.number, f"Paragraph {number} follows paragraph {last}.", remedy)
                last = number
                provisions.append(ImportedProvision(f"{prefix}-{number}", marker, text, line.number))
            elif not self.extend_last(provisions, line):
                remedy = "Name its marker under `markers`, or the line as a heading, in the recipe."
                self.report(line.number, f"“{line.text[:40]}” has no number and continues no paragraph.", remedy)
        return provisions

    def extend_last(self, provisions: Sequence[ImportedProvision], line: TranscriptLine) -> bool:
        """Add `line` to the last provision if it is a sub-item of it or continues it; return whether it is."""
        return bool(provisions) and (self.add_item(line, provisions[-1]) or _join(line, provisions[-1]))

    def add_item(self, line: TranscriptLine, parent: ImportedProvision) -> bool:
        """Add `line` to `parent` if it is a lettered or dashed sub-item; return whether it is."""
        if match := LETTER.match(line.text):
            letter, marker, text = match[2] or match[3], match[1], match[4]
            due = chr(ord("a") + len(parent.items))
            if letter != due:
                self.report(line.number, f"Sub-item {marker} stands where ({due}) is due.", "Make them run a, b, c …")
        elif match := DASH.match(line.text):
            letter, marker, text = str(len(parent.items) + 1), match[1], match[2]
        else:
            return False
        parent.items.append(ImportedProvision(f"{parent.id}-{letter}", marker, text, line.number))
        return True

    def read_annex(self, heading: TranscriptLine, lines: Sequence[TranscriptLine], model: AnnexModel) -> Annex:
        """Divide an annex into its chapeau and its parts; the numbers run through all parts."""
        parse = _number_parser(model.markers)
        starts = [part.start for part in model.parts]
        begin = _first_index(lines, lambda text: parse(text) is not None or text in starts)
        chapeau: list[ImportedProvision] = []
        for line in lines[:begin]:
            if not (chapeau and _join(line, chapeau[-1])):
                chapeau.append(ImportedProvision(f"{model.id}-chapeau", None, line.text, line.number))
        for extra in chapeau[1:]:
            self.report(extra.line, "A second paragraph stands before paragraph 1.", "Leave the annex one chapeau.")
        headings = {line.text: line for line in lines[begin:] if line.text in starts}
        missing = [index for index, start in enumerate(starts) if start is not None and start not in headings]
        for index in missing:
            self.report_missing_line(("annex", "parts", index, "start"), str(starts[index]), "the heading of a part")
        provisions = self.read_numbered([line for line in lines[begin:] if line.text not in headings], model.id, parse)
        annex = Annex(heading, chapeau, _divide([headings.get(start or "") for start in starts], provisions))
        if not missing and provisions != annex.provisions:
            message = "The parts do not hold every paragraph once, in order."
            self.problems.append(self.recipe.problem(("annex", "parts"), message, "Put them in the order of the text."))
        return annex

    def check_footnote_calls(self, resolution: Resolution) -> None:
        """Report every footnote call without a footnote, and every footnote that is never called."""
        called: set[int] = set()
        for provision in resolution.walk():
            for number in called_footnotes(provision.text):
                called.add(number)
                if number not in resolution.footnotes:
                    self.report(provision.line, f"Footnote {number} is called but never given.", "Restore its line.")
        for number in sorted(resolution.footnotes.keys() - called):
            note = resolution.footnotes[number]
            self.report(note.number, f"Footnote {number} is given but never called.", "Restore its call in the text.")


def _first_index(lines: Sequence[TranscriptLine], matches: Callable[[str], bool]) -> int:
    """Return the index of the first line that matches, or the number of lines if none does."""
    return next((index for index, line in enumerate(lines) if matches(line.text)), len(lines))


def _split_at(
    lines: Sequence[TranscriptLine], heading: str
) -> tuple[Sequence[TranscriptLine], TranscriptLine | None, Sequence[TranscriptLine]]:
    """Return the lines before the line `heading`, that line (None if there is none), and the lines after it."""
    index = _first_index(lines, lambda text: text == heading)
    return lines[:index], lines[index] if index < len(lines) else None, lines[index + 1 :]


def _join(line: TranscriptLine, provision: ImportedProvision) -> bool:
    """Append `line` to the paragraph that it continues after a page break; return whether it continues one.

    A second half begins with a small letter, or comes after a first half that has not come to an end.
    """
    if not line.text[0].islower() and ENDED.search(provision.last.text):
        return False
    provision.last.text += f" {line.text}"
    return True


def _number_parser(odd: Mapping[str, int]) -> NumberParser:
    """Return a parser of numbers, which also knows the odd markers that a recipe lists with their numbers."""

    def parse(line: str) -> NumberedLine | None:
        for marker, number in odd.items():
            if line.startswith(f"{marker} "):
                return NumberedLine(marker, number, line[len(marker) :].strip())
        match = NUMBER.match(line)
        return NumberedLine(match[1], int(match[2]), match[3]) if match else None

    return parse


def _divide(headings: Sequence[TranscriptLine | None], provisions: Sequence[ImportedProvision]) -> list[AnnexPart]:
    """Divide the paragraphs among the parts, by the lines of the headings."""
    starts = [0 if heading is None else heading.number for heading in headings]
    return [
        AnnexPart(heading, [provision for provision in provisions if start <= provision.line < end])
        for heading, start, end in zip(headings, starts, [*starts[1:], sys.maxsize], strict=True)
    ]
