"""What the search finds: a record for every entry and for every paragraph of commentary."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import text_of, with_labels
from concordance.citations.spellings import family_names, relative_citation, spell_out_series
from concordance.graph.concordance import outermost, whole_of
from concordance.i18n.words import titled
from concordance.model.kinds import Role
from concordance.model.layout import WORDS
from concordance.model.other_editions import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus, Synonym
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind

COMMENTARY = "commentary"
PAGE = "page"
TERM = "term"
PART = "part"
# The filter by other editions that records are linked to.
EDITION = "edition"
# Provisions of the text that comes first in the vocabulary, which an edition is about, count most; what is said of a
# text comes behind the text.
FIRST_TEXT, OTHER_TEXT, OF_COMMENTARY = 1.8, 1.0, 0.6
OF_PART = 1.1
# A part says less than the whole that holds it.
OF_ITEM = 0.85


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One thing to find: an entry, a paragraph of commentary, a part of a page, or a term."""

    of: str
    """The id of the entry that it is or belongs to; of what belongs to none, the docname of its page."""
    anchor: str
    """Its own id; empty for the top of a page."""
    kind: str
    """The id of the kind of an entry, or `COMMENTARY`, `PAGE` or `TERM`."""
    label: str
    title: str
    content: str
    """The words that are shown of it: verbatim, of a registry, of commentary or of a page."""
    summary: str
    """The editors' summary in plain language; empty without one."""
    hidden: str
    """Words by which it is found, too, and which are not shown."""
    filters: Mapping[str, tuple[str, ...]]
    """The terms that it has, by the name of the filter."""
    asked: tuple[str, ...] = ()
    """What readers ask that it answers."""
    merit: float = 1
    """How much it counts beside others that have the same words; 1 for most."""
    by_whole: bool = False
    """Whether its label is mostly the name of the text or work that it stands in."""

    @property
    def name(self) -> str:
        """What no other record is called."""
        return f"{self.of} {self.anchor}"

    @property
    def shown(self) -> tuple[str, str, str]:
        """What is shown of it besides its label: its title, its words and the editors' summary."""
        return self.title, self.content, self.summary


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of the search."""

    name: str
    """A facet, the id of a kind of entries that records are tied to, "kind", `PART` or `EDITION`."""
    terms: Mapping[str, str]
    """Its terms with their labels, in the order in which they are offered."""


def make_records(
    concordance: Concordance, corpus: Corpus, parts: Mapping[str, str], commentary_label: str
) -> tuple[SearchRecord, ...]:
    """Return all records: the entries in their order, then the commentary.

    `parts` has the page of the part of a text by the id of each entry in it, as from `parts_of_texts`.
    `commentary_label` is the label of a paragraph of commentary, a format with `%(entry)s` and `%(number)s`.
    """
    entries = concordance.entries
    labels = {entry.id: entry.label for entry in entries.values()}
    ranks = {identifier: rank for rank, identifier in enumerate(entries)}
    wholes = {identifier: (ranks[whole := outermost(identifier, entries)], whole) for identifier in entries}
    kinds = [kind.id for kind in tied_kinds(corpus)]
    of_entries: list[SearchRecord] = []
    commentary: list[SearchRecord] = []
    for entry in entries.values():
        filters = dict(_filters(entry, concordance, corpus, parts, wholes, kinds))
        of_entries.append(_entry_record(entry, concordance, corpus, filters))
        commentary += _commentary_records(entry, labels, corpus, filters, commentary_label)
    return (*of_entries, *commentary)


def make_filters(concordance: Concordance, corpus: Corpus, records: Iterable[SearchRecord]) -> tuple[Filter, ...]:
    """Return the filters with two terms at least; as labels, those of kinds and parts repeat their terms."""
    used_terms: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for name, terms in record.filters.items():
            used_terms[name].update(terms)
    parts = dict.fromkeys(term for record in records for term in record.filters.get(PART, ()))
    facets = corpus.search_words.filters or corpus.vocabulary.facets
    known = {
        "kind": {kind: kind for kind in (*corpus.vocabulary.kinds, COMMENTARY, TERM, PAGE)},
        PART: {part: part for part in parts},
        **{
            facet: {name: term.label for name, term in terms.items()}
            for facet, terms in ((facet, corpus.vocabulary.facets.get(facet, {})) for facet in facets)
        },
        **{
            kind.id: {entry.id: _filter_label(entry) for entry in concordance.entries.values() if entry.kind == kind}
            for kind in tied_kinds(corpus)
        },
        EDITION: {other.id: other.title for other in corpus.vocabulary.inventories.values()},
    }
    all_filters = (
        Filter(name, {term: label for term, label in terms.items() if term in used_terms[name]})
        for name, terms in known.items()
    )
    return tuple(choice for choice in all_filters if len(choice.terms) > 1)


def parts_of_texts(concordance: Concordance, parents: Mapping[str, str]) -> dict[str, str]:
    """Return the page of the part of its text that each provision is in, by the id of the provision.

    It is the page that has the provision together with others: its own page, or the page above that in `parents`.
    """
    return {
        entry.id: parents.get(entry.docname, "") if _has_own_page(entry, concordance) else entry.docname
        for entry in concordance.entries.values()
        if entry.kind.is_provision
    }


def _has_own_page(entry: Entry, concordance: Concordance) -> bool:
    """Return whether the page of a provision is about its paragraph alone."""
    return entry.leads or concordance.entries[outermost(entry.id, concordance.entries)].leads


def _filter_label(entry: Entry) -> str:
    return titled(entry.label, entry.title) if entry.kind.role is Role.NUMBERED else entry.label


def tied_kinds(corpus: Corpus) -> list[Kind]:
    """Return the kinds of entries by which records that are linked to them, or part of them, can be filtered."""
    return [kind for kind in corpus.vocabulary.kinds.values() if kind.has_role(Role.WORK, Role.NUMBERED)]


def own_synonyms(corpus: Corpus) -> list[Synonym]:
    """Return the synonyms in the language of the edition; those of others have a file of their own."""
    return [each for each in corpus.search_words.synonyms if not each.place.path.endswith(f"/{WORDS}")]


def _entry_record(
    entry: Entry,
    concordance: Concordance,
    corpus: Corpus,
    filters: Mapping[str, tuple[str, ...]],
) -> SearchRecord:
    annotation = corpus.annotations.get(entry.id)
    described = " · ".join(part for part in (entry.about, *entry.aliases) if part)
    content = entry.content if entry.content is not None else described or entry.title
    summary = (annotation.summary if annotation else None) or ""
    hidden = (
        *spell_out_series(relative_citation(entry, concordance, corpus), corpus.search_words.series),
        *family_names(entry, concordance),
        *_names_outside(entry, concordance),
    )
    return SearchRecord(
        of=entry.id,
        anchor=entry.id,
        kind=entry.kind.id,
        label=entry.label,
        title=entry.title,
        content=content,
        summary=summary,
        hidden=" · ".join(dict.fromkeys(hidden)),
        filters=filters,
        asked=tuple(line.text for line in (annotation.asked if annotation else ())),
        merit=_merit(entry, concordance, corpus),
        by_whole=entry.kind.is_provision or entry.kind.is_section,
    )


def _names_outside(entry: Entry, concordance: Concordance) -> Iterator[str]:
    """Yield what entries of other editions are called that an entry is linked to."""
    for connection in concordance.outside.connections.get(entry.id, ()):
        other = concordance.outside.entries[connection.other]
        yield from filter(None, dict.fromkeys((other.entry.label, other.entry.title, other.text, other.edition)))


def _merit(entry: Entry, concordance: Concordance, corpus: Corpus) -> float:
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind.is_provision else None
    if text is None:
        return OF_PART if entry.kind.is_part else 1
    of_text = FIRST_TEXT if text.id == next(iter(corpus.vocabulary.texts)) else OTHER_TEXT
    return of_text if outermost(entry.id, concordance.entries) == entry.id else of_text * OF_ITEM


def _commentary_records(
    entry: Entry,
    labels: Mapping[str, str],
    corpus: Corpus,
    filters: Mapping[str, tuple[str, ...]],
    label: str,
) -> Iterator[SearchRecord]:
    annotation = corpus.annotations.get(entry.id)
    for number, prose in enumerate(annotation.prose if annotation else (), start=1):
        words = with_labels(prose, labels)
        yield SearchRecord(
            of=entry.id,
            anchor=f"{entry.id}-c{number}",
            kind=COMMENTARY,
            label=label % {"entry": entry.label, "number": number},
            title=entry.title,
            content=words,
            summary="",
            hidden="",
            filters={**filters, "kind": (COMMENTARY,)},
            merit=OF_COMMENTARY,
        )


def _filters(
    entry: Entry,
    concordance: Concordance,
    corpus: Corpus,
    parts: Mapping[str, str],
    wholes: Mapping[str, tuple[int, str]],
    kinds: Sequence[str],
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the terms of an entry by each filter.

    `wholes` has what contains each entry, with the place of that, and `kinds` those by which can be filtered.
    """
    yield "kind", (entry.kind.id,)
    if part := parts.get(entry.id):
        yield PART, (part,)
    entries = concordance.entries
    annotation = corpus.annotations.get(entry.id)
    if annotation is None and entry.kind.is_provision and text_of(entry.id, corpus.vocabulary.texts):
        # An annotation of a paragraph applies to its sub-items.
        annotation = corpus.annotations.get(whole_of(entry, entries) or "")
    if annotation is not None:
        yield from annotation.who
    if others := sorted({*map(edition_of, concordance.outside.connected(entry.id))}):
        yield EDITION, tuple(others)
    ties = {wholes[connection.other] for connection in concordance.connections.get(entry.id, ())} | {wholes[entry.id]}
    tied: dict[str, list[str]] = defaultdict(list)
    for _place, whole in sorted(ties):
        tied[entries[whole].kind.id].append(whole)
    yield from ((kind, tuple(tied[kind])) for kind in kinds if kind in tied)
