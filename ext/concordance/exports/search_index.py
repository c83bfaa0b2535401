"""The search index: for every word the records that have it, and with what weight.

The weight is that of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
section 3.6): the occurrences in all fields are added up, each divided by the length of its field and multiplied by
what the field is worth. How rare a word is, a script works out: it is that of all forms of the word together.

Phrases in which readers say or ask the same in their own words are kept as if they were records behind the last of
these: the weight of a word in them is the share of the phrase that it makes out, and another list says what is meant.

Where words stand in what is shown of records is written apart: only who searches for words in quotation marks needs it.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import accumulate, chain, pairwise, takewhile
from operator import sub
from typing import TYPE_CHECKING

from concordance.exports.search_phrasings import shares
from concordance.exports.search_records import COMMENTARY
from concordance.exports.search_tokens import plain_words, tokens
from concordance.model.pickling import SlotPickle
from concordance.reading.read_cache import ReadCache

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from concordance.exports.search_phrasings import Phrasing
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
# Weights of words in phrases are shares of them, in so many parts.
PARTS = 32
# Numbers are written in the printable signs of ASCII that neither JSON nor HTML need to escape.
SIGNS = "".join(sign for sign in map(chr, range(32, 127)) if sign not in '"\\<&>')
BASE = len(SIGNS)
# Weights and lengths are kept by their logarithms, so many steps to a doubling.
WEIGHT_STEPS, LENGTH_STEPS = 2, 8
SHORTEST = -2
MOST_SHARED = 9
# A search fetches the parts of its words: small ones cost files, large ones time. In signs, and how many at most.
PART = 2_500
MOST_PARTS = 60
# A record or a phrase, by its place, and the weight of a word in it.
Posting = tuple[int, float]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index as a script reads it; records are meant by their places."""

    words: str
    """All words in order, a line for each that has its digits and letters behind those shared with the one before."""
    counts: str
    """How many records and phrases have each word."""
    parts: str
    """How many of the words are in each part of what follows."""
    postings: tuple[tuple[str, str], ...]
    """For each part, the records and phrases that have its words, each as the distance from the one before; and the
    weight of each of these, as one sign."""
    places: tuple[str, ...]
    """For each part, for each record of its postings how often the word is shown of it, and where, each place as the
    distance from the one before."""
    phrasings: str
    """What is meant by phrases: how many of them mean the same, how many records are named for them and which; how many
    others say so and which, each as the distance from the one before."""
    lengths: str
    """For each record what the weights in it are to be divided by, as one sign."""


@dataclass(frozen=True, slots=True)
class WordCounts(SlotPickle):
    """The words of a record with their weights, in a form that takes little time to store and to load.

    The weight in short fields, times what a reader of the index divides by, plus that in the others is the weight of a
    word.
    """

    words: str
    """Every word, with spaces between them."""
    short: bytes
    """For each its weight in fields that are short, as C's type double."""
    long: bytes
    """For each its weight in fields that count by their length."""
    places: str
    """For each, on a line of its own, how often it is shown, and where."""


def search_index(
    records: Sequence[SearchRecord],
    phrasings: Sequence[Phrasing],
    unsearched: Collection[str],
    fillers: Collection[str],
    kept: Path | None = None,
) -> SearchIndex:
    """Return the index of records.

    `unsearched` are words that nobody is to find anything by, and `fillers` words that say little, as `tokens` has
    them. The words of each record are stored in the file `kept`, for the next time that it is the same.
    """
    divisors = _divisors(records)
    postings, places = _read_records(records, divisors, unsearched, kept)
    phrases = chain.from_iterable(phrasing.phrases for phrasing in phrasings)
    for place, shared in enumerate(shares(phrases, unsearched, fillers), start=len(records)):
        for word, share in shared.items():
            postings[word].append((place, share * PARTS))
    words = sorted(postings)
    encoded = [_encode(postings[word]) for word in words]
    sizes = _divide([len(found) + len(weights) for found, weights in encoded])
    parts = [slice(end - size, end) for size, end in zip(sizes, accumulate(sizes), strict=True)]
    return SearchIndex(
        words=_front_coded(words),
        counts="".join(encode_number(len(postings[word])) for word in words),
        parts="".join(map(encode_number, sizes)),
        postings=tuple(
            ("".join(found for found, _ in encoded[part]), "".join(weights for _, weights in encoded[part]))
            for part in parts
        ),
        places=tuple("".join(chain.from_iterable(places.get(word, ()) for word in words[part])) for part in parts),
        phrasings="".join(map(encode_number, chain.from_iterable(map(_meant, phrasings)))),
        lengths="".join(_level(divisor, SHORTEST, LENGTH_STEPS) for divisor in divisors),
    )


def _read_records(
    records: Sequence[SearchRecord], divisors: Sequence[float], unsearched: Collection[str], kept: Path | None
) -> tuple[dict[str, list[Posting]], dict[str, list[str]]]:
    """Return, by word, the records that have it with its weight in each, and where each of them shows it."""
    cache, fixed = ReadCache(kept), repr(sorted(unsearched))
    postings: dict[str, list[Posting]] = defaultdict(list)
    places: dict[str, list[str]] = defaultdict(list)
    for place, (record, divisor) in enumerate(zip(records, divisors, strict=True)):
        name, read = f"{record.of} {record.anchor}", f"{fixed}{_searched(record)!r}".encode()
        counts = cache.get(name, read, partial(_word_counts, record, unsearched))
        weights = zip(array("d", counts.short), array("d", counts.long), strict=True)
        for word, (short, long), shown in zip(counts.words.split(), weights, counts.places.split("\n"), strict=False):
            postings[word].append((place, short * divisor + long))
            places[word].append(shown)
    cache.save()
    return postings, places


def _divide(sizes: Sequence[int]) -> list[int]:
    """Return how many of the words, in their order, go into each part, from the sizes of their postings."""
    largest = max(PART, sum(sizes) // MOST_PARTS)
    starts = [0]
    filled = 0
    for at, size in enumerate(sizes):
        if filled and filled + size > largest:
            starts.append(at)
            filled = 0
        filled += size
    return [end - start for start, end in pairwise([*starts, len(sizes)])]


def _encode(having: Sequence[Posting]) -> tuple[str, str]:
    records = "".join(map(encode_number, _distances([place for place, _weight in having])))
    return records, "".join(_level(weight, 0, WEIGHT_STEPS) for _place, weight in having)


def _distances(places: Sequence[int]) -> Iterator[int]:
    """Return how far each place is behind the one before."""
    return map(sub, places, [-1, *places[:-1]])


def _meant(phrasing: Phrasing) -> list[int]:
    named, others = phrasing.named, phrasing.others
    return [len(phrasing.phrases), len(named), *named, len(others), *_distances(others)]


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
def _level(value: float, least: int, steps: int) -> str:
    return SIGNS[min(max(round((math.log2(value) - least) * steps), 0), BASE - 1)]


def _front_coded(words: Sequence[str]) -> str:
    coded, last = [], ""
    for word in words:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))
        shared = min(sum(1 for _pair in alike), MOST_SHARED)
        coded.append(f"{shared}{word[shared:]}")
        last = word
    return "\n".join(coded)


def _divisors(records: Sequence[SearchRecord]) -> list[float]:
    lengths = [sum(len(getattr(record, name).split()) for name in LONG_FIELDS) for record in records]
    average = sum(lengths) / len(lengths) if any(lengths) else 1
    return [1 - BY_LENGTH + BY_LENGTH * length / average for length in lengths]


def _searched(record: SearchRecord) -> tuple[str, ...]:
    """Return all of a record that its words are found by."""
    fields = (*SHORT_FIELDS, *LONG_FIELDS, "kind", "hidden")
    return tuple(getattr(record, name) for name in fields)


def _word_counts(record: SearchRecord, unsearched: Collection[str]) -> WordCounts:
    short: dict[str, float] = defaultdict(float)
    long: dict[str, float] = defaultdict(float)
    short_fields = OF_COMMENTARY if record.kind == COMMENTARY else BY_WHOLE if record.by_whole else SHORT_FIELDS
    for weights, fields in ((short, short_fields), (long, LONG_FIELDS)):
        for name, boost in fields.items():
            for word in tokens(getattr(record, name)):
                weights[word] += boost
    for word, weight in _of_phrases(record.hidden, unsearched).items():
        short[word] += weight
    found = [word for word in dict.fromkeys((*short, *long)) if word not in unsearched]
    in_short, in_long = (array("d", [fields.get(word, 0.0) for word in found]) for fields in (short, long))
    standing: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(plain_words(" ".join(record.shown))):
        standing[word].append(place)
    shown = (_counted(standing.get(word, ())) for word in found)
    return WordCounts(" ".join(found), in_short.tobytes(), in_long.tobytes(), "\n".join(shown))


def _counted(places: Sequence[int]) -> str:
    return "".join(map(encode_number, (len(places), *_distances(places))))


def _of_phrases(phrases: str, unsearched: Collection[str]) -> dict[str, float]:
    """Return what each word counts for the phrase that is most about it."""
    weights: dict[str, float] = {}
    for phrase in filter(None, phrases.split(BETWEEN_PHRASES)):
        words = set(tokens(phrase)) - set(unsearched)
        for word in words:
            weights[word] = max(weights.get(word, 0), OF_HIDDEN / math.sqrt(len(words)))
    return weights
