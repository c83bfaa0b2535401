"""How close an entry is to each of those it is linked to, so that readers meet the best first.

What editors have judged decides: the grade of a parallel, and whether the commentary of either end discusses the other.
The commentary of a paragraph is that of its items too. A part says more than its whole. Among equals, what the own
commentary discusses comes first, then those whose titles and descriptions share the rarer words with the entry.
"""

from __future__ import annotations

import math
import pickle
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from concordance.graph.concordance import whole_of
from concordance.graph.similarity import words
from concordance.model.entries import Provenance
from concordance.model.pickling import UNREADABLE, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from concordance.graph.connection import Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry

# Words that begin with as many equal letters are taken for forms of one: punished, punishment.
STEM = 6

_other_end = attrgetter("other")


class Strength(IntEnum):
    """How strongly two entries are tied, for readers."""

    LOOSE = 1
    """A whole, such as a treaty or a body, or what is not cited as a place in a work."""
    RELATED = 2
    """A paragraph or an article that an editor has linked."""
    CLOSE = 3
    """Much the same words, or a paragraph or an article that the commentary discusses."""

    def __repr__(self) -> str:
        # In the `repr` of thousands of views: what `Enum` does takes as long as all else of a connection.
        return self._name_


@dataclass(frozen=True, slots=True)
class Tie:
    """All that ties an entry to one other."""

    other: str
    """The id of the other entry."""
    connections: tuple[Connection, ...]
    """What editors judged, worded from the first entry."""
    strength: Strength


@dataclass(frozen=True)
class Closeness:
    """Puts the ties of entries in order."""

    entries: Mapping[str, Entry]
    """All entries, by id."""
    corpus: Corpus
    """What editors wrote: grades, titles, terms and commentary decide the order."""
    kept: Path | None = None
    """A file for the weights of words, which is read and written: they seldom change, and all entries have a part in
    them.
    """

    def ties(self, identifier: str, connections: Iterable[Connection]) -> tuple[Tie, ...]:
        """Return the ties of an entry that editors judged, the closest first. What only the text names is none.

        `connections` are all that the entry has, sorted by the other end.
        """
        judged = [connection for connection in connections if connection.provenance is not Provenance.TEXT]
        ties = [
            Tie(other, connections, self._strength(identifier, other, connections))
            for other, connections in ((other, tuple(group)) for other, group in groupby(judged, _other_end))
        ]
        own = self._discussed(identifier)
        return tuple(
            sorted(
                ties,
                key=lambda tie: (
                    -tie.strength,
                    self._grade(tie.connections),
                    tie.other not in own,
                    -self._nearness(identifier, tie.other),
                ),
            )
        )

    def _strength(self, identifier: str, other: str, connections: tuple[Connection, ...]) -> Strength:
        if self._grade(connections) < len(self._grade_ranks) - 2:
            return Strength.CLOSE
        if not (self._is_place[identifier] and self._is_place[other]):
            return Strength.LOOSE
        discussed = other in self._discussed(identifier) or identifier in self._discussed(other)
        return Strength.CLOSE if discussed else Strength.RELATED

    @cached_property
    def _is_place(self) -> Mapping[str, bool]:
        """Whether each entry is cited as a place in a work."""
        entries = self.entries.values()
        return {entry.id: entry.kind.is_provision or entry.kind.is_section for entry in entries}

    def _grade(self, connections: tuple[Connection, ...]) -> int:
        return min([self._grade_ranks[connection.grade] for connection in connections])

    @cached_property
    def _grade_ranks(self) -> Mapping[str | None, int]:
        """The place of each grade among all, the closest first; that of none is behind them."""
        return {grade: rank for rank, grade in enumerate([*self.corpus.vocabulary.grades, None])}

    @cached_property
    def _known_discussed(self) -> dict[str, frozenset[str]]:
        """What `_discussed` has found."""
        return {}

    def _discussed(self, identifier: str) -> frozenset[str]:
        """Return the ids that the commentary on an entry links to, and on the paragraph that it is an item of."""
        if identifier not in self._known_discussed:
            entry, annotation = self.entries[identifier], self.corpus.annotations.get(identifier)
            whole = whole_of(entry, self.entries) if entry.kind.is_provision else None
            of_whole = self._discussed(whole) if whole else frozenset()
            self._known_discussed[identifier] = of_whole.union(annotation.discusses if annotation else ())
        return self._known_discussed[identifier]

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        """The title and the description of each entry. A title counts twice. Between two texts, no word goes on."""
        return {identifier: "\n".join(self._words_about(identifier)) for identifier in self.entries}

    @cached_property
    def _known_stems(self) -> dict[str, Counter[str]]:
        """What `_stems` has found."""
        return {}

    def _stems(self, identifier: str) -> Counter[str]:
        """Return how often the forms of each word stand in the title and the description of an entry."""
        if identifier not in self._known_stems:
            run = words(self._texts[identifier].replace("-", " "))
            self._known_stems[identifier] = Counter([word[:STEM] for word in run])
        return self._known_stems[identifier]

    @cached_property
    def _squares(self) -> Mapping[str, float]:
        """The square of the weight of each word: the fewer entries have it, the heavier."""
        texts = fingerprint("\0".join(self._texts.values()))
        squares: dict[str, float]
        if self.kept is not None:
            with suppress(*UNREADABLE):
                known, squares = pickle.loads(self.kept.read_bytes())
                if known == texts:
                    return squares
        holders = Counter(stem for identifier in self.entries for stem in self._stems(identifier))
        squares = {stem: math.log(len(self.entries) / count) ** 2 for stem, count in holders.items()}
        if self.kept is not None:
            self.kept.write_bytes(pickle.dumps((texts, squares)))
        return squares

    @cached_property
    def _vectors(self) -> dict[str, tuple[Mapping[str, float], float]]:
        """What `_vector` has found."""
        return {}

    def _vector(self, identifier: str) -> tuple[Mapping[str, float], float]:
        """Return how often each word of an entry stands there times its square, and the length of that as a vector."""
        if identifier not in self._vectors:
            stems, squares = self._stems(identifier), self._squares
            weighted = {stem: count * squares[stem] for stem, count in stems.items()}
            length = math.sqrt(sum([count * weighted[stem] for stem, count in stems.items()]))
            self._vectors[identifier] = weighted, length
        return self._vectors[identifier]

    def _words_about(self, identifier: str) -> Iterable[str]:
        entry, annotation = self.entries[identifier], self.corpus.annotations.get(identifier)
        texts = [entry.title, entry.about or entry.content or ""]
        if annotation is not None:
            facets = self.corpus.vocabulary.facets
            terms = [
                facets[facet][term].label
                for facet, names in annotation.who
                for term in names
                if term in facets.get(facet, {})
            ]
            texts += [annotation.summary or "", *terms]
        return [entry.title, *texts]

    @cached_property
    def _known_nearness(self) -> dict[tuple[str, str], float]:
        """What `_nearness` has found of two entries: both ends of their link ask for it."""
        return {}

    def _nearness(self, identifier: str, other: str) -> float:
        """Return the cosine of the weighted words of both, 0 to 1."""
        pair = (identifier, other) if identifier < other else (other, identifier)
        if pair not in self._known_nearness:
            own, (weighted, length) = self._stems(pair[0]), self._vector(pair[1])
            shared = math.fsum([count * weighted[stem] for stem, count in own.items() if stem in weighted])
            self._known_nearness[pair] = shared / (self._vector(pair[0])[1] * length or 1.0)
        return self._known_nearness[pair]
