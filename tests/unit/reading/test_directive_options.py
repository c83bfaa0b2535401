"""Options that are unknown, stand twice, or stand where they are none."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Place, Problem
from concordance.reading.directive_forms import directive_forms
from concordance.reading.directive_options import head_rows
from concordance.reading.directive_text import DirectiveText, read_directive


def read(name: str, content: str) -> DirectiveText:
    forms = directive_forms(tuple(USUAL_KINDS))
    return read_directive(forms[name], "a" if forms[name].required else "", content, Place("page.md", 5, 1))


def problems(name: str, content: str) -> list[Problem]:
    text = read(name, content)
    return [*text.fatal_problems, *text.problems]


def test_options_end_where_a_line_has_no_colon_or_opens_a_directive() -> None:
    assert head_rows(":name: a\n  :class: b\n:::{tip}\n:x: y\n") == [":name: a", "  :class: b"]
    assert head_rows(":name: a\n\n:class: b\n") == [":name: a"]
    assert head_rows("Words.\n:name: a\n") == []


@pytest.mark.parametrize(
    ("name", "content", "line", "first", "option"),
    [
        ("body", ":label: A\n:label: B\n:title: C\n", 7, 6, "label"),
        ("body", ":label: >-\n:  A\n:title: C\n:label: B\n", 9, 6, "label"),
        ("body", "---\nlabel: |\n  label: A\n\ntitle: C\nlabel: B\n---\n", 11, 7, "label"),
        ("body", ":'label': A\n:title: C\n:label: B\n", 8, 6, "label"),
        ("body", ":label: A\n:title: C\n:label:\n", 8, 6, "label"),
        ("note", ":name: a\n:class: b\n:name: c\nWords.\n", 8, 6, "name"),
        ("toctree", ":glob:\n:glob:\n", 7, 6, "glob"),
    ],
)
def test_an_option_that_stands_twice_is_told_at_its_second_line(
    name: str, content: str, line: int, first: int, option: str
) -> None:
    (problem,) = problems(name, content)
    assert problem.place == Place("page.md", line, 1)
    assert problem.message == f"The option {option!r} of {name!r} stands twice; the first is on line {first}."


def test_of_three_the_second_and_the_third_are_told() -> None:
    lines = [problem.place.line for problem in problems("note", ":name: a\n:name: b\n:name: c\n\nWords.\n")]
    assert lines == [7, 8]


def test_an_unknown_option_is_told_once_though_it_stands_twice() -> None:
    (problem,) = problems("note", ":colour: red\n:colour: red\nWords.\n")
    assert (problem.place.line, problem.message) == (6, "The directive 'note' has no option 'colour'.")


def test_no_option_is_proposed_that_stands_there_already() -> None:
    (problem,) = problems("note", ":nam: a\n:name: b\nWords.\n")
    assert problem.place.line == 6
    assert problem.remedy.startswith("Did you mean 'name'? That stands on line 7 already: keep one of them.")


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("matrix", ":foo: 1\n", 6),
        ("matrix", "\n:foo: 1\n", 7),
        ("matrix", "---\nfoo: 1\n---\n", 7),
        ("verbatim", ":foo: 1\n\nWords of a text.\n", 6),
    ],
)
def test_an_option_of_a_directive_that_has_none_is_told_as_that(name: str, content: str, line: int) -> None:
    (problem,) = problems(name, content)
    assert (problem.place.line, problem.message) == (line, f"The directive {name!r} has no option 'foo'.")
    assert problem.remedy.startswith("It has no options: remove this line.")


def test_words_of_a_text_may_look_like_an_option_below_a_blank_line() -> None:
    assert problems("verbatim", "\n:foo: 1\n") == []


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("body", ":label: B\n   one\n:title: T\n", 7),
        ("body", ":label: B\n:title: T\n  and more\n\nWords.\n", 8),
        ("image", ":alt: A harbour\n  by night\n:width: 50%\n", 7),
    ],
)
def test_a_line_that_was_meant_to_go_on_with_an_option_is_told_and_nothing_that_follows(
    name: str, content: str, line: int
) -> None:
    (problem,) = problems(name, content)
    assert problem.place.line == line
    assert problem.message == f"This line begins with no colon, so the options of {name!r} end above it."
    assert "`:  …`" in problem.remedy


@pytest.mark.parametrize(
    ("name", "content", "line", "words"),
    [
        ("note", "Words.\n:name: a\n", 7, "The option 'name' of 'note' stands below content"),
        ("note", "\n:name: a\n:class: b\n\nWords.\n", 7, "The option 'name' of 'note' stands below a blank line"),
        ("note", ":class: b\n\n:name: a\n\nWords.\n", 8, "The option 'name' of 'note' stands below a blank line"),
        ("toctree", "page\n:maxdepth: 1\n", 7, "The option 'maxdepth' of 'toctree' stands below content"),
        ("image", "\n:alt: A harbour\n", 7, "The option 'alt' of 'image' stands below a blank line"),
        ("body", ":label: B\none\n:title: T\n", 8, "The option 'title' of 'body' stands below content"),
        ("note", "\n---\nname: a\n---\nWords.\n", 8, "The option 'name' of 'note' stands below a blank line"),
        (
            "note",
            ":class: b\n---\nname: a\n---\nWords.\n",
            8,
            "The option 'name' of 'note' stands below options that are written in another way",
        ),
        (
            "note",
            "---\nclass: b\n---\n:name: a\nWords.\n",
            9,
            "The option 'name' of 'note' stands below options that are written in another way",
        ),
    ],
)
def test_an_option_below_the_head_is_told_at_its_line(name: str, content: str, line: int, words: str) -> None:
    (problem,) = problems(name, content)
    assert (problem.place.line, problem.message) == (line, f"{words}, where it is no option.")
    assert read(name, content).misplaced


def test_an_option_beside_the_name_of_its_directive_is_told_as_that() -> None:
    form = directive_forms(())["note"]
    (problem,) = read_directive(form, ":name: a", "Words.\n", Place("page.md", 5, 1)).problems
    assert problem.place.line == 5
    assert problem.message == "The option 'name' of 'note' stands on its first line, where it is no option."


@pytest.mark.parametrize(
    ("name", "content", "option"),
    [
        ("body", "label: B\ntitle: T\n\nWords.\n", "label"),
        ("body", "- title: T\n- label: B\n", "title"),
        ("image", "alt: A harbour\n", "alt"),
        ("toctree", "maxdepth: 1\npage\n", "maxdepth"),
    ],
)
def test_options_without_a_colon_before_their_names_are_told_as_that(name: str, content: str, option: str) -> None:
    (problem,) = problems(name, content)
    assert problem.place.line == 6
    assert problem.message == f"The option {option!r} of {name!r} has no colon before its name, and so it is none."


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note", "\nname: a\n"),
        ("note", ":class: b\nname: a\n"),
        ("code-block", "name: a\n"),
        ("note", "Words.\n\n:::{tip}\n:name: a\nWords.\n:::\n"),
        ("note", "```text\n:name: a\n```\n"),
        ("code-block", "text\n:name: a\n"),
        ("note", "Words.\n\n    :name: a\n"),
        ("note", "Words.\n:fact: one\n"),
        ("body", ":label: B\n:title: T\n:type: One\n\n:type: a fact of it\n"),
        ("body", "  :label: B\n  :title: T\n  Words.\n"),
        ("body", ":label: B\n:title: >-\n:  T\n:  and more\n"),
    ],
)
def test_what_is_no_option_of_the_directive_is_left_alone(name: str, content: str) -> None:
    assert problems(name, content) == []
