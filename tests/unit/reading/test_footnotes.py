"""Footnotes: a mark and a text belong together."""

from __future__ import annotations

import pytest
from concordance.reading.footnotes import check_footnotes
from placed_text import complaints


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("One.[^a]", (1, 5, "The footnote 'a' has a mark and no text.")),
        ("One.\n\n[^a]: Two.", (3, 1, "The footnote 'a' has a text and no mark.")),
        ("One.[^a]\n\n[^a]: Two.\n\n[^a]: Three.", (5, 1, "The footnote 'a' stands twice; the first is on line 3.")),
    ],
)
def test_each_slip_is_told_once(text: str, problem: tuple[int, int, str]) -> None:
    assert complaints(check_footnotes, text) == [problem]


def test_two_marks_may_share_a_text() -> None:
    assert complaints(check_footnotes, "One.[^a] Two.[^a]\n\n[^a]: Three.") == []


@pytest.mark.parametrize("mark", ["[^a ]", "[ ^a]"])
def test_the_text_of_a_misspelt_mark_is_not_told_beside_the_mark(mark: str) -> None:
    assert complaints(check_footnotes, f"One.{mark}\n\n[^a]: Two.") == []
