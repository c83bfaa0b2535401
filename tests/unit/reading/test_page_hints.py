"""Slips on pages: each is told once, where it stands, and the words of a text may begin a line with any sign."""

from __future__ import annotations

import pytest
from concordance.reading.page_hints import page_hints
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings
from placed_text import placed_text


def messages(text: str) -> list[tuple[int, str]]:
    page = parse_page(text, "a.md", PageSettings())
    return [(problem.place.line, problem.message) for problem in page.hints]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("One.\n\n• two\n• three\n", 3, "`•` makes no list"),
        ("One\n-two\n", 2, "There is no space behind `-`"),
        ("One[^1 ].\n\n[^1]: Two.\n", 1, "`[^1 ]` is no mark of a footnote."),
        ("One[^1].\n", 1, "The footnote '1' has a mark and no text."),
        ("One.\n\n[^1]: Two.\n", 3, "The footnote '1' has a text and no mark."),
        ("One (two)[#rules-1].\n", 1, "A link was meant here"),
        ("One [[rules-1]].\n", 1, "A link was meant here"),
        ("One\n\n| a | b |\n| c | d |\n", 3, "A table was meant here"),
        ("| a | b |\n|---|---|\n| c | d | e |\n", 3, "This row has 3 cells and the head of its table 2"),
        (":::{note}\nOne.\n\n• two\n:::\n", 4, "`•` makes no list"),
        ("# One\n\n### Two\n", 3, "This heading has 3 signs #, and the one before it 1."),
        ("- one\n- **two\n", 2, "These stars make nothing bold"),
    ],
)
def test_a_slip_is_told_at_its_line(text: str, line: int, words: str) -> None:
    ((at, message),) = messages(text)
    assert at == line
    assert message.startswith(words)


def test_a_text_is_reproduced_with_its_signs_and_its_links_are_looked_at() -> None:
    assert messages(":::{provision} a-1\n– one;\n\n• two\n:::\n") == []
    ((line, _message),) = messages(":::{provision} a-1\nOne (two)[#rules-1].\n:::\n")
    assert line == 2


def test_a_footnote_may_be_called_in_one_directive_and_stand_outside() -> None:
    assert messages(":::{provision} a-1\nOne.[^a]\n:::\n\n[^a]: Two.\n") == []


def test_in_the_words_of_a_text_any_level_of_heading_and_any_sign_may_follow_another() -> None:
    tokens, source = placed_text("# One\n\n### Two\n\n• three\n")
    assert [problem.place.line for problem in page_hints(tokens, (), source)] == [5, 3]
    assert page_hints((), tokens, source) == ()
