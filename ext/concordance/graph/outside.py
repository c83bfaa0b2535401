"""Links between this edition and others: whether they lead to something, and what is known of both ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.model.layout import INVENTORIES
from concordance.model.other_editions import PinnedEdition, edition_of
from concordance.model.problems import Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.graph.connection import Connection
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Link
    from concordance.model.other_editions import OutsideEntry, TheirLink


@dataclass(frozen=True, slots=True)
class Outside:
    """What joins an edition and others."""

    links: tuple[Link, ...] = ()
    """Links of this edition that lead to others, as written: also those that no copy confirms."""
    entries: Mapping[str, OutsideEntry] = field(default_factory=dict)
    """Entries of other editions that these links lead to, by id."""
    connections: Mapping[str, tuple[Connection, ...]] = field(default_factory=dict)
    """Connections to other editions by the id of an entry of this one."""
    their_links: Mapping[str, tuple[TheirLink, ...]] = field(default_factory=dict)
    """Links that other editions made to an entry of this one, by its id."""

    @property
    def linked(self) -> Mapping[str, Entry]:
        """Those entries of other editions, as entries are known here."""
        return {identifier: outside.entry for identifier, outside in self.entries.items()}

    @property
    def confirmed(self) -> Iterator[Link]:
        """The links that lead to something, as far as the copies know."""
        return (link for link in self.links if link.object in self.entries)

    def connected(self, identifier: str) -> set[str]:
        """Return the ids of the entries elsewhere that an entry here is connected to, in either direction."""
        ours = {connection.other for connection in self.connections.get(identifier, ())}
        return ours | {link.subject.entry.id for link in self.their_links.get(identifier, ())}


NOTHING_OUTSIDE = Outside()


def resolve_links(written: Iterable[Link], corpus: Corpus) -> tuple[list[Link], list[Problem]]:
    """Return the links that lead to an entry of a pinned edition, and a problem for each of the others.

    That there is no copy of an edition is reported once, at the first link to it.
    """
    resolved: list[Link] = []
    problems: dict[str, Problem] = {}
    for link in written:
        name = edition_of(link.object)
        copy = corpus.pinned.get(name, PinnedEdition())
        if link.object in copy.entries:
            resolved.append(link)
        elif name not in corpus.vocabulary.inventories:
            problems.setdefault(name, _unknown_edition(link, name, corpus))
        elif copy.pinned_on is None:
            if any(path.startswith(f"{INVENTORIES}/{name}/") for path in corpus.unsound):
                # That there is a copy, and that it cannot be read, is reported already.
                continue
            problems.setdefault(name, _without_copy(link, name))
        else:
            problems[repr(link.place)] = _missing_entry(link, copy, corpus.vocabulary.inventories[name].title)
    return resolved, [*problems.values()]


def _unknown_edition(link: Link, name: str, corpus: Corpus) -> Problem:
    known = corpus.vocabulary.inventories
    message = f"There is no edition {name!r} to link to: the vocabulary names none under `inventories`."
    remedy = nearest(name, known) if known else f"Name it there, with its title and address: `{name}: …`."
    return Problem(link.place, ProblemKind.INVENTORY, message, remedy)


def _without_copy(link: Link, name: str) -> Problem:
    message = f"Whether {link.object} exists is not known: nothing of that edition was copied here yet."
    remedy = f"Copy what it has: `concordance inventory {name} FOLDER`, with the folder of its site."
    return Problem(link.place, ProblemKind.INVENTORY, message, remedy)


def _missing_entry(link: Link, copy: PinnedEdition, title: str) -> Problem:
    if (moved := copy.moved.get(link.object)) is not None:
        message = f"{link.object} has moved: in {title}, it was replaced by {moved}."
        return Problem(link.place, ProblemKind.INVENTORY, message, f"Write `{moved}`, if the reason still fits.")
    message = f"There is no entry {link.object!r} in {title}, as copied on {copy.pinned_on}."
    return Problem(link.place, ProblemKind.INVENTORY, message, nearest(link.object, copy.entries))


def resolve_their_links(
    links: Iterable[TheirLink], known: Mapping[str, Entry]
) -> tuple[dict[str, tuple[TheirLink, ...]], list[Problem]]:
    """Return the links of other editions by the entry here that they lead to, and a problem for each to none."""
    by_entry: dict[str, tuple[TheirLink, ...]] = {}
    problems = []
    for link in links:
        if link.object in known:
            by_entry[link.object] = (*by_entry.get(link.object, ()), link)
            continue
        edition = edition_of(link.subject.entry.id)
        message = f"A link of {link.subject.edition} leads to {link.object!r}, and there is no such entry here."
        remedy = f"Write the file anew, which follows what was moved: `concordance links-to-us FILE`, for {edition}."
        problems.append(Problem(link.place, ProblemKind.INVENTORY, message, remedy))
    return by_entry, problems
