"""What readers say in words of their own, and the records that are meant: what they ask, and synonyms.

Words of other languages are fetched only for words that the index does not know.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.exports.search_records import COMMENTARY, TERM
from concordance.exports.search_tokens import tokens
from concordance.graph.synonyms import SynonymIndex
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from concordance.exports.search_records import SearchRecord
    from concordance.model.corpus import Synonym

# What words that say little are worth in a phrase, beside others as rare. `search-index.js` counts them alike.
OF_FILLER = 0.3
# How Unicode begins the names of letters; `lettersOf` in browser/pages/search-languages.js tells the same kinds apart.
LETTERS = {"ARABIC": "arabic", "CYRILLIC": "cyrillic", "CJK": "han"}
OTHER_LETTERS = "latin"

# The words of a synonym, the places of the records that it names, and of others that have one of its phrases.
ForeignRow = tuple[tuple[str, ...], list[int], list[int]]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Phrases that mean the same, and the places of the records that are meant by them."""

    phrases: tuple[str, ...]
    """Each as readers write it."""
    named: tuple[int, ...]
    """The records that editors name for it, the best first."""
    others: tuple[int, ...] = ()
    """Those whose own words say so."""


def asked_phrasings(searched: Sequence[SearchRecord]) -> Iterator[Phrasing]:
    """Yield what readers ask of each record that answers something; commas part several questions on one line."""
    for place, record in enumerate(searched):
        if record.asked:
            yield Phrasing(tuple(part for line in record.asked for part in line.split(", ")), (place,))


def synonym_phrasings(searched: Sequence[SearchRecord], synonyms: Iterable[Synonym]) -> Iterator[Phrasing]:
    """Yield the words of every synonym, with the records that it names, and others that have one of its phrases."""
    index = SynonymIndex(synonyms)
    saying: dict[int, list[int]] = defaultdict(list)
    for place, record in enumerate(searched if index.synonyms else ()):
        if record.kind not in {COMMENTARY, TERM}:
            for number in index.said_in((record.label, record.title, record.content)):
                saying[number].append(place)
    places = {record.anchor: place for place, record in enumerate(searched)}
    for number, synonym in enumerate(index.synonyms):
        terms = (term_id(facet, name) for facet, names in synonym.terms for name in names)
        named = tuple(places[each] for each in (*synonym.entries, *terms) if each in places)
        yield Phrasing(synonym.searched, named, tuple(place for place in saying[number] if place not in named))


def shares(phrases: Iterable[str], unsearched: Collection[str], fillers: Collection[str]) -> Iterator[dict[str, float]]:
    """Yield for each phrase the share of what it says that each of its words has: rarer words say more."""
    worded = [set(tokens(phrase)) - set(unsearched) for phrase in phrases]
    counts = Counter(word for words in worded for word in words)
    for words in worded:
        rarity = {
            word: math.log(1 + len(worded) / counts[word]) * (OF_FILLER if word in fillers else 1)
            for word in sorted(words)
        }
        yield {word: each / sum(rarity.values()) for word, each in rarity.items()}


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
