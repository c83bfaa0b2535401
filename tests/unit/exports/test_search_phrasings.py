"""Readers say things in their own words, and records are meant by these."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.exports.search_phrasings import Phrasing, asked_phrasings, by_script, shares, synonym_phrasings
from concordance.exports.search_records import SearchRecord, own_synonyms
from concordance.model.corpus import EMPTY_CORPUS, NO_SEARCH_WORDS, Synonym
from concordance.model.problems import Place

OWN = Synonym(("boat",), ("vessels",), (), Place("annotations/synonyms.yaml", 3))
FOREIGN = Synonym(
    ("navires", "bateaux"), ("vessels",), ("tonnage",), Place("annotations/words.yaml", 4), (("actors", ("masters",)),)
)


def record(anchor: str, content: str, kind: str = "document", asked: tuple[str, ...] = ()) -> SearchRecord:
    return SearchRecord(anchor, anchor, kind, "", "", content, "", "", {}, asked=asked)


def test_synonyms_are_told_apart_by_their_file() -> None:
    corpus = replace(EMPTY_CORPUS, search_words=replace(NO_SEARCH_WORDS, synonyms=(OWN, FOREIGN)))
    assert own_synonyms(corpus) == [OWN]


def test_what_is_named_stands_apart_from_what_only_has_the_phrase() -> None:
    records = [
        record("rules", "All vessels pay"),
        record("tonnage", "Measurement"),
        record("actors-masters", "Masters", "term"),
        record("rules-c1", "On vessels", "commentary"),
    ]
    phrasings = list(synonym_phrasings(records, [OWN, FOREIGN]))
    assert phrasings == [Phrasing(("boat",), (), (0,)), Phrasing(("navires", "bateaux"), (1, 2), (0,))]


def test_commas_part_the_questions_of_a_line() -> None:
    records = [record("a", "Dues"), record("b", "Tolls", asked=("who pays, and why", "how much"))]
    assert list(asked_phrasings(records)) == [Phrasing(("who pays", "and why", "how much"), (1,))]


def test_rarer_words_make_out_more_of_a_phrase_and_fillers_less() -> None:
    first, second, third = shares(["pay the dues", "dues of boats", "big dues"], {"the", "of"}, {"big"})
    assert sum(first.values()) == pytest.approx(1)
    assert first["pay"] > first["dues"]
    assert second.keys() == {"dues", "boats"}
    assert third["big"] < third["dues"]


def test_a_phrase_of_words_that_nobody_searches_by_has_none() -> None:
    assert list(shares(["the"], {"the"}, set())) == [{}]


def test_words_are_divided_by_their_letters() -> None:
    phrasing = Phrasing(("navires", "суда", "«суда»", "السفن", "船舶", "1926 корабль"), (1,), (0,))
    assert by_script([phrasing]) == {
        "arabic": [(("السفن",), [1], [0])],
        "cyrillic": [(("суда", "«суда»", "1926 корабль"), [1], [0])],
        "han": [(("船舶",), [1], [0])],
        "latin": [(("navires",), [1], [0])],
    }


def test_there_is_a_file_for_letters_of_which_there_are_no_words() -> None:
    assert by_script([]) == {"arabic": [], "cyrillic": [], "han": [], "latin": []}
