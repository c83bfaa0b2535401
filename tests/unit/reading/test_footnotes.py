"""Footnotes: a mark and a text belong together."""

from __future__ import annotations

import pytest
from concordance.reading.markdown import check_markdown
from concordance.reading.source_text import SourceText


def messages(text: str) -> list[tuple[int, int, str]]:
    problems = check_markdown(text, SourceText("a.md", 1, tuple(text.split("\n")))).problems
    return [(problem.place.line, problem.place.column, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("One.[^a]", (1, 5, "The footnote 'a' has a mark and no text.")),
        ("One.\n\n[^a]: Two.", (3, 1, "The footnote 'a' has a text and no mark.")),
        ("One.[^a]\n\n[^a]: Two.\n\n[^a]: Three.", (5, 1, "The footnote 'a' stands twice; the first is on line 3.")),
        ("One.[^a ]\n\n[^a]: Two.", (1, 5, "`[^a ]` is no mark of a footnote.")),
        ("One.[ ^a]\n\n[^a]: Two.", (1, 5, "`[ ^a]` is no mark of a footnote.")),
    ],
)
def test_each_slip_is_told_once(text: str, problem: tuple[int, int, str]) -> None:
    assert messages(text) == [problem]


def test_two_marks_may_share_a_text() -> None:
    assert messages("One.[^a] Two.[^a]\n\n[^a]: Three.") == []
