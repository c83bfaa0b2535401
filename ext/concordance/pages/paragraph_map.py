"""The map of one paragraph: what it is tied to, by kind, and which paragraphs stand one step further."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, whole_of
from concordance.model.kinds import group_of
from concordance.model.pickling import QuickRepr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.kinds import Kind
    from concordance.pages.reference import Reference

# So many paragraphs at two steps are shown at most: those that share most, and what few others share.
FURTHER = 6
# A paragraph at two steps shares at least so many neighbours.
SHARED = 2


@dataclass(frozen=True, slots=True, repr=False)
class Neighbour(QuickRepr):
    """What a paragraph, or an item of it, is linked to."""

    entry: Reference
    year: str
    """Year of the entry or of the whole that it is a part of, empty where not known."""


@dataclass(frozen=True, slots=True, repr=False)
class NeighbourGroup(QuickRepr):
    """The neighbours of one kind, or of its parts."""

    kind: Kind
    text: str
    """Name of the text of provisions, empty for other kinds."""
    neighbours: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True, repr=False)
class FurtherParagraph(QuickRepr):
    """A paragraph at two steps."""

    entry: Reference
    shared: tuple[Reference, ...]
    """Neighbours by which it is reached."""


@dataclass(frozen=True, slots=True, repr=False)
class ParagraphMap(QuickRepr):
    """A paragraph with what is tied to it."""

    centre: Reference
    groups: tuple[NeighbourGroup, ...]
    further: tuple[FurtherParagraph, ...]
    timeline: str | None
    """Docname of the page with the timeline, None where there is none."""


@dataclass(frozen=True)
class Mapmaker:
    """Makes the maps of the paragraphs of an edition."""

    concordance: Concordance
    references: Mapping[str, Reference]
    kinds: Mapping[str, Kind]
    """Kinds of entries by id."""
    timeline: str | None

    def draw(self, identifier: str) -> ParagraphMap | None:
        """Return the map of the paragraph with this id, None if nothing is tied to it."""
        near = self._near.get(identifier, frozenset())
        if not near:
            return None
        ordered = sorted(near, key=self._rank.__getitem__)
        groups = tuple(
            NeighbourGroup(kind, text, tuple(map(self._neighbour, group)))
            for (kind, text), group in groupby(ordered, key=self._group)
        )
        return ParagraphMap(self.references[identifier], groups, self._further(identifier, ordered), self.timeline)

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {identifier: number for number, identifier in enumerate(self.concordance.entries)}

    @cached_property
    def _near(self) -> Mapping[str, frozenset[str]]:
        """The ids of all neighbours, by the ids of entries; items of a paragraph belong to it."""
        near: dict[str, set[str]] = defaultdict(set)
        wholes = {identifier: self._whole(identifier) for identifier in self.concordance.entries}
        for identifier, connections in self.concordance.connections.items():
            near[wholes[identifier]].update([wholes[connection.other] for connection in connections])
        return {identifier: frozenset(others - {identifier}) for identifier, others in near.items()}

    @cached_property
    def _near_provisions(self) -> Mapping[str, frozenset[str]]:
        """Those of all neighbours that are provisions, by the ids of entries."""
        provisions = {each.id for each in self.references.values() if each.kind.is_provision}
        return {identifier: others & provisions for identifier, others in self._near.items()}

    def _whole(self, identifier: str) -> str:
        entries = self.concordance.entries
        return outermost(identifier, entries) if entries[identifier].kind.is_provision else identifier

    def _group(self, identifier: str) -> tuple[Kind, str]:
        reference = self.references[identifier]
        return group_of(reference.kind, self.kinds), reference.text

    def _neighbour(self, identifier: str) -> Neighbour:
        entries = self.concordance.entries
        whole = whole_of(entries[identifier], entries) or identifier
        return Neighbour(self.references[identifier], (entries[identifier].date or entries[whole].date)[:4])

    def _further(self, identifier: str, near: list[str]) -> tuple[FurtherParagraph, ...]:
        shared: dict[str, list[str]] = defaultdict(list)
        known = {identifier, *near}
        for neighbour in near:
            for other in self._near_provisions.get(neighbour, frozenset()) - known:
                shared[other].append(neighbour)
        weight = {
            # What many are tied to says little of what two have in common.
            other: sum(1 / len(self._near[neighbour]) for neighbour in through)
            for other, through in shared.items()
            if len(through) >= SHARED
        }
        best = sorted(weight, key=lambda other: (-weight[other], self._rank[other]))[:FURTHER]
        return tuple(
            FurtherParagraph(self.references[other], tuple(self.references[each] for each in shared[other]))
            for other in sorted(best, key=self._rank.__getitem__)
        )
