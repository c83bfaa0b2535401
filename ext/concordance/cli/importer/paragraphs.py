"""A source as paragraphs, each with the line where it begins: what all formats are read into."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.cli.importer.markup import Inline

# What ends a sentence or an item; closing marks and the call of a footnote may follow.
ENDED = re.compile(r"[.;:,?!…][\s*\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*(?:(?<=[.;:,”’)])\d{1,3})?$")

# What joins an item of a list to the next one.
JOINING = re.compile(r" (?:and|or|and/or|y|e|o|u|et|ou|и|или|و|أو)$")


@dataclass(frozen=True, slots=True)
class LineRange:
    """Lines of a source, counted from 1, the last included."""

    first: int
    last: int

    def __contains__(self, line: int) -> bool:
        return self.first <= line <= self.last

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A paragraph, heading or table of a source."""

    line: int
    """The number of its first line, counted from 1."""
    inline: Inline
    heading: int = 0
    """The level of a heading, counted from 1; 0 for anything else."""
    table: str = ""
    """The Markdown of a table, whose words are those of `inline`; empty for anything else."""
    alone: bool = False
    """Whether the format itself sets it apart; False where paragraphs are put together from lines."""
    depth: int = 0
    """In how many lists within each other it stands, where the format says so."""
    linked: bool = False
    """Whether most of its words are a link to a page of the web."""

    @property
    def text(self) -> str:
        """Its plain words."""
        return self.inline.text


@dataclass(frozen=True, slots=True)
class Outline:
    """How the lines of a source are divided, as its recipe says."""

    left_out: tuple[LineRange, ...] = ()
    footnotes: Mapping[int, LineRange] = field(default_factory=dict)
    """The lines of footnotes by number, where the format does not mark them."""
    headings: tuple[LineRange, ...] = ()
    """The lines of headings, where the format does not mark them."""

    def leaves_out(self, line: int) -> bool:
        """Return whether a line is left out."""
        return any(line in lines for lines in self.left_out)


@dataclass(frozen=True, slots=True)
class SourceContent:
    """What a source has that is not left out."""

    paragraphs: tuple[SourceParagraph, ...]
    """In the order of the source."""
    footnotes: Mapping[int, SourceParagraph]
    """By number."""
    joined: int = 0
    """How many words were put together from two, at the ends of lines."""
