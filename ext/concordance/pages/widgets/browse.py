"""Ways into the edition: by the terms of a facet, by what provisions are tied to, by the parts of a text. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.graph.concordance import outermost, paragraphs_of, whole_of
from concordance.model.entries import Kind
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.corpus import Corpus
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference

# A part of a text is introduced by this many of its provisions, those with most connections.
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Shelved:
    """Entries of one text; `text` is its name, empty for entries that belong to none."""

    text: str
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class TermList:
    """A term of a facet, under the id by which it can be linked, with what it was given to."""

    id: str
    label: str
    means: str
    shelves: tuple[Shelved, ...]

    @property
    def count(self) -> int:
        """How many entries have the term."""
        return sum(len(shelf.entries) for shelf in self.shelves)


@dataclass(frozen=True, slots=True)
class Tied:
    """An entry and the provisions that are tied to it."""

    entry: Reference
    provisions: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class TiedWhole:
    """An instrument, goal or the like: the provisions tied to it and to each of its parts, and how many in all."""

    entry: Reference
    tied: tuple[Tied, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph in the outline of its text; `number` is as printed, without the stop behind it.

    `connections` are its own and those of its sub-items.
    """

    reference: Reference
    number: str
    page_title: str
    connections: int


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the navigation tree with the provisions below it, and the best connected of them."""

    docname: str
    title: str
    provisions: tuple[Numbered, ...]
    examples: tuple[Numbered, ...]

    @property
    def connections(self) -> int:
        """How many connections its provisions have."""
        return sum(provision.connections for provision in self.provisions)


def term_anchors(facet: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the id and the label of every term of a facet, used or not: what was published once may fall out of use."""
    for name, term in corpus.vocabulary.facets.get(facet, {}).items():
        yield term_id(facet, name), term.label


def gather_facet(facet: str, _docname: str, whole: EditionView) -> tuple[TermList, ...]:
    """Return every term of a facet, in the order of the vocabulary, with the entries that it was given to."""
    given: dict[str, list[Reference]] = {}
    for identifier, reference in whole.references.items():
        annotation = whole.corpus.annotations.get(identifier)
        for name, terms in annotation.who if annotation else ():
            for term in terms if name == facet else ():
                given.setdefault(term, []).append(reference)
    return tuple(
        TermList(term_id(facet, name), term.label, term.means, _by_text(given.get(name, ())))
        for name, term in whole.corpus.vocabulary.facets.get(facet, {}).items()
    )


def gather_connected(kind: str, _docname: str, whole: EditionView) -> tuple[TiedWhole, ...]:
    """Return every entry of a kind in reading order, with the provisions tied to it and to its parts."""
    entries = whole.concordance.entries
    families: dict[str, list[str]] = {entry.id: [entry.id] for entry in entries.values() if entry.kind == kind}
    for entry in entries.values():
        if entry.kind != kind and (of := whole_of(entry, entries)) in families:
            families[str(of)].append(entry.id)
    return tuple(_tied_whole(identifier, family, whole) for identifier, family in families.items())


def _tied_whole(identifier: str, family: Iterable[str], whole: EditionView) -> TiedWhole:
    tied = []
    for member in family:
        others = (whole.references[connection.other] for connection in whole.concordance.connections.get(member, ()))
        # One provision may be tied to another entry in more ways than one.
        if provisions := tuple(dict.fromkeys(other for other in others if other.kind is Kind.PROVISION)):
            tied.append(Tied(whole.references[member], provisions))
    count = len({provision.id for one in tied for provision in one.provisions})
    return TiedWhole(whole.references[identifier], tuple(tied), count)


def gather_parts(text: str, _docname: str, whole: EditionView) -> tuple[Part, ...]:
    """Return the paragraphs of a text by the pages that lead to them; sub-items belong to their paragraph."""
    shelf, entries = whole.shelf, whole.concordance.entries
    above = {child: parent for parent, children in shelf.children.items() for child in children}
    ties = Counter[str]()
    for identifier, connections in whole.concordance.connections.items():
        ties[outermost(identifier, entries)] += len({connection.other for connection in connections})
    listed = []
    for entry in paragraphs_of(text, entries):
        # A page about one paragraph is named by it; the part is the page above.
        part = above.get(entry.docname, entry.docname) if entry.leads else entry.docname
        number = entry.number.strip("().")
        title = shelf.titles[entry.docname] if entry.leads else f"{entry.label}: {entry.title}"
        listed.append((part, Numbered(whole.references[entry.id], number, title, ties[entry.id])))
    return tuple(
        _part(part, shelf.titles[part], [provision for _, provision in group])
        for part, group in groupby(listed, key=lambda one: one[0])
    )


def _part(docname: str, title: str, provisions: list[Numbered]) -> Part:
    best = sorted(provisions, key=lambda provision: -provision.connections)[:EXAMPLES]
    examples = tuple(provision for provision in provisions if provision in best and provision.connections)
    return Part(docname, title, tuple(provisions), examples)


def _by_text(references: Iterable[Reference]) -> tuple[Shelved, ...]:
    return tuple(Shelved(text, tuple(group)) for text, group in groupby(references, key=lambda one: one.text))
