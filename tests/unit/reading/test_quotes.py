"""The quotes of notes."""

from __future__ import annotations

import pytest
from concordance.model.corpus import Note
from concordance.model.problems import Place, ProblemKind
from concordance.reading.quotes import check_quote

NOTE = Note("shall", "A slip.", variant=False, place=Place("a.md", 4))


def test_words_that_stand_once_are_a_quote() -> None:
    assert check_quote(NOTE, 1, "rules-2") == []


@pytest.mark.parametrize(("count", "words"), [(0, "does not stand"), (2, "stands 2 times")])
def test_words_that_stand_nowhere_or_twice_are_told(count: int, words: str) -> None:
    (problem,) = check_quote(NOTE, count, "rules-2")
    assert (problem.place, problem.kind) == (NOTE.place, ProblemKind.QUOTE)
    assert problem.message == f"The quote “shall” {words} in the own words of rules-2."
