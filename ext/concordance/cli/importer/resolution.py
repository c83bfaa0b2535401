"""A United Nations resolution, as its transcript has it: masthead, provisions, annex and footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class TranscriptLine:
    """A line of the transcript."""

    number: int
    """Counted from 1."""
    text: str
    """Without space at its ends."""


@dataclass(slots=True)
class ImportedProvision:
    """A citable unit of the transcript; it grows as its lines are read."""

    id: str
    marker: str | None
    """What is printed before it, such as `12.` or `(a)`."""
    text: str
    """Its words, in the markup of the transcript."""
    line: int
    """The number of its first line."""
    items: list[ImportedProvision] = field(default_factory=list)
    """Its sub-items, with letters or dashes; these have none."""

    @property
    def last(self) -> ImportedProvision:
        """The last of its sub-items, or the provision itself: what the next line may continue."""
        return self.items[-1] if self.items else self


@dataclass(frozen=True, slots=True)
class AnnexPart:
    """The numbered paragraphs of an annex that are under one heading."""

    heading: TranscriptLine | None
    """The first part may have none."""
    provisions: Sequence[ImportedProvision]


@dataclass(frozen=True, slots=True)
class Annex:
    """The annex of a resolution."""

    heading: TranscriptLine
    chapeau: Sequence[ImportedProvision]
    """The words before its first numbered paragraph: one unit, or none."""
    parts: Sequence[AnnexPart]
    """Together, they have all numbered paragraphs."""

    @property
    def provisions(self) -> list[ImportedProvision]:
        """The paragraphs of all its parts."""
        return [provision for part in self.parts for provision in part.provisions]


@dataclass(frozen=True, slots=True)
class Resolution:
    """A parsed transcript."""

    masthead: Sequence[TranscriptLine]
    """The lines before the opening line."""
    opening: TranscriptLine
    """The line that says who resolves."""
    preamble: Sequence[ImportedProvision]
    """The paragraphs before the first numbered one."""
    operative: Sequence[ImportedProvision]
    """The numbered paragraphs."""
    annex: Annex | None
    """None if the recipe names none, or if the transcript lacks it."""
    footnotes: Mapping[int, TranscriptLine]
    """By their numbers."""

    def walk(self) -> Iterator[ImportedProvision]:
        """Yield every provision in the order of the text, each before its sub-items."""
        annex = [*self.annex.chapeau, *self.annex.provisions] if self.annex else []
        for provision in (*self.preamble, *self.operative, *annex):
            yield provision
            yield from provision.items
