"""In plain text, only its place and form show that a line is a heading."""

from __future__ import annotations

import pytest
from concordance.cli.importer.paragraphs import LineRange
from concordance.cli.importer.plain_headings import find_headings
from concordance.cli.importer.plain_lines import text_lines


def headings(text: str) -> list[str]:
    return [str(span) for span in find_headings(text_lines(text), {}, [])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 1\nLamps\nKeepers shall wake.\n", ["2"]),
        ("1. Lamps are lit.\nOn oil\n2. Oil is fat.\n", ["2"]),
        ("1. Lamps are lit.\n\nPart two\nOn oil\n\n2. Oil is fat.\n", ["3", "4"]),
        ("1. Lamps are lit.\n\nOn the oil of lamps\nand its keepers\n\n2. Oil is fat.\n", ["3-4"]),
    ],
    ids=["behind a number", "between paragraphs", "a division and its title", "over two lines"],
)
def test_a_line_without_an_end_between_paragraphs_is_a_heading(text: str, expected: list[str]) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. Lamps are lit, and\nOil is fat.\n2. Keepers wake.\n",
        "1. Lamps are lit.\nThey are lit at night.\n2. Oil is fat.\n",
        "1. Lamps are lit.\n\nof oil\n\n2. Oil is fat.\n",
        f"1. Lamps are lit.\n\n{'Lamps ' * 30}\n\n2. Oil is fat.\n",
        "1. Lamps are lit.\n\nOn oil\n",
    ],
    ids=["within a sentence", "a sentence", "a small letter", "too long", "at the end"],
)
def test_what_goes_on_or_ends_as_a_sentence_is_none(text: str) -> None:
    assert headings(text) == []


def test_running_heads_and_footnotes_are_no_headings() -> None:
    lines = text_lines("Article 1\nLamps\nKeepers shall wake.\n")
    assert find_headings(lines, {}, [2]) == []
    assert find_headings(lines, {1: LineRange(2, 2)}, []) == []
