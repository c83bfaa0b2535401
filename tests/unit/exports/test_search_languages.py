"""Words of other languages find what they stand for, and make no first search larger."""

from __future__ import annotations

from dataclasses import replace

from concordance.exports.search_languages import by_script, foreign_rows, foreign_synonyms
from concordance.exports.search_records import SearchRecord, own_synonyms
from concordance.model.corpus import EMPTY_CORPUS, NO_SEARCH_WORDS, Synonym
from concordance.model.problems import Place

OWN = Synonym(("boat",), ("vessels",), (), Place("annotations/synonyms.yaml", 3))
FOREIGN = Synonym(
    ("navires", "bateaux"), ("vessels",), ("tonnage",), Place("annotations/words.yaml", 4), (("actors", ("masters",)),)
)
CORPUS = replace(EMPTY_CORPUS, search_words=replace(NO_SEARCH_WORDS, synonyms=(OWN, FOREIGN)))


def record(anchor: str, content: str, kind: str = "document") -> SearchRecord:
    return SearchRecord(anchor, anchor, kind, "", "", content, "", "", {})


def test_synonyms_are_told_apart_by_their_file() -> None:
    assert own_synonyms(CORPUS) == [OWN]
    assert foreign_synonyms(CORPUS) == [FOREIGN]


def test_what_is_named_stands_apart_from_what_only_has_the_phrase() -> None:
    records = [
        record("rules", "All vessels pay"),
        record("tonnage", "Measurement"),
        record("actors-masters", "Masters", "term"),
        record("rules-c1", "On vessels", "commentary"),
    ]
    assert list(foreign_rows(records, [FOREIGN])) == [(("navires", "bateaux"), [1, 2], [0])]


def test_words_are_divided_by_their_letters() -> None:
    row = (("navires", "суда", "«суда»", "السفن", "船舶", "1926 корабль"), [1], [0])
    assert by_script([row]) == {
        "arabic": [(("السفن",), [1], [0])],
        "cyrillic": [(("суда", "«суда»", "1926 корабль"), [1], [0])],
        "han": [(("船舶",), [1], [0])],
        "latin": [(("navires",), [1], [0])],
    }


def test_there_is_a_file_for_letters_of_which_there_are_no_words() -> None:
    assert by_script([]) == {"arabic": [], "cyrillic": [], "han": [], "latin": []}
