"""Instruments and documents in the order of their dates, with the paragraphs that are tied to them. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, whole_of
from concordance.model.dates import first_day
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Event:
    """An instrument or a document; `date` is empty where it is not known.

    `paragraphs` are those tied to it or to a part of it, `texts` the names of the texts of which it is the official
    document.
    """

    entry: Reference
    date: str
    paragraphs: tuple[Reference, ...]
    texts: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year of an event that has a date."""
        return int(self.date[:4])


@dataclass(frozen=True, slots=True)
class Lane:
    """Events of one sort, by their dates; those of no sort that was asked for have a lane without a name."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events: those with a date in lanes, and those without."""

    lanes: tuple[Lane, ...]
    undated: tuple[Event, ...]

    @property
    def dated(self) -> tuple[tuple[Event, Lane], ...]:
        """The events of all lanes by their dates."""
        return tuple(
            sorted(((event, lane) for lane in self.lanes for event in lane.events), key=lambda pair: _when(pair[0]))
        )


def a_timeline(argument: str, _corpus: Corpus) -> str | None:
    """Return what is wrong with an argument that is to name lanes, each with types of entries, or None."""
    seen: dict[str, str] = {}
    for lane in argument.split(";") if argument else []:
        name, types = _lane(lane)
        if not name or not types:
            return f"{lane.strip()!r} is no lane. Write `Treaties: treaty, protocol; Others: …`."
        for sort in types:
            if sort in seen:
                return f"{sort!r} stands in two lanes, {seen[sort]!r} and {name!r}. Remove one."
            seen[sort] = name
    return None


def gather_timeline(argument: str, docname: str, whole: EditionView) -> Timeline:
    """Return the timeline with the lanes that an argument such as `Treaties: treaty, protocol; …` asks for.

    A type of several words belongs to the lane that names it, or else to the one that names its first word.
    """
    named = [_lane(lane) for lane in argument.split(";")] if argument else []
    lanes: dict[str, list[Event]] = {name: [] for name, _ in [*named, ("", ())]}
    undated = []
    for entry in whole.concordance.entries.values():
        if entry.kind not in {Kind.INSTRUMENT, Kind.DOCUMENT}:
            continue
        event = _event(entry, whole)
        if event.date:
            words = (entry.type, entry.type.partition(" ")[0])
            lanes[next((name for word in words for name, types in named if word in types), "")].append(event)
        else:
            undated.append(event)
    return Timeline(
        tuple(Lane(name, tuple(sorted(events, key=_when))) for name, events in lanes.items() if events), tuple(undated)
    )


def _lane(written: str) -> tuple[str, tuple[str, ...]]:
    name, _, types = written.partition(":")
    return name.strip(), tuple(sort.strip() for sort in types.split(",") if sort.strip())


def _when(event: Event) -> tuple[str, str]:
    return first_day(event.date).isoformat(), event.date


def _event(entry: Entry, whole: EditionView) -> Event:
    entries = whole.concordance.entries
    parts = [entry.id, *(identifier for identifier in entries if identifier.startswith(f"{entry.id}-"))]
    tied = {
        outermost(connection.other, entries)
        for part in parts
        if part == entry.id or whole_of(entries[part], entries) == entry.id
        for connection in whole.concordance.connections.get(part, ())
        if entries[connection.other].kind is Kind.PROVISION
    }
    return Event(
        entry=whole.references[entry.id],
        date=entry.date,
        # Entries stand in reading order.
        paragraphs=tuple(whole.references[identifier] for identifier in entries if identifier in tied),
        texts=tuple(text.name for text in whole.corpus.vocabulary.texts.values() if text.official == entry.id),
    )
