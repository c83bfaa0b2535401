"""What an entry is connected to, as its page shows it: what editors judged, and what the words of a text name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from concordance.graph.closeness import Closeness, Strength
from concordance.model.entries import Provenance, words_that_name
from concordance.model.pickling import QuickRepr
from concordance.pages.outside import OutsideCard, our_cards, their_cards

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.graph.connection import Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.reference import Reference

Mapped = TypeVar("Mapped")


@dataclass(frozen=True, slots=True, repr=False)
class ConnectedEntry(QuickRepr):
    """All by which editors connect an entry to one other."""

    other: Reference
    connections: tuple[Connection, ...]
    """Connections worded from the first."""
    strength: Strength


@dataclass(frozen=True, slots=True, repr=False)
class NamedEntries(QuickRepr):
    """Entries between which and a first one the same words of a text stand."""

    name: str
    """What pages call the first, where the others name it; empty where it names them."""
    says: str
    """The wording of the predicate from the first: "is named in"."""
    words: str
    """The words that name the one in the other; empty where they are the name itself, or say nothing by themselves."""
    entries: tuple[Reference, ...]
    """All but the first."""


@dataclass(frozen=True, slots=True, repr=False)
class ConnectionPanel(QuickRepr):
    """The connections of an entry."""

    items: tuple[ConnectedEntry, ...]
    """What editors judged, the closest first."""
    named: tuple[NamedEntries, ...]
    """What the words of the texts name."""
    outside: tuple[OutsideCard, ...] = ()
    """What editors link to in other editions."""
    theirs: tuple[OutsideCard, ...] = ()
    """What the editors of other editions link here, in their words."""

    @property
    def count(self) -> int:
        """How many entries are connected, whatever the number of their connections."""
        named = {reference.id for group in self.named for reference in group.entries}
        outside = {card.other.entry.id for card in (*self.outside, *self.theirs)}
        return len({item.other.id for item in self.items} | named | outside)


class LazyMapping(Mapping[str, Mapped]):
    """A mapping whose values are made when they are first asked for: of thousands, most builds need a few.

    `find_keys` finds its keys when one is first asked for; `make` makes the value of each.
    """

    def __init__(self, find_keys: Callable[[], Iterable[str]], make: Callable[[str], Mapped]) -> None:
        self._find_keys, self._make = find_keys, make
        self._made: dict[str, Mapped] = {}

    @cached_property
    def _keys(self) -> dict[str, None]:
        return dict.fromkeys(self._find_keys())

    def __getitem__(self, key: str) -> Mapped:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


@dataclass(frozen=True)
class PanelMaker:
    """Makes the panels of entries: of the connections of each, it reads no others than those."""

    entries: Mapping[str, Entry]
    """All entries, by id."""
    corpus: Corpus
    """What editors wrote, which decides what is closest."""
    references: Mapping[str, Reference]
    """All entries by id, as other pages show them."""
    kept: Path | None = None
    """The file that `Closeness` keeps."""

    def make(self, identifier: str, concordance: Concordance) -> ConnectionPanel:
        """Return the panel of an entry."""
        connections = concordance.connections.get(identifier, ())
        return ConnectionPanel(
            tuple(
                ConnectedEntry(self.references[tie.other], tie.connections, tie.strength)
                for tie in self._closeness.ties(identifier, connections)
            ),
            _group_named(self.references[identifier], connections, self.references, self._names),
            our_cards(identifier, concordance),
            their_cards(identifier, concordance),
        )

    def panels(self, concordance: Concordance) -> Mapping[str, ConnectionPanel]:
        """Return the panel of every entry that has a connection, by id; each is made when it is first asked for."""
        return LazyMapping(lambda: concordance.connected_entries, lambda each: self.make(each, concordance))

    @cached_property
    def _closeness(self) -> Closeness:
        return Closeness(self.entries, self.corpus, self.kept)

    @cached_property
    def _names(self) -> str:
        naming = self.corpus.vocabulary.predicates.get(self.corpus.vocabulary.naming)
        return naming.says if naming else ""


def _group_named(
    own: Reference, connections: Iterable[Connection], references: Mapping[str, Reference], names: str
) -> tuple[NamedEntries, ...]:
    """Return what names an entry, and what it names; `names` is how the latter is worded."""
    groups: dict[tuple[str, str], list[Reference]] = defaultdict(list)
    for connection in connections:
        if connection.provenance is Provenance.TEXT:
            other, words = references[connection.other], words_that_name(connection.reason)
            # A link that is called what the text calls its target says so already.
            is_said = words.lower() in {name.lower() for each in (own, other) for name in (each.label, each.title)}
            groups[connection.says, words if stands_alone(words) and not is_said else ""].append(other)
    return tuple(
        NamedEntries("" if says == names else own.label, says, words, tuple(entries))
        for (says, words), entries in groups.items()
    )


def stands_alone(words: str) -> bool:
    """Return whether words of a text are a name without the words around them.

    "Secretary General" and "UNTOC" are; "its Optional", "Protocols", "182" and "25 of UNTOC" are not. Where a script
    has no capitals, all words are taken to be.
    """
    if not any(character.isalpha() for character in words):
        return False
    if words.lower() == words.upper():
        return True
    return words.isupper() or sum(word[:1].isupper() for word in words.split()) > 1
