"""What the id of an entry may be."""

from __future__ import annotations

import pytest
from concordance.model.ids import check_id
from concordance.model.problems import Place, ProblemKind

PLACE = Place("page.md", 3)


@pytest.mark.parametrize("identifier", ["plan-12", "untoc", "sdg-5-c", "r74-pp-8-d", "1"])
def test_letters_and_digits_joined_by_hyphens_are_an_id(identifier: str) -> None:
    assert check_id(identifier, PLACE) is None


@pytest.mark.parametrize("identifier", ["", "-a", "a-", "a--b", "A", "a_b", "a b", "a\n", "é", "²", "../a", "a."])
def test_anything_else_is_told_where_it_stands(identifier: str) -> None:
    problem = check_id(identifier, PLACE)
    assert problem is not None
    assert (problem.place, problem.kind) == (PLACE, ProblemKind.SCHEMA)
    assert problem.message == f"{identifier!r} is not an id."
