"""What changes in an edition from one version of it to another. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from concordance.graph.concordance import natural
from concordance.history.active_content import acting
from concordance.history.flat import flat
from concordance.history.record_diff import Hunk, differing
from concordance.history.versions import comparable
from concordance.model.entries import Kind, Provenance
from concordance.reading.page_words import Reproduced
from concordance.reading.pages import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.history.versions import Version
    from concordance.model.corpus import Annotation
    from concordance.model.entries import Entry, Link
    from concordance.model.vocabulary import Vocabulary

# What a registry says of an entry, with what it is called; titles of provisions are their editors'.
SAID = {
    "label": "citation",
    "title": "title",
    "type": "type",
    "date": "date",
    "docname": "page",
    "about": "description",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that changes: `name` says what it belongs to, `what` which of its fields it is."""

    name: str
    what: str
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class Reworded:
    """A page with words of a text that changes, with the ids of those of its provisions that change.

    `words` is false where only links and marks change.
    """

    docname: str
    provisions: tuple[str, ...]
    words: bool
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """What two ends are to each other, in the direction of the predicate, whichever end it was written from."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that is new (`before` is None), gone (`after` is None), or has another reason, grade or provenance."""

    tie: Tie
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changes. `pages` are docnames whose own Markdown changes, `touched` all that show a change.

    `unread_before` and `unread` are the paths of files of which nothing is compared, because something in them cannot
    be read in that version. `acting` has the lines by which a page could do more than say something. `gone` are pages
    that stand no more. Of pages that gather something of the whole edition, `touched` knows nothing: only a build does.
    """

    unread_before: tuple[str, ...]
    unread: tuple[str, ...]
    acting: tuple[Edit, ...]
    texts: tuple[Reworded, ...]
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    entries: tuple[Edit, ...]
    links: tuple[LinkChange, ...]
    annotations: tuple[Edit, ...]
    vocabulary: tuple[Edit, ...]
    considered: tuple[Edit, ...]
    finding: tuple[Edit, ...]
    pages: tuple[str, ...]
    gone: tuple[str, ...]
    touched: tuple[str, ...]

    @property
    def grave(self) -> bool:
        """Whether words that are reproduced change, or paragraphs come or go."""
        moved = any(entry.kind is Kind.PROVISION for entry in (*self.added, *self.removed))
        return moved or any(text.words for text in self.texts)

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def changes(before: Version, after: Version) -> Changes:
    """Return what changes from one version of an edition to another."""
    unread_before, unread = _sorted(before.unsound), _sorted(after.unsound)
    # What could act is looked for in pages of which nothing else is known, too.
    active = tuple(_acting(before, after))
    before, after = comparable(before, after)
    old, new = before.concordance.entries, after.concordance.entries
    added = tuple(new[identifier] for identifier in _sorted(new.keys() - old.keys()))
    removed = tuple(old[identifier] for identifier in _sorted(old.keys() - new.keys()))
    kept = [(old[identifier], new[identifier]) for identifier in _sorted(old.keys() & new.keys())]
    entries = tuple(edit for one, other in kept for edit in _entry_edits(one, other))
    links = tuple(_link_changes(before, after))
    annotations = tuple(_annotation_edits(before.corpus.annotations, after.corpus.annotations))
    own = {name for name in before.pages.keys() | after.pages.keys() if before.pages.get(name) != after.pages.get(name)}
    texts = tuple(text for name in _sorted(own) if (text := _reworded(name, before, after)))
    shown = [*entries, *annotations]
    touched = own | _showing(shown, added + removed, links, before) | _showing(shown, added, links, after)
    other = own - {text.docname for text in texts}
    return Changes(
        unread_before=unread_before,
        unread=unread,
        acting=active,
        texts=texts,
        added=added,
        removed=removed,
        entries=entries,
        links=links,
        annotations=annotations,
        vocabulary=_edits(flat(before.corpus.vocabulary), flat(after.corpus.vocabulary)),
        considered=_edits(flat(before.corpus.considered), flat(after.corpus.considered)),
        finding=_edits(flat(before.corpus.finding), flat(after.corpus.finding)),
        pages=_sorted(other & after.pages.keys()),
        gone=_sorted(other - after.pages.keys()),
        touched=_sorted(touched & after.pages.keys()),
    )


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=natural))


def _entry_edits(before: Entry, after: Entry) -> Iterator[Edit]:
    for field, what in SAID.items():
        if field == "title" and after.kind is Kind.PROVISION:
            continue
        if hunks := differing(_line(getattr(before, field)), _line(getattr(after, field))):
            yield Edit(after.id, what, hunks)
    if hunks := differing(before.aliases, after.aliases):
        yield Edit(after.id, "other names", hunks)


def _annotation_edits(before: Mapping[str, Annotation], after: Mapping[str, Annotation]) -> Iterator[Edit]:
    for identifier in _sorted(before.keys() | after.keys()):
        old, new = _written(before.get(identifier)), _written(after.get(identifier))
        for what in old | new:
            if hunks := differing(old.get(what, ()), new.get(what, ())):
                yield Edit(identifier, what, hunks)


def _written(annotation: Annotation | None) -> dict[str, Sequence[str]]:
    """Return what an annotation says of its entry, links aside, by what it is called."""
    if annotation is None:
        return {}
    return {
        "title": _line(annotation.title),
        "summary": _line(annotation.summary),
        "terms": [f"{facet}: {term}" for facet, terms in annotation.who for term in terms],
        "notes": [
            f"{'variant' if note.variant else 'slip'}: {f'“{note.quote}” ' if note.quote else ''}{note.text}"
            for note in annotation.notes
        ],
        "questions": [line.text for line in annotation.questions],
        "sources": [line.text for line in annotation.sources],
        "reviewed": _line(annotation.reviewed.isoformat() if annotation.reviewed else None),
        "commentary": [block for block in annotation.body.text.split("\n\n") if block.strip()],
    }


def _line(text: str | None) -> Sequence[str]:
    return [text] if text else []


def _link_changes(before: Version, after: Version) -> Iterator[LinkChange]:
    old, new = _ties(before), _ties(after)
    for tie in sorted(old.keys() | new.keys(), key=lambda tie: (natural(tie.subject), natural(tie.object))):
        one, other = old.get(tie), new.get(tie)
        if one is None or other is None or _judged(one) != _judged(other):
            yield LinkChange(tie, one, other)


def _ties(version: Version) -> dict[Tie, Link]:
    return {_tie(link, version.corpus.vocabulary): link for link in version.concordance.links}


def _tie(link: Link, vocabulary: Vocabulary) -> Tie:
    found = vocabulary.predicate(link.predicate)
    if found is None:
        return Tie(link.subject, link.predicate, link.object)
    predicate, forward = found
    ends = (link.subject, link.object) if forward else (link.object, link.subject)
    return Tie(ends[0], predicate.name, ends[1])


def _judged(link: Link) -> tuple[str, Provenance, str | None]:
    return link.reason, link.provenance, link.grade


def _acting(before: Version, after: Version) -> Iterator[Edit]:
    for docname in _sorted(after.pages):
        if lines := acting(before.pages.get(docname, ""), after.pages[docname]):
            yield Edit(address_of(docname), "", tuple(Hunk("", line) for line in lines))


def _reworded(docname: str, before: Version, after: Version) -> Reworded | None:
    old, new = (version.reproduced.get(docname, Reproduced()) for version in (before, after))
    if old.lines == new.lines:
        return None
    provisions = {
        entry.id
        for one, other in ((before, after), (after, before))
        for entry in one.concordance.entries.values()
        if entry.docname == docname and _says(entry) != _says(other.concordance.entries.get(entry.id))
    }
    return Reworded(docname, _sorted(provisions), old.words != new.words, differing(old.lines, new.lines))


def _says(entry: Entry | None) -> tuple[str, str | None] | None:
    return (entry.number, entry.content) if entry and entry.kind is Kind.PROVISION else None


def _showing(
    edits: Iterable[Edit], entries: Iterable[Entry], links: Iterable[LinkChange], version: Version
) -> set[str]:
    """Return the pages of a version that show what changes: its own, and those that call a changed entry by name."""
    known, connections = version.concordance.entries, version.concordance.connections
    ids = {end for link in links for end in (link.tie.subject, link.tie.object)}
    for edit in edits:
        ids.add(edit.name)
        if edit.what in {"title", SAID["label"]}:
            ids.update(connection.other for connection in connections.get(edit.name, ()))
    return {known[identifier].docname for identifier in ids if identifier in known} | {one.docname for one in entries}


def _edits(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return what changes in what was read from a file: one edit for each name in it."""
    return tuple(
        Edit(name, "", differing(_line(before.get(name)), _line(after.get(name))))
        for name in [*after, *(name for name in before if name not in after)]
        if before.get(name) != after.get(name)
    )
