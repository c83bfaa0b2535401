"""How easily a text is read. Pure; no Sphinx."""

from __future__ import annotations

import re
from functools import cache

import pyphen

SENTENCE = re.compile(r"[.!?]+(?:\s|$)")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def reading_ease(text: str) -> float:
    """Return the Flesch reading ease of an English text: about 100 is very easy, 60 plain, 30 hard.

    Source of the formula: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948), p. 221.
    Syllables are those at which a dictionary hyphenates, so the figure is an estimate.
    """
    found = WORD.findall(text)
    if not found:
        return 100.0
    sentences = max(1, len(SENTENCE.findall(text)))
    syllables = sum(len(_hyphenation().positions(word)) + 1 for word in found)
    return 206.835 - 1.015 * len(found) / sentences - 84.6 * syllables / len(found)


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US", left=1, right=1)
