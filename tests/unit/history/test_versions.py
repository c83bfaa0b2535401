"""What can be compared of two versions of an edition."""

from __future__ import annotations

from dataclasses import replace

from concordance.cli.edition import open_edition
from concordance.history.versions import Version, drop_unreadable
from concordance.model.vocabulary import EMPTY_VOCABULARY
from edition import TINY

SOUND = open_edition(TINY)
WHOLE = Version(SOUND.concordance, SOUND.corpus, {"rules/2": "# Rule 2", "bodies": "# Bodies"}, {})


def without_file(path: str) -> Version:
    return replace(WHOLE, corpus=replace(WHOLE.corpus, unsound=frozenset({path})))


def test_what_can_be_read_in_both_is_compared() -> None:
    assert drop_unreadable(WHOLE, WHOLE) == (WHOLE, WHOLE)


def test_of_a_file_that_cannot_be_read_in_one_nothing_is_compared_in_either() -> None:
    for before, after in (drop_unreadable(WHOLE, without_file("annotations/rules/2.md")),
                          drop_unreadable(without_file("annotations/rules/2.md"), WHOLE)):  # fmt: skip
        for version in (before, after):
            assert "rules-2" not in version.corpus.annotations
            assert version.corpus.annotations
            assert not any(link.place.path == "annotations/rules/2.md" for link in version.concordance.links)
            assert version.concordance.entries.keys() == WHOLE.concordance.entries.keys()


def test_entries_of_a_page_that_cannot_be_read_are_left_alone() -> None:
    before, after = drop_unreadable(WHOLE, replace(WHOLE, unread={"rules/2": "source/rules/2.md"}))
    for version in (before, after):
        assert "rules-2" not in version.concordance.entries
        assert not any("rules-2" in {link.subject, link.object} for link in version.concordance.links)
        assert version.pages == {"bodies": "# Bodies"}
    assert after.unsound == {"source/rules/2.md"}


def test_without_a_vocabulary_neither_links_nor_annotations_nor_citations_are_compared() -> None:
    before, after = drop_unreadable(without_file("annotations/vocabulary.yaml"), WHOLE)
    for version in (before, after):
        assert version.corpus.vocabulary == EMPTY_VOCABULARY
        assert (version.corpus.annotations, version.concordance.links) == ({}, ())
        assert version.concordance.entries["rules-2"].label == "rules-2"
        assert version.concordance.entries["board"].label == "Harbour Board"
