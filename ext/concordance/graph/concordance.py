"""The concordance: entries and links, checked together and seen from either end."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from concordance.graph.connection import Connection
from concordance.graph.gaps import check_gaps
from concordance.graph.omissions import check_left_out
from concordance.graph.outside import NOTHING_OUTSIDE, Outside, resolve_links, resolve_their_links
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.ids import prefix_of
from concordance.model.other_editions import edition_of
from concordance.model.problems import Problem, ProblemKind, nearest, nearest_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.model.corpus import Corpus
    from concordance.model.kinds import Kind
    from concordance.model.vocabulary import Vocabulary

NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Concordance:
    """All entries and sound links of an edition."""

    entries: Mapping[str, Entry]
    """Entries by id: by kind, and within a kind in reading order."""
    links: tuple[Link, ...]
    """Links, sorted by the ids of subject and object."""
    connections: Mapping[str, tuple[Connection, ...]]
    """Connections by the id of an entry; each link has one at either end."""
    outside: Outside = NOTHING_OUTSIDE
    """Links to entries of other editions, and from them."""
    graded: tuple[Link, ...] = ()
    """Those of the links that have a grade and join provisions."""
    fingerprints: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """SHA-256 of what fields were made of, by their names; empty where not known."""

    @property
    def all_links(self) -> tuple[Link, ...]:
        """The links within the edition, and then those to others."""
        return (*self.links, *self.outside.links)

    @property
    def connected_entries(self) -> Iterable[str]:
        """The ids of all entries that are connected to another, here or in other editions."""
        return {**self.connections, **self.outside.connections, **self.outside.their_links}

    def is_connected(self, identifier: str) -> bool:
        """Return whether an entry is connected to another, here or in other editions."""
        ends = self.connections, self.outside.connections, self.outside.their_links
        return any(identifier in each for each in ends)

    def connected(self, identifier: str) -> set[str]:
        """Return the ids of all entries, here and in other editions, that an entry is connected to."""
        near = {connection.other for connection in self.connections.get(identifier, ())}
        return near | self.outside.connected(identifier)

    @property
    def ends(self) -> Mapping[str, Entry]:
        """The entries of this edition, and those of others to which links lead, by id."""
        return {**self.entries, **self.outside.linked} if self.outside.links else self.entries


def build(
    entries: Iterable[Entry], text_links: Iterable[Link], corpus: Corpus, reading_order: Sequence[str]
) -> tuple[Concordance, list[Problem]]:
    """Join entries, links of the texts and links of editors; return the concordance, and what is wrong with it.

    Args:
        entries: All entries, in any order.
        text_links: The links that the words of the texts make.
        corpus: What editors wrote.
        reading_order: The docnames of all pages, in the order in which a reader meets them.

    Returns:
        The concordance without what is unsound, and one problem for each thing that was left out or is missing.
    """
    known, problems = _index(entries, corpus.vocabulary.kinds, reading_order)
    problems += check_gaps(known, corpus.vocabulary)
    for annotation in corpus.annotations.values():
        if annotation.annotates not in known:
            message = f"There is no entry {annotation.annotates!r} to annotate."
            remedy, absent = nearest(annotation.annotates, known), (annotation.annotates,)
            problems.append(Problem(annotation.place, ProblemKind.UNKNOWN_ENTRY, message, remedy, absent))
    written = sorted(
        [*text_links, *(link for annotation in corpus.annotations.values() for link in annotation.links)],
        key=lambda link: (natural(link.subject), natural(link.object), link.predicate, link.place),
    )
    here = [link for link in written if not edition_of(link.object)]
    links, link_problems = _sound_links(here, known, corpus.vocabulary)
    problems += link_problems + check_left_out(links, known, corpus)
    outside, outside_problems = _join_outside([link for link in written if edition_of(link.object)], known, corpus)
    connections = _connections(links, known, corpus.vocabulary)
    graded = tuple(
        link
        for link in links
        if link.grade and known[link.subject].content is not None and known[link.object].content is not None
    )
    return Concordance(known, links, connections, outside, graded), problems + outside_problems


def _join_outside(written: list[Link], known: Mapping[str, Entry], corpus: Corpus) -> tuple[Outside, list[Problem]]:
    """Join the links that lead to other editions, and those that lead here from there."""
    if not written and not corpus.their_links:
        return NOTHING_OUTSIDE, []
    resolved, problems = resolve_links(written, corpus)
    linked = {link.object: corpus.pinned[edition_of(link.object)].entries[link.object] for link in resolved}
    ends = {**known, **{identifier: outside.entry for identifier, outside in linked.items()}}
    sound, link_problems = _sound_links(resolved, ends, corpus.vocabulary)
    their_links, their_problems = resolve_their_links(corpus.their_links, known)
    # What an edition publishes depends on what is written in it, and on no copy: links that no copy confirms are kept.
    unsound = {*resolved} - {*sound}
    named = (link for link in written if edition_of(link.object) in corpus.vocabulary.inventories)
    kept = tuple(link for link in named if link.subject in known and link not in unsound)
    connections = _connections(sound, ends, corpus.vocabulary)
    near = {end: connections[end] for end in connections.keys() & known.keys()}
    return Outside(kept, linked, near, their_links), [*problems, *link_problems, *their_problems]


@cache
def natural(identifier: str) -> tuple[Any, ...]:
    """Return a sort key for ids in which `plan-9` precedes `plan-12`: words and numbers by turns."""
    parts: list[Any] = NUMBER.split(identifier)
    parts[1::2] = map(int, parts[1::2])
    return tuple(parts)


def whole_of(entry: Entry, entries: Mapping[str, Entry]) -> str | None:
    """Return the id of the entry that `entry` is a part of (`untoc` for `untoc-art-24`), or None."""
    kind, identifier = entry.kind.part_of, entry.id
    while kind and (end := identifier.rfind("-")) >= 0:
        identifier = identifier[:end]
        candidate = entries.get(identifier)
        if candidate is not None and candidate.kind.id == kind:
            return identifier
    return None


def outermost(identifier: str, entries: Mapping[str, Entry]) -> str:
    """Return the id of the paragraph that contains a provision at whatever depth, or that it is itself."""
    while (whole := whole_of(entries[identifier], entries)) is not None:
        identifier = whole
    return identifier


def paragraphs_of(text: str, entries: Mapping[str, Entry]) -> list[Entry]:
    """Return the paragraphs of the text with this id in their order, without their sub-items."""
    return [
        entry
        for entry in entries.values()
        if entry.kind.is_provision and prefix_of(entry.id) == text and whole_of(entry, entries) is None
    ]


def _index(
    entries: Iterable[Entry], kinds: Mapping[str, Kind], reading_order: Sequence[str]
) -> tuple[dict[str, Entry], list[Problem]]:
    known: dict[str, Entry] = {}
    problems = []
    order = {kind: index for index, kind in enumerate(kinds)}
    rank = {docname: index for index, docname in enumerate(reading_order)}

    def place(entry: Entry) -> tuple[object, ...]:
        page = rank.get(entry.docname, len(rank))
        return order[entry.kind.id], page, natural(entry.docname), entry.place.line, natural(entry.id)

    for entry in sorted(entries, key=place):
        if (first := known.get(entry.id)) is not None:
            message = f"{entry.id} stands twice; the first is at {first.place}."
            problems.append(
                Problem(entry.place, ProblemKind.DUPLICATE_ENTRY, message, "Give one of them an id of its own.")
            )
            continue
        known[entry.id] = entry
    return known, [*problems, *_orphans(known)]


def _orphans(known: Mapping[str, Entry]) -> Iterator[Problem]:
    """Yield a problem for each page with parts of nothing: where a whole is misspelt, all its parts are."""
    by_page: dict[str, list[Entry]] = {}
    for entry in known.values():
        if entry.kind.is_part and whole_of(entry, known) is None:
            by_page.setdefault(entry.docname, []).append(entry)
    for first, *others in by_page.values():
        whole = first.kind.part_of
        nor = f"do {len(others)} others" if len(others) > 1 else "does one other"
        message = f"{first.id} belongs to no {whole}{f', nor {nor} on this page' if others else ''}."
        remedy = f"Begin its id with that of its {whole}, and add that {whole}."
        yield Problem(first.place, ProblemKind.ORPHAN_ENTRY, message, remedy)


def _sound_links(
    written: Iterable[Link], known: Mapping[str, Entry], vocabulary: Vocabulary
) -> tuple[tuple[Link, ...], list[Problem]]:
    problems: list[Problem] = []
    first: dict[tuple[str, object], Link] = {}
    predicate_of = cache(vocabulary.predicate)
    for link in written:
        # An unknown subject is reported once, for its annotation; an unknown name in a text when its page is resolved.
        if link.subject not in known or (link.object not in known and link.provenance is Provenance.TEXT):
            continue
        if link.object not in known:
            message = f"There is no entry {link.object!r} to link to."
            remedy = nearest(link.object, known)
            if not nearest_words(link.object, known):
                remedy += " Correct it, or write an entry that has this id on a page of `source`."
            problems.append(Problem(link.place, ProblemKind.UNKNOWN_ID, message, remedy, (link.object,)))
            continue
        if link.object == link.subject:
            message = f"{link.subject} links to itself."
            problems.append(Problem(link.place, ProblemKind.SELF_LINK, message, "Remove the link."))
            continue
        match = predicate_of(link.predicate)
        name = match.predicate.name if match else link.predicate
        if link.provenance is Provenance.TEXT:
            # A provision may name an entry twice, and two provisions may name each other.
            first.setdefault((name, (link.subject, link.object)), link)
            continue
        twin = first.setdefault((name, frozenset({link.subject, link.object})), link)
        if twin is not link:
            message = f"{link.subject} and {link.object} are linked by `{name}` already, at {twin.place}."
            remedy = "Remove one: the other direction is derived."
            problems.append(Problem(link.place, ProblemKind.DUPLICATE_LINK, message, remedy))
    links = tuple(first.values())
    vague = _vague(links, known)
    return tuple(link for link in links if link not in vague), problems + list(vague.values())


def _vague(links: tuple[Link, ...], known: Mapping[str, Entry]) -> dict[Link, Problem]:
    """Return the links to a whole beside a link to one of its parts, each with its problem.

    Links that the text itself makes are never vague: what it names, it names.
    """
    pairs: dict[frozenset[str], list[Link]] = defaultdict(list)
    for link in links:
        if link.provenance is not Provenance.TEXT:
            pairs[frozenset({link.subject, link.object})].append(link)
    wholes = {identifier: whole_of(entry, known) for identifier, entry in known.items()}
    vague = {}
    for precise in links:
        for end, other in ((precise.subject, precise.object), (precise.object, precise.subject)):
            whole = wholes[end]
            for link in pairs.get(frozenset({whole, other}), ()) if whole is not None else ():
                message = f"A link to {whole} says less than the one to {end} at {precise.place}."
                vague[link] = Problem(link.place, ProblemKind.VAGUE_LINK, message, "Keep the more precise link only.")
    return vague


def _connections(
    links: Iterable[Link], known: Mapping[str, Entry], vocabulary: Vocabulary
) -> dict[str, tuple[Connection, ...]]:
    by_end: dict[str, list[Connection]] = defaultdict(list)
    predicate_of = cache(vocabulary.predicate)
    for link in links:
        match = predicate_of(link.predicate)
        if match is None:
            continue
        predicate, forward = match
        label = vocabulary.grades[link.grade].label if link.grade else ""
        ways = (predicate.says, predicate.reverse_says) if forward else (predicate.reverse_says, predicate.says)
        for end, other, says in ((link.subject, link.object, ways[0]), (link.object, link.subject, ways[1])):
            by_end[end].append(Connection(other, says, link.reason, link.provenance, link.grade, label))
    rank = {identifier: index for index, identifier in enumerate(known)}
    return {
        end: tuple(sorted(connections, key=lambda connection: (rank[connection.other], connection.says)))
        for end, connections in by_end.items()
    }
