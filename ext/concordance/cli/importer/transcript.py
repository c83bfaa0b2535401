"""Take the transcript of a United Nations resolution apart: a text in, provisions and footnotes out.

The module knows how such texts are built: a masthead, the organ's name as an opening line, unnumbered preambular
paragraphs that end in a comma, numbered operative paragraphs, lettered or dashed sub-items, an annex of numbered
paragraphs under headings, footnote calls in superscript digits and footnote lines that begin with them. It mends what
copying broke. It knows no particular text: everything particular comes in through the recipe.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from concordance.cli.importer.markup import DIGITS, SUPERSCRIPT, calls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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
# Parts a line into printed marker, number and text.
Marker: TypeAlias = Callable[[str], tuple[str, int, str] | None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the transcript, stripped, with its number counted from 1."""

    number: int
    text: str


@dataclass(slots=True)
class Provision:
    """A citable unit; `text` is still in the transcript's own markup, and grows as its lines are read."""

    id: str
    marker: str | None
    text: str
    line: int
    items: list[Provision] = field(default_factory=list)

    @property
    def last(self) -> Provision:
        """The last of its sub-items, or else itself: what the next line may continue."""
        return self.items[-1] if self.items else self


@dataclass(frozen=True, slots=True)
class Part:
    """The numbered paragraphs of an annex that stand under one heading; the first part may have none."""

    heading: Line | None
    provisions: Sequence[Provision]


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex of a resolution."""

    heading: Line
    chapeau: Sequence[Provision]
    parts: Sequence[Part]

    @property
    def provisions(self) -> list[Provision]:
        """The paragraphs of all its parts."""
        return [provision for part in self.parts for provision in part.provisions]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A whole transcript, taken apart."""

    masthead: Sequence[Line]
    opening: Line
    preamble: Sequence[Provision]
    operative: Sequence[Provision]
    annex: Annex | None
    footnotes: Mapping[int, Line]

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in the order of the text, each before its sub-items."""
        annex = [*self.annex.chapeau, *self.annex.provisions] if self.annex else []
        for provision in (*self.preamble, *self.operative, *annex):
            yield provision
            yield from provision.items


def read_transcript(text: str, recipe: Recipe) -> tuple[Resolution | None, list[Problem]]:
    """Take a transcript apart as its recipe tells.

    Return the resolution, None where it could not be read at all, and every problem found.
    """
    reader = _Reader(recipe, [])
    # A blank line or a lone dash carries no word. Neither ends a paragraph: page breaks leave both inside one.
    lines = [
        Line(number, line.strip())
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() not in {"", "-", "\N{EN DASH}"}
    ]
    return reader.resolution(lines), reader.problems


@dataclass(slots=True)
class _Reader:
    """Reads one transcript and notes every problem on the way, so that one run shows them all."""

    recipe: Recipe
    problems: list[Problem]

    def wrong(self, line: int, message: str, mend: str) -> None:
        self.problems.append(self.recipe.wrong_text(line, message, mend))

    def lost(self, location: Location, heading: str, role: str) -> None:
        """Note that a line is not there which the recipe names at `location`."""
        message = f"The transcript has no line “{heading}” ({role})."
        self.problems.append(self.recipe.wrong(location, message, "Copy the line exactly as it stands there."))

    def resolution(self, lines: Sequence[Line]) -> Resolution | None:
        model = self.recipe.model
        _, first, rest = _cut(lines, model.start)
        if first is None:
            self.lost(("start",), model.start, "where the reproduced text starts")
            return None
        body, footnotes = self.footnotes([first, *rest])
        masthead, opening, rest = _cut(body, model.resolution.opening)
        if opening is None:
            self.lost(("resolution", "opening"), model.resolution.opening, "the opening line")
            return None
        annex = None
        if model.annex is not None:
            rest, heading, annex_lines = _cut(rest, model.annex.start)
            if heading is None:
                self.lost(("annex", "start"), model.annex.start, "the heading of the annex")
            else:
                annex = self.annex(heading, annex_lines, model.annex)
        marker = _marker(model.resolution.markers)
        begin = _first(rest, lambda text: marker(text) is not None)
        preamble = self.preamble(rest[:begin], f"{model.resolution.id}-pp")
        operative = self.numbered(rest[begin:], f"{model.resolution.id}-op", marker)
        if not operative:
            self.wrong(opening.number, "No numbered operative paragraph follows.", "Restore what is lost.")
        resolution = Resolution(masthead, opening, preamble, operative, annex, footnotes)
        self.strays(resolution)
        return resolution

    def footnotes(self, lines: Iterable[Line]) -> tuple[list[Line], dict[int, Line]]:
        """Part the running text from the footnote lines that page breaks dropped into it."""
        body: list[Line] = []
        notes: dict[int, Line] = {}
        last = 0
        for line in lines:
            if match := FOOTNOTE.match(line.text):
                number = int(match[1].translate(DIGITS))
                if number != last + 1:
                    self.wrong(line.number, f"Footnote {number} follows footnote {last}.", "Make them run 1, 2, 3 …")
                last = number
                notes[number] = Line(line.number, match[2])
            else:
                body.append(line)
        return body, notes

    def preamble(self, lines: Iterable[Line], prefix: str) -> list[Provision]:
        """Collect the unnumbered paragraphs that end in a comma."""
        found: list[Provision] = []
        for line in lines:
            if not self.grown(found, line):
                found.append(Provision(f"{prefix}-{len(found) + 1}", None, line.text, line.number))
        mend = "Look for a line that is lost or that belongs elsewhere."
        for last in (provision.last for provision in found):
            if not PREAMBLE_END.search(last.text):
                self.wrong(last.line, "This preambular paragraph does not end in a comma.", mend)
        return found

    def numbered(self, lines: Iterable[Line], prefix: str, marker: Marker) -> list[Provision]:
        """Collect the paragraphs that run 1, 2, 3 …, with their sub-items."""
        found: list[Provision] = []
        last = 0
        for line in lines:
            if parted := marker(line.text):
                printed, number, text = parted
                if number != last + 1:
                    mend = "Make the numbers run 1, 2, 3 …, or name an odd marker under `markers` in the recipe."
                    self.wrong(line.number, f"Paragraph {number} follows paragraph {last}.", mend)
                last = number
                found.append(Provision(f"{prefix}-{number}", printed, text, line.number))
            elif not self.grown(found, line):
                mend = "Name its marker under `markers`, or the line as a heading, in the recipe."
                self.wrong(line.number, f"“{line.text[:40]}” has no number and continues no paragraph.", mend)
        return found

    def grown(self, found: Sequence[Provision], line: Line) -> bool:
        """Add `line` to the last provision found if it is a sub-item of it or continues it; say whether it did."""
        return bool(found) and (self.item(line, found[-1]) or _joined(line, found[-1]))

    def item(self, line: Line, parent: Provision) -> bool:
        """Add `line` to `parent` if it is a lettered or dashed sub-item; say whether it was one."""
        if match := LETTER.match(line.text):
            letter, marker, text = match[2] or match[3], match[1], match[4]
            due = chr(ord("a") + len(parent.items))
            if letter != due:
                self.wrong(line.number, f"Sub-item {marker} stands where ({due}) is due.", "Make them run a, b, c …")
        elif match := DASH.match(line.text):
            letter, marker, text = str(len(parent.items) + 1), match[1], match[2]
        else:
            return False
        parent.items.append(Provision(f"{parent.id}-{letter}", marker, text, line.number))
        return True

    def annex(self, heading: Line, lines: Sequence[Line], model: AnnexModel) -> Annex:
        """Part an annex into its chapeau and its parts; the numbers run through all the parts."""
        marker = _marker(model.markers)
        starts = [part.start for part in model.parts]
        begin = _first(lines, lambda text: marker(text) is not None or text in starts)
        chapeau: list[Provision] = []
        for line in lines[:begin]:
            if not (chapeau and _joined(line, chapeau[-1])):
                chapeau.append(Provision(f"{model.id}-chapeau", None, line.text, line.number))
        for extra in chapeau[1:]:
            self.wrong(extra.line, "A second paragraph stands before paragraph 1.", "Leave the annex one chapeau.")
        headings = {line.text: line for line in lines[begin:] if line.text in starts}
        missing = [index for index, start in enumerate(starts) if start is not None and start not in headings]
        for index in missing:
            self.lost(("annex", "parts", index, "start"), str(starts[index]), "the heading of a part")
        provisions = self.numbered([line for line in lines[begin:] if line.text not in headings], model.id, marker)
        annex = Annex(heading, chapeau, _parts([headings.get(start or "") for start in starts], provisions))
        if not missing and provisions != annex.provisions:
            message = "The parts do not hold every paragraph once, in order."
            self.problems.append(self.recipe.wrong(("annex", "parts"), message, "Put them in the order of the text."))
        return annex

    def strays(self, resolution: Resolution) -> None:
        """Note every footnote call without a footnote, and every footnote that is never called."""
        called: set[int] = set()
        for provision in resolution.walk():
            for number in calls(provision.text):
                called.add(number)
                if number not in resolution.footnotes:
                    self.wrong(provision.line, f"Footnote {number} is called but never given.", "Restore its line.")
        for number in sorted(resolution.footnotes.keys() - called):
            note = resolution.footnotes[number]
            self.wrong(note.number, f"Footnote {number} is given but never called.", "Restore its call in the text.")


def _first(lines: Sequence[Line], wanted: Callable[[str], bool]) -> int:
    """Return the index of the first line that is wanted, or the number of lines if there is none."""
    return next((index for index, line in enumerate(lines) if wanted(line.text)), len(lines))


def _cut(lines: Sequence[Line], heading: str) -> tuple[Sequence[Line], Line | None, Sequence[Line]]:
    """Return what stands before the line `heading`, the line itself (None if it is not there) and what follows it."""
    index = _first(lines, lambda text: text == heading)
    return lines[:index], lines[index] if index < len(lines) else None, lines[index + 1 :]


def _joined(line: Line, provision: Provision) -> bool:
    """Join `line` to the paragraph it continues after a page break; say whether it did.

    A second half begins with a small letter, or its first half has not come to an end.
    """
    if not line.text[0].islower() and ENDED.search(provision.last.text):
        return False
    provision.last.text += f" {line.text}"
    return True


def _marker(odd: Mapping[str, int]) -> Marker:
    """Return a function that parts a line into printed marker, number and text, or gives None."""

    def find(line: str) -> tuple[str, int, str] | None:
        for printed, number in odd.items():
            if line.startswith(f"{printed} "):
                return printed, number, line[len(printed) :].strip()
        match = NUMBER.match(line)
        return (match[1], int(match[2]), match[3]) if match else None

    return find


def _parts(headings: Sequence[Line | None], provisions: Sequence[Provision]) -> list[Part]:
    """Deal the paragraphs out to the parts by the lines on which the headings stand."""
    starts = [0 if heading is None else heading.number for heading in headings]
    return [
        Part(heading, [provision for provision in provisions if start <= provision.line < end])
        for heading, start, end in zip(headings, starts, [*starts[1:], sys.maxsize], strict=True)
    ]
