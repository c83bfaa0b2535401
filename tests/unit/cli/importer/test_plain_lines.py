"""What is printed on every page, and the footnotes at its foot, are told from the lines of the text."""

from __future__ import annotations

import pytest
from concordance.cli.importer.paragraphs import LineRange
from concordance.cli.importer.plain_lines import (
    find_footnote_lines,
    find_running_heads,
    is_lone_unit,
    is_unit,
    text_lines,
)

PAGES = "A/1/L.1\nLamps are lit.\n1/3\n\fA/1/L.1\nOil is fat.\n2/3\n\fA/1/L.1\nKeepers wake.\n3/3\n"


def test_a_form_feed_begins_a_page_and_is_no_line() -> None:
    first, second = text_lines("  Lamps  are\n\fOil")
    assert (first.number, first.text, first.first, first.indent) == (1, "Lamps are", False, 2)
    assert (second.number, second.text, second.first) == (2, "Oil", True)


def test_symbols_and_page_numbers_are_heads_and_no_line_of_the_text_is() -> None:
    assert find_running_heads(text_lines(PAGES)) == [1, 3, 4, 6, 7, 9]


def test_lone_numbers_that_count_pages_are_heads_and_others_are_not() -> None:
    text = "Lamps are\n1\n\fOil is\n2\n\fAll of\n7\nkeepers\n3\n"
    assert find_running_heads(text_lines(text)) == [2, 4, 8]


def test_a_text_on_one_page_has_no_heads() -> None:
    assert find_running_heads(text_lines("Lamps\n\nLamps are lit.\n")) == []


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Lamps.1\nNotes\n1 See oil,\nand fat.\n2 See keepers.\n", {1: LineRange(3, 4), 2: LineRange(5, 5)}),
        ("Lamps.¹\n\n¹ See oil,\nand fat.\n\nKeepers.²\n\n² See fat.\n", {1: LineRange(3, 4), 2: LineRange(8, 8)}),
        ("Lamps.1\n_____\n1 See oil.\n\fKeepers.2\n_____\n2 See fat.\n", {1: LineRange(3, 3), 2: LineRange(6, 6)}),
        ("1. Lamps are lit.\n2. Oil is fat.\n", {}),
    ],
    ids=["a heading", "superscripts", "at the foot", "paragraphs"],
)
def test_footnotes_are_found_wherever_they_stand(text: str, notes: dict[int, LineRange]) -> None:
    assert find_footnote_lines(text_lines(text), []) == notes


def test_a_unit_is_cited_by_number_and_may_stand_alone_on_its_line() -> None:
    assert [is_unit(line) for line in ("Article 1 Lamps", "2. Oil", "(a) oil", "Oil")] == [True, True, False, False]
    assert [is_lone_unit(line) for line in ("Article 1", "4.50.110", "Article 1 Lamps", "2.")] == [
        *(True, True, False, False)
    ]
