"""The search index says which words stand in which records, and with what weight."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from concordance.exports import search_index as built_index
from concordance.exports.search_blocks import BASE, SIGNS, encode_number
from concordance.exports.search_index import SearchIndex, search_index
from concordance.exports.search_phrasings import Phrasing
from concordance.exports.search_records import COMMENTARY, SearchRecord


def record(anchor: str, content: str, *, title: str = "", kind: str = "document", hidden: str = "") -> SearchRecord:
    return SearchRecord(anchor, anchor, kind, "", title, content, "", hidden, {})


def indexed(*records: SearchRecord, phrasings: Sequence[Phrasing] = ()) -> SearchIndex:
    return search_index(records, phrasings, frozenset({"and", "who"}), frozenset())


def numbers(text: str) -> list[int]:
    half, decoded, high = BASE // 2, [], 0
    for sign in text:
        value = SIGNS.index(sign)
        if value >= half:
            high = (high + value - half) * half
        else:
            decoded.append(high + value)
            high = 0
    return decoded


def read(index: SearchIndex) -> dict[str, dict[int, int]]:
    """Return the level of the weight of every word in every record that has it."""
    words: list[str] = []
    for alike, size in zip(index.words, numbers(index.sizes), strict=True):
        lines = alike.split("\n")
        assert len(lines) == size
        for line in lines:
            words.append((words[-1] if words else "")[: int(line[0])] + line[1:])
    streams = [
        (iter(numbers(records)), iter(map(SIGNS.index, weights)), size)
        for (records, weights), size in zip(index.postings, numbers(index.parts), strict=True)
    ]
    read_from = [(distances, levels) for distances, levels, size in streams for _ in range(size)]
    by_word: dict[str, dict[int, int]] = {}
    for word, count, (distances, levels) in zip(words, numbers(index.counts), read_from, strict=True):
        place = -1
        by_word[word] = {(place := place + next(distances)): next(levels) for _ in range(count)}
    return by_word


def test_numbers_of_any_size_are_read_as_they_were_written() -> None:
    some = [0, 1, BASE // 2 - 1, BASE // 2, 2024, 2025, 100_000]
    assert numbers("".join(map(encode_number, some))) == some


def test_every_word_leads_to_the_records_that_have_it() -> None:
    index = indexed(record("a", "ships pay"), record("b", "ships and shipping"))
    assert {word: set(places) for word, places in read(index).items()} == {
        "ships": {0, 1},
        "pay": {0},
        "shipping": {1},
    }


def test_words_are_divided_into_parts_of_a_size_and_into_so_many_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    words = record("a", "ships spy pay 12 dues")
    assert numbers(indexed(words).parts) == [5]
    monkeypatch.setattr(built_index, "PART", 4)
    assert numbers(indexed(words).parts) == [2, 2, 1]
    monkeypatch.setattr(built_index, "MOST_PARTS", 1)
    assert numbers(indexed(words).parts) == [5]


def test_words_that_begin_alike_are_in_the_same_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(built_index, "PART", 1)
    assert numbers(indexed(record("a", "ships shipped dues shipping spy")).parts) == [1, 3, 1]


def test_a_word_weighs_more_in_a_title() -> None:
    levels = read(indexed(record("a", "dues", title="ships")))
    assert levels["dues"][0] < levels["ships"][0]


def test_phrases_stand_behind_the_records_and_lead_to_what_is_meant() -> None:
    index = indexed(record("a", "dues"), phrasings=[Phrasing(("who pays", "tolls and charges"), (0,), (3, 7))])
    levels = read(index)
    assert set(levels["pays"]) == {1}
    assert set(levels["tolls"]) == {2}
    assert levels["pays"][1] > levels["tolls"][2], "it is the whole of its phrase"
    assert numbers(index.phrasings) == [2, 1, 0, 2, 4, 4], (
        "two phrases, one record named, two others by their distances"
    )


def test_where_a_word_is_shown_is_known_for_every_record_that_has_it() -> None:
    index = indexed(record("a", "dues and more dues", title="Tolls"), record("b", "ships", hidden="dues"))
    assert numbers(index.places[0])[:4] == [2, 2, 3, 0], "twice in the first, and the second does not show it"


def test_of_a_name_of_several_words_each_weighs_less_than_a_name_by_itself() -> None:
    levels = read(indexed(record("a", "dues", hidden="tolls · charges for ships · ships in harbours")))
    assert levels["ships"][0] == levels["charges"][0] < levels["tolls"][0], "what stands in two names counts once"


def test_a_word_weighs_more_the_more_often_it_stands_there() -> None:
    levels = read(indexed(record("a", "dues dues dues ships")))
    assert levels["ships"][0] < levels["dues"][0]


def test_commentary_is_not_found_by_the_title_of_its_entry() -> None:
    assert "ships" not in read(indexed(record("a-c1", "dues", title="ships", kind=COMMENTARY)))


def test_longer_records_are_known_to_be_longer() -> None:
    short, long = list(indexed(record("a", "dues"), record("b", "dues " * 50)).lengths)
    assert SIGNS.index(short) < SIGNS.index(long)


def test_nothing_can_be_indexed() -> None:
    index = indexed()
    assert (index.words, numbers(index.parts), index.phrasings) == ((), [0], "")
