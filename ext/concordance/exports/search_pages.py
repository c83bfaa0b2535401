"""What can be found of pages that are about no entry: their sections, explained words, and terms to browse by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.search_records import PAGE, TERM, SearchRecord
from concordance.model.vocabulary import term_id
from concordance.pages.page_content import PageSection
from concordance.pages.widgets.browse import FacetTerm

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage
    from concordance.model.corpus import Synonym

OF_PAGE, OF_SECTION, OF_TERM = 0.9, 0.65, 0.65


def page_records(edition: BuiltEdition) -> Iterator[SearchRecord]:
    """Yield the records of all pages, page by page: its sections, then the terms that it lists entries by."""
    for docname in sorted(edition.pages):
        asked = tuple(line.text for line in edition.corpus.search_words.asked.get(docname, ()))
        yield from _sections(edition.pages[docname], asked)
        yield from _terms(edition.pages[docname])


def _sections(page: BuiltPage, asked: tuple[str, ...]) -> Iterator[SearchRecord]:
    # Of a page of entries, nothing is to be found but these; unless it answers something as a whole.
    sections = page.content.sections or ((PageSection("", page.title, page.title),) if asked else ())
    for section in sections:
        yield SearchRecord(
            of=page.docname,
            anchor=section.anchor,
            kind=PAGE,
            label=page.title if not section.anchor else section.title,
            title=page.title,
            content=section.text,
            summary="",
            hidden="",
            filters={"kind": (PAGE,)},
            asked=() if section.anchor else asked,
            merit=OF_SECTION if section.anchor else OF_PAGE,
        )


def listed_terms(page: BuiltPage) -> Iterator[FacetTerm]:
    """Yield the terms in use by which a page lists entries."""
    for content in page.view.widget_contents:
        for term in content if isinstance(content, tuple) else ():
            if isinstance(term, FacetTerm) and term.count:
                yield term


def names_of_term(term: FacetTerm, synonyms: Iterable[Synonym]) -> Iterator[str]:
    """Yield what readers call a term: the words of every synonym that names it and nothing else."""
    for synonym in synonyms:
        named = [term_id(facet, name) for facet, names in synonym.terms for name in names]
        if named == [term.id] and not synonym.entries:
            yield from synonym.searched


def _terms(page: BuiltPage) -> Iterator[SearchRecord]:
    for term in listed_terms(page):
        yield SearchRecord(
            of=page.docname,
            anchor=term.id,
            kind=TERM,
            label=term.label,
            title="",
            content=term.meaning or term.label,
            summary="",
            hidden="",
            filters={"kind": (TERM,)},
            merit=OF_TERM,
        )
