"""What a directive is given, and what is said of what it should not be given."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.model.problems import Place
from concordance.reading.directive_forms import directive_forms
from concordance.reading.directive_text import DirectiveText, read_directive

PLACE = Place("page.md", 5, 1)


def read(name: str, argument: str, content: str) -> DirectiveText:
    return read_directive(directive_forms(tuple(USUAL_KINDS))[name], argument, content, PLACE)


@pytest.mark.parametrize(
    "content",
    [
        ":label: A\n:title: 'B: c'\n\nWords.\n",
        "---\nlabel: A\ntitle: 'B: c'\n---\nWords.\n",
        ":label: A\n:title: >-\n:  B:\n:  c\nWords.",
    ],
)
def test_options_are_read_in_every_way_in_which_they_can_be_written(content: str) -> None:
    text = read("body", "a", content)
    assert (text.options, text.body) == ({"label": "A", "title": "B: c"}, ("Words.",))
    assert content.splitlines()[text.offset] == "Words."
    assert (text.fatal_problems, text.problems) == ((), ())


def test_a_directive_without_options_has_words_that_look_like_some() -> None:
    assert read("verbatim", "a", ":fact: one\n").body == (":fact: one",)


def test_words_behind_the_name_are_content_where_there_is_no_argument() -> None:
    text = read("note", "Words", "and more\n")
    assert (text.body, text.offset) == (("Words", "and more"), -1)


@pytest.mark.parametrize(
    ("name", "argument", "content", "line", "message"),
    [
        ("body", "", "", 5, "The directive 'body' needs an argument and has none."),
        ("body", "a b", "", 5, "The directive 'body' takes 1 argument, without spaces, and has 2."),
        ("body", "a", "---\n- label\n---\n", 7, "The options of 'body' cannot be read: expected ':' after key."),
        (
            "body",
            "a",
            ":label: A\n:title:\u00a0B\n",
            7,
            "Behind the name of this option of 'body' stands a no-break space.",
        ),
        ("body", "a", ":label: A\n:titel: B\n", 7, "The directive 'body' has no option 'titel'."),
        ("body", "a", "---\nlabel: A\n\ntitel: B\n---\n", 9, "The directive 'body' has no option 'titel'."),
        ("provision", "a", ":number:\n", 6, "The option 'number' of 'provision' has no value."),
        ("pages", "", "Words.\n", 5, "The directive 'pages' takes no content, and there are words in it."),
        ("toctree", "", ":maxdepth: many\n", 6, "The option 'maxdepth' of 'toctree' is 'many', and takes a number."),
        ("note", "", ":class: 5\nA", 6, "The option 'class' of 'note' is '5', and takes names of classes."),
        (
            "figure",
            "a.png",
            ":alt: A\n:align: top\n",
            7,
            "The option 'align' of 'figure' is 'top', and takes one of a few words.",
        ),
        (
            "dropdown",
            "",
            ":icon: nosuch\nA",
            6,
            "The option 'icon' of 'dropdown' is 'nosuch', and takes one of a few words.",
        ),
        ("dropdown", "", ":icon:\nA", 6, "The option 'icon' of 'dropdown' has no value."),
        ("note", "", ":name:\nA", 6, "The option 'name' of 'note' has no value."),
        ("grid", "1 2", "A", 5, "The directive 'grid' takes a number or four, and has '1 2'."),
        ("sidebar", "", ":subtitle: A\nB", 5, "The directive 'sidebar' has the option 'subtitle' and no title."),
        ("note", "", ":class: a\n\n\n", 5, "The directive 'note' has no content."),
        ("toctree", "", ":maxdept: 1\n", 6, "The directive 'toctree' has no option 'maxdept'."),
    ],
)
def test_what_is_wrong_is_told_at_its_line(name: str, argument: str, content: str, line: int, message: str) -> None:
    text = read(name, argument, content)
    (problem,) = (*text.fatal_problems, *text.problems)
    assert (problem.place.line, problem.message) == (line, message)
    assert problem.remedy


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("figure", ":align: top\nA", "Write `left`, `center` or `right`."),
        ("dropdown", ":icon: allert\nA", "Did you mean 'alert'"),
        ("dropdown", ":icon: allert\nA", "https://primer.style/octicons"),
        ("grid", ":gutter: 6\nA", "Write one, from 0 to 5; or four, for screens from narrow to wide."),
        ("card", ":margin: 6\nA", "each `auto`, `0`, `1`, `2`, `3`, `4` or `5`."),
        ("list-table", ":widths: 1 x\n- - A", "Write `auto`, or a number for each column: `1 2`."),
        ("note", ":class: a\n", "Write it between its first line and its last, below its options."),
    ],
)
def test_the_remedy_names_what_is_allowed(name: str, content: str, remedy: str) -> None:
    (problem,) = read(name, "a.png" if name == "figure" else "", content).problems
    assert remedy in problem.remedy


def test_of_directives_for_code_nothing_is_judged() -> None:
    assert read("function", "f(a, b)", ":nosuch: x\n").problems == ()
