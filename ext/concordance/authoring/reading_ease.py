"""How easy a text is to read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyphen

SENTENCE_END = re.compile(r"[.!?]+(?:\s|$)")
ALPHABETIC_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


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
