"""What a page shows of other pages. Pure; no Sphinx.

A page is rendered from its own doctree and its `PageView`, and from nothing else: so a page needs writing again when,
and only when, the digest of its view changes.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from concordance.citations.short import text_of
from concordance.graph.concordance import whole_of
from concordance.history.commits import CHANGES
from concordance.model.entries import Kind, Provenance
from concordance.pages.edition_view import EditionView, PageIndex
from concordance.pages.membership import PageMembership, page_memberships
from concordance.pages.parallels import parallels
from concordance.pages.reference import Reference

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from concordance.graph.concordance import Concordance, Connection
    from concordance.history.commits import History
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.navigation import Navigation
    from concordance.pages.parallels import Parallel


Shown = TypeVar("Shown")
# The gathering with which a page makes handouts.
HANDOUT = "handout"


@dataclass(frozen=True, slots=True)
class Item:
    """All that ties an entry to one other."""

    other: Reference
    connections: tuple[Connection, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The connections of an entry to one kind of thing; provisions are grouped by their text, which `text` names."""

    kind: Kind
    text: str
    items: tuple[Item, ...]

    @property
    def count(self) -> int:
        """How many entries the group holds, whatever the number of their ties."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class Notice:
    """What readers are told of a text that a page shows, with its official document."""

    text: str
    official: Reference | None


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything a page shows that is not its own.

    `panels` are the connections of its entries, `parallels` their parallels, `references` what its links show, as the
    names of places and of pages, `notices` what is told of the texts it shows, `gathered` what it shows of the whole
    edition, in the order in which it asks for it, `edition_date` the day on which an annotation was last reviewed,
    `standing` what the page tells programs of its place in the edition, `changed` when what editors say of its entries
    last changed, `follows` whether the edition has a page of changes with something on it, so that others can follow.
    `around` are entries of other pages that its own are cited by. `maker` is the page that makes handouts, `guide` the
    one that tells readers how to take part; None where there is none.
    """

    panels: tuple[tuple[str, tuple[Group, ...]], ...]
    parallels: tuple[tuple[str, tuple[Parallel, ...]], ...]
    references: tuple[Reference | tuple[str, str | None, str | None], ...]
    notices: tuple[Notice, ...]
    gathered: tuple[object, ...]
    navigation: Navigation
    edition_date: datetime.date | None
    standing: PageMembership
    changed: tuple[tuple[str, datetime.date], ...]
    follows: bool
    around: tuple[Entry, ...]
    maker: str | None
    guide: str | None

    def digest(self) -> str:
        """Return the SHA-256 of all that the view holds."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def page_views(
    shelf: PageIndex,
    concordance: Concordance,
    corpus: Corpus,
    history: History,
    gather: Callable[[str, str, str, EditionView], object],
) -> dict[str, PageView]:
    """Return the view of every page that has a title.

    `gather` is given the name and the argument of what a page asks for, its docname, and the whole edition.
    """
    vocabulary = corpus.vocabulary
    shown = {entry.id: _reference(entry, vocabulary) for entry in concordance.entries.values()}
    panels = {each: _groups(ties, shown, vocabulary) for each, ties in concordance.connections.items()}
    reviewed = max((each.reviewed for each in corpus.annotations.values() if each.reviewed), default=None)
    beside = parallels(concordance, vocabulary, shown)
    whole = EditionView(shelf, concordance, corpus, shown, beside, history)
    stand = page_memberships(whole)
    changed = _last_changed(corpus, history)
    follows = bool(history.days) and page_of(CHANGES, shelf.gathered) is not None
    maker = page_of(HANDOUT, shelf.gathered)
    return {
        docname: PageView(
            panels=_of(shelf.entries.get(docname, ()), panels),
            parallels=_of(shelf.entries.get(docname, ()), beside),
            references=tuple(_target(target, shelf, shown) for target in shelf.targets.get(docname, ())),
            notices=_notices(shelf.texts.get(docname, ()), vocabulary, shown),
            gathered=tuple(
                gather(name, argument, docname, whole) for name, argument in shelf.gathered.get(docname, ())
            ),
            navigation=shelf.navigation[docname],
            edition_date=reviewed,
            standing=stand[docname],
            changed=_of(shelf.entries.get(docname, ()), changed),
            follows=follows,
            around=tuple(_around(shelf.entries.get(docname, ()), docname, concordance.entries, vocabulary)),
            maker=maker,
            guide=shelf.guide,
        )
        for docname in shelf.titles
    }


def _target(
    target: str, shelf: PageIndex, shown: Mapping[str, Reference]
) -> Reference | tuple[str, str | None, str | None]:
    """Return what a link shows of its target; a place and a page may have the same name."""
    return shown.get(target) or (target, shelf.anchors.get(target), shelf.titles.get(target))


def _around(
    identifiers: Iterable[str], docname: str, entries: Mapping[str, Entry], vocabulary: Vocabulary
) -> Iterator[Entry]:
    """Yield once each what entries of a page are parts of, and the documents that set them, on other pages."""
    own = [entries[identifier] for identifier in identifiers]
    names = dict.fromkeys(
        name
        for entry in own
        for name in (whole_of(entry, entries), vocabulary.citing.within.get(entry.kind))
        if name in entries
    )
    yield from (entries[name] for name in names if name and entries[name].docname != docname)


def _last_changed(corpus: Corpus, history: History) -> dict[str, datetime.date]:
    """Return when the annotation of each entry last changed, where that is known."""
    return {
        identifier: history.changed[annotation.place.path]
        for identifier, annotation in corpus.annotations.items()
        if annotation.place.path in history.changed
    }


def page_of(name: str, gathered: Mapping[str, Iterable[tuple[str, str]]]) -> str | None:
    """Return the page that asks for a gathering of that name, None where there is none."""
    return next((page for page, asked in sorted(gathered.items()) if name in dict(asked)), None)


def _of(identifiers: Iterable[str], known: Mapping[str, Shown]) -> tuple[tuple[str, Shown], ...]:
    return tuple((identifier, known[identifier]) for identifier in identifiers if identifier in known)


def _reference(entry: Entry, vocabulary: Vocabulary) -> Reference:
    text = text_of(entry.id, vocabulary.texts) if entry.kind is Kind.PROVISION else None
    return Reference(entry.id, entry.kind, entry.docname, entry.label, entry.title, text.name if text else "")


def _groups(
    connections: Iterable[Connection], shown: Mapping[str, Reference], vocabulary: Vocabulary
) -> tuple[Group, ...]:
    """Group the connections of an entry; the closest parallels come first, what the text only names comes last."""
    grades = [*vocabulary.grades, None]
    groups: dict[tuple[Kind, str], list[Item]] = defaultdict(list)
    for identifier, ties in groupby(connections, key=lambda connection: connection.other):
        other = shown[identifier]
        # What an editor says of the other says more than that the text names it.
        ordered = sorted(ties, key=lambda connection: connection.provenance is Provenance.TEXT)
        groups[other.kind, other.text].append(Item(other, tuple(ordered)))

    def distance(item: Item) -> tuple[int, bool]:
        return (
            min(grades.index(connection.grade) for connection in item.connections),
            item.connections[0].provenance is Provenance.TEXT,
        )

    return tuple(Group(kind, text, tuple(sorted(items, key=distance))) for (kind, text), items in groups.items())


def _notices(texts: Iterable[str], vocabulary: Vocabulary, shown: Mapping[str, Reference]) -> tuple[Notice, ...]:
    told = (vocabulary.texts[text] for text in texts if text in vocabulary.texts)
    return tuple(Notice(text.notice, shown.get(text.official or "")) for text in told)
