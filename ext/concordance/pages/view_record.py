"""A record of what pages showed of each other when they were last joined, so that no view is made without need."""

from __future__ import annotations

import pickle
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.concordance import Concordance
from concordance.model.corpus import Annotation, Corpus
from concordance.model.pickling import UNREADABLE, SlotPickle, fingerprint
from concordance.model.vocabulary_parts import for_pages
from concordance.pages.edition_view import PageIndex
from concordance.pages.page_views import page_views
from concordance.pages.reading_record import PRESENT, Division, Fingerprints, ReadingRecord

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from concordance.history.commits import History
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView
    from concordance.pages.page_views import Gather
    from concordance.pages.reading_record import Path

ANNOTATIONS: Path = ("corpus", "annotations")
CONNECTIONS: Path = ("concordance", "connections")
# Which pages there are and which have widgets, and the vocabulary, with which all pages are written.
ALWAYS_READ: tuple[Path, ...] = (("index", "titles"), ("index", "widgets"), ("corpus", "vocabulary"))


@dataclass(frozen=True, slots=True)
class ViewSources:
    """What the views of pages are made of."""

    index: PageIndex
    concordance: Concordance
    corpus: Corpus
    history: History


OF_VIEWS = Division(
    (ViewSources, PageIndex, Concordance, Corpus, Annotation),
    lambda path: path == ANNOTATIONS,
    frozenset({ANNOTATIONS}),
)
# What a page reads of the connections of entries, each entry by itself.
OF_PAGE = Division(OF_VIEWS.kinds, lambda path: path == CONNECTIONS)


@dataclass(frozen=True, slots=True)
class Reading(SlotPickle):
    """What was read when the views of some pages were made."""

    paths: tuple[Path, ...]
    """Paths in the sources of views."""
    fingerprint: str
    """That of all that is there."""

    def is_current(self, fingerprints: Fingerprints) -> bool:
        """Return whether nothing has changed of what was read."""
        return self.fingerprint == fingerprints.of(self.paths)


@dataclass(frozen=True, slots=True)
class ViewRecord(SlotPickle):
    """What pages showed of each other when their views were made."""

    readings: tuple[Reading, Reading]
    """Of pages without widgets, and of those with widgets, which read much that no other page does."""
    views: Mapping[str, str]
    """The fingerprint of each view, and of the vocabulary that all are written with, by docname."""

    def changed_since(self, before: ViewRecord) -> list[str]:
        """Return the pages that show anything new, sorted."""
        return sorted(docname for docname, view in self.views.items() if before.views.get(docname) != view)


# Stands for all pages among the names of pages.
COMMON = ""
NEVER_READ = Reading((), "")
NO_VIEWS = ViewRecord((NEVER_READ, NEVER_READ), {})


def renew_views(
    sources: ViewSources, gather: Gather, kept: pathlib.Path, before: ViewRecord
) -> tuple[Mapping[str, PageView], ViewRecord]:
    """Return the views of all pages, and what they show now.

    Args:
        sources: What views are made of.
        gather: Returns the content of a widget, as for `page_views`.
        kept: The folder for what takes long to find out.
        before: What they showed in the build before. Where nothing has changed of what was read then, pages show the
            same, and no view is made before somebody asks for it.
    """
    widgets, words = sources.index.widgets, for_pages(sources.corpus.vocabulary).fingerprint
    remaking = _Remaking(sources, gather, kept, Fingerprints(sources, OF_VIEWS), words)
    views, fingerprints = remaking.views(sources), {}
    readings = []
    for remake, has_widgets, reading in zip(
        (remaking.remake, remaking.remake_with_widgets), (False, True), before.readings, strict=True
    ):
        names = [docname for docname in views if bool(widgets.get(docname)) == has_widgets]
        is_current = reading.is_current(remaking.fingerprints)
        remade = _Remade({}, {}, reading) if is_current else remake(names, reading)
        views.update(remade.views)
        fingerprints.update({docname: remade.fingerprints.get(docname) or before.views[docname] for docname in names})
        readings.append(remade.reading)
    return views, ViewRecord((readings[0], readings[1]), fingerprints)


@dataclass(frozen=True, slots=True)
class _Remade:
    """Views that were made again."""

    views: Mapping[str, PageView]
    """By docname."""
    fingerprints: Mapping[str, str]
    """Those of the views, by docname."""
    reading: Reading
    """What was read, now or earlier, for these and for the others of their sort."""


@dataclass(frozen=True, slots=True)
class _Remaking:
    """What views are made again with."""

    sources: ViewSources
    gather: Gather
    kept: pathlib.Path
    """The folder for what takes long to find out."""
    fingerprints: Fingerprints
    words: str
    """The fingerprint of the vocabulary that all pages are written with."""

    def views(self, sources: ViewSources, linked: Callable[[str], Concordance] | None = None) -> dict[str, PageView]:
        """Return the views of all pages, made of some sources."""
        return page_views(
            sources.index, sources.concordance, sources.corpus, sources.history, self.gather, self.kept, linked
        )

    def remake_with_widgets(self, names: Iterable[str], _before: Reading) -> _Remade:
        """Make the views of some pages."""
        record = ReadingRecord(self.sources, OF_VIEWS)
        made = self.views(record.tree)
        views = {docname: made[docname] for docname in names}
        fingerprints = {docname: self._fingerprint(view) for docname, view in views.items()}
        return _Remade(views, fingerprints, self._reading({*ALWAYS_READ, *record.paths()}))

    def remake(self, names: Sequence[str], before: Reading) -> _Remade:
        """Make the views of those of some pages, all without widgets, that read anything which has changed.

        What all of them read is one thing, and which connections each reads is another.
        """
        known = self._known_readings(before)
        common = known.get(COMMON, NEVER_READ)
        is_common = common.is_current(self.fingerprints)
        stale = [
            docname
            for docname in names
            if not (is_common and known.get(docname, NEVER_READ).is_current(self.fingerprints))
        ]
        record = ReadingRecord(self.sources, OF_VIEWS)
        # The record of the page whose view is being made: nobody needs those of the others any more.
        own: dict[str, ReadingRecord[ViewSources]] = {}
        views = self.views(record.tree, lambda docname: own[docname].tree.concordance)
        fingerprints, now = {}, {**known}
        for docname in stale:
            own = {docname: ReadingRecord(self.sources, OF_PAGE)}
            fingerprints[docname] = self._fingerprint(views[docname])
            now[docname] = self._reading(own[docname].paths())
        read = {*ALWAYS_READ, *record.paths(), *(common.paths if is_common else ())}
        of_pages = {CONNECTIONS if path[:2] == CONNECTIONS else path for name in names for path in now[name].paths}
        now[COMMON], reading = self._reading(read), self._reading({*read, *of_pages})
        kept = {docname: now[docname] for docname in (COMMON, *names)}
        (self.kept / "connections.pickle").write_bytes(pickle.dumps((reading.fingerprint, kept)))
        return _Remade({docname: views[docname] for docname in stale}, fingerprints, reading)

    def _fingerprint(self, view: PageView) -> str:
        return f"{view.fingerprint()} {self.words}"

    def _reading(self, paths: Iterable[Path]) -> Reading:
        read = {*paths}
        # Whether something is there is told by what it is.
        needed_paths = tuple(sorted(path for path in read if path[-1] != PRESENT or path[:-1] not in read))
        return Reading(needed_paths, self.fingerprints.of(needed_paths))

    def _known_readings(self, before: Reading) -> Mapping[str, Reading]:
        """Return what was read when the views of `before` were made: by each page, and by all of them."""
        with suppress(*UNREADABLE):
            joined, known = pickle.loads((self.kept / "connections.pickle").read_bytes())
            return known if joined == before.fingerprint else {}
        return {}


def known_by_sources(pages: Mapping[str, PageContent], corpus: Corpus, order: Sequence[str]) -> dict[str, str]:
    """Return the fingerprints of the fields of a concordance, found without looking through them.

    They are those of what it is joined from: the entries and links of `pages`, by docname, the links of annotations,
    the vocabulary, and the `order` in which pages are read.
    """
    contents = sorted(pages.items())
    of_pages = {
        name: [(docname, page.fingerprints.get(name) or repr(getattr(page, name))) for docname, page in contents]
        for name in ("entries", "links")
    }
    entries = fingerprint(repr((of_pages["entries"], order, corpus.vocabulary.fingerprint)))
    annotated = [(each.annotates, each.place, each.front_matter) for each in corpus.annotations.values()]
    links = fingerprint(repr((entries, of_pages["links"], annotated)))
    return {"entries": entries, "links": links, "connections": links}
