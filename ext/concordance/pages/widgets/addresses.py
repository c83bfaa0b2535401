"""The short addresses of an edition, for the page that lists them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short_addresses import scheme_of, short_path

if TYPE_CHECKING:
    from concordance.model.kinds import Kind
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class AddressedEntry:
    """An entry and its short address."""

    path: str
    """Path of the address below the root of the site, without slashes around it."""
    entry: Reference


@dataclass(frozen=True, slots=True)
class AddressGroup:
    """The entries of one kind or, for provisions, of one text."""

    kind: Kind
    text: str
    """Name of the text of provisions, empty for other kinds."""
    entries: tuple[AddressedEntry, ...]


def gather_addresses(_argument: str, _docname: str, edition: EditionView) -> tuple[AddressGroup, ...]:
    """Return the short addresses of all entries, in the order of the edition."""
    entries = edition.concordance.entries
    scheme = scheme_of(edition.corpus.vocabulary, entries.values())
    groups: dict[tuple[Kind, str], list[AddressedEntry]] = defaultdict(list)
    for entry in entries.values():
        reference = edition.references[entry.id]
        groups[entry.kind, reference.text].append(AddressedEntry(short_path(entry.id, scheme), reference))
    return tuple(AddressGroup(kind, text, tuple(addressed)) for (kind, text), addressed in groups.items())
