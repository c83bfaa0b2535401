"""Characters that nobody sees."""

from __future__ import annotations

import pytest
from concordance.reading.characters import REMEDY, SELECTOR_REMEDY, check_characters, first_hidden


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u200b", "U+200B (zero width space)"),
        ("\u00ad", "U+00AD (soft hyphen)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u3164", "U+3164 (hangul filler)"),
        ("\u0007", "U+0007"),
        ("\ue000", "U+E000"),
    ],
)
def test_what_nobody_sees_is_told_at_its_place(character: str, name: str) -> None:
    (problem,) = check_characters(f"One line\nand wo{character}rds\n", "a.md")
    assert (str(problem.place), problem.place.column) == ("a.md:2", 7)
    assert name in problem.message
    assert problem.remedy == REMEDY
    assert first_hidden(f"wo{character}rds") == name


@pytest.mark.parametrize(
    "words",
    [
        "plain words",
        "Übung, naïve, “quoted” – and so on…",
        "مرحبا\u200f!",
        "می\u200cخواهم",
        "क्\u200dष",
        "漢字",
        "\N{NO-BREAK SPACE}10",
    ],
)
def test_what_a_language_needs_is_let_through(words: str) -> None:
    assert check_characters(words, "a.md") == []
    assert first_hidden(words) == ""


@pytest.mark.parametrize("words", ["le\u200cft", "left\u200e to right", "\u200dx"])
def test_a_mark_that_the_words_around_it_do_not_need_is_told(words: str) -> None:
    assert len(check_characters(words, "a.md")) == 1


def test_a_selector_behind_a_sign_is_not_mended_by_typing_anew() -> None:
    (problem,) = check_characters("See \u2709\ufe0f", "a.md")
    assert problem.remedy == SELECTOR_REMEDY


def test_a_line_is_told_of_once() -> None:
    assert [problem.place.line for problem in check_characters("a\u200bb\u200bc\n\nd\u200be", "a.md")] == [1, 3]
