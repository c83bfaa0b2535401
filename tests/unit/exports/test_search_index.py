"""The search index says which words stand in which records, and with what weight."""

from __future__ import annotations

from concordance.exports.search_index import BASE, SIGNS, SearchIndex, encode_number, search_index
from concordance.exports.search_records import COMMENTARY, SearchRecord


def record(
    anchor: str, content: str, *, title: str = "", kind: str = "document", asked: str = "", hidden: str = ""
) -> SearchRecord:
    return SearchRecord(anchor, anchor, kind, "", title, content, "", hidden, {}, asked)


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
    for line in index.words.split("\n"):
        words.append((words[-1] if words else "")[: int(line[0])] + line[1:])
    distances, levels = iter(numbers(index.records)), iter(map(SIGNS.index, index.weights))
    found: dict[str, dict[int, int]] = {}
    for word, count in zip(words, numbers(index.counts), strict=True):
        place = -1
        found[word] = {(place := place + next(distances)): next(levels) for _ in range(count)}
    return found


def test_numbers_of_any_size_are_read_as_they_were_written() -> None:
    some = [0, 1, BASE // 2 - 1, BASE // 2, 2024, 2025, 100_000]
    assert numbers("".join(map(encode_number, some))) == some


def test_every_word_leads_to_the_records_that_have_it() -> None:
    index = search_index([record("a", "ships pay"), record("b", "ships and shipping")], frozenset({"and"}))
    assert {word: set(places) for word, places in read(index).items()} == {
        "ships": {0, 1},
        "pay": {0},
        "shipping": {1},
    }


def test_a_word_weighs_more_in_a_title_and_where_people_ask() -> None:
    found = read(search_index([record("a", "dues", title="ships", asked="who pays")], frozenset()))
    assert found["dues"][0] < found["ships"][0] == found["pays"][0]


def test_of_a_name_of_several_words_each_weighs_less_than_a_name_by_itself() -> None:
    found = read(
        search_index([record("a", "dues", hidden="tolls · charges for ships · ships in harbours")], frozenset())
    )
    assert found["ships"][0] == found["charges"][0] < found["tolls"][0], "what stands in two names counts once"


def test_a_word_weighs_more_the_more_often_it_stands_there() -> None:
    found = read(search_index([record("a", "dues dues dues ships")], frozenset()))
    assert found["ships"][0] < found["dues"][0]


def test_commentary_is_not_found_by_the_title_of_its_entry() -> None:
    assert "ships" not in read(search_index([record("a-c1", "dues", title="ships", kind=COMMENTARY)], frozenset()))


def test_longer_records_are_known_to_be_longer() -> None:
    short, long = list(search_index([record("a", "dues"), record("b", "dues " * 50)], frozenset()).lengths)
    assert SIGNS.index(short) < SIGNS.index(long)


def test_nothing_can_be_indexed() -> None:
    assert search_index([], frozenset()).records == ""
