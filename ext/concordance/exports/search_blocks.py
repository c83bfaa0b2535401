"""The words of records as the search index has them, by blocks of neighbouring records.

In a block, records are meant by how far they are behind one another, so that what stands before it changes nothing: an
edit has its own block read again, and no other.
"""

from __future__ import annotations

import math
import zlib
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import pairwise
from operator import sub
from typing import TYPE_CHECKING

from concordance.exports.search_records import COMMENTARY
from concordance.exports.search_tokens import folded_words, tokens
from concordance.model.pickling import SlotPickle
from concordance.reading.read_cache import ReadCache

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from concordance.exports.search_records import SearchRecord

# What an occurrence in a field counts, beside one in the content. Short fields say what a record is about, however
# long it is; in the others, an occurrence counts less the longer they are.
SHORT_FIELDS: Mapping[str, float] = {"label": 4, "title": 4}
# What a part is called by is mostly the name of its whole; the names of its entry would find all commentary on it.
BY_WHOLE: Mapping[str, float] = {**SHORT_FIELDS, "label": 1}
OF_COMMENTARY: Mapping[str, float] = {}
LONG_FIELDS: Mapping[str, float] = {"summary": 2, "content": 1}
BY_LENGTH = 0.35
# What an occurrence counts in hidden words: a short phrase is all about its words.
OF_HIDDEN = 2.5
BETWEEN_PHRASES = " · "
# Numbers are written in the printable signs of ASCII that neither JSON nor HTML need to escape.
SIGNS = "".join(sign for sign in map(chr, range(32, 127)) if sign not in '"\\<&>')
BASE = len(SIGNS)
# Weights and lengths are kept by their logarithms, so many steps to a doubling.
WEIGHT_STEPS, LENGTH_STEPS = 2, 8
SHORTEST = -2
# A block has so many records as a rule. Where one ends, the id of the next says: a new record changes its own only.
BLOCK = 64


@dataclass(slots=True)
class Postings:
    """The records and phrases that have a word, by their places in the index."""

    count: int = 0
    """How many they are."""
    last: int = -1
    """The last place."""
    distances: list[str] = field(default_factory=list)
    """How far each place is behind the one before, in signs."""
    levels: list[str] = field(default_factory=list)
    """The weight of the word in each, as signs."""
    shown: list[str] = field(default_factory=list)
    """Where each record shows the word."""

    def add(self, place: int, weight: float) -> None:
        """Add one place behind all others."""
        self.count += 1
        self.distances.append(encode_number(place - self.last))
        self.levels.append(level(weight, 0, WEIGHT_STEPS))
        self.last = place


@dataclass(frozen=True, slots=True)
class PostingsBlock(SlotPickle):
    """The words of neighbouring records, in a form that takes little time to store and to load."""

    words: str
    """Every word, with spaces between them."""
    spans: bytes
    """For each, as C's type unsigned int, in how many of the records it is, and the places of the first and last."""
    distances: str
    """For each, on a line of its own, how far its records are behind one another, without the first."""
    levels: str
    """For each as many signs as records: its weight in them."""
    shown: str
    """For each, on a line of its own, where these show it."""


def read_postings(
    records: Sequence[SearchRecord], divisors: Sequence[float], unsearched: Collection[str], kept: Path | None
) -> dict[str, Postings]:
    """Return the records that have each word.

    Weights in a record are divided by its `divisors`. `unsearched` are words that nobody is to find anything by. What
    was read is stored in the file `kept`, for the next time that a block is the same.
    """
    cache, fixed = ReadCache(kept), repr(sorted(unsearched))
    postings: dict[str, Postings] = defaultdict(Postings)
    for start, end in _bounds(records):
        block, own = records[start:end], divisors[start:end]
        read = f"{fixed}{own}{[*map(_fields_of, block)]}".encode()
        _append(cache.get(block[0].name, read, partial(_read_block, block, own, unsearched)), start, postings)
    cache.save()
    return postings


def _bounds(records: Sequence[SearchRecord]) -> Iterator[tuple[int, int]]:
    ends = (place for place, record in enumerate(records) if not zlib.crc32(record.name.encode()) % BLOCK)
    return pairwise(dict.fromkeys((0, *ends, len(records))))


def _read_block(
    records: Sequence[SearchRecord], divisors: Sequence[float], unsearched: Collection[str]
) -> PostingsBlock:
    postings: dict[str, Postings] = defaultdict(Postings)
    first: dict[str, int] = {}
    for place, (record, divisor) in enumerate(zip(records, divisors, strict=True)):
        for word, weight, shown in _words_of(record, divisor, unsearched):
            first.setdefault(word, place)
            postings[word].add(place, weight)
            postings[word].shown.append(shown)
    spans = array("I", [number for word, each in postings.items() for number in (each.count, first[word], each.last)])
    return PostingsBlock(
        words=" ".join(postings),
        spans=spans.tobytes(),
        distances="\n".join("".join(each.distances[1:]) for each in postings.values()),
        levels="".join(sign for each in postings.values() for sign in each.levels),
        shown="\n".join("".join(each.shown) for each in postings.values()),
    )


def _append(block: PostingsBlock, start: int, postings: Mapping[str, Postings]) -> None:
    """Add a block, whose first record is number `start` of all, to the postings of the blocks before."""
    spans, levels, at = iter(array("I", block.spans)), block.levels, 0
    lines = zip(spans, spans, spans, block.distances.split("\n"), block.shown.split("\n"), strict=False)
    for word, (count, first, last, distances, shown) in zip(block.words.split(), lines, strict=False):
        of_word = postings[word]
        of_word.count += count
        of_word.distances += encode_number(start + first - of_word.last), distances
        of_word.levels.append(levels[at : at + count])
        of_word.shown.append(shown)
        of_word.last = start + last
        at += count


def distances_between(places: Sequence[int]) -> Iterator[int]:
    """Return how far each place is behind the one before."""
    return map(sub, places, [-1, *places[:-1]])


@lru_cache(10_000)
def encode_number(number: int) -> str:
    """Return a whole number in signs, the highest digit first; all but the last digit are of the upper half."""
    half = BASE // 2
    high, low = divmod(number, half)
    signs = SIGNS[low]
    while high:
        high, low = divmod(high, half)
        signs = SIGNS[half + low] + signs
    return signs


@lru_cache(10_000)
def level(value: float, least: int, steps: int) -> str:
    """Return the sign of a number that is kept by its logarithm, in so many steps to a doubling above the least."""
    return SIGNS[min(max(round((math.log2(value) - least) * steps), 0), BASE - 1)]


def _fields_of(record: SearchRecord) -> tuple[str, ...]:
    """Return all of a record that its words are found by."""
    fields = (*SHORT_FIELDS, *LONG_FIELDS, "kind", "hidden")
    return tuple(getattr(record, name) for name in fields)


def _words_of(record: SearchRecord, divisor: float, unsearched: Collection[str]) -> Iterator[tuple[str, float, str]]:
    """Yield the words of a record, each with its weight and where it is shown, which begins with how often."""
    short: dict[str, float] = defaultdict(float)
    long: dict[str, float] = defaultdict(float)
    short_fields = OF_COMMENTARY if record.kind == COMMENTARY else BY_WHOLE if record.by_whole else SHORT_FIELDS
    for weights, fields in ((short, short_fields), (long, LONG_FIELDS)):
        for name, boost in fields.items():
            for word in tokens(getattr(record, name)):
                weights[word] += boost
    for word, weight in _of_phrases(record.hidden, unsearched).items():
        short[word] += weight
    standing: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(folded_words(" ".join(record.shown))):
        standing[word].append(place)
    for word in dict.fromkeys((*short, *long)):
        if word not in unsearched:
            weight = short.get(word, 0.0) * divisor + long.get(word, 0.0)
            yield word, weight, _encode_places(standing.get(word, ()))


def _encode_places(places: Sequence[int]) -> str:
    return "".join(map(encode_number, (len(places), *distances_between(places))))


def _of_phrases(phrases: str, unsearched: Collection[str]) -> dict[str, float]:
    """Return what each word counts for the phrase that is most about it."""
    weights: dict[str, float] = {}
    for phrase in filter(None, phrases.split(BETWEEN_PHRASES)):
        words = set(tokens(phrase)) - set(unsearched)
        for word in words:
            weights[word] = max(weights.get(word, 0), OF_HIDDEN / math.sqrt(len(words)))
    return weights
