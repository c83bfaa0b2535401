"""What changed in the edition, day by day, named as readers know it.

Entries and titles say what may be new to readers. The subjects of commits do not: they are written for those who work
on the project, describe a whole commit rather than a file, and may name people.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from concordance.i18n.words import N_, _
from concordance.model.layout import ANNOTATIONS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

    from concordance.history.commits import DayOfChanges, FileChange
    from concordance.pages.edition_view import EditionView


class ChangeKind(Enum):
    """What happened to a file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class ChangeSubject(Enum):
    """What a file holds: an annotation, entries, or another page."""

    ANNOTATION = "annotation"
    ENTRIES = "entries"
    PAGE = "page"


# Longer lists are folded.
OPEN_AT_MOST = 12
LIST_TITLES = {
    (ChangeSubject.ANNOTATION, ChangeKind.ADDED): N_("Annotations added"),
    (ChangeSubject.ANNOTATION, ChangeKind.CHANGED): N_("Annotations changed"),
    (ChangeSubject.ANNOTATION, ChangeKind.REMOVED): N_("Annotations removed"),
    (ChangeSubject.ENTRIES, ChangeKind.ADDED): N_("Texts and lists of entries added"),
    (ChangeSubject.ENTRIES, ChangeKind.CHANGED): N_("Texts and lists of entries changed"),
    (ChangeSubject.PAGE, ChangeKind.ADDED): N_("Other pages added"),
    (ChangeSubject.PAGE, ChangeKind.CHANGED): N_("Other pages changed"),
    (ChangeSubject.PAGE, ChangeKind.REMOVED): N_("Pages removed"),
}


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An entry or a page in a list of changes."""

    label: str
    """What pages call it; the id of an entry, or the title or docname of a page, that is gone."""
    title: str
    """Title of an entry; empty for a page, and where the entry is gone."""
    docname: str
    """Its page, empty where it is gone."""
    id: str
    """Id of an entry that there is; empty for all else."""


@dataclass(frozen=True, slots=True)
class ChangeList:
    """Things of one sort to which the same happened."""

    subject: ChangeSubject
    kind: ChangeKind
    items: tuple[ChangedItem, ...]
    """In reading order."""


def list_title(changes: ChangeList) -> str:
    """Return the title of a list of changes, with the number of these."""
    return f"{_(LIST_TITLES[changes.subject, changes.kind])} ({len(changes.items)})"


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """What changed on one day."""

    date: datetime.date
    """The day in UTC."""
    last: datetime.datetime
    """When the last change came in."""
    lists: tuple[ChangeList, ...]
    """In the order of `ChangeSubject` and, within it, of `ChangeKind`; none is empty."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The days on which something changed."""

    days: tuple[ChangedDay, ...]
    """The newest first."""
    complete: bool
    """Whether no earlier day is missing."""


def day_id(day: ChangedDay) -> str:
    """Return the id of a day on the page of changes."""
    return f"day-{day.date.isoformat()}"


def gather_changes(_argument: str, _docname: str, edition: EditionView) -> Changes:
    """Return the changes of the edition, as far as its history is at hand."""
    history = edition.history
    entries = {**history.removed, **{note.place.path: note.annotates for note in edition.corpus.annotations.values()}}
    order = {name: index for index, name in enumerate([*edition.references, *edition.index.order])}
    days = (_day(day, entries, order, edition) for day in history.days)
    return Changes(tuple(day for day in days if day.lists), history.complete)


def _day(day: DayOfChanges, entries: Mapping[str, str], order: Mapping[str, int], edition: EditionView) -> ChangedDay:
    # The file of an annotation may have been moved, that is, removed in one place and added in another.
    notes: dict[str, list[FileChange]] = defaultdict(list)
    lists: dict[tuple[ChangeSubject, ChangeKind], list[ChangedItem]] = defaultdict(list)
    for file in day.files:
        if not file.path.endswith(".md"):
            continue
        if file.path.startswith(f"{ANNOTATIONS}/"):
            notes[entries.get(file.path, file.path)].append(file)
        else:
            subject, item = _page(file, edition)
            lists[subject, _kind(file.before, file.after)].append(item)
    for identifier, files in notes.items():
        before, after = max(file.before for file in files), max(file.after for file in files)
        if before != after:
            lists[ChangeSubject.ANNOTATION, _kind(before, after)].append(_entry(identifier, edition))

    def place(item: ChangedItem) -> tuple[int, str]:
        return order.get(item.id or item.docname, len(order)), item.label

    change_lists = (
        ChangeList(subject, kind, tuple(sorted(lists[subject, kind], key=place)))
        for subject in ChangeSubject
        for kind in ChangeKind
        if (subject, kind) in lists
    )
    return ChangedDay(day.date, day.last, tuple(change_lists))


def _kind(before: str, after: str) -> ChangeKind:
    return ChangeKind.ADDED if not before else ChangeKind.CHANGED if after else ChangeKind.REMOVED


def _entry(identifier: str, edition: EditionView) -> ChangedItem:
    entry = edition.references.get(identifier)
    if entry is None:
        return ChangedItem(identifier, "", "", "")
    return ChangedItem(entry.label, entry.title, entry.docname, entry.id)


def _page(file: FileChange, edition: EditionView) -> tuple[ChangeSubject, ChangedItem]:
    index, history = edition.index, edition.history
    docname = file.path.removeprefix(f"{history.source}/").removesuffix(".md")
    if docname not in index.titles:
        return ChangeSubject.PAGE, ChangedItem(history.removed.get(file.path, docname), "", "", "")
    subject = ChangeSubject.ENTRIES if docname in index.entries else ChangeSubject.PAGE
    return subject, ChangedItem(index.titles[docname], "", docname, "")
