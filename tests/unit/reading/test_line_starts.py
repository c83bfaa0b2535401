"""Lines that were meant to begin an item or a row."""

from __future__ import annotations

from functools import partial

import pytest
from concordance.reading.line_starts import check_line_starts
from placed_text import complaints

IN_ANNOTATIONS, ON_PAGES = (partial(check_line_starts, fields=fields) for fields in (True, False))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("• one\n• two", 1),
        ("Words:\n● one", 2),
        ("– one", 1),
        ("-one\n-two", 1),
        ("Words\n+one", 2),
        ("*one", 1),
        ("1.One", 1),
        ("2)one", 1),
        ("| a | b |\n| c | d |", 1),
        ("a | b\n--|--|--\nc | d", 2),
        ("> -one", 1),
        ("##Head", 1),
        ("Term\n: what it means", 2),
        ("!!! note", 1),
        (".. note:: Words.", 1),
        ("links:\n- one", 1),
    ],
)
def test_what_makes_no_item_or_row_is_told_once(text: str, line: int) -> None:
    assert [at for at, _column, _message in complaints(IN_ANNOTATIONS, text)] == [line]


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two",
        "1. one\n2. two",
        "Words – and more\n– of them",
        "One\n-5 degrees",
        r"\-one",
        r"\• one",
        "●●○",
        "- \\-one",
        "1.5 per cent",
        "`-one`",
        "2019\u20132020",
    ],
)
def test_what_is_meant_as_it_is_stays(text: str) -> None:
    assert complaints(IN_ANNOTATIONS, text) == []


def test_fields_are_known_where_a_file_may_have_them_and_all_else_everywhere() -> None:
    assert complaints(ON_PAGES, "links:\n- one") == []
    assert complaints(ON_PAGES, "• one") == complaints(IN_ANNOTATIONS, "• one") != []
