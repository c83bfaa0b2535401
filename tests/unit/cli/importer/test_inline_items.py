"""Items that stand in one paragraph become paragraphs of their own, where they are items."""

from __future__ import annotations

import pytest
from concordance.cli.importer.decisions import Decisions, DoubtKey
from concordance.cli.importer.inline_items import split_items
from source_words import paragraphs, texts


def items(text: str, decisions: Decisions | None = None, **fields: int | str) -> list[str]:
    return texts([*split_items(paragraphs(text, **fields), decisions or Decisions())])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keepers: (a) wake; (b) write.", ["Keepers:", "(a) wake;", "(b) write."]),
        ("1. Keepers: a) wake; and b) write.", ["1. Keepers:", "a) wake; and", "b) write."]),
        ("(a) wake; (b) write.", ["(a) wake;", "(b) write."]),
        ("Keepers: (i) wake; (ii) write.", ["Keepers:", "(i) wake;", "(ii) write."]),
    ],
)
def test_each_item_is_a_paragraph(text: str, expected: list[str]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Keepers under: (b) of article 2; (d) of article 3.",
        "Keepers: (a) alone.",
        "Keepers wake; (a) or (b) is enough.",
        "See article 2, (a) and article 3, (b).",
    ],
)
def test_letters_that_do_not_count_from_the_first_are_words(text: str) -> None:
    assert items(text) == [text]


def test_headings_and_tables_stay_whole() -> None:
    text = "Keepers: (a) wake; (b) write."
    assert items(text, heading=2) == [text]
    assert items(text, table="| … |") == [text]


def test_an_editor_may_decide_that_they_are_words() -> None:
    text = "Keepers: (a) wake; (b) write."
    decisions = Decisions({DoubtKey(1, "(a) wake; (b) write."): "text", DoubtKey(1, "(b) write."): "text"})
    assert items(text, decisions) == [text]
    assert [key.words for key in decisions.doubts] == ["(a) wake; (b) write.", "(b) write."]
