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
    from collections.abc import Mapping, Sequence, Set

    from concordance.graph.connection import Connection
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind
    from concordance.pages.reference import Reference

    Connections = Mapping[str, tuple[Connection, ...]]

# So many paragraphs at two steps are shown at most: those that share most, and what few others share.
FURTHER = 6
# A paragraph at two steps shares at least so many neighbours.
SHARED = 2
# With more ways than these to paragraphs at two steps, nobody could follow their lines.
LEGIBLE = 10


@dataclass(frozen=True, slots=True, repr=False)
class Neighbour(QuickRepr):
    """What a paragraph, or an item of it, is linked to."""

    entry: Reference
    """That which is linked to; for an item of a paragraph, the paragraph."""
    year: str
    """Year of the entry or of the whole that it is a part of, empty where not known."""


@dataclass(frozen=True, slots=True, repr=False)
class NeighbourGroup(QuickRepr):
    """The neighbours of one kind, or of its parts."""

    kind: Kind
    """The kind; for parts, that of their whole."""
    text: str
    """Name of the text of provisions, empty for other kinds."""
    neighbours: tuple[Neighbour, ...]
    """In the order of the concordance."""


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
    """What it is linked to, at one step."""
    further: tuple[FurtherParagraph, ...]
    """The few that share the most neighbours with it, rare ones counting more, in the order of the concordance."""
    timeline: str | None
    """Docname of the page with the timeline, None where there is none."""

    @property
    def drawn_further(self) -> tuple[FurtherParagraph, ...]:
        """The paragraphs at two steps, if a picture can show the ways to them; the list has them all the same."""
        return self.further if sum(len(each.shared) for each in self.further) <= LEGIBLE else ()


@dataclass(frozen=True)
class Mapmaker:
    """Makes the maps of the paragraphs of an edition."""

    entries: Mapping[str, Entry]
    """All entries, by id."""
    references: Mapping[str, Reference]
    """All entries by id, as other pages show them."""
    kinds: Mapping[str, Kind]
    """Kinds of entries by id."""
    timeline: str | None
    """Docname of the page with the timeline, None where there is none."""

    def draw(self, identifier: str, connections: Connections) -> ParagraphMap | None:
        """Return the map of the paragraph with this id, None if nothing is tied to it.

        Of `connections`, by the ids of entries, it reads those of the paragraph and of its neighbours.
        """
        near = self._near(identifier, connections)
        if not near:
            return None
        ordered = sorted(near, key=self._rank.__getitem__)
        groups = tuple(
            NeighbourGroup(kind, text, tuple(map(self._neighbour, group)))
            for (kind, text), group in groupby(ordered, key=self._group)
        )
        further = self._further(identifier, {each: self._near(each, connections) for each in ordered})
        return ParagraphMap(self.references[identifier], groups, further, self.timeline)

    def _near(self, identifier: str, connections: Connections) -> set[str]:
        """Return the ids of all neighbours of an entry; items of a paragraph belong to it."""
        wholes, items = self._wholes, self._items.get(identifier, ())
        near = {wholes[connection.other] for item in items for connection in connections.get(item, ())}
        return near - {identifier}

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        return {identifier: number for number, identifier in enumerate(self.entries)}

    @cached_property
    def _wholes(self) -> Mapping[str, str]:
        """The id of what each entry belongs to on maps: of a provision, that of its paragraph; else its own."""
        return {identifier: self._whole(identifier) for identifier in self.entries}

    @cached_property
    def _items(self) -> Mapping[str, Sequence[str]]:
        """The ids of all entries that belong to one, by its id."""
        items: dict[str, list[str]] = defaultdict(list)
        for identifier, whole in self._wholes.items():
            items[whole].append(identifier)
        return items

    def _whole(self, identifier: str) -> str:
        provision = self.entries[identifier].kind.is_provision
        return outermost(identifier, self.entries) if provision else identifier

    def _group(self, identifier: str) -> tuple[Kind, str]:
        reference = self.references[identifier]
        return group_of(reference.kind, self.kinds), reference.text

    def _neighbour(self, identifier: str) -> Neighbour:
        entries = self.entries
        whole = whole_of(entries[identifier], entries) or identifier
        return Neighbour(self.references[identifier], (entries[identifier].date or entries[whole].date)[:4])

    def _further(self, identifier: str, near: Mapping[str, Set[str]]) -> tuple[FurtherParagraph, ...]:
        """Return the paragraphs at two steps; `near` has the neighbours of each neighbour, by its id."""
        shared: dict[str, list[str]] = defaultdict(list)
        known = {identifier, *near}
        for neighbour, others in near.items():
            for other in others - known:
                if self.entries[other].kind.is_provision:
                    shared[other].append(neighbour)
        weight = {
            # What many are tied to says little of what two have in common.
            other: sum(1 / len(near[neighbour]) for neighbour in through)
            for other, through in shared.items()
            if len(through) >= SHARED
        }
        best = sorted(weight, key=lambda other: (-weight[other], self._rank[other]))[:FURTHER]
        return tuple(
            FurtherParagraph(self.references[other], tuple(self.references[each] for each in shared[other]))
            for other in sorted(best, key=self._rank.__getitem__)
        )
