"""Instruments and documents in the order of their dates, with the paragraphs connected to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, whole_of
from concordance.model.kinds import Role
from concordance.model.problems import Fault

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference

# What stands in place of a month and a day that are not known.
UNKNOWN = "9999-99-99"


@dataclass(frozen=True, slots=True)
class Event:
    """An instrument or a document."""

    entry: Reference
    date: str
    """A year, a month or a day, as `2000-11-15`; empty where not known."""
    paragraphs: tuple[Reference, ...]
    """Paragraphs connected to it or to a part of it."""
    texts: tuple[str, ...]
    """Names of the texts whose official document it is."""

    @property
    def year(self) -> int:
        """The year of an event that has a date."""
        return int(self.date[:4])


@dataclass(frozen=True, slots=True)
class Lane:
    """Events of one sort."""

    name: str
    """Empty for the lane of what no lane of the argument takes."""
    events: tuple[Event, ...]
    """By date."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events."""

    lanes: tuple[Lane, ...]
    """Lanes that have dated events."""
    undated: tuple[Event, ...]
    """Events whose date is not known, in the order of the concordance."""

    @property
    def dated(self) -> tuple[tuple[Event, Lane], ...]:
        """The events of all lanes with their lanes, by date."""
        return tuple(
            sorted(((event, lane) for lane in self.lanes for event in lane.events), key=lambda pair: _sort_key(pair[0]))
        )

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of all lanes, by date."""
        return tuple(event for event, _ in self.dated)


def check_timeline(argument: str, _corpus: Corpus) -> Fault | None:
    """Return what is wrong with an argument that has to name lanes, each with types of entries, or None."""
    lane_of: dict[str, str] = {}
    for lane in argument.split(";") if argument else []:
        name, types = _parse_lane(lane)
        if not name or not types:
            return Fault(f"{lane.strip()!r} is not a lane.", "Write `Treaties: treaty, protocol; Others: …`.")
        for entry_type in types:
            if entry_type in lane_of:
                message = f"{entry_type!r} stands in two lanes, {lane_of[entry_type]!r} and {name!r}."
                return Fault(message, "Remove one.")
            lane_of[entry_type] = name
    return None


def gather_timeline(argument: str, docname: str, edition: EditionView) -> Timeline:
    """Return the timeline with the lanes of an argument such as `Treaties: treaty, protocol; …`.

    A type of several words belongs to the lane that names it, or else to the lane that names its first word.
    """
    named_lanes = [_parse_lane(lane) for lane in argument.split(";")] if argument else []
    lanes: dict[str, list[Event]] = {name: [] for name, _ in [*named_lanes, ("", ())]}
    undated = []
    for entry in edition.concordance.entries.values():
        if not entry.kind.has_role(Role.WORK, Role.DOCUMENT):
            continue
        event = _event(entry, edition)
        if event.date:
            words = (entry.type, entry.type.partition(" ")[0])
            lanes[next((name for word in words for name, types in named_lanes if word in types), "")].append(event)
        else:
            undated.append(event)
    return Timeline(
        tuple(Lane(name, tuple(sorted(events, key=_sort_key))) for name, events in lanes.items() if events),
        tuple(undated),
    )


def _parse_lane(definition: str) -> tuple[str, tuple[str, ...]]:
    name, _, types = definition.partition(":")
    return name.strip(), tuple(entry_type.strip() for entry_type in types.split(",") if entry_type.strip())


def _sort_key(event: Event) -> str:
    # Of a year, what has no month or day stands behind what has.
    return event.date + UNKNOWN[len(event.date) :]


def _event(entry: Entry, edition: EditionView) -> Event:
    entries = edition.concordance.entries
    parts = [entry.id, *(identifier for identifier in entries if identifier.startswith(f"{entry.id}-"))]
    connected = {
        outermost(connection.other, entries)
        for part in parts
        if part == entry.id or whole_of(entries[part], entries) == entry.id
        for connection in edition.concordance.connections.get(part, ())
        if entries[connection.other].kind.is_provision
    }
    return Event(
        entry=edition.references[entry.id],
        date=entry.date,
        # Entries are in reading order.
        paragraphs=tuple(edition.references[identifier] for identifier in entries if identifier in connected),
        texts=tuple(text.name for text in edition.corpus.vocabulary.texts.values() if text.official == entry.id),
    )
