"""Why options cannot be read is told at the line that is wrong, not where a parser stops."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Place, Problem
from concordance.reading.directive_forms import directive_forms
from concordance.reading.directive_text import read_directive
from concordance.reading.option_syntax import explain_syntax
from myst_parser.parsers.directives import ParseWarnings


def fatal_problem(name: str, content: str) -> Problem:
    form = directive_forms(tuple(USUAL_KINDS))[name]
    (problem,) = read_directive(form, "a" if form.required else "", content, Place("page.md", 5, 1)).fatal_problems
    return problem


def test_a_no_break_space_behind_a_name_is_told_at_its_column() -> None:
    problem = explain_syntax("note", ParseWarnings(""), ":class: a\n:name:\u00a0b\n", Place("page.md", 5, 1))
    assert (problem.place.line, problem.place.column) == (7, 7)
    assert problem.message == "Behind the name of this option of 'note' stands a no-break space."


def test_where_myst_does_not_say_where_it_stopped_the_directive_is_named() -> None:
    problem = explain_syntax("note", ParseWarnings("Invalid options format: odd"), "Words.\n", Place("page.md", 5, 1))
    assert (problem.place.line, problem.message) == (5, "The options of 'note' cannot be read: odd.")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (": label: A\n:title: B\n", 6),
        (":label A\n:title: B\n", 6),
        (":label: A\n:title:B\n", 7),
        (":label:\tA\n", 6),
        (":label: A\n:: B\n", 7),
        (":label: >-\n:  A\n:title B\n", 8),
    ],
)
def test_a_line_among_options_that_is_none_is_told_at_its_own_place(content: str, line: int) -> None:
    problem = fatal_problem("body", content)
    assert (problem.place.line, problem.message) == (
        line,
        "This line stands among the options of 'body', and is no option.",
    )


def test_options_in_yaml_that_do_not_end_are_told_where_they_begin() -> None:
    problem = fatal_problem("note", "---\nname: a\n\nWords.\n")
    assert problem.place.line == 6
    assert problem.message == "The options of 'note' begin with `---`, and nothing says where they end."


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (":label: 'A\n:title: B\n", 6),
        (":title: B\n:label: 'tis\n:type: C\n", 7),
        ('---\ntitle: B\nlabel: "A \\" B\n---\n', 8),
    ],
)
def test_a_quotation_that_is_not_closed_is_told_where_it_begins(content: str, line: int) -> None:
    problem = fatal_problem("body", content)
    assert problem.place.line == line
    assert problem.message == "The value of this option of 'body' begins with a quotation mark, and has no other."


def test_of_anything_else_it_is_told_where_myst_stopped() -> None:
    problem = fatal_problem("note", "---\n- name\n---\nWords.\n")
    assert problem.message == "The options of 'note' cannot be read: expected ':' after key."
