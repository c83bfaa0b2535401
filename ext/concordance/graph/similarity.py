"""What provisions have in common: phrases, words and the entries they name."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from concordance.graph.concordance import whole_of
from concordance.model.entries import Provenance
from concordance.model.ids import prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Considered
    from concordance.model.entries import Entry

# This many equal words in a row are no accident.
PHRASE = 8
# The least similarity (cosine, 0 to 1) of a suggested pair.
SIMILAR = 0.3
# The same for pairs of one given entry: who asks for them weighs each, so less will do. Where editors had gone through
# all pairs of an edition, they had linked a quarter of the five that come nearest to a provision, from here on.
NEAR = 0.12
# An entry that more provisions name than this says little about two of them.
RARE = 8
# Letters and digits, joined by apostrophes and hyphens.
HYPHENATED_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

WordRun = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two provisions of different texts that have phrases in common."""

    first: str
    second: str
    """The ids of the provisions, in the order of the concordance."""
    phrases: tuple[WordRun, ...]
    """The phrases of eight words or more that occur in both."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two entries that are not linked and might be, with the evidence."""

    first: str
    second: str
    """The ids of the two: that of an entry which suggestions were asked for first, others in the order of the
    concordance.
    """
    phrases: tuple[WordRun, ...]
    """The phrases that occur in both and still have eight words without the set phrases in them."""
    similarity: float
    """How similar their words are, 0 to 1, to two decimal places."""
    names: tuple[str, ...]
    """The ids of rarer entries that both name."""


def words(text: str) -> WordRun:
    """Return the words of a text in lower case, hyphenated ones whole."""
    return tuple(HYPHENATED_WORD.findall(text.lower()))


def own_words(entries: Mapping[str, Entry]) -> dict[str, WordRun]:
    """Return the words of each provision by its id, without those of its sub-items."""
    texts = {identifier: entry.content for identifier, entry in entries.items() if entry.content is not None}
    own = dict(texts)
    for identifier, content in texts.items():
        whole = whole_of(entries[identifier], entries)
        if whole in own:
            # A mark that is not a word keeps the words before from forming phrases with those behind.
            own[whole] = own[whole].replace(content, " § ")
    return {identifier: words(content) for identifier, content in own.items()}


def overlaps(entries: Mapping[str, Entry]) -> list[Overlap]:
    """Return all overlaps between texts, in the order of `entries`."""
    own = own_words(entries)
    holders: dict[WordRun, list[str]] = defaultdict(list)
    for identifier, run in own.items():
        for gram in dict.fromkeys(run[at : at + PHRASE] for at in range(len(run) - PHRASE + 1)):
            holders[gram].append(identifier)
    pairs = {pair for ids in holders.values() for pair in combinations(ids, 2) if _texts_differ(*pair)}
    rank = {identifier: index for index, identifier in enumerate(own)}
    ordered = sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return [Overlap(first, second, _common_phrases(own[first], own[second])) for first, second in ordered]


def unaccounted_overlaps(
    candidates: Iterable[Overlap], concordance: Concordance, considered: Considered
) -> list[Overlap]:
    """Return the overlaps that are neither linked nor considered and left out.

    A link between parts or wholes of the two accounts for them as well. A considered phrase accounts for itself: the
    rest of an overlap counts if it still has eight words.
    """
    linked = {frozenset({link.subject, link.object}) for link in concordance.links}
    settled = linked | {frozenset(pair) for pair in considered.pairs}
    set_phrases = _set_phrases(considered)

    def family(identifier: str) -> set[str]:
        whole = whole_of(concordance.entries[identifier], concordance.entries)
        return {identifier} if whole is None else {identifier, whole}

    return [
        overlap
        for overlap in candidates
        if not any(frozenset({a, b}) in settled for a in family(overlap.first) for b in family(overlap.second))
        and any(_remains(phrase, set_phrases) for phrase in overlap.phrases)
    ]


def suggestions(concordance: Concordance, considered: Considered, entry_id: str | None = None) -> list[Suggestion]:
    """Return pairs of provisions that are not linked and have something in common, the strongest evidence first.

    Given `entry_id`, return the pairs of that entry with provisions, also those that have less in common. If it is not
    a provision, its title and description are compared.
    """
    entries = concordance.entries
    own = own_words(entries)
    if entry_id is not None:
        own.setdefault(entry_id, words(f"{entries[entry_id].title} {entries[entry_id].about}"))
    pairs = combinations(own, 2) if entry_id is None else ((entry_id, other) for other in own if other != entry_id)
    floor = SIMILAR if entry_id is None else NEAR
    linked = {frozenset({link.subject, link.object}) for link in concordance.links}
    linked |= {frozenset(pair) for pair in considered.pairs}
    phrases = {frozenset({overlap.first, overlap.second}): overlap.phrases for overlap in overlaps(entries)}
    set_phrases = _set_phrases(considered)
    weights = _weights(own)
    named = _named_entries(concordance)
    suggested = []
    for first, second in pairs:
        pair = frozenset({first, second})
        if pair in linked or pair & {whole_of(entries[first], entries), whole_of(entries[second], entries)}:
            continue
        shared = tuple(phrase for phrase in phrases.get(pair, ()) if _remains(phrase, set_phrases))
        similarity = _cosine(weights[first], weights[second])
        names = tuple(sorted(named[first] & named[second]))
        if shared or similarity >= floor or names:
            suggested.append(Suggestion(first, second, shared, round(similarity, 2), names))
    return sorted(suggested, key=lambda pair: (-sum(map(len, pair.phrases)), -pair.similarity, -len(pair.names)))


def _set_phrases(considered: Considered) -> list[WordRun]:
    """Return the set phrases, the longest first, so that none is cut up by a shorter one within it."""
    return sorted((words(phrase) for phrase in considered.phrases), key=len, reverse=True)


def _texts_differ(first: str, second: str) -> bool:
    return prefix_of(first) != prefix_of(second)


def _common_phrases(first: WordRun, second: WordRun) -> tuple[WordRun, ...]:
    blocks = SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
    runs = [first[block.a : block.a + block.size] for block in blocks if block.size >= PHRASE]
    if runs:
        return tuple(runs)
    # Matching blocks follow each other in both; a phrase that has moved is found as the longest match.
    longest = SequenceMatcher(None, first, second, autojunk=False).find_longest_match()
    return (first[longest.a : longest.a + longest.size],)


def _remains(phrase: WordRun, set_phrases: Sequence[WordRun]) -> bool:
    """Whether eight words or more are left of a phrase without the set phrases in it."""
    text = f" {' '.join(phrase)} "
    for set_phrase in set_phrases:
        inner = f" {' '.join(set_phrase)} "
        if text in inner:
            return False
        text = text.replace(inner, " § ")
    return any(len(part.split()) >= PHRASE for part in text.split("§"))


def _weights(own: Mapping[str, WordRun]) -> dict[str, dict[str, float]]:
    """Return the weight of each word in each provision (tf-idf); those of one provision form a unit vector."""
    holders = Counter(word for run in own.values() for word in set(run))
    weights = {}
    for identifier, run in own.items():
        weighed = {word: count * math.log(len(own) / holders[word]) for word, count in Counter(run).items()}
        norm = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        weights[identifier] = {word: weight / norm for word, weight in weighed.items()}
    return weights


def _cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


def _named_entries(concordance: Concordance) -> dict[str, set[str]]:
    """Return the ids of the rarer entries that a provision names, by its id."""
    named: dict[str, set[str]] = defaultdict(set)
    for link in concordance.links:
        if link.provenance is Provenance.TEXT and not concordance.entries[link.object].kind.is_provision:
            named[link.subject].add(link.object)
    holders = Counter(name for names in named.values() for name in names)
    return defaultdict(set, {end: {name for name in names if holders[name] <= RARE} for end, names in named.items()})
