"""What joins an entry and other editions, as its page shows it: a card for each entry there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.connection import Connection
from concordance.model.entries import Provenance

if TYPE_CHECKING:
    from concordance.graph.concordance import Concordance
    from concordance.model.other_editions import OutsideEntry

# Stands for any grade of another edition, whose grades are its own.
THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class OutsideCard:
    """An entry of another edition, with all that links it to one of this."""

    other: OutsideEntry
    connections: tuple[Connection, ...]
    """Worded from the entry here."""


def our_cards(identifier: str, concordance: Concordance) -> tuple[OutsideCard, ...]:
    """Return the entries of other editions that the editors of this one link an entry to."""
    outside = concordance.outside
    by_other: dict[str, list[Connection]] = {}
    for connection in outside.connections.get(identifier, ()):
        by_other.setdefault(connection.other, []).append(connection)
    return tuple(OutsideCard(outside.entries[other], tuple(links)) for other, links in by_other.items())


def their_cards(identifier: str, concordance: Concordance) -> tuple[OutsideCard, ...]:
    """Return the entries of other editions whose editors link to an entry of this one; the words are theirs."""
    by_other: dict[str, tuple[OutsideEntry, list[Connection]]] = {}
    for link in concordance.outside.their_links.get(identifier, ()):
        name = link.subject.entry.id
        grade = THEIRS if link.grade else None
        connection = Connection(name, link.says, link.reason, Provenance.EDITOR, grade, link.grade)
        by_other.setdefault(name, (link.subject, []))[1].append(connection)
    return tuple(OutsideCard(other, tuple(links)) for other, links in by_other.values())
