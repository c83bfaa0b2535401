"""What Markdown an editor may write."""

from __future__ import annotations

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.limits import BLOCKS, ITEMS
from concordance.reading.markdown import CheckedMarkdown, check_markdown
from concordance.reading.source_text import SourceText


def checked(text: str) -> CheckedMarkdown:
    return check_markdown(text, SourceText("a.md", 5, tuple(text.split("\n"))))


SOUND = """One *two* **three** {struck}`four` [five](#rules-1) `six`.[^a]
Seven [eight](https://example.org "Nine").

- ten
  1. eleven

> twelve

| a | b |
|---|---|
| c | d |

[^a]: A note.
"""


def test_prose_lists_quotes_tables_and_footnotes_are_let_through() -> None:
    assert checked(SOUND).problems == ()


def test_the_ids_that_it_links_to_are_named_with_their_places() -> None:
    names = checked("One [two](#rules-1) and\nthree [](#board), [again](#rules-1).").names
    assert [(name.text, name.place.line, name.place.column) for name in names] == [
        ("rules-1", 5, 11),
        ("board", 6, 10),
        ("rules-1", 6, 27),
    ]


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("One\n<b>two</b>", 6, 1, "There is HTML here"),
        ("One\n\n<div>\n\ntwo", 7, 1, "There is HTML here"),
        ("One ![two](a.png)", 5, 5, "There is an image here"),
        ("One\n\n# Two", 7, 1, "There is a heading here"),
        ("One\n\n---", 7, 1, "There is a rule here"),
        ("One\n\n    two", 7, 5, "There is an indented block here"),
        ("One\n\n```{include} a.md\n```", 7, 1, "There is a directive or a block of code here"),
        ("One\n\n:::{note}\n:::", 7, 1, "There is a directive here"),
        ("One {ref}`two`", 5, 5, "The role {ref} is not allowed here"),
        ("One [two](javascript:x)", 5, 11, "A link to 'javascript:x' is not allowed here"),
        ("One [two][a]\n\n[a]: http://example.org", 7, 1, "A link to 'http://example.org' is not allowed here"),
        ("One &#x202e; two", 5, 5, "There is a character here that nobody sees: U+202E"),
        ("One[^a] two", 5, 4, "The footnote 'a' has a mark and no text"),
        ("One\n\n[^a]: Two", 7, 1, "The footnote 'a' has a text and no mark"),
    ],
)
def test_anything_else_is_told_at_its_place(text: str, line: int, column: int, words: str) -> None:
    (problem,) = checked(text).problems
    assert (problem.place.line, problem.place.column) == (line, column)
    assert problem.message.startswith(words)


def test_of_a_pair_of_tags_only_the_first_is_told() -> None:
    assert [problem.place.line for problem in checked("<b>one</b>\n\n<i>two</i> <b>three").problems] == [5, 7, 7]


@pytest.mark.parametrize(
    "text", ["word\n\n" * (BLOCKS + 1), "[a](#b) " * (ITEMS + 1), "> " * 20 + "one", "[" * 4000], ids=len
)
def test_what_could_keep_a_parser_busy_is_one_problem(text: str) -> None:
    (problem,) = checked(text).problems
    assert problem.kind is ProblemKind.SIZE
