"""Markdown that was meant to be something and is not."""

from __future__ import annotations

import pytest
from concordance.reading.markdown_hints import markdown_hints
from placed_text import complaints


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("One [two] (#rules-1)", 1, 9, "A link was meant here"),
        ("One (#rules-1)[two]", 1, 5, "A link was meant here"),
        ("One\n[two][rules-1]", 2, 5, "A link was meant here"),
        ("One {{ two }}", 1, 5, "`{{ two }}` means nothing here"),
        ("One $$x$$", 1, 5, "`$$x$$` means nothing here"),
        ("One {% two %}", 1, 5, "`{% two %}` means nothing here"),
        ("{#rules-1}\nOne", 1, 1, "`{#rules-1}` means nothing here"),
        ("One [two]{#rules-1}", 1, 10, "`{#rules-1}` means nothing here"),
        ("One [two]{.x}", 1, 10, "`{.x}` means nothing here"),
        ("One {++two++}", 1, 5, "`{++two++}` means nothing here"),
        ("One ==two==", 1, 5, "`==two==` means nothing here"),
        ("One^2^", 1, 4, "`^2^` means nothing here"),
        ("*[One]: two", 1, 1, "`*[One]:` means nothing here"),
        ("One ~~two~~", 1, 5, "`~~two~~` means nothing here"),
        ("- [ ] One", 1, 3, "There is a box to tick here"),
        ("One TODO two", 1, 5, "`TODO` holds a place"),
        ("One.[^a ]\n\n[^a]: Two.", 1, 5, "`[^a ]` is no mark of a footnote."),
        ("One.[ ^a]\n\n[^a]: Two.", 1, 5, "`[ ^a]` is no mark of a footnote."),
        ("One ^[two]", 1, 5, "`^[two]` means nothing here"),
        ("One :ref:`two`", 1, 5, "`:ref:` means nothing here"),
        ("One *two", 1, 5, "This star makes nothing italic"),
        ("One _two", 1, 5, "This underscore makes nothing italic"),
        ("One **two", 1, 5, "These stars make nothing bold"),
        ("One [](https://example.org)", 1, 8, "This link has no words"),
        ("[un.org](https://example.org)", 1, 10, "This link seems to lead to un.org"),
    ],
)
def test_what_was_meant_is_told_where_it_stands(text: str, line: int, column: int, words: str) -> None:
    (problem,) = complaints(markdown_hints, text)
    assert problem[:2] == (line, column)
    assert problem[2].startswith(words)


@pytest.mark.parametrize(
    "text",
    [
        "One `[two] (#rules-1)`",
        r"One \*\*two",
        "One `{{ two }}` and `~~three~~`",
        "2 * 3",
        "a == b",
        "2^3",
        "[](#rules-1)",
    ],
)
def test_what_is_meant_as_it_is_stays(text: str) -> None:
    assert complaints(markdown_hints, text) == []


def test_the_second_of_a_kind_on_a_line_is_told_at_its_own_place() -> None:
    assert [column for _, column, _ in complaints(markdown_hints, "`~~a~~` ~~b~~ and ~~c~~")] == [9, 19]
