"""The entries that pages ask for by their ids."""

from __future__ import annotations

import pytest
from concordance.graph.references import check_references, ids_on_sheet, read_references, split_list
from concordance.model.problems import Place, ProblemKind

PLACE = Place("page.md", 7)


def test_a_list_may_have_spaces_and_a_comma_too_many() -> None:
    assert split_list("a-1, b-2 ,,c-3,") == ("a-1", "b-2", "c-3")
    assert split_list(" ") == ()


def test_a_sheet_names_its_entries_whatever_else_it_says() -> None:
    assert ids_on_sheet("show=text&p=a-1,b-2&title=Day %26 night") == ("a-1", "b-2")
    assert ids_on_sheet("title=Nothing") == ()


@pytest.mark.parametrize(
    ("directive", "argument", "ids"),
    [("frame", "a-1", ["a-1"]), ("sheet", "p=a-1,b-2", ["a-1", "b-2"]), ("browse", "actors", [])],
)
def test_only_some_directives_ask_for_entries(directive: str, argument: str, ids: list[str]) -> None:
    assert [reference.id for reference in read_references(directive, argument, PLACE)] == ids


def test_what_is_no_entry_is_told_with_what_comes_near() -> None:
    references = read_references("sheet", "p=rules-1,rules-12", PLACE)
    (problem,) = check_references(references, ["rules-1", "rules-2"])
    assert (problem.place, problem.kind) == (PLACE, ProblemKind.UNKNOWN_ID)
    assert str(problem).startswith("A sheet names 'rules-12', which is no entry. Did you mean 'rules-")
