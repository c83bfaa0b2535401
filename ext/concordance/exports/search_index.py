"""The search index: for every word the records that have it, and with what weight.

The weight is that of BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
section 3.6): the occurrences in all fields are added up, each divided by the length of its field and multiplied by
what the field is worth. How rare a word is, a script works out: it is that of all forms of the word together.

Phrases in which readers say or ask the same in their own words are kept as if they were records behind the last of
these: the weight of a word in them is the share of the phrase that it makes out, and another list says what is meant.

Where words stand in what is shown of records is written apart: only who searches for words in quotation marks needs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain, groupby, pairwise, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from concordance.exports.search_blocks import (
    BY_LENGTH,
    LENGTH_STEPS,
    LONG_FIELDS,
    SHORTEST,
    distances_between,
    encode_number,
    level,
    read_postings,
)
from concordance.exports.search_phrasings import shares
from concordance.exports.search_tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from concordance.exports.search_phrasings import Phrasing
    from concordance.exports.search_records import SearchRecord


# A search fetches the parts of its words: small ones cost files, large ones time. In signs, and how many at most.
PART = 4_000
MOST_PARTS = 40
# So many first letters are those of all forms of a word.
ALIKE = 4
# Weights of words in phrases are shares of them, in so many parts.
PARTS = 32
MOST_SHARED = 9
# A word that so many records have is less of a phrase in which it stands with words that say nothing: "how many
# children" asks for a number, and who writes "children" does not.
COMMON = 0.1
OF_QUESTION = 0.4


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """An index as a script reads it; records are meant by their places."""

    words: tuple[str, ...]
    """For each sign that words begin with, these in order, a line for each that has its digits and letters behind those
    shared with the one before: a script reads those with which a query has to do."""
    sizes: str
    """How many these are, for each sign."""
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
    postings = read_postings(records, divisors, unsearched, kept)
    phrases = list(chain.from_iterable(phrasing.phrases for phrasing in phrasings))
    common = {word for word, posting in postings.items() if posting.count > len(records) * COMMON}
    for place, shared in enumerate(shares(phrases, unsearched, fillers), start=len(records)):
        for word, share in shared.items():
            is_question = word in common and len(shared) == 1 < len(list(tokens(phrases[place - len(records)])))
            postings[word].add(place, share * PARTS * (OF_QUESTION if is_question else 1))
    words = sorted(postings)
    beginning_alike = [list(alike) for _sign, alike in groupby(words, key=itemgetter(0))]
    encoded = [("".join(each.distances), "".join(each.levels)) for each in map(postings.__getitem__, words)]
    sizes = _divide(words, [len(distances) + len(weights) for distances, weights in encoded])
    parts = [slice(end - size, end) for size, end in zip(sizes, accumulate(sizes), strict=True)]
    return SearchIndex(
        words=tuple(map(_encode_words, beginning_alike)),
        sizes="".join(encode_number(len(alike)) for alike in beginning_alike),
        counts="".join(encode_number(postings[word].count) for word in words),
        parts="".join(map(encode_number, sizes)),
        postings=tuple(
            ("".join(distances for distances, _ in encoded[part]), "".join(weights for _, weights in encoded[part]))
            for part in parts
        ),
        places=tuple("".join(chain.from_iterable(postings[word].shown for word in words[part])) for part in parts),
        phrasings="".join(map(encode_number, chain.from_iterable(map(_encode_phrasing, phrasings)))),
        lengths="".join(level(divisor, SHORTEST, LENGTH_STEPS) for divisor in divisors),
    )


def _divide(words: Sequence[str], sizes: Sequence[int]) -> list[int]:
    """Return how many of the words, in their order, go into each part, from the sizes of their postings.

    Words that begin alike go into the same part, for who looks for one of them needs all its forms.
    """
    largest = max(PART, sum(sizes) // MOST_PARTS)
    ends: list[int] = []
    filled = at = 0
    for _start, alike in groupby(words, key=itemgetter(slice(ALIKE))):
        count = len(list(alike))
        size = sum(sizes[at : at + count])
        if filled and filled + size > largest:
            ends.append(at)
            filled = 0
        filled += size
        at += count
    return [end - start for start, end in pairwise([0, *ends, len(sizes)])]


def _encode_phrasing(phrasing: Phrasing) -> list[int]:
    named, others = phrasing.named, phrasing.others
    return [len(phrasing.phrases), len(named), *named, len(others), *distances_between(others)]


def _encode_words(words: Sequence[str]) -> str:
    coded, last = [], ""
    for word in words:
        alike = takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False))
        shared = min(sum(1 for _pair in alike), MOST_SHARED)
        coded.append(f"{shared}{word[shared:]}")
        last = word
    return "\n".join(coded)


def _divisors(records: Sequence[SearchRecord]) -> list[float]:
    lengths = [sum(len(getattr(record, name).split()) for name in LONG_FIELDS) for record in records]
    # In whole words, so that one more or less does not change what words weigh in all other records.
    average = max(1, round(sum(lengths) / len(lengths))) if lengths else 1
    return [1 - BY_LENGTH + BY_LENGTH * length / average for length in lengths]
