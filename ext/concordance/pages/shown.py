"""What pages showed of each other when they were last joined, so that they are not looked through without need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.graph.concordance import Concordance
from concordance.model.corpus import Annotation, Corpus
from concordance.model.pickling import SlotPickle, digest
from concordance.model.vocabulary_parts import for_pages
from concordance.pages.edition_view import PageIndex
from concordance.pages.page_views import page_views
from concordance.pages.reading_record import Division, Fingerprints, ReadingRecord

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Mapping, Sequence

    from concordance.history.commits import History
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView
    from concordance.pages.page_views import Gather
    from concordance.pages.reading_record import Path

ANNOTATIONS: Path = ("corpus", "annotations")
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


@dataclass(frozen=True, slots=True)
class Reading(SlotPickle):
    """What was read when the views of some pages were made."""

    paths: tuple[Path, ...]
    """Paths in the sources of views."""
    fingerprint: str
    """That of all that is there."""


@dataclass(frozen=True, slots=True)
class Shown(SlotPickle):
    """What pages showed of each other when their views were made."""

    readings: tuple[Reading, Reading]
    """Of pages without widgets, and of those with widgets, which read much that no other page does."""
    views: Mapping[str, str]
    """The fingerprint of each view, and of the vocabulary that all are written with, by docname."""

    def changed_since(self, before: Shown) -> list[str]:
        """Return the pages that show anything new, sorted."""
        return sorted(
            docname for docname, fingerprint in self.views.items() if before.views.get(docname) != fingerprint
        )


NEVER_READ = Reading((), "")
NOTHING_SHOWN = Shown((NEVER_READ, NEVER_READ), {})


def find_shown(
    sources: ViewSources, gather: Gather, kept: pathlib.Path, before: Shown
) -> tuple[Mapping[str, PageView], Shown]:
    """Return the views of all pages, and what they show now.

    Args:
        sources: What views are made of.
        gather: Returns the content of a widget, as for `page_views`.
        kept: The file for what takes long to find out.
        before: What they showed in the build before. Where nothing has changed of what was read then, pages show the
            same, and no view is made before somebody asks for it.
    """
    fingerprints, widgets = Fingerprints(sources, OF_VIEWS), sources.index.widgets
    words = for_pages(sources.corpus.vocabulary).fingerprint
    views, marks = _views(sources, gather, kept), {}
    readings = []
    for has_widgets, reading in zip((False, True), before.readings, strict=True):
        names = [docname for docname in views if bool(widgets.get(docname)) == has_widgets]
        if reading.paths and reading.fingerprint == fingerprints.of(reading.paths):
            marks.update({docname: before.views[docname] for docname in names})
            readings.append(reading)
            continue
        record = ReadingRecord(sources, OF_VIEWS)
        recorded = _views(record.tree, gather, kept)
        views.update({docname: recorded[docname] for docname in names})
        marks.update({docname: f"{views[docname].fingerprint()} {words}" for docname in names})
        paths = tuple(sorted({*ALWAYS_READ, *record.paths()}))
        readings.append(Reading(paths, fingerprints.of(paths)))
    return views, Shown((readings[0], readings[1]), marks)


def _views(sources: ViewSources, gather: Gather, kept: pathlib.Path) -> dict[str, PageView]:
    return page_views(sources.index, sources.concordance, sources.corpus, sources.history, gather, kept)


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
    entries = digest(repr((of_pages["entries"], order, corpus.vocabulary.fingerprint)))
    annotated = [(each.annotates, each.place, each.front_matter) for each in corpus.annotations.values()]
    links = digest(repr((entries, of_pages["links"], annotated)))
    return {"entries": entries, "links": links, "connections": links}
