"""What stands twice in a list."""

from __future__ import annotations

import pytest
from concordance.reading.repeats import check_repeats
from concordance.reading.strict_yaml import read_yaml


def messages(text: str) -> list[tuple[int, int, str]]:
    problems = check_repeats(read_yaml(text, "a.yaml"))
    return [(problem.place.line, problem.place.column, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("who: {actors: [a, b, a]}\n", (1, 22, "“a” stands in this list already, on line 1.")),
        ("sources:\n- One\n- 'One '\n", (3, 3, "“One ” stands in this list already, on line 2.")),
        ("notes:\n- note: One\n- note: One\n", (3, 3, "This item stands in this list already, on line 2.")),
    ],
)
def test_the_second_is_told_with_the_line_of_the_first(text: str, problem: tuple[int, int, str]) -> None:
    assert messages(text) == [problem]


def test_lists_of_their_own_may_share_items_and_links_are_compared_by_what_they_join() -> None:
    assert messages("a: [x]\nb: [x]\nlinks:\n- needs: x\n- needs: x\n") == []
