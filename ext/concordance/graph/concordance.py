"""The concordance: entries and links checked together, and seen from either end. Pure; no Sphinx."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from concordance.model.entries import WHOLE_OF, Entry, Kind, Link, Provenance
from concordance.model.ids import prefix_of
from concordance.model.problems import Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from concordance.model.corpus import Considered, Corpus
    from concordance.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Connection:
    """A link as one of its ends sees it: `says` is worded from that end, `other` is the id of the far end."""

    other: str
    says: str
    reason: str
    provenance: Provenance
    grade: str | None


@dataclass(frozen=True, slots=True)
class Concordance:
    """All entries and sound links of the edition, sorted; `connections` holds each link under both its ends."""

    entries: Mapping[str, Entry]
    links: tuple[Link, ...]
    connections: Mapping[str, tuple[Connection, ...]]


def build(
    entries: Iterable[Entry], text_links: Iterable[Link], corpus: Corpus, reading_order: Sequence[str]
) -> tuple[Concordance, list[Problem]]:
    """Join entries, links of the texts and links of the editors; what is unsound is left out and told.

    Entries come by kind, and within a kind as a reader meets them: by `reading_order`, which holds docnames.
    """
    known, problems = _index(entries, reading_order)
    for annotation in corpus.annotations.values():
        if annotation.annotates not in known:
            message = f"There is no entry {annotation.annotates!r} to annotate."
            problems.append(
                Problem(annotation.place, ProblemKind.UNKNOWN_ENTRY, message, nearest(annotation.annotates, known))
            )
    written = sorted(
        [*text_links, *(link for annotation in corpus.annotations.values() for link in annotation.links)],
        key=lambda link: (natural(link.subject), natural(link.object), link.predicate, link.place),
    )
    links, found = _sound(written, known, corpus.vocabulary)
    problems += found + _considered_in_vain(links, known, corpus.considered)
    return Concordance(known, links, _connections(links, known, corpus.vocabulary)), problems


@cache
def natural(identifier: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts `plan-9` before `plan-12`."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d+)", identifier) if part
    )


def whole_of(entry: Entry, entries: Mapping[str, Entry]) -> str | None:
    """Return the id of the entry that `entry` is a part of (`untoc` for `untoc-art-24`), if there is one."""
    kind = WHOLE_OF.get(entry.kind)
    parts = entry.id.split("-")
    for length in range(len(parts) - 1, 0, -1):
        candidate = entries.get("-".join(parts[:length]))
        if candidate is not None and candidate.kind == kind:
            return candidate.id
    return None


def outermost(identifier: str, entries: Mapping[str, Entry]) -> str:
    """Return the id of the paragraph that a provision is, or is an item of, however deep."""
    while (whole := whole_of(entries[identifier], entries)) is not None:
        identifier = whole
    return identifier


def paragraphs_of(text: str, entries: Mapping[str, Entry]) -> list[Entry]:
    """Return the paragraphs of a text in their order, without their items."""
    return [
        entry
        for entry in entries.values()
        if entry.kind is Kind.PROVISION and prefix_of(entry.id) == text and whole_of(entry, entries) is None
    ]


def _index(entries: Iterable[Entry], reading_order: Sequence[str]) -> tuple[dict[str, Entry], list[Problem]]:
    known: dict[str, Entry] = {}
    problems = []
    kinds = list(Kind)
    rank = {docname: index for index, docname in enumerate(reading_order)}

    def place(entry: Entry) -> tuple[object, ...]:
        page = rank.get(entry.docname, len(rank))
        return kinds.index(entry.kind), page, natural(entry.docname), entry.place.line, natural(entry.id)

    for entry in sorted(entries, key=place):
        if (first := known.get(entry.id)) is not None:
            message = f"{entry.id} stands twice; the first is at {first.place}."
            problems.append(
                Problem(entry.place, ProblemKind.DUPLICATE_ENTRY, message, "Give one of them an id of its own.")
            )
            continue
        known[entry.id] = entry
    for entry in known.values():
        if entry.kind in {Kind.ARTICLE, Kind.TARGET} and whole_of(entry, known) is None:
            message = f"{entry.id} is a part of nothing."
            remedy = f"Begin its id with that of its {WHOLE_OF[entry.kind]}, and add that {WHOLE_OF[entry.kind]}."
            problems.append(Problem(entry.place, ProblemKind.ORPHAN_ENTRY, message, remedy))
    return known, problems + _gaps(known)


def _gaps(known: Mapping[str, Entry]) -> list[Problem]:
    """A text's paragraphs run 1, 2, 3; one that is missing between two others has lost its page."""
    series: dict[str, dict[int, Entry]] = defaultdict(dict)
    for entry in known.values():
        stem, _, last = entry.id.rpartition("-")
        if entry.kind is Kind.PROVISION and last.isdecimal():
            series[stem][int(last)] = entry
    problems = []
    for stem, numbered in series.items():
        for before, after in pairwise([0, *sorted(numbered)]):
            if missing := range(before + 1, after):
                problems.append(_gap(f"{stem}-{missing[0]}", f"{stem}-{missing[-1]}", numbered[after]))
    return problems


def _gap(first: str, last: str, after: Entry) -> Problem:
    if first == last:
        message, remedy = f"{first} is missing before {after.id}.", "Restore its page."
    else:
        # So many pages are seldom lost at once: rather is one id mistyped.
        message = f"{first} to {last} are missing before {after.id}."
        remedy = f"Restore their pages, or correct the id {after.id}."
    return Problem(after.place, ProblemKind.MISSING_ENTRY, message, remedy)


def _sound(
    written: Iterable[Link], known: Mapping[str, Entry], vocabulary: Vocabulary
) -> tuple[tuple[Link, ...], list[Problem]]:
    problems: list[Problem] = []
    first: dict[tuple[str, object], Link] = {}
    for link in written:
        # An unknown subject is told once, for its annotation; an unknown name in a text where its page is resolved.
        if link.subject not in known or (link.object not in known and link.provenance is Provenance.TEXT):
            continue
        if link.object not in known:
            message = f"There is no entry {link.object!r} to link to."
            problems.append(Problem(link.place, ProblemKind.UNKNOWN_ID, message, nearest(link.object, known)))
            continue
        if link.object == link.subject:
            message = f"{link.subject} links to itself."
            problems.append(Problem(link.place, ProblemKind.SELF_LINK, message, "Remove the link."))
            continue
        found = vocabulary.predicate(link.predicate)
        name = found[0].name if found else link.predicate
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
    """A link to a whole says nothing where one to its part stands. What the text itself names, it names."""
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


def _considered_in_vain(links: Iterable[Link], known: Mapping[str, Entry], considered: Considered) -> list[Problem]:
    """Tell of what is listed as left out and is not there to be linked, or linked all the same."""
    linked = {frozenset({link.subject, link.object}) for link in links if link.provenance is not Provenance.TEXT}
    listed = [
        *considered.pairs.items(),
        *(((identifier,), why) for identifier, why in considered.without_target.items()),
    ]
    problems = []
    for identifiers, why in listed:
        for identifier in identifiers:
            if identifier not in known:
                message = f"There is no entry {identifier!r} to leave out."
                problems.append(Problem(why.place, ProblemKind.UNKNOWN_ID, message, nearest(identifier, known)))
        if frozenset(identifiers) in linked:
            message = f"{' and '.join(identifiers)} are listed as left out and are linked."
            problems.append(Problem(why.place, ProblemKind.DUPLICATE_LINK, message, "Remove the link or this line."))
    return problems


def _connections(
    links: Iterable[Link], known: Mapping[str, Entry], vocabulary: Vocabulary
) -> dict[str, tuple[Connection, ...]]:
    seen: dict[str, list[Connection]] = defaultdict(list)
    for link in links:
        found = vocabulary.predicate(link.predicate)
        if found is None:
            continue
        predicate, forward = found
        ways = (predicate.says, predicate.reverse_says) if forward else (predicate.reverse_says, predicate.says)
        for end, other, says in ((link.subject, link.object, ways[0]), (link.object, link.subject, ways[1])):
            seen[end].append(Connection(other, says, link.reason, link.provenance, link.grade))
    rank = {identifier: index for index, identifier in enumerate(known)}
    return {
        end: tuple(sorted(connections, key=lambda connection: (rank[connection.other], connection.says)))
        for end, connections in seen.items()
    }
