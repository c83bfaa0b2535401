"""What values of options are taken for; that a build takes them for the same is tested with the table of directives."""

from __future__ import annotations

import pytest
from concordance.reading.option_values import read_lines, value_kind


@pytest.mark.parametrize(
    ("value", "ranges"),
    [
        ("1,3-5", [(1, 1), (3, 5)]),
        ("-2", [(1, 2)]),
        ("8-", [(8, 9)]),
        ("12-", [(12, 12)]),
        (" 2 - 3 ", [(2, 3)]),
        ("3-1", None),
        ("-", None),
        ("1,", None),
        ("a", None),
        ("1-999999999999", [(1, 999999999999)]),
    ],
)
def test_lines_are_read_as_ranges(value: str, ranges: list[tuple[int, int]] | None) -> None:
    assert read_lines(value, 9) == ranges


def test_a_question_mark_says_that_a_value_may_be_empty() -> None:
    assert value_kind("open|closed?").may_be_empty
    assert not value_kind("open|closed").may_be_empty
    assert value_kind("open|closed?").accepts(" Closed ")
    assert not value_kind("open|closed?").accepts("closed?")
