"""What provisions have in common: phrases, words, names. Pure; no Sphinx."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from typing import TYPE_CHECKING

from concordance.graph.concordance import whole_of
from concordance.model.entries import Kind, Provenance
from concordance.model.ids import prefix_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Considered
    from concordance.model.entries import Entry

# So many words in a row are no accident.
PHRASE = 8
SIMILAR = 0.3
# Who looks at one entry weighs each pair, so less will do. Where editors had gone through all pairs of an edition, a
# quarter of the five that come nearest to a provision, from here on, were linked to it.
NEAR = 0.12
# A name that more provisions have in common says little about two of them.
RARE = 8
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two provisions of different texts, and the phrases of eight words or more that stand in both."""

    one: str
    other: str
    phrases: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two provisions that are not linked and might be, with the evidence: the strongest comes first."""

    one: str
    other: str
    phrases: tuple[Words, ...]
    similarity: float
    names: tuple[str, ...]


def words(text: str) -> Words:
    """Return the words of a text in lower case."""
    return tuple(WORD.findall(text.lower()))


def own_words(entries: Mapping[str, Entry]) -> dict[str, Words]:
    """Return the words of each provision without those of its sub-items."""
    texts = {identifier: entry.content for identifier, entry in entries.items() if entry.content is not None}
    own = dict(texts)
    for identifier, content in texts.items():
        whole = whole_of(entries[identifier], entries)
        if whole in own:
            # A mark that is no word keeps what stood before from running into what stood behind.
            own[whole] = own[whole].replace(content, " § ")
    return {identifier: words(content) for identifier, content in own.items()}


def overlaps(entries: Mapping[str, Entry]) -> list[Overlap]:
    """Return all overlaps of the edition, in the order of `entries`."""
    own = own_words(entries)
    holders: dict[Words, list[str]] = defaultdict(list)
    for identifier, run in own.items():
        for gram in dict.fromkeys(run[at : at + PHRASE] for at in range(len(run) - PHRASE + 1)):
            holders[gram].append(identifier)
    pairs = {pair for found in holders.values() for pair in combinations(found, 2) if _texts_differ(*pair)}
    rank = {identifier: index for index, identifier in enumerate(own)}
    ordered = sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]]))
    return [Overlap(one, other, _phrases(own[one], own[other])) for one, other in ordered]


def unaccounted(found: Iterable[Overlap], concordance: Concordance, considered: Considered) -> list[Overlap]:
    """Return the overlaps that are neither links nor considered and left out.

    A link between parts or wholes of the two accounts for them as well. A considered phrase accounts for itself: what
    remains of an overlap without it must be shorter than eight words.
    """
    linked = {frozenset({link.subject, link.object}) for link in concordance.links}
    settled = linked | {frozenset(pair) for pair in considered.pairs}
    known = _known(considered)

    def family(identifier: str) -> set[str]:
        whole = whole_of(concordance.entries[identifier], concordance.entries)
        return {identifier} if whole is None else {identifier, whole}

    return [
        overlap
        for overlap in found
        if not any(frozenset({a, b}) in settled for a in family(overlap.one) for b in family(overlap.other))
        and any(_remains(phrase, known) for phrase in overlap.phrases)
    ]


def suggestions(concordance: Concordance, considered: Considered, one: str | None = None) -> list[Suggestion]:
    """Return pairs of provisions that are not linked and have something in common.

    Given the entry `one`, its pairs with provisions, also those that have less in common. If it is none itself,
    its title and description are compared.
    """
    entries = concordance.entries
    own = own_words(entries)
    if one is not None:
        own.setdefault(one, words(f"{entries[one].title} {entries[one].about}"))
    pairs = combinations(own, 2) if one is None else ((one, other) for other in own if other != one)
    floor = SIMILAR if one is None else NEAR
    linked = {frozenset({link.subject, link.object}) for link in concordance.links}
    linked |= {frozenset(pair) for pair in considered.pairs}
    phrases = {frozenset({overlap.one, overlap.other}): overlap.phrases for overlap in overlaps(entries)}
    known = _known(considered)
    weights = _weights(own)
    named = _named(concordance)
    found = []
    for first, second in pairs:
        pair = frozenset({first, second})
        if pair in linked or pair & {whole_of(entries[first], entries), whole_of(entries[second], entries)}:
            continue
        shared = tuple(phrase for phrase in phrases.get(pair, ()) if _remains(phrase, known))
        similarity = _cosine(weights[first], weights[second])
        names = tuple(sorted(named[first] & named[second]))
        if shared or similarity >= floor or names:
            found.append(Suggestion(first, second, shared, round(similarity, 2), names))
    return sorted(found, key=lambda pair: (-sum(map(len, pair.phrases)), -pair.similarity, -len(pair.names)))


def _known(considered: Considered) -> list[Words]:
    """Return the set phrases, the longest first: none is to be cut up by a shorter one that stands in it."""
    return sorted((words(phrase) for phrase in considered.phrases), key=len, reverse=True)


def _texts_differ(one: str, other: str) -> bool:
    return prefix_of(one) != prefix_of(other)


def _phrases(one: Words, other: Words) -> tuple[Words, ...]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    runs = [one[block.a : block.a + block.size] for block in blocks if block.size >= PHRASE]
    if runs:
        return tuple(runs)
    # The blocks run in one order; a phrase that stands elsewhere in the other is found by looking for the longest.
    longest = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    return (one[longest.a : longest.a + longest.size],)


def _remains(phrase: Words, known: Sequence[Words]) -> bool:
    """Whether eight words or more are left of a phrase when the known ones are taken out of it."""
    text = f" {' '.join(phrase)} "
    for other in known:
        inner = f" {' '.join(other)} "
        if text in inner:
            return False
        text = text.replace(inner, " § ")
    return any(len(part.split()) >= PHRASE for part in text.split("§"))


def _weights(own: Mapping[str, Words]) -> dict[str, dict[str, float]]:
    """Weigh each word by how often it stands in a provision, and by how few provisions have it (tf-idf)."""
    holders = Counter(word for run in own.values() for word in set(run))
    weights = {}
    for identifier, run in own.items():
        weighed = {word: count * math.log(len(own) / holders[word]) for word, count in Counter(run).items()}
        norm = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        weights[identifier] = {word: weight / norm for word, weight in weighed.items()}
    return weights


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def _named(concordance: Concordance) -> dict[str, set[str]]:
    """Return the rarer entries that each provision names."""
    named: dict[str, set[str]] = defaultdict(set)
    for link in concordance.links:
        if link.provenance is Provenance.TEXT and concordance.entries[link.object].kind is not Kind.PROVISION:
            named[link.subject].add(link.object)
    holders = Counter(name for names in named.values() for name in names)
    return defaultdict(set, {end: {name for name in names if holders[name] <= RARE} for end, names in named.items()})
