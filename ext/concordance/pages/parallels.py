"""The parallels of the edition: provisions that say the same, the earlier beside the later. Pure; no Sphinx."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.concordance import whole_of
from concordance.graph.word_diff import Comparison, compare_wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Entry, Link
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Side:
    """One provision of a parallel, and the year of its text, if the edition tells it."""

    provision: Reference
    year: str


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two provisions that an editor has graded as saying the same."""

    earlier: Side
    later: Side
    grade: str
    reason: str
    comparison: Comparison

    @property
    def dated(self) -> bool:
        """Whether the years tell the two sides apart."""
        return bool(self.earlier.year and self.later.year) and self.earlier.year != self.later.year

    def beside(self, identifier: str) -> Side:
        """Return the side that stands beside the provision of that id."""
        return self.later if self.earlier.provision.id == identifier else self.earlier


def parallels(
    concordance: Concordance, vocabulary: Vocabulary, shown: Mapping[str, Reference]
) -> dict[str, tuple[Parallel, ...]]:
    """Return the parallels of every provision that has any, the closest first.

    Grades stand in the vocabulary from the closest to the loosest; among those of a grade, the words decide.
    """
    entries = concordance.entries
    graded = [
        link
        for link in concordance.links
        if link.grade and entries[link.subject].content is not None and entries[link.object].content is not None
    ]
    words = _compared_words({end for link in graded for end in (link.subject, link.object)}, entries)
    found: dict[str, list[Parallel]] = defaultdict(list)
    rank = {identifier: index for index, identifier in enumerate(entries)}
    for link in graded:
        parallel = _parallel(link, vocabulary, shown, words, rank)
        found[link.subject].append(parallel)
        found[link.object].append(parallel)
    grades = list(vocabulary.grades)

    def order(parallel: Parallel) -> tuple[object, ...]:
        ends = rank[parallel.earlier.provision.id], rank[parallel.later.provision.id]
        return grades.index(parallel.grade), -parallel.comparison.share, *ends

    return {identifier: tuple(sorted(ones, key=order)) for identifier, ones in found.items()}


def _parallel(
    link: Link,
    vocabulary: Vocabulary,
    shown: Mapping[str, Reference],
    words: Mapping[str, str],
    rank: Mapping[str, int],
) -> Parallel:
    texts = list(vocabulary.texts)

    def age(identifier: str) -> tuple[object, ...]:
        text = text_of(identifier, vocabulary.texts)
        return (text.year, texts.index(text.id), rank[identifier]) if text else ("", len(texts), rank[identifier])

    def side(identifier: str) -> Side:
        text = text_of(identifier, vocabulary.texts)
        return Side(shown[identifier], text.year if text else "")

    earlier, later = sorted((link.subject, link.object), key=age)
    comparison = compare_wordings(words[earlier], words[later])
    return Parallel(side(earlier), side(later), link.grade or "", link.reason, comparison)


def _compared_words(graded: Iterable[str], entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the words of each provision, without those of sub-items that have parallels of their own."""
    words = {identifier: entries[identifier].content or "" for identifier in graded}
    own = dict(words)
    # The outermost first, so that what is taken out of a whole still stands there as it was.
    for identifier in sorted(words, key=lambda one: (one.count("-"), one)):
        whole = whole_of(entries[identifier], entries)
        while whole is not None:
            if whole in own:
                number = entries[identifier].number
                item = f"{number} {words[identifier]}" if number else words[identifier]
                own[whole] = " ".join(own[whole].replace(item, " ", 1).split())
            whole = whole_of(entries[whole], entries)
    return own
