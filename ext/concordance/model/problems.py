"""What can be wrong with an edition, and how it is told to an editor. Pure; no Sphinx."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle

if TYPE_CHECKING:
    from collections.abc import Iterable

# Stands where a character cannot be shown.
HIDDEN = "\N{REPLACEMENT CHARACTER}"


class ProblemKind(Enum):
    """The subtypes under which problems are reported (`concordance.<value>`)."""

    FILE = "file"
    SIZE = "size"
    ENCODING = "encoding"
    CHARACTER = "character"
    YAML = "yaml"
    SCHEMA = "schema"
    VOCABULARY = "vocabulary"
    MARKUP = "markup"
    DUPLICATE_ANNOTATION = "duplicate-annotation"
    UNKNOWN_ENTRY = "unknown-entry"
    UNKNOWN_ID = "unknown-id"
    DUPLICATE_LINK = "duplicate-link"
    VAGUE_LINK = "vague-link"
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
    IMPORT = "import"


@dataclass(frozen=True, slots=True, order=True)
class Place(SlotPickle):
    """A place in a file: `path` relative to the edition's root, `line` and `column` counted from 1.

    A column of 0 stands for the line as a whole: where in it something is wrong is not known, or nowhere in particular.
    """

    path: str
    line: int
    column: int = 0

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where, of what kind, what it is, and how to mend it."""

    place: Place
    kind: ProblemKind
    message: str
    mend: str

    def __str__(self) -> str:
        return visible(f"{self.message} {self.mend}")


def visible(words: str) -> str:
    """Return words as one line in which nothing is hidden: what files hold is not to command terminals, or deceive."""
    return "".join(
        character if character.isprintable() else " " if character.isspace() else HIDDEN for character in words
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a phrase that names up to three known words nearest to `word`, or how to find one."""
    close = close_to(word, known)
    if not close:
        return "Nothing known comes close to it."
    return f"Did you mean {' or '.join(repr(match) for match in close)}?"


def close_to(word: str, known: Iterable[str]) -> list[str]:
    """Return up to three known words nearest to `word`; a number or another last part stands for a whole id."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=3, cutoff=0.6)
    ends = [each for each in words if each.endswith(f"-{word}")]
    return close or sorted(ends, key=lambda each: (each.count("-"), each))[:3]
