"""What is doubtful in a source, and how a recipe says that it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

# How doubtful words can be read.
PRINTED = "as printed"
CALL = "footnote call"
UNIT = "unit"
TEXT = "text"
CONTINUES = "continues"
JOINED = "joined"
HYPHENATED = "hyphenated"
LEFT_OUT = "left out"


class DoubtKey(NamedTuple):
    """What a reading in a recipe is about."""

    line: int
    """The number of the line, counted from 1."""
    words: str
    """The doubtful words, as they stand there."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that can be read in more than one way."""

    key: DoubtKey
    """Where the words stand."""
    message: str
    """Why they are doubtful, as a sentence."""
    reading: str
    """The likeliest reading."""
    choices: tuple[str, ...]
    """All readings."""


@dataclass(slots=True)
class Decisions:
    """Answers doubts from the readings of a recipe, and remembers which doubts there were."""

    readings: Mapping[DoubtKey, str] = field(default_factory=dict)
    """How the recipe reads doubtful words, by where they stand; empty while a recipe is proposed."""
    doubts: dict[DoubtKey, Doubt] = field(default_factory=dict)
    """In the order in which they came up."""

    def decide(self, line: int, words: str, message: str, *choices: str) -> str:
        """Return how the words on a line are read: as the recipe says, or else by the first of the choices."""
        key = DoubtKey(line, words)
        self.doubts.setdefault(key, Doubt(key, message, choices[0], choices))
        reading = self.readings.get(key, choices[0])
        return reading if reading in choices else choices[0]
