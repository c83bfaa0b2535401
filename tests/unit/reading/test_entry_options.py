"""Entries of registries have a label and a title, and dates that are some."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.reading.entry_options import check_entry_options
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings


def messages(directive: str) -> list[str]:
    page = parse_page(f"# Bodies\n\n{directive}\n", "source/bodies.md", PageSettings())
    problems = [*check_entry_options(page, USUAL_KINDS)]
    assert all((problem.place.line, problem.place.path) == (3, "source/bodies.md") for problem in problems)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":title: B", "body board has no :label:. Add a line `:label: …`."),
        ("\nWords.", "body board has no :label: and no :title:. Add a line `:label: …` and `:title: …`."),
        (":label: B\n:title: B\n:date: May", "body board: 'May' is no date. Write it as 2000-11-15, as 2000-11"),
    ],
)
def test_what_an_entry_lacks_is_told_with_the_lines_to_add(options: str, expected: str) -> None:
    (message,) = messages(f":::{{body}} board\n{options}\n:::")
    assert message.startswith(expected)


@pytest.mark.parametrize(
    "directive",
    [
        ":::{body} board\n:label: B\n:title: B\n:date: 2000-11\n:::",
        # Each of these is reported as what it is: a misspelt option, one in the wrong place, and a wrong id.
        ":::{body} board\n:label: B\n:titel: B\n:::",
        ":::{body} board\n\n:label: B\n:title: B\n:::",
        ":::{body} Board\n:::",
        ":::{provision} rules-1\n:::",
        ":::{note}\nWords.\n:::",
    ],
)
def test_nothing_is_told_that_is_told_already_or_is_no_entry_of_a_registry(directive: str) -> None:
    assert messages(directive) == []
