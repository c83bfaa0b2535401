"""How annotations are written: words that the vocabulary has editors avoid, and how easy a text is to read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from concordance.model.problems import Place, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyphen

    from concordance.model.vocabulary import AvoidedWords

# What is quoted has the words of its source.
QUOTATION = re.compile(r"“[^”]*”")
SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
ALPHABETIC_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class StyleHint:
    """Words that read badly, and what to write instead; never an error."""

    place: Place
    words: str
    """The words as they stand there."""
    instead: str
    """What is wrong with them and what to write, as one sentence or more."""

    def __str__(self) -> str:
        return printable(f"“{' '.join(self.words.split())}”: {self.instead}")


def find_style_hints(text: str, path: str, avoid: Iterable[AvoidedWords]) -> list[StyleHint]:
    """Return the words to avoid that stand in the text of an annotation outside quotations, in their order.

    Args:
        text: The whole file.
        path: The path of the file, for the places.
        avoid: The words, whole ones; capitals and line breaks within them make no difference.
    """
    own = QUOTATION.sub(lambda match: re.sub(r"\S", " ", match[0]), text)
    written = own.lower()
    hints = []
    for group in avoid:
        # Most texts have not even the longest word of a phrase, which is found out sooner.
        possible = [phrase for phrase in group.words if max(phrase.lower().split(), key=len) in written]
        if not possible:
            continue
        phrases = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in possible)
        for match in re.finditer(rf"(?<![\w-])(?:{phrases})(?![\w-])", own, re.IGNORECASE):
            line_start = text.rfind("\n", 0, match.start()) + 1
            place = Place(path, text.count("\n", 0, match.start()) + 1, match.start() - line_start + 1)
            hints.append(StyleHint(place, match[0], group.instead))
    return sorted(hints)


def reading_ease(text: str) -> float:
    """Return the Flesch reading ease of an English text: about 100 is very easy, 60 plain, 30 hard.

    A text without words has 100. Syllables are counted as a dictionary hyphenates, so the figure is an estimate.

    Source of the formula: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), p. 221.
    """
    words = ALPHABETIC_WORD.findall(text)
    if not words:
        return 100.0
    sentences = max(1, len(SENTENCE_END.findall(text)))
    syllables = sum(len(_hyphenation().positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


@cache
def _hyphenation() -> pyphen.Pyphen:
    # Only a summary that has changed is measured.
    import pyphen  # noqa: PLC0415

    return pyphen.Pyphen(lang="en_US", left=1, right=1)
