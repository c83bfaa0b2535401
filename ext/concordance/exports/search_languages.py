"""Words of other languages, and the records that each finds: fetched only for words that the index does not know."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.exports.search_phrasings import Phrasing

# How Unicode begins the names of letters; `lettersOf` in browser/pages/search-languages.js tells the same kinds apart.
LETTERS = {"ARABIC": "arabic", "CYRILLIC": "cyrillic", "CJK": "han"}
OTHER_LETTERS = "latin"

# The words of a synonym, the places of the records that it names, and of others that have one of its phrases.
ForeignRow = tuple[tuple[str, ...], list[int], list[int]]


def by_script(phrasings: Iterable[Phrasing]) -> dict[str, list[ForeignRow]]:
    """Return rows with only the words of one kind of letters, by these; those of the last kind are all others.

    Whoever writes in one kind of letters fetches no words in others.
    """
    divided: dict[str, list[ForeignRow]] = {letters: [] for letters in (*LETTERS.values(), OTHER_LETTERS)}
    for each in phrasings:
        for letters, of_letters in divided.items():
            written = tuple(word for word in each.phrases if _letters_of(word) == letters)
            if written:
                of_letters.append((written, list(each.named), list(each.others)))
    return divided


def _letters_of(word: str) -> str:
    first = next(filter(str.isalpha, word), "a")
    return LETTERS.get(unicodedata.name(first, "").partition(" ")[0], OTHER_LETTERS)
