"""What editors have written about each provision, and what is still missing."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.concordance import paragraphs_of, whole_of
from concordance.model.entries import Provenance
from concordance.model.kinds import group_of, groups_of

if TYPE_CHECKING:
    import datetime

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.kinds import Kind


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much editors have written about one provision of a text."""

    id: str
    docname: str
    label: str
    """How it is cited."""
    name: str
    """What pages call it."""
    title: str
    """Title that editors gave it, empty without one."""
    commentary: int
    """Number of words."""
    questions: int
    """How many there are."""
    sources: int
    """How many there are."""
    links: tuple[tuple[Kind, int], ...]
    """Number of editors' links to entries of each kind that is no part of another, and to their parts."""
    reviewed: datetime.date | None
    """Day on which somebody last checked its annotation, None where not known."""
    missing: tuple[str, ...]
    """Names of what there is none of, such as `summary`."""


def measure_coverage(text: str, concordance: Concordance, corpus: Corpus) -> tuple[Coverage, ...]:
    """Return the coverage of every paragraph of a text; sub-items belong to their paragraph."""
    return tuple(_coverage(entry, concordance, corpus) for entry in paragraphs_of(text, concordance.entries))


def unlinked_entries(concordance: Concordance) -> list[Entry]:
    """Return the entries without any connection, in the order of the concordance.

    A whole is connected where one of its parts is: an instrument by its articles, a paragraph by its sub-items.
    """
    connected: set[str] = set()
    for identifier in concordance.connected_entries:
        end: str | None = identifier
        while end is not None:
            connected.add(end)
            end = whole_of(concordance.entries[end], concordance.entries)
    return [entry for entry in concordance.entries.values() if entry.id not in connected]


def _coverage(entry: Entry, concordance: Concordance, corpus: Corpus) -> Coverage:
    annotation = corpus.annotations.get(entry.id)
    kinds = _linked_kinds(entry, concordance)
    known, without = corpus.vocabulary.kinds, corpus.considered.without
    groups = Counter(group_of(kind, known) for kind in kinds)
    has = {
        "title": annotation is not None and annotation.title is not None,
        "summary": annotation is not None and annotation.summary is not None,
        "asked": annotation is not None and bool(annotation.asked),
        "terms": annotation is not None and bool(annotation.who),
        "links": bool(kinds),
        **{
            kind.id: groups[group_of(kind, known)] > 0 or entry.id in without.get(kind.id, ())
            for kind in known.values()
            if kind.expected
        },
        "commentary": annotation is not None and bool(annotation.body.text.strip()),
        "questions": annotation is not None and bool(annotation.questions),
        "sources": annotation is not None and bool(annotation.sources),
        "date": annotation is not None and annotation.reviewed is not None,
    }
    return Coverage(
        id=entry.id,
        docname=entry.docname,
        label=entry.label,
        name=entry.name,
        title=annotation.title or "" if annotation else "",
        commentary=len(annotation.body.text.split()) if annotation else 0,
        questions=len(annotation.questions) if annotation else 0,
        sources=len(annotation.sources) if annotation else 0,
        links=tuple((group, groups[group]) for group in groups_of(known)),
        reviewed=annotation.reviewed if annotation else None,
        missing=tuple(name for name, is_there in has.items() if not is_there),
    )


def _linked_kinds(entry: Entry, concordance: Concordance) -> list[Kind]:
    """Return the kind of every entry that editors have linked to an entry or to one of its items, link by link."""
    family = [name for name in concordance.entries if name == entry.id or name.startswith(f"{entry.id}-")]
    ends = concordance.ends
    return [
        ends[connection.other].kind
        for member in family
        for near in (concordance.connections, concordance.outside.connections)
        for connection in near.get(member, ())
        if connection.provenance is not Provenance.TEXT
    ]
