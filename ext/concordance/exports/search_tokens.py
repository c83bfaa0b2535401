"""The words of a text as the search index has them. `browser/pages/search-text.js` divides queries in the same way."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a hyphen, a full stop or an apostrophe joins: "inter-agency", "UN.GIFT", "l’homme", "8.7".
COMPOUND = re.compile(r"[^\W_]+(?:[-‐‑.'’][^\W_]+)*")
PART = re.compile(r"\d+|[^\W\d_]+")
PLAIN = re.compile(r"\d+|[^\W\d_]+|[¶§]")
# Chinese is written without spaces: two neighbouring characters stand for a word.
HAN = re.compile(r"[\u3400-\u9fff]+")
LONGEST = 24


class _PlainSigns(dict[int, str]):
    """What is left of each sign without accents and marks, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        plain = "".join(sign for sign in decomposed if not unicodedata.category(sign).startswith("M"))
        return self.setdefault(code, plain.replace("\u0640", ""))


_PLAIN_SIGNS = _PlainSigns()


def fold(text: str) -> str:
    """Return a text in small letters, without accents, vowel marks and stretched letters."""
    return (text if text.isascii() else text.translate(_PLAIN_SIGNS)).lower()


def tokens(text: str) -> Iterator[str]:
    """Yield the words of a text in their order, and behind the parts of a compound the compound without its signs.

    A number with a point stays whole beside its parts: "8.7" is 8, 7 and 8.7.
    """
    for compound in COMPOUND.findall(fold(text)):
        if compound.isascii() and compound.isalpha():
            # Most words: this is quicker.
            yield compound
            continue
        parts = PART.findall(compound)
        for part in parts:
            yield from _bigrams(part) if HAN.fullmatch(part) else (part,)
        if len(parts) > 1 and len(compound) <= LONGEST:
            joined = "".join(parts)
            yield compound if joined.isdecimal() and "." in compound else joined


def folded_words(text: str) -> list[str]:
    """Return the words and numbers of a text in their order, as `wordsIn` in browser/pages/search-text.js does it."""
    return PLAIN.findall(fold(text))


def _bigrams(run: str) -> Iterator[str]:
    if len(run) == 1:
        yield run
    yield from (run[start : start + 2] for start in range(len(run) - 1))
