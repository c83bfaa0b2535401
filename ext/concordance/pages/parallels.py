"""The parallels of the edition: provisions that say the same, in an earlier and a later text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of
from concordance.graph.grades import compared_wordings
from concordance.graph.word_diff import Comparison, compare_wordings
from concordance.reading.read_cache import ReadCache

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Link
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Side:
    """One provision of a parallel."""

    provision: Reference
    year: str
    """Year of its text, empty where the vocabulary has none."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two provisions that an editor has graded as saying the same."""

    earlier: Side
    """The provision of the older text; where neither is older, the one that comes first in the edition."""
    later: Side
    """The other one."""
    grade: str
    """A grade of the vocabulary."""
    grade_label: str
    """The words that readers see for it."""
    reason: str
    """The editor's sentence that says why."""
    wordings: tuple[str, str]
    """The words of both, the earlier first, without those of sub-items that have parallels of their own."""
    share: float
    """The part of the shorter wording that both share, 0 to 1."""

    @property
    def comparison(self) -> Comparison:
        """Both wordings, word by word: made when it is shown, which it is only on pages that are written."""
        return compare_wordings(*self.wordings)

    @property
    def dated(self) -> bool:
        """Whether the two sides can be told apart by their years."""
        return bool(self.earlier.year and self.later.year) and self.earlier.year != self.later.year

    def other_side(self, identifier: str) -> Side:
        """Return the side opposite the provision of that id."""
        return self.later if self.earlier.provision.id == identifier else self.earlier


def find_parallels(
    concordance: Concordance, vocabulary: Vocabulary, references: Mapping[str, Reference], kept: Path | None = None
) -> dict[str, tuple[Parallel, ...]]:
    """Return the parallels of every provision that has any, by id, the closest first.

    The vocabulary has the grades from the closest to the loosest; within a grade, the share of common words decides.
    The shares are stored in the file `kept`, so that wordings which do not change are compared once.
    """
    shares = ReadCache(kept)
    entries = concordance.entries
    graded = concordance.graded
    wordings = compared_wordings(graded, entries)
    by_provision: dict[str, list[Parallel]] = defaultdict(list)
    rank = {identifier: index for index, identifier in enumerate(entries)}
    for link in graded:
        parallel = _parallel(link, vocabulary, references, wordings, rank, shares)
        by_provision[link.subject].append(parallel)
        by_provision[link.object].append(parallel)
    shares.save()
    grades = list(vocabulary.grades)

    def order(parallel: Parallel) -> tuple[object, ...]:
        ends = rank[parallel.earlier.provision.id], rank[parallel.later.provision.id]
        return grades.index(parallel.grade), -parallel.share, *ends

    return {identifier: tuple(sorted(group, key=order)) for identifier, group in by_provision.items()}


def _parallel(
    link: Link,
    vocabulary: Vocabulary,
    references: Mapping[str, Reference],
    wordings: Mapping[str, str],
    rank: Mapping[str, int],
    shares: ReadCache,
) -> Parallel:
    texts = list(vocabulary.texts)

    def age(identifier: str) -> tuple[object, ...]:
        text = text_of(identifier, vocabulary.texts)
        return (text.year, texts.index(text.id), rank[identifier]) if text else ("", len(texts), rank[identifier])

    def side(identifier: str) -> Side:
        text = text_of(identifier, vocabulary.texts)
        return Side(references[identifier], text.year if text else "")

    earlier, later = sorted((link.subject, link.object), key=age)
    compared = wordings[earlier], wordings[later]
    share = shares.get(f"{earlier} {later}", repr(compared).encode(), lambda: compare_wordings(*compared).share)
    grade = link.grade or ""
    return Parallel(side(earlier), side(later), grade, vocabulary.grades[grade].label, link.reason, compared, share)
