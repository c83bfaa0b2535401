"""An export is made again if anything has changed that it read, and only then."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest
from built import CORPUS, contents, harbour
from concordance.exports.built_edition import BuiltEdition
from concordance.exports.ledger import EDITION_DIVISION, paths_read
from concordance.exports.registry import COSTLY, SEARCH
from concordance.model.vocabulary import Vocabulary
from concordance.pages.reading_record import Fingerprints, ReadingRecord


def is_made_again(make: Callable[[BuiltEdition], object], before: BuiltEdition, after: BuiltEdition) -> bool:
    record = ReadingRecord(before, EDITION_DIVISION)
    make(record.tree)
    read = paths_read(record)
    return Fingerprints(before, EDITION_DIVISION).of(read) != Fingerprints(after, EDITION_DIVISION).of(read)


def with_title(docname: str) -> BuiltEdition:
    edition = harbour()
    return replace(edition, pages={**edition.pages, docname: replace(edition.pages[docname], title="Other")})


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (lambda edition: edition.pages["rules/1"].title, {"rules/1", "rules/2"}),
        (lambda edition: edition.pages["rules/1"].view.navigation, set()),
        (lambda edition: [page.title for page in edition.pages.values()], {"rules/1", "rules/2"}),
        (lambda edition: [*edition.pages], set()),
        (lambda edition: edition.homes(), set()),
    ],
    ids=["one page", "another field", "all pages", "names", "a method"],
)
def test_what_is_read_of_one_page_counts_as_read_of_all_and_nothing_else_counts(
    make: Callable[[BuiltEdition], object], changes: set[str]
) -> None:
    pages = ("rules/1", "rules/2")
    assert {page for page in pages if is_made_again(make, harbour(), with_title(page))} == changes


def test_a_stand_in_gives_what_the_edition_gives() -> None:
    edition = harbour()
    stand_in = ReadingRecord(edition, EDITION_DIVISION).tree
    assert stand_in.homes() == edition.homes()
    assert [*stand_in.pages] == [*edition.pages]
    assert len(stand_in.pages) == len(edition.pages)
    page, read = edition.pages["rules/1"], stand_in.pages["rules/1"]
    assert (read.labels, read.content.passages, read.site.language_tag) == (
        page.labels,
        page.content.passages,
        page.site.language_tag,
    )
    for make in {**SEARCH, **COSTLY}.values():
        assert make(stand_in) == make(edition)


def test_a_page_that_comes_or_goes_counts_where_any_page_is_read() -> None:
    edition = harbour()
    pages = {name: page for name, page in edition.pages.items() if name != "guide"}
    fewer = replace(edition, pages=pages)
    assert is_made_again(lambda each: [*each.pages], edition, fewer)
    assert is_made_again(lambda each: each.pages["guide"].title, edition, fewer)
    assert is_made_again(lambda each: "guide" in each.pages, fewer, edition)
    assert not is_made_again(lambda each: each.site.title, edition, fewer)


def test_exports_are_made_again_for_what_they_hold() -> None:
    annotations = {**CORPUS.annotations}
    annotations["office"] = replace(annotations["office"], fingerprint="new", reviewed=datetime.date(2026, 9, 9))
    reviewed = harbour(corpus=replace(CORPUS, annotations=annotations), pages=contents())
    pages = contents()
    pages["bodies"].entries = [replace(pages["bodies"].entries[0], title="Office of the Master")]
    editions = {
        "the same": harbour(),
        "a review": reviewed,
        "a title": harbour(pages=pages),
        "a language": harbour(language="fr"),
        "an address": harbour(address="https://example.net/"),
    }
    made = {
        what: {name for name, make in {**SEARCH, **COSTLY}.items() if is_made_again(make, harbour(), edition)}
        for what, edition in editions.items()
    }
    assert made["the same"] == set()
    assert made["a review"] >= {"rdf"}
    assert made["a title"] >= {"schemas", "search", "rdf"}
    assert made["a language"] == {*SEARCH, *COSTLY}
    assert "schemas" not in made["an address"] | made["a review"]


def test_words_of_the_interface_count_though_no_export_reads_them_in_the_edition() -> None:
    vocabulary: Vocabulary = replace(CORPUS.vocabulary, fingerprint="other")
    assert is_made_again(lambda _edition: None, harbour(), harbour(corpus=replace(CORPUS, vocabulary=vocabulary)))
