"""Which changes have a page read again, and which only have it written again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from built import CORPUS
from concordance.model.corpus import Corpus
from concordance.model.vocabulary import Grade, Predicate, Term
from concordance.model.vocabulary_parts import for_annotations, for_pages
from concordance.pages.page_fingerprint import PageFingerprints, ReadWith
from concordance.pages.widgets.registry import WIDGETS, wrong_argument

TERMS = {"who": {"crews": Term("Crews", "Those who work."), "pilots": Term("Pilots", "Those who steer.")}}
PREDICATES = {"cites": Predicate("cites", "cited-by", "cites", "is cited by", "Names it.", text=True)}
GRADES = {"close": Grade("nearly the same", "Nearly.")}
BEFORE = replace(CORPUS.vocabulary, facets=TERMS, predicates=PREDICATES, grades=GRADES)
# What pages do while they are read.
READING: dict[str, Callable[[Corpus], object]] = {
    "nothing": lambda _corpus: None,
    "an annotation": lambda corpus: corpus.annotations.get("office"),
    "none": lambda corpus: corpus.annotations.get("harbour"),
    "a name": lambda corpus: corpus.vocabulary.naming,
    "a term": lambda corpus: "crews" in corpus.vocabulary.facets["who"],
    "a list": lambda corpus: [*WIDGETS["browse"].anchors("who", corpus)],
    "all words": lambda corpus: [*WIDGETS["vocabulary"].anchors("", corpus)],
    "a facet": lambda corpus: wrong_argument("browse", "who", corpus),
    "a filter": lambda corpus: corpus.search_words.filters.get("who"),
}


def read_again(after: Corpus) -> set[str]:
    """What has to be done again when a corpus has become another one."""
    before = ReadWith(replace(CORPUS, vocabulary=BEFORE), {})
    again = set()
    for name, read in READING.items():
        record = PageFingerprints(before).record()
        read(record.tree.corpus)
        old, new = (PageFingerprints(each).of(b"words", record.paths()) for each in (before, ReadWith(after, {})))
        again |= {name} if old != new else set()
    return again


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ({"fingerprint": "another comment"}, set()),
        ({"predicates": {"cites": replace(PREDICATES["cites"], says="names")}}, {"all words"}),
        ({"predicates": {"cites": replace(PREDICATES["cites"], text=False)}}, {"a name"}),
        ({"grades": {"close": Grade("almost the same", "Nearly.")}}, {"all words"}),
        ({"facets": {"who": {**TERMS["who"], "crews": Term("Sailors", "Those who work.")}}}, {"a list", "all words"}),
        ({"facets": {"who": {**TERMS["who"], "crews": Term("Crews", "All who work.")}}}, {"all words"}),
        ({"facets": {"who": {"pilots": TERMS["who"]["pilots"]}}}, {"a term", "a list", "all words"}),
        ({"facets": {}}, {"a term", "a list", "all words", "a facet"}),
        ({"interface": {"": {"Terms": ("Words",)}}}, {*READING}),
    ],
)
def test_a_page_is_read_again_for_what_it_read_of_the_vocabulary(changed: dict[str, object], again: set[str]) -> None:
    after = replace(BEFORE, **changed)  # type: ignore[arg-type]
    assert read_again(replace(CORPUS, vocabulary=after)) == again


def test_a_page_is_read_again_for_its_annotation_and_for_one_that_it_did_not_have() -> None:
    edited = replace(CORPUS.annotations["office"], fingerprint="edited")
    after = replace(CORPUS, vocabulary=BEFORE, annotations={**CORPUS.annotations, "office": edited, "harbour": edited})
    assert read_again(after) == {"an annotation", "none"}


def test_the_name_of_a_facet_counts_where_it_is_shown() -> None:
    words = replace(CORPUS.search_words, filters={"who": "Who acts"})
    assert read_again(replace(CORPUS, vocabulary=BEFORE, search_words=words)) == {"a filter", "all words"}


@pytest.mark.parametrize(
    ("changed", "annotations", "pages"),
    [
        ({"predicates": {"cites": replace(PREDICATES["cites"], says="names", means="Says its name.")}}, False, False),
        ({"grades": {"close": Grade("almost the same", "Almost.")}}, False, False),
        ({"facets": {"who": {name: Term("Label", "") for name in TERMS["who"]}}}, False, False),
        ({"facets": {"who": {"pilots": TERMS["who"]["pilots"]}}}, True, False),
        ({"predicates": {"cites": replace(PREDICATES["cites"], reverse="named-by")}}, True, True),
        ({"grades": {}}, True, True),
        ({"texts": {}}, False, True),
    ],
)
def test_annotations_are_read_and_pages_written_with_parts_of_the_vocabulary(
    changed: dict[str, object], annotations: bool, pages: bool
) -> None:
    after = replace(BEFORE, fingerprint="after", **changed)  # type: ignore[arg-type]
    assert (for_annotations(BEFORE).fingerprint != for_annotations(after).fingerprint) == annotations
    assert (for_pages(BEFORE).fingerprint != for_pages(after).fingerprint) == pages
