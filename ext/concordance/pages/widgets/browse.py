"""Ways into the edition: by the terms of a facet, by connections, by the parts of a text, by the pages below a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

from concordance.citations.short import opening
from concordance.graph.concordance import outermost, paragraphs_of, whole_of
from concordance.model.vocabulary import term_id
from concordance.reading.scan import names_in_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import PartIdentity
    from concordance.pages.edition_view import EditionView
    from concordance.pages.reference import Reference

# The widget that lists pages; in its argument, the sign for pages that no other list of the page has.
PAGES, ELSE = "pages", "*"


@dataclass(frozen=True, slots=True)
class TextGroup:
    """Entries of one text."""

    text: str
    """Name of the text, empty for entries that belong to none."""
    entries: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class FacetTerm:
    """A term of a facet, with the entries that have it."""

    id: str
    """Id by which the term can be linked."""
    label: str
    """The words that readers see."""
    meaning: str
    """What it means, explained in a sentence."""
    groups: tuple[TextGroup, ...]
    """The entries, text by text; none for a term that no entry has."""

    @property
    def count(self) -> int:
        """How many entries have the term."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True, slots=True)
class ConnectedPart:
    """An entry and the provisions connected to it."""

    entry: Reference
    provisions: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class ConnectedWhole:
    """An instrument or the like, with the provisions connected to it and to its parts."""

    entry: Reference
    parts: tuple[ConnectedPart, ...]
    """The whole itself and its parts, as far as provisions are connected to them."""
    count: int
    """How many different provisions are connected."""


@dataclass(frozen=True, slots=True)
class OutlineParagraph:
    """A paragraph in the outline of its text."""

    reference: Reference
    number: str
    """Number as printed, without parentheses and the full stop; a dot may stand for none."""
    connections: int = 0
    """How many connections it has, together with its sub-items; 0 where they are not counted."""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part of a text: a page of the navigation tree with the provisions below it."""

    docname: str
    title: str
    provisions: tuple[OutlineParagraph, ...]
    """Its paragraphs, in reading order, without their sub-items."""
    identity: PartIdentity | None = None
    """Its sign and colour, None where editors gave it none."""

    @property
    def connections(self) -> int:
        """How many connections its provisions have."""
        return sum(provision.connections for provision in self.provisions)


@dataclass(frozen=True, slots=True)
class LeadPage:
    """A page that another one leads into."""

    docname: str
    title: str
    opening: str
    """How the provision begins that the page is about, empty for other pages."""
    paragraphs: tuple[OutlineParagraph, ...] = ()
    """The paragraphs with pages of their own that it leads into."""
    identity: PartIdentity | None = None
    """Its sign and colour if it is a part of a text, None where editors gave it none."""


def term_anchors(facet: str, corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Yield the id and the label of every term of a facet, used or not.

    Terms that have fallen out of use keep their ids, as links to these may have been published.
    """
    for name, term in corpus.vocabulary.facets.get(facet, {}).items():
        yield term_id(facet, name), term.label


def gather_facet(facet: str, _docname: str, edition: EditionView) -> tuple[FacetTerm, ...]:
    """Return every term of a facet, in the order of the vocabulary, with the entries that have it."""
    entries_by_term: dict[str, list[Reference]] = {}
    for identifier, reference in edition.references.items():
        annotation = edition.corpus.annotations.get(identifier)
        for name, terms in annotation.who if annotation else ():
            for term in terms if name == facet else ():
                entries_by_term.setdefault(term, []).append(reference)
    return tuple(
        FacetTerm(term_id(facet, name), term.label, term.means, _by_text(entries_by_term.get(name, ())))
        for name, term in edition.corpus.vocabulary.facets.get(facet, {}).items()
    )


def gather_connected(kind: str, _docname: str, edition: EditionView) -> tuple[ConnectedWhole, ...]:
    """Return every entry of a kind, in reading order, with the provisions connected to it and to its parts."""
    entries = edition.concordance.entries
    families: dict[str, list[str]] = {entry.id: [entry.id] for entry in entries.values() if entry.kind.id == kind}
    for entry in entries.values():
        if entry.kind.id != kind and (whole := whole_of(entry, entries)) in families:
            families[str(whole)].append(entry.id)
    return tuple(_connected_whole(identifier, family, edition) for identifier, family in families.items())


def _connected_whole(identifier: str, family: Iterable[str], edition: EditionView) -> ConnectedWhole:
    parts = []
    for member in family:
        connections = edition.concordance.connections.get(member, ())
        others = (edition.references[connection.other] for connection in connections)
        # A provision may have several connections to the same entry.
        if provisions := tuple(dict.fromkeys(other for other in others if other.kind.is_provision)):
            parts.append(ConnectedPart(edition.references[member], provisions))
    count = len({provision.id for part in parts for provision in part.provisions})
    return ConnectedWhole(edition.references[identifier], tuple(parts), count)


def gather_parts(text: str, _docname: str, edition: EditionView) -> tuple[OutlinePart, ...]:
    """Return the paragraphs of a text, by the pages that lead to them; sub-items belong to their paragraph."""
    index, entries = edition.index, edition.concordance.entries
    parents = {child: parent for parent, children in index.children.items() for child in children}
    connection_counts = Counter[str]()
    for identifier in edition.concordance.connected_entries:
        connection_counts[outermost(identifier, entries)] += len(edition.concordance.connected(identifier))
    paragraphs = []
    for entry in paragraphs_of(text, entries):
        # A page about a single paragraph belongs to the part that is the page above it.
        part = parents.get(entry.docname, entry.docname) if entry.leads else entry.docname
        number = entry.number.strip("().")
        reference, count = edition.references[entry.id], connection_counts[entry.id]
        paragraphs.append((part, OutlineParagraph(reference, number, count)))
    identities = edition.corpus.vocabulary.parts
    return tuple(
        OutlinePart(part, index.titles[part], tuple(provision for _, provision in group), identities.get(part))
        for part, group in groupby(paragraphs, key=itemgetter(0))
    )


def gather_pages(argument: str, docname: str, edition: EditionView) -> tuple[LeadPage, ...]:
    """Return the pages that `docname` leads into, in the order of its toctrees.

    The argument is empty, or names the types of the entries that they are about, separated by semicolons; `*` stands
    for those that no other list of `docname` has, so that a page of a new type is never left out.
    """
    index = edition.index
    children = [child for child in index.children.get(docname, ()) if child in index.titles]
    if argument:
        lists = [request.argument for request in index.widgets.get(docname, ()) if request.name == PAGES]
        named = {name for listed in lists for name in names_in_list(listed)}
        wanted = set(names_in_list(argument))
        types = {child: _type_of(child, edition) for child in children}
        children = [
            child for child in children if types[child] in wanted or (ELSE in wanted and types[child] not in named)
        ]
    return tuple(_lead_page(child, edition) for child in children)


def _type_of(docname: str, edition: EditionView) -> str:
    """Return the type of the entry that a page is about, empty if it has none."""
    entries = (edition.concordance.entries[identifier] for identifier in edition.index.entries.get(docname, ()))
    return next((entry.type for entry in entries if entry.leads), "")


def _lead_page(docname: str, edition: EditionView) -> LeadPage:
    index = edition.index
    content = next((entry.content for entry in _leading(docname, edition)), None)
    paragraphs = tuple(
        OutlineParagraph(edition.references[entry.id], entry.number.strip("().") or "·")
        for child in index.children.get(docname, ())
        for entry in _leading(child, edition)
        if entry.kind.is_provision
    )
    return LeadPage(
        docname,
        index.titles[docname],
        opening(content) if content else "",
        paragraphs,
        edition.corpus.vocabulary.parts.get(docname),
    )


def _leading(docname: str, edition: EditionView) -> Iterator[Entry]:
    """Yield the entry that a page is about alone, if there is one."""
    entries = (edition.concordance.entries[identifier] for identifier in edition.index.entries.get(docname, ()))
    yield from (entry for entry in entries if entry.leads)


def _by_text(references: Iterable[Reference]) -> tuple[TextGroup, ...]:
    return tuple(TextGroup(text, tuple(group)) for text, group in groupby(references, key=attrgetter("text")))
