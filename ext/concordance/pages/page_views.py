"""Make what pages show of other pages, each part of it when it is first asked for.

Where nothing that views are made of has changed, a build asks for the views of pages that it writes, and of others for
little or nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from concordance.graph.concordance import whole_of
from concordance.history.commits import CHANGES
from concordance.pages.connections import PanelMaker
from concordance.pages.edition_view import EditionView, PageIndex
from concordance.pages.membership import PageMembership, page_memberships
from concordance.pages.page_view import HANDOUT, TAKE_AWAY, LinkTarget, Notice, PageView, page_with_widget, top_of
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
    from concordance.pages.connections import ConnectionPanel, Mapped
    from concordance.pages.navigation import Navigation
    from concordance.pages.page_content import WidgetRequest
    from concordance.pages.paragraph_map import ParagraphMap
    from concordance.pages.parallels import Parallel

    Gather = Callable[[WidgetRequest, str, EditionView], object]


def page_views(
    index: PageIndex,
    concordance: Concordance,
    corpus: Corpus,
    history: History,
    gather: Gather,
    kept: Path | None = None,
    linked: Callable[[str], Concordance] | None = None,
) -> dict[str, PageView]:
    """Return the view of every page that has a title, by docname.

    `gather` returns the content of a widget, from what a page asks for, its docname, and the whole edition. What takes
    long to find out is stored in the folder `kept` for later builds. `linked` returns the concordance from
    which the page of a docname takes its own connections and those of its neighbours; by default, the one given.
    """
    maker = _ViewMaker(index, concordance, corpus, history, gather, kept, linked or (lambda _docname: concordance))
    return {docname: _GrowingView(maker, docname) for docname in index.titles}


class _GrowingView(PageView):
    """A view of which each field is made when it is first asked for."""

    __slots__ = ("_docname", "_maker")

    def __init__(self, maker: _ViewMaker, docname: str) -> None:
        object.__setattr__(self, "_maker", maker)
        object.__setattr__(self, "_docname", docname)

    def __getattr__(self, name: str) -> Any:
        # Python asks here for the slots that are empty.
        made = getattr(self._maker, name)(self._docname)
        object.__setattr__(self, name, made)
        return made


@dataclass(frozen=True)
class _ViewMaker:
    """Makes the fields of views: for each, there is a method of its name that takes the docname of the page."""

    index: PageIndex
    concordance: Concordance
    corpus: Corpus
    history: History
    gather: Gather
    kept: Path | None
    linked: Callable[[str], Concordance]

    def panels(self, docname: str) -> tuple[tuple[str, ConnectionPanel], ...]:
        concordance, make = self.linked(docname), self._panel_maker.make
        connected = filter(concordance.is_connected, self._entries(docname))
        return tuple((identifier, make(identifier, concordance)) for identifier in connected)

    def parallels(self, docname: str) -> tuple[tuple[str, tuple[Parallel, ...]], ...]:
        return _of(self._entries(docname), self._edition.parallels)

    def references(self, docname: str) -> tuple[Reference | LinkTarget, ...]:
        return tuple(self._target(target) for target in self.index.targets.get(docname, ()))

    def notices(self, docname: str) -> tuple[Notice, ...]:
        return _notices(self.index.texts.get(docname, ()), self.corpus.vocabulary, self._edition.references)

    def widget_contents(self, docname: str) -> tuple[object, ...]:
        requests = self.index.widgets.get(docname, ())
        return tuple(self.gather(request, docname, self._edition) for request in requests)

    def navigation(self, docname: str) -> Navigation:
        return self.index.navigation[docname]

    def edition_date(self, _docname: str) -> datetime.date | None:
        return self._edition_date

    def membership(self, docname: str) -> PageMembership:
        return self._memberships[docname]

    def terms(self, docname: str) -> tuple[tuple[tuple[str, str], str], ...]:
        return tuple(_term_labels(self._entries(docname), self.corpus).items())

    def changed(self, docname: str) -> tuple[tuple[str, datetime.date], ...]:
        return _of(self._entries(docname), self._change_dates)

    def follows(self, _docname: str) -> bool:
        return bool(self.history.days) and self._page_with(CHANGES) is not None

    def citation_context(self, docname: str) -> tuple[Entry, ...]:
        entries, vocabulary = self.concordance.entries, self.corpus.vocabulary
        return tuple(_citation_context(self._entries(docname), docname, entries, vocabulary))

    def maker(self, _docname: str) -> str | None:
        return self._page_with(HANDOUT)

    def maps(self, docname: str) -> tuple[tuple[str, ParagraphMap], ...]:
        entries, draw = self.concordance.entries, self._mapmaker.draw
        leading = [each for each in self._entries(docname) if entries[each].leads and entries[each].kind.is_provision]
        connections = self.linked(docname).connections if leading else {}
        return tuple((each, drawn) for each in leading if (drawn := draw(each, connections)))

    def take_away(self, _docname: str) -> str | None:
        return self._page_with(TAKE_AWAY)

    def guide(self, _docname: str) -> str | None:
        return self.index.guide

    def without_entries(self, _docname: str) -> tuple[str, ...]:
        return self._without_entries

    def _entries(self, docname: str) -> tuple[str, ...]:
        return self.index.entries.get(docname, ())

    def _page_with(self, widget: str) -> str | None:
        return self._makers.get(widget)

    def _target(self, target: str) -> Reference | LinkTarget:
        anchors, titles = self.index.anchors, self.index.titles
        return self._edition.references.get(target) or LinkTarget(target, anchors.get(target), titles.get(target))

    @cached_property
    def _makers(self) -> dict[str, str | None]:
        return {name: page_with_widget(name, self.index.widgets) for name in (CHANGES, HANDOUT, TAKE_AWAY)}

    @cached_property
    def _edition(self) -> EditionView:
        concordance, references = self.concordance, self._references
        kept = self.kept and self.kept / "parallels.pickle"
        parallels = find_parallels(concordance, self.corpus.vocabulary, references, kept)
        panels = self._panel_maker.panels(concordance)
        return EditionView(self.index, concordance, self.corpus, references, parallels, panels, self.history)

    @cached_property
    def _references(self) -> dict[str, Reference]:
        entries, vocabulary = self.concordance.entries.values(), self.corpus.vocabulary
        part_of = part_finder(self.index, vocabulary)
        return {entry.id: make_reference(entry, vocabulary, part_of(entry)) for entry in entries}

    @cached_property
    def _panel_maker(self) -> PanelMaker:
        kept = self.kept and self.kept / "closeness.pickle"
        return PanelMaker(self.concordance.entries, self.corpus, self._references, kept)

    @cached_property
    def _without_entries(self) -> tuple[str, ...]:
        of_entries = {top_of(docname) for docname, entries in self.index.entries.items() if entries}
        return tuple(sorted({top_of(docname) for docname in self.index.titles} - of_entries))

    @cached_property
    def _edition_date(self) -> datetime.date | None:
        reviewed = (each.reviewed for each in self.corpus.annotations.values())
        return max(filter(None, reviewed), default=None)

    @cached_property
    def _memberships(self) -> dict[str, PageMembership]:
        return page_memberships(self._edition)

    @cached_property
    def _change_dates(self) -> dict[str, datetime.date]:
        return _last_changed(self.corpus, self.history)

    @cached_property
    def _mapmaker(self) -> Mapmaker:
        timeline = page_with_widget("timeline", self.index.widgets)
        return Mapmaker(self.concordance.entries, self._references, self.corpus.vocabulary.kinds, timeline)


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
    return {
        (facet, term): facets[facet][term].label
        for facet, terms in who
        for term in terms
        # What is wrong with an annotation is told once its pages are joined.
        if term in facets.get(facet, {})
    }


def _last_changed(corpus: Corpus, history: History) -> dict[str, datetime.date]:
    """Return when the annotation of each entry last changed, where that is known."""
    return {
        identifier: history.changed[annotation.place.path]
        for identifier, annotation in corpus.annotations.items()
        if annotation.place.path in history.changed
    }


def _of(identifiers: Iterable[str], values: Mapping[str, Mapped]) -> tuple[tuple[str, Mapped], ...]:
    return tuple((identifier, values[identifier]) for identifier in identifiers if identifier in values)


def _notices(texts: Iterable[str], vocabulary: Vocabulary, references: Mapping[str, Reference]) -> tuple[Notice, ...]:
    shown = (vocabulary.texts[name] for name in texts if name in vocabulary.texts)
    return tuple(Notice(text.notice, references.get(text.official or "")) for text in shown)
