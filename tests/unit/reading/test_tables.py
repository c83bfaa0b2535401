"""Cells that a parser would drop."""

from __future__ import annotations

import pytest
from concordance.reading.markdown import check_markdown
from concordance.reading.source_text import SourceText

HEAD = "| a | b |\n|---|---|\n"


def messages(text: str) -> list[tuple[int, str]]:
    problems = check_markdown(text, SourceText("a.md", 1, tuple(text.split("\n")))).problems
    return [(problem.place.line, problem.message) for problem in problems]


def test_a_row_with_more_cells_than_the_head_is_told_at_its_line() -> None:
    message = "This row has 3 cells and the head of its table 2: the rest would be lost."
    assert messages(f"{HEAD}| c | d |\n| e | f | g |") == [(4, message)]
    assert messages("a | b\n--|--\nc | d | e") == [(3, message)]


@pytest.mark.parametrize("row", ["| c | d |", "c | d", "| c |", r"| c \| d | e |", "| | d |"])
def test_a_row_with_as_many_or_fewer_is_one(row: str) -> None:
    assert messages(HEAD + row) == []
