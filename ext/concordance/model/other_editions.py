"""Other editions, and what an edition keeps of them: entries to link to, and their links to its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.model.pickling import SlotPickle, cached_repr

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.model.entries import Entry
    from concordance.model.problems import Place

# Between the id of another edition and that of an entry there: `harbour:rules-3`.
SEPARATOR = ":"


@dataclass(frozen=True, slots=True)
class OtherEdition(SlotPickle):
    """Another edition, as the vocabulary names it."""

    id: str
    """What this edition calls it: the part before the colon in the ids of its entries."""
    title: str
    """What readers see for it."""
    address: str
    """The address of its site, with a slash at the end."""
    calls_us: str
    """What it calls this edition; empty if it does not link here."""
    place: Place
    """Where the vocabulary names it."""


@dataclass(frozen=True, slots=True, repr=False)
class OutsideEntry(SlotPickle):
    """An entry of another edition."""

    entry: Entry
    """Its id has that of the edition before it, and its place is in the pinned copy. It stands on no page here."""
    edition: str
    """The title of its edition."""
    text: str
    """The title of the text that a provision belongs to, empty for others."""
    address: str
    """The absolute address."""

    @property
    def citation(self) -> str:
        """What it is called there, with the names of its text and of its edition."""
        names = dict.fromkeys((self.entry.label, self.text, self.edition))
        return ", ".join(name for name in names if name)

    def __repr__(self) -> str:
        return cached_repr(self.entry.id, self.entry.label, self.entry.title, self.edition, self.text, self.address)


@dataclass(frozen=True, slots=True)
class TheirLink(SlotPickle):
    """A link that the editors of another edition made to an entry of this one, in their words."""

    object: str
    """The id of the entry here."""
    subject: OutsideEntry
    """The entry there."""
    says: str
    """Their wording of the link, from the entry here to theirs."""
    reason: str
    """One sentence that says why."""
    grade: str
    """Their words for the grade; empty without one."""
    place: Place
    """Where the pinned copy of that edition has it."""


@dataclass(frozen=True, slots=True)
class PinnedEdition(SlotPickle):
    """What is kept of another edition in the repository of this one."""

    entries: Mapping[str, OutsideEntry] = field(default_factory=dict)
    """Its entries by id, with that of the edition before it."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Ids that replaced others, by the ids that were replaced; all with that of the edition."""
    pinned_on: datetime.date | None = None
    """The day on which the copy was made; None if there is no copy that can be read."""


def edition_of(identifier: str) -> str:
    """Return the id of the other edition that an id begins with; empty for one of this edition."""
    edition, separator, _own = identifier.partition(SEPARATOR)
    return edition if separator else ""
