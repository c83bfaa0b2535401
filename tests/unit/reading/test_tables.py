"""Cells that a parser would drop."""

from __future__ import annotations

import pytest
from concordance.reading.tables import check_tables
from placed_text import complaints

HEAD = "| a | b |\n|---|---|\n"


def test_a_row_with_more_cells_than_the_head_is_told_at_its_line() -> None:
    message = "This row has 3 cells and the head of its table 2: the rest would be lost."
    assert complaints(check_tables, f"{HEAD}| c | d |\n| e | f | g |") == [(4, 1, message)]
    assert complaints(check_tables, "a | b\n--|--\nc | d | e") == [(3, 1, message)]


@pytest.mark.parametrize("row", ["| c | d |", "c | d", "| c |", r"| c \| d | e |", "| | d |"])
def test_a_row_with_as_many_or_fewer_is_one(row: str) -> None:
    assert complaints(check_tables, HEAD + row) == []
