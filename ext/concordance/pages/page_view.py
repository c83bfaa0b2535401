"""What a page shows of other pages.

A page is rendered from its own doctree and its `PageView`, and from nothing else, so it needs writing again when, and
only when, the fingerprint of its view changes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from concordance.graph.concordance import whole_of
from concordance.history.commits import CHANGES
from concordance.pages.connections import connection_panels
from concordance.pages.edition_view import EditionView, PageIndex
from concordance.pages.membership import PageMembership, page_memberships
from concordance.pages.paragraph_map import Mapmaker
from concordance.pages.parallels import find_parallels
from concordance.pages.parts import part_finder
from concordance.pages.reference import Reference, make_reference

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from concordance.graph.concordance import Concordance
    from concordance.history.commits import History
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.connections import ConnectionPanel
    from concordance.pages.navigation import Navigation
    from concordance.pages.page_content import WidgetRequest
    from concordance.pages.paragraph_map import ParagraphMap
    from concordance.pages.parallels import Parallel


Value = TypeVar("Value")
# The widget with which readers make handouts.
HANDOUT = "handout"
# The widget that lists what can be taken away.
TAKE_AWAY = "take-away"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page tells readers about a text that it shows."""

    text: str
    """Words of the notice."""
    official: Reference | None
    """Official document of the text, None where the edition names none."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """What a link shows of a target that is no entry. A place and a page may have the same name."""

    name: str
    """Name that the link has for it."""
    anchor: str | None
    """Where a link to the place of that name leads, and the words it shows; None where there is no such place."""
    title: str | None
    """Title of the page of that name, None where there is none."""


@dataclass(frozen=True, slots=True)
class PageView:
    """Everything a page shows that is not its own."""

    panels: tuple[tuple[str, ConnectionPanel], ...]
    """Connections of each of its entries that has any, by id."""
    parallels: tuple[tuple[str, tuple[Parallel, ...]], ...]
    """Parallels of each of its provisions that has any, by id."""
    references: tuple[Reference | LinkTarget, ...]
    """What the links of its prose show."""
    notices: tuple[Notice, ...]
    """Notices on the texts of which it shows words."""
    widget_contents: tuple[object, ...]
    """Contents of its widgets, in the order of the page."""
    navigation: Navigation
    edition_date: datetime.date | None
    """Day on which an annotation of the edition was last reviewed."""
    membership: PageMembership
    terms: tuple[tuple[tuple[str, str], str], ...]
    """Labels of the terms of its entries, each by its facet and its name."""
    changed: tuple[tuple[str, datetime.date], ...]
    """When the annotation of each of its entries last changed, by id, where that is known."""
    follows: bool
    """Whether readers can follow changes: the edition has a page of them, and its history is known."""
    citation_context: tuple[Entry, ...]
    """Entries of other pages that are named where its own are cited."""
    maker: str | None
    """Docname of the page that makes handouts, None where there is none."""
    maps: tuple[tuple[str, ParagraphMap], ...]
    """Map of the paragraph that it is about, by id; none on pages of several."""
    take_away: str | None
    """Docname of the page that lists what can be taken away, None where there is none."""
    guide: str | None
    """Docname of the page that tells readers how to contribute, None where there is none."""

    def fingerprint(self) -> str:
        """Return the SHA-256 of all that the view holds, in hexadecimal digits."""
        return hashlib.sha256(repr(self).encode()).hexdigest()


def page_views(
    index: PageIndex,
    concordance: Concordance,
    corpus: Corpus,
    history: History,
    gather: Callable[[WidgetRequest, str, EditionView], object],
    kept: Path | None = None,
) -> dict[str, PageView]:
    """Return the view of every page that has a title, by docname.

    `gather` returns the content of a widget, from what a page asks for, its docname, and the whole edition. What takes
    long to find out is stored in the file `kept` for later builds.
    """
    edition = _edition_view(index, concordance, corpus, history, kept)
    vocabulary, references = corpus.vocabulary, edition.references
    memberships = page_memberships(edition)
    changed = _last_changed(corpus, history)
    make = _view_maker(edition)
    mapmaker = Mapmaker(concordance, references, corpus.vocabulary.kinds, page_with_widget("timeline", index.widgets))
    return {
        docname: make(
            panels=_of(index.entries.get(docname, ()), edition.panels),
            parallels=_of(index.entries.get(docname, ()), edition.parallels),
            references=tuple(_target(target, index, references) for target in index.targets.get(docname, ())),
            notices=_notices(index.texts.get(docname, ()), vocabulary, references),
            widget_contents=tuple(gather(request, docname, edition) for request in index.widgets.get(docname, ())),
            navigation=index.navigation[docname],
            membership=memberships[docname],
            terms=tuple(_term_labels(index.entries.get(docname, ()), corpus).items()),
            changed=_of(index.entries.get(docname, ()), changed),
            citation_context=tuple(
                _citation_context(index.entries.get(docname, ()), docname, concordance.entries, vocabulary)
            ),
            maps=_maps(index.entries.get(docname, ()), mapmaker),
        )
        for docname in index.titles
    }


def _view_maker(edition: EditionView) -> partial[PageView]:
    """Return what makes the view of a page from what is its own: the rest is the same on all of them."""
    widgets = edition.index.widgets
    return partial(
        PageView,
        edition_date=_edition_date(edition.corpus),
        follows=bool(edition.history.days) and page_with_widget(CHANGES, widgets) is not None,
        maker=page_with_widget(HANDOUT, widgets),
        take_away=page_with_widget(TAKE_AWAY, widgets),
        guide=edition.index.guide,
    )


def _maps(identifiers: Iterable[str], mapmaker: Mapmaker) -> tuple[tuple[str, ParagraphMap], ...]:
    entries = mapmaker.concordance.entries
    leading = (each for each in identifiers if entries[each].leads and entries[each].kind.is_provision)
    return tuple((each, drawn) for each in leading if (drawn := mapmaker.draw(each)))


def _edition_date(corpus: Corpus) -> datetime.date | None:
    return max((each.reviewed for each in corpus.annotations.values() if each.reviewed), default=None)


def _edition_view(
    index: PageIndex, concordance: Concordance, corpus: Corpus, history: History, kept: Path | None
) -> EditionView:
    part_of = part_finder(index, corpus.vocabulary)
    references = {
        entry.id: make_reference(entry, corpus.vocabulary, part_of(entry)) for entry in concordance.entries.values()
    }
    parallels = find_parallels(concordance, corpus.vocabulary, references, kept)
    panels = connection_panels(concordance, corpus, references)
    return EditionView(index, concordance, corpus, references, parallels, panels, history)


def _target(target: str, index: PageIndex, references: Mapping[str, Reference]) -> Reference | LinkTarget:
    return references.get(target) or LinkTarget(target, index.anchors.get(target), index.titles.get(target))


def _citation_context(
    identifiers: Iterable[str], docname: str, entries: Mapping[str, Entry], vocabulary: Vocabulary
) -> Iterator[Entry]:
    """Yield, once each, entries of other pages that those of a page are part of, and the documents that set them."""
    names = dict.fromkeys(
        name
        for entry in map(entries.__getitem__, identifiers)
        for name in (whole_of(entry, entries), vocabulary.citing.within.get(entry.kind.id))
        if name in entries
    )
    yield from (entries[name] for name in names if name and entries[name].docname != docname)


def _term_labels(identifiers: Iterable[str], corpus: Corpus) -> dict[tuple[str, str], str]:
    facets = corpus.vocabulary.facets
    annotations = (corpus.annotations[each] for each in identifiers if each in corpus.annotations)
    who = (terms for annotation in annotations for terms in annotation.who)
    return {(facet, term): facets[facet][term].label for facet, terms in who for term in terms if term in facets[facet]}


def _last_changed(corpus: Corpus, history: History) -> dict[str, datetime.date]:
    """Return when the annotation of each entry last changed, where that is known."""
    return {
        identifier: history.changed[annotation.place.path]
        for identifier, annotation in corpus.annotations.items()
        if annotation.place.path in history.changed
    }


def page_with_widget(name: str, widgets: Mapping[str, Iterable[WidgetRequest]]) -> str | None:
    """Return the first page, by docname, that asks for the widget `name`; None where there is none.

    `widgets` has what each page asks for, by docname.
    """
    pages = sorted(page for page, requests in widgets.items() if any(request.name == name for request in requests))
    return pages[0] if pages else None


def _of(identifiers: Iterable[str], values: Mapping[str, Value]) -> tuple[tuple[str, Value], ...]:
    return tuple((identifier, values[identifier]) for identifier in identifiers if identifier in values)


def _notices(texts: Iterable[str], vocabulary: Vocabulary, references: Mapping[str, Reference]) -> tuple[Notice, ...]:
    shown = (vocabulary.texts[name] for name in texts if name in vocabulary.texts)
    return tuple(Notice(text.notice, references.get(text.official or "")) for text in shown)
