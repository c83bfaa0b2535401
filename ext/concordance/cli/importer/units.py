"""The units of a text, as they are found in a source."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from concordance.cli.importer.markers import Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.cli.importer.markers import Marker
    from concordance.cli.importer.markup import Inline
    from concordance.cli.importer.paragraphs import SourceParagraph

TITLE_WORDS = 16


@dataclass(slots=True)
class Words:
    """Words of a text that are no unit, such as a masthead or a heading."""

    line: int
    """The number of their first line in the source, counted from 1."""
    inline: Inline
    heading: int = 0
    """The level of a heading; 0 for anything else."""
    table: str = ""
    """The Markdown of a table, whose words are those of `inline`; empty for anything else."""


@dataclass(slots=True)
class Unit:
    """A citable unit; it grows as paragraphs are read."""

    style: Style | None
    """None for a paragraph of a preamble and for others without a number."""
    printed: str
    """What is printed before it, such as `12.` or `(a)`; empty if nothing is."""
    key: str
    """Its part of the id."""
    number: str
    """How it is cited where the key does not say so: `4.50.110`; empty elsewhere."""
    line: int
    """The number of its first line in the source, counted from 1."""
    ordinal: int = 0
    """Its place in its series, counted from 1: as its number says or, for a dash and for others without, as it stands.
    """
    parts: list[Words | Unit] = field(default_factory=list)
    """Its words and the units within it, in the order of the text."""
    depth: int = 0
    """In how many lists within each other it stands, where the format says so."""

    def fill(self, paragraph: SourceParagraph, marker: Marker) -> None:
        """Put the words of a paragraph behind its marker into the unit; those of a heading are its title."""
        rest = paragraph.inline.cut(marker.end)
        if rest.text:
            titled = self.style in {Style.ARTICLE, Style.DECIMAL} and (
                bool(paragraph.heading) or (len(rest.text.split()) <= TITLE_WORDS and rest.text[-1] not in ".;:,")
            )
            self.parts.append(Words(paragraph.line, rest, int(titled)))

    def walk(self) -> Iterator[Unit]:
        """Yield the unit and all within it, in the order of the text."""
        yield self
        for part in self.parts:
            if isinstance(part, Unit):
                yield from part.walk()


def free_key(owner: Unit, key: str) -> str:
    """Return a key for a unit within another: the one that is due, or with a number if it is taken."""
    taken = {part.key for part in owner.parts if isinstance(part, Unit)}
    others = (f"{key}{count}" if key.isalpha() else f"{key}x{count}" for count in range(2, len(taken) + 3))
    return next(each for each in (key, *others) if each not in taken)


def unit_id(parent: str, unit: Unit) -> str:
    """Return the id of a unit in a text or another unit; `2.1` within `2` is the unit 2-1, not 2-2-1."""
    parts = parent.split("-")
    for length in range(len(parts) - 1, 0, -1):
        if unit.style is Style.DECIMAL and unit.key.startswith("-".join(parts[-length:]) + "-"):
            return "-".join([*parts[:-length], unit.key])
    return f"{parent}-{unit.key}"


def concatenated(first: Inline, second: Inline) -> Inline:
    """Return the words of both, with a space between them."""
    shift = len(first.text) + 1
    moved = (type(span)(span.start + shift, span.end + shift, span.kind, span.target) for span in second.spans)
    return type(first)(f"{first.text} {second.text}", (*first.spans, *moved))


TextBlock: TypeAlias = Words | Unit


@dataclass(frozen=True, slots=True)
class TextPlan:
    """How a text is built, as its recipe says."""

    top: Style | None
    """How its outermost units are numbered; None if none has a number."""
    series: str
    """What stands between the id of the text and their numbers: `art`; may be empty."""
    preamble: bool
    """Whether unnumbered paragraphs before them are units, too."""
    dashes: bool = False
    """Whether what begins with a dash is a unit."""
    word: str = ""
    """What the outermost units are called, if that is a word that the importer does not know."""
