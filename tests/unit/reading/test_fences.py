"""Where directives begin and end, and what is said of lines that were meant to begin or to end one."""

from __future__ import annotations

import pytest
from concordance.model.problems import Place, ProblemKind
from concordance.reading.fences import (
    Fence,
    check_colons,
    check_indented,
    check_nesting,
    check_opening,
    excessive_nesting,
    fence_of,
    is_closed,
    unclosed_block,
    unknown_directive,
)
from markdown_it.token import Token

PLACE = Place("source/page.md", 4, 1)
BELOW = Place("source/page.md", 9, 1)
KNOWN = ("provision", "note")


def opened(line: str, place: Place = PLACE) -> Fence:
    """Return the fence that a line opens, as a parser of Markdown sees it."""
    name = line.lstrip(":`")
    token = Token("colon_fence", "", 0, markup=line.removesuffix(name), info=name)
    return fence_of(token, place)


@pytest.mark.parametrize(
    ("line", "markup", "directive", "argument"),
    [
        (":::{provision} rules-1", ":::", "provision", "rules-1"),
        ("```{figure}  a picture.png ", "```", "figure", "a picture.png"),
        (":::{note}", ":::", "note", ""),
        ("```python", "```", "", ""),
        (":::", ":::", "", ""),
        ("```{note", "```", "", ""),
    ],
)
def test_a_line_opens_a_directive_if_a_name_in_curly_brackets_follows(
    line: str, markup: str, directive: str, argument: str
) -> None:
    fence = opened(line)
    assert (fence.markup, fence.directive, fence.argument, fence.place) == (markup, directive, argument, PLACE)
    assert fence.colons == line.startswith(":")


@pytest.mark.parametrize(
    ("line", "last", "closed"),
    [
        (":::{note}", ":::", True),
        (":::{note}", ":::::", True),
        (":::{note}", "  :::  ", True),
        (":::{note}", "> :::", True),
        ("::::{note}", ":::", False),
        (":::{note}", "```", False),
        (":::{note}", "::: end", False),
        (":::{note}", "", False),
        ("```text", "```", True),
        ("```text", "``", False),
    ],
)
def test_a_block_is_closed_by_as_many_signs_of_its_own_and_nothing_else(line: str, last: str, closed: bool) -> None:
    assert is_closed(opened(line), last) == closed


@pytest.mark.parametrize(
    ("line", "named", "end"),
    [
        ("::::{note}", "The directive 'note'", "`::::`"),
        (":::note", "The block `:::note`", "`:::`"),
        ("```python", "This block of code", "```"),
    ],
)
def test_a_block_without_an_end_is_told_with_the_line_that_would_end_it(line: str, named: str, end: str) -> None:
    problem = unclosed_block(opened(line))
    assert (problem.place, problem.kind) == (PLACE, ProblemKind.DIRECTIVE)
    assert problem.message == f"{named} is not closed."
    assert problem.remedy == f"Put a line {end} where it ends."


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("::::{provision} a", ":::{note}"),
        (":::{provision} a", "```{note}"),
        (":::{provision} a", "::::"),
        ("````{note}", "```text"),
    ],
    ids=["fewer colons", "other signs", "colons that end it", "fewer backticks"],
)
def test_a_block_may_stand_in_another_that_its_end_does_not_close(outer: str, inner: str) -> None:
    assert check_nesting(opened(outer), opened(inner, BELOW)) is None


@pytest.mark.parametrize(
    ("outer", "inner", "signs"),
    [
        (":::{provision} a", ":::{provision} b", "colons"),
        (":::{provision} a", "::::{note}", "colons"),
        ("```{note}", "```text", "backticks"),
    ],
)
def test_a_block_that_the_end_of_an_inner_one_would_close_is_told_where_it_begins(
    outer: str, inner: str, signs: str
) -> None:
    problem = check_nesting(opened(outer), opened(inner, BELOW))
    assert problem is not None
    assert problem.place == PLACE
    assert problem.message.endswith("is not closed before the next begins, on line 9.")
    assert problem.remedy.endswith(f"write this with more {signs}.")


@pytest.mark.parametrize(
    ("line", "message", "remedy"),
    [
        (":::", "These colons have nothing to close", "Remove them"),
        (":::note", "The name of a directive stands in curly brackets, and 'note' does not.", "Write `:::{note}`."),
        (":::{note", "This opens no directive: `:::{note`.", "`:::{note} …`"),
        ("```{note}x", "This opens no directive", "Write its name in curly brackets, then a space"),
    ],
)
def test_a_line_that_was_meant_to_open_a_directive_is_told_with_how_to_write_it(
    line: str, message: str, remedy: str
) -> None:
    problem = check_opening(opened(line), KNOWN)
    assert problem is not None
    assert (problem.place, problem.kind) == (PLACE, ProblemKind.DIRECTIVE)
    assert problem.message.startswith(message)
    assert remedy in problem.remedy


@pytest.mark.parametrize("line", [":::{note}", ":::{nothing}", "```python", "```note", ":::aside"])
def test_nothing_is_said_of_a_line_that_opens_what_it_says(line: str) -> None:
    assert check_opening(opened(line), KNOWN) is None


@pytest.mark.parametrize("words", ["::{note} words", ":{note}", ":: {note}"])
def test_a_directive_with_too_few_colons_is_told_with_how_to_write_it(words: str) -> None:
    problem = check_colons(words, PLACE, KNOWN)
    assert problem is not None
    assert problem.message == "A directive begins with three colons at least, and 'note' has fewer."
    assert "Write `:::{note}`" in problem.remedy


@pytest.mark.parametrize("words", ["::{nothing}", "note: {note}", "{note}", "a ::{note}"])
def test_words_with_colons_are_words(words: str) -> None:
    assert check_colons(words, PLACE, KNOWN) is None


def test_a_directive_that_is_a_sample_of_code_is_told() -> None:
    place = Place("a.md", 3, 1)
    problem = check_indented(":::{note}\nWords.\n:::\n", place, {"note"})
    assert problem is not None
    assert (problem.place, "'note' is indented" in problem.message) == (place, True)
    for code in ("note\n", ":::{nosuch}\n", "::{note}\n", "x :::{note}\n"):
        assert check_indented(code, place, {"note"}) is None


def test_a_directive_that_does_not_exist_is_told_with_those_that_come_close() -> None:
    problem = unknown_directive(opened(":::{provison} a"), KNOWN)
    assert (problem.message, problem.remedy) == ("There is no directive 'provison'.", "Did you mean 'provision'?")


def test_a_directive_in_too_many_others_is_told_where_it_begins() -> None:
    problem = excessive_nesting(opened(":::{note}", BELOW))
    assert (problem.place, problem.kind) == (BELOW, ProblemKind.DIRECTIVE)
