"""Lines that were meant to begin an item or a row."""

from __future__ import annotations

import pytest
from concordance.reading.markdown import check_markdown
from concordance.reading.source_text import SourceText


def messages(text: str) -> list[tuple[int, str]]:
    problems = check_markdown(text, SourceText("a.md", 1, tuple(text.split("\n")))).problems
    return [(problem.place.line, problem.message) for problem in problems]


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
    assert [at for at, _message in messages(text)] == [line]


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
    assert messages(text) == []
