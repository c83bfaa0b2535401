"""What changed in the edition, day by day, in the words that readers know things by. Pure; no Sphinx.

Entries and titles tell readers what may be new to them. The subjects of commits do not: they are written for those who
work on the project, tell of a file what holds for many, and may name people.
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


class How(Enum):
    """What became of it."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class What(Enum):
    """What was touched: an annotation, a page that holds entries, or another page."""

    ANNOTATION = "annotation"
    ENTRIES = "entries"
    PAGE = "page"


# A list that is longer opens on demand.
OPEN_AT_MOST = 12
TITLES = {
    (What.ANNOTATION, How.ADDED): N_("Annotations added"),
    (What.ANNOTATION, How.CHANGED): N_("Annotations changed"),
    (What.ANNOTATION, How.REMOVED): N_("Annotations removed"),
    (What.ENTRIES, How.ADDED): N_("Texts and lists of entries added"),
    (What.ENTRIES, How.CHANGED): N_("Texts and lists of entries changed"),
    (What.PAGE, How.ADDED): N_("Other pages added"),
    (What.PAGE, How.CHANGED): N_("Other pages changed"),
    (What.PAGE, How.REMOVED): N_("Pages removed"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """An entry or a page as a list of changes names it; without a `docname` where it does not stand any more."""

    label: str
    title: str
    docname: str
    id: str


@dataclass(frozen=True, slots=True)
class Changed:
    """Things of one kind of which the same became."""

    what: What
    how: How
    named: tuple[Named, ...]


def list_title(changed: Changed) -> str:
    """Return what is said above a list of changes, with their number."""
    return f"{_(TITLES[changed.what, changed.how])} ({len(changed.named)})"


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """What was changed on a day; `last` is when the last change came in."""

    date: datetime.date
    last: datetime.datetime
    lists: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The days on which something changed, the newest first; `whole` says that no earlier one is missing."""

    days: tuple[ChangedDay, ...]
    whole: bool


def day_id(day: ChangedDay) -> str:
    """Return the anchor of a day on the page of changes."""
    return f"day-{day.date.isoformat()}"


def gather_changes(_argument: str, _docname: str, whole: EditionView) -> Changes:
    """Return the changes of the edition as far as its history is at hand."""
    history = whole.history
    entries = {**history.removed, **{note.place.path: note.annotates for note in whole.corpus.annotations.values()}}
    order = {name: index for index, name in enumerate([*whole.references, *whole.shelf.order])}
    days = (_day(day, entries, order, whole) for day in history.days)
    return Changes(tuple(day for day in days if day.lists), history.complete)


def _day(day: DayOfChanges, entries: Mapping[str, str], order: Mapping[str, int], whole: EditionView) -> ChangedDay:
    # An entry's file may have been moved: then it was removed in one place and added in another.
    notes: dict[str, list[FileChange]] = defaultdict(list)
    lists: dict[tuple[What, How], list[Named]] = defaultdict(list)
    for file in day.files:
        if not file.path.endswith(".md"):
            continue
        if file.path.startswith(f"{ANNOTATIONS}/"):
            notes[entries.get(file.path, file.path)].append(file)
        else:
            what, named = _page(file, whole)
            lists[what, _how(file.before, file.after)].append(named)
    for identifier, files in notes.items():
        before, after = (max(digests) for digests in zip(*((f.before, f.after) for f in files), strict=True))
        if before != after:
            lists[What.ANNOTATION, _how(before, after)].append(_entry(identifier, whole))

    def place(named: Named) -> tuple[int, str]:
        return order.get(named.id or named.docname, len(order)), named.label

    found = (
        Changed(what, how, tuple(sorted(lists[what, how], key=place)))
        for what in What
        for how in How
        if (what, how) in lists
    )
    return ChangedDay(day.date, day.last, tuple(found))


def _how(before: str, after: str) -> How:
    return How.ADDED if not before else How.CHANGED if after else How.REMOVED


def _entry(identifier: str, whole: EditionView) -> Named:
    entry = whole.references.get(identifier)
    return Named(entry.label, entry.title, entry.docname, entry.id) if entry else Named(identifier, "", "", "")


def _page(file: FileChange, whole: EditionView) -> tuple[What, Named]:
    shelf, history = whole.shelf, whole.history
    docname = file.path.removeprefix(f"{history.source}/").removesuffix(".md")
    if docname not in shelf.titles:
        return What.PAGE, Named(history.removed.get(file.path, docname), "", "", "")
    what = What.ENTRIES if docname in shelf.entries else What.PAGE
    return what, Named(shelf.titles[docname], "", docname, "")
