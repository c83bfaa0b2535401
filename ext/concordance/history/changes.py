"""What changes in an edition from one version to another."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from concordance.graph.concordance import natural
from concordance.history.active_content import active_lines
from concordance.history.record_diff import Hunk, diff_texts, flatten
from concordance.history.versions import drop_unreadable
from concordance.reading.page_words import ReproducedText
from concordance.reading.pages import address_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.history.versions import Version
    from concordance.model.corpus import Annotation, LockLine
    from concordance.model.entries import Entry, Link, Provenance
    from concordance.model.vocabulary import Vocabulary

# Names, for maintainers, of the fields that a registry sets. Titles of provisions are set by annotations instead.
REGISTRY_FIELDS = {
    "label": "citation",
    "title": "title",
    "type": "type",
    "date": "date",
    "docname": "page",
    "about": "description",
}


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of one field."""

    name: str
    """What the field belongs to: the id of an entry, the address of a page, or a path of names in a file."""
    what: str
    """Which field it is; empty if `name` says so."""
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class TextChange:
    """A change of the reproduced text on one page."""

    docname: str
    provisions: tuple[str, ...]
    """Ids of the provisions whose words or numbers change."""
    words: bool
    """Whether words change, and not only links and marks."""
    hunks: tuple[Hunk, ...]


@dataclass(frozen=True, slots=True)
class LinkKey:
    """What identifies a link, whichever end it was written from: its ends by id, in the direction of the predicate."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link that is added, removed, or given another reason, grade or provenance."""

    key: LinkKey
    before: Link | None
    """The link before the change; None if it is added."""
    after: Link | None
    """The link after the change; None if it is removed."""


@dataclass(frozen=True, slots=True)
class LockChange:
    """A line of the lock, as written there, that is lost, or that leads readers elsewhere."""

    sign: str
    """A minus if the line is lost, a plus if it is new."""
    line: str


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """All changes from one version of an edition to another."""

    unread_before: tuple[str, ...]
    """Paths of files that are not compared because they cannot be fully read in the earlier version."""
    unread: tuple[str, ...]
    """Paths of files that are not compared because they cannot be fully read in the later version."""
    active: tuple[Edit, ...]
    """Active lines that pages gain."""
    texts: tuple[TextChange, ...]
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    entries: tuple[Edit, ...]
    """Changes of what registries say of entries."""
    links: tuple[LinkChange, ...]
    annotations: tuple[Edit, ...]
    vocabulary: tuple[Edit, ...]
    """One for each place in the file that changes, named by its path there; so are those of the next two."""
    considered: tuple[Edit, ...]
    search_words: tuple[Edit, ...]
    pages: tuple[str, ...]
    """Docnames of other pages whose Markdown changes."""
    gone: tuple[str, ...]
    """Docnames of other pages that are removed."""
    touched: tuple[str, ...]
    """Docnames of pages that show a change, except for widgets that collect from the whole edition."""
    lock: tuple[LockChange, ...] = ()
    other_files: tuple[str, ...] = ()
    """Paths of files that change and are neither texts nor annotations."""

    @property
    def grave(self) -> bool:
        """Whether reproduced words change, or paragraphs are added or removed."""
        moved = any(entry.kind.is_provision for entry in (*self.added, *self.removed))
        return moved or any(text.words for text in self.texts)

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


def compare_versions(before: Version, after: Version, other_files: tuple[str, ...] = ()) -> EditionChanges:
    """Return what changes from one version of an edition to another; `other_files` are as in the result."""
    lock = tuple(_lock_changes(before, after))
    unread_before, unread = _sort(before.unsound), _sort(after.unsound)
    # Pages of which nothing else is known are searched for active content, too.
    active = tuple(_active_edits(before, after))
    before, after = drop_unreadable(before, after)
    old, new = before.concordance.entries, after.concordance.entries
    added = tuple(new[identifier] for identifier in _sort(new.keys() - old.keys()))
    removed = tuple(old[identifier] for identifier in _sort(old.keys() - new.keys()))
    kept = [(old[identifier], new[identifier]) for identifier in _sort(old.keys() & new.keys())]
    entries = tuple(edit for earlier, later in kept for edit in _entry_edits(earlier, later))
    links = tuple(_link_changes(before, after))
    annotations = tuple(_annotation_edits(before.corpus.annotations, after.corpus.annotations))
    own = {name for name in before.pages.keys() | after.pages.keys() if before.pages.get(name) != after.pages.get(name)}
    texts = tuple(text for name in _sort(own) if (text := _text_change(name, before, after)))
    shown = [*entries, *annotations]
    touched = own | _touched_pages(shown, added + removed, links, before)
    touched |= _touched_pages(shown, added, links, after)
    other = own - {text.docname for text in texts}
    return EditionChanges(
        unread_before=unread_before,
        unread=unread,
        active=active,
        texts=texts,
        added=added,
        removed=removed,
        entries=entries,
        links=links,
        annotations=annotations,
        vocabulary=_edits(flatten(before.corpus.vocabulary), flatten(after.corpus.vocabulary)),
        considered=_edits(flatten(before.corpus.considered), flatten(after.corpus.considered)),
        search_words=_edits(flatten(before.corpus.search_words), flatten(after.corpus.search_words)),
        pages=_sort(other & after.pages.keys()),
        gone=_sort(other - after.pages.keys()),
        touched=_sort(touched & after.pages.keys()),
        lock=lock,
        other_files=other_files,
    )


def _sort(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=natural))


def _entry_edits(before: Entry, after: Entry) -> Iterator[Edit]:
    for field, what in REGISTRY_FIELDS.items():
        if field == "title" and after.kind.is_provision:
            continue
        if hunks := diff_texts(_line(getattr(before, field)), _line(getattr(after, field))):
            yield Edit(after.id, what, hunks)
    if hunks := diff_texts(before.aliases, after.aliases):
        yield Edit(after.id, "other names", hunks)


def _annotation_edits(before: Mapping[str, Annotation], after: Mapping[str, Annotation]) -> Iterator[Edit]:
    for identifier in _sort(before.keys() | after.keys()):
        old, new = _annotation_fields(before.get(identifier)), _annotation_fields(after.get(identifier))
        for what in old | new:
            if hunks := diff_texts(old.get(what, ()), new.get(what, ())):
                yield Edit(identifier, what, hunks)


def _annotation_fields(annotation: Annotation | None) -> dict[str, Sequence[str]]:
    """Return the texts of an annotation, links aside, by what maintainers call the field."""
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
        "asked": [line.text for line in annotation.asked],
        "questions": [line.text for line in annotation.questions],
        "answers": [line.text for line in annotation.answers],
        "sources": [line.text for line in annotation.sources],
        "reviewed": _line(annotation.reviewed.isoformat() if annotation.reviewed else None),
        "commentary": [block for block in annotation.body.text.split("\n\n") if block.strip()],
    }


def _line(text: str | None) -> Sequence[str]:
    return [text] if text else []


def _link_changes(before: Version, after: Version) -> Iterator[LinkChange]:
    old, new = _links_by_key(before), _links_by_key(after)
    for key in sorted(old.keys() | new.keys(), key=lambda key: (natural(key.subject), natural(key.object))):
        old_link, new_link = old.get(key), new.get(key)
        if old_link is None or new_link is None or _judgement(old_link) != _judgement(new_link):
            yield LinkChange(key, old_link, new_link)


def _links_by_key(version: Version) -> dict[LinkKey, Link]:
    return {_link_key(link, version.corpus.vocabulary): link for link in version.concordance.all_links}


def _link_key(link: Link, vocabulary: Vocabulary) -> LinkKey:
    match = vocabulary.predicate(link.predicate)
    if match is None:
        return LinkKey(link.subject, link.predicate, link.object)
    predicate, forward = match
    ends = (link.subject, link.object) if forward else (link.object, link.subject)
    return LinkKey(ends[0], predicate.name, ends[1])


def _judgement(link: Link) -> tuple[str, Provenance, str | None]:
    return link.reason, link.provenance, link.grade


def _lock_changes(before: Version, after: Version) -> Iterator[LockChange]:
    """Yield the lines of the lock that are lost and the redirects that are new; new ids are what an edition gains."""
    if before.locked is None or after.locked is None:
        return
    old, new = ({_lock_text(line): line for line in version.locked or ()} for version in (before, after))
    for text in _sort(old.keys() ^ new.keys()):
        if text in old:
            yield LockChange("-", text)
        elif new[text].to is not None:
            yield LockChange("+", text)


def _lock_text(line: LockLine) -> str:
    return f"{line.id} {line.page}{f' -> {line.to}' if line.to else ''}"


def _active_edits(before: Version, after: Version) -> Iterator[Edit]:
    for docname in _sort(after.pages):
        if lines := active_lines(before.pages.get(docname, ""), after.pages[docname]):
            yield Edit(address_of(docname), "", tuple(Hunk("", line) for line in lines))


def _text_change(docname: str, before: Version, after: Version) -> TextChange | None:
    old, new = (version.reproduced.get(docname, ReproducedText()) for version in (before, after))
    if old.lines == new.lines:
        return None
    provisions = {
        entry.id
        for version, other in ((before, after), (after, before))
        for entry in version.concordance.entries.values()
        if entry.docname == docname and _wording(entry) != _wording(other.concordance.entries.get(entry.id))
    }
    return TextChange(docname, _sort(provisions), old.words != new.words, diff_texts(old.lines, new.lines))


def _wording(entry: Entry | None) -> tuple[str, str | None] | None:
    return (entry.number, entry.content) if entry and entry.kind.is_provision else None


def _touched_pages(
    edits: Iterable[Edit], entries: Iterable[Entry], links: Iterable[LinkChange], version: Version
) -> set[str]:
    """Return the docnames of pages that show a change: those of changed entries, and those that name a renamed one."""
    known, connections = version.concordance.entries, version.concordance.connections
    ids = {end for link in links for end in (link.key.subject, link.key.object)}
    for edit in edits:
        ids.add(edit.name)
        if edit.what in {"title", REGISTRY_FIELDS["label"]}:
            ids.update(connection.other for connection in connections.get(edit.name, ()))
    return {known[identifier].docname for identifier in ids if identifier in known} | {
        entry.docname for entry in entries
    }


def _edits(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return what changes in a file: one edit for each path of names in it."""
    return tuple(
        Edit(name, "", diff_texts(_line(before.get(name)), _line(after.get(name))))
        for name in [*after, *(name for name in before if name not in after)]
        if before.get(name) != after.get(name)
    )
