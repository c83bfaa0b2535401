"""Problems of an edition: where something is wrong, what it is, and the remedy."""

from __future__ import annotations

import difflib
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.layout import VOCABULARY_PATH
from concordance.model.pickling import SlotPickle

if TYPE_CHECKING:
    from collections.abc import Iterable

# Stands for a character that cannot be printed.
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class ProblemKind(Enum):
    """The warning subtypes under which problems are reported (`concordance.<value>`)."""

    FILE = "file"
    SIZE = "size"
    ENCODING = "encoding"
    CHARACTER = "character"
    YAML = "yaml"
    SCHEMA = "schema"
    VOCABULARY = "vocabulary"
    MARKUP = "markup"
    SLIP = "slip"
    DUPLICATE_ANNOTATION = "duplicate-annotation"
    UNKNOWN_ENTRY = "unknown-entry"
    UNKNOWN_ID = "unknown-id"
    DUPLICATE_LINK = "duplicate-link"
    VAGUE_LINK = "vague-link"
    PREDICATE = "predicate"
    GRADE = "grade"
    MISSING_LINK = "missing-link"
    SELF_LINK = "self-link"
    QUOTE = "quote"
    DUPLICATE_ENTRY = "duplicate-entry"
    MISSING_ENTRY = "missing-entry"
    ORPHAN_ENTRY = "orphan-entry"
    LOST_ID = "lost-id"
    LOCK = "lock"
    SHORT_ADDRESS = "short-address"
    DIRECTIVE = "directive"
    LABEL = "label"
    CITATION = "citation"
    IMPORT = "import"
    EDITED_TEXT = "edited-text"
    INVENTORY = "inventory"


@dataclass(frozen=True, slots=True, order=True)
class Place(SlotPickle):
    """A place in a file."""

    path: str
    """Path of the file, relative to the root of the edition."""
    line: int
    """Number of the line, counted from 1."""
    column: int = 0
    """Number of the column, counted from 1; 0 means the line as a whole."""

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the edition."""

    place: Place
    """Where it is wrong."""
    kind: ProblemKind
    """The warning subtype it is reported under."""
    message: str
    """What is wrong, as a sentence."""
    remedy: str
    """What to do about it, as one or more sentences."""
    absent: tuple[str, ...] = field(default=(), compare=False)
    """The ids that it finds missing; other problems may be of the same."""
    rests_on: tuple[str, ...] = field(default=(), compare=False)
    """What the vocabulary declares and this does not fit, or what it lacks: names of fields, from the outside in."""

    def __str__(self) -> str:
        return printable(f"{self.message} {self.remedy}")


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order of their places, after those that may cause others.

    These are that a published id is gone, and what is wrong with the vocabulary.
    """

    def order(problem: Problem) -> tuple[bool, bool, Place, str]:
        is_lost, is_declared = problem.kind is ProblemKind.LOST_ID, problem.place.path == VOCABULARY_PATH
        return not is_lost, not is_declared, problem.place, problem.message

    return sorted(problems, key=order)


class Fault(NamedTuple):
    """What is wrong and its remedy, where the place is not known yet."""

    message: str
    """What is wrong, as a sentence."""
    remedy: str
    """What to do about it, as one or more sentences."""


def printable(text: str) -> str:
    """Return `text` as one line of printable characters, so that no file can send commands to a terminal.

    White space becomes a space, everything else that cannot be printed a replacement character.
    """
    return "".join(
        character if character.isprintable() else " " if character.isspace() else REPLACEMENT for character in text
    )


def nearest(word: str, known: Iterable[str], otherwise: str = "Nothing known comes close to it.") -> str:
    """Return a sentence that asks whether one of up to three known words nearest to `word` is meant.

    If none comes close, it is `otherwise`.
    """
    close = nearest_words(word, known)
    if not close:
        return otherwise
    meant = f"Did you mean {' or '.join(repr(match) for match in close)}?"
    # To readers, a letter of another script can be the same as the one that is meant.
    foreign = next((letter for letter in word if letter.isalpha() and not letter.isascii()), "")
    if foreign and not any(foreign in match for match in close):
        name = unicodedata.name(foreign, "").lower()
        meant += f" The {foreign!r} in it is another letter, U+{ord(foreign):04X} ({name}): type the word anew."
    return meant


def nearest_words(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three known words nearest to `word`, the nearest first.

    If none resembles it, these are the shortest ids that end in `word`: `12` finds `plan-12`.
    """
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=3, cutoff=0.6)
    endings = [candidate for candidate in words if candidate.endswith(f"-{word}")]
    return close or sorted(endings, key=lambda candidate: (candidate.count("-"), candidate))[:3]
