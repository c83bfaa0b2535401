"""How a text is written in its file, to find in it what is wrong."""

from __future__ import annotations

import re

from concordance.model.problems import Place
from concordance.reading.source_text import SourceText

# Written as `title: one two`, with two lines below.
TEXT = SourceText("a.md", 3, ("title: one two", "  one three", "two"), start=7)


def test_what_is_sought_is_found_from_its_row_on() -> None:
    assert TEXT.find("one", 0, 3) == Place("a.md", 3, 8)
    assert TEXT.find("one", 1, 3) == Place("a.md", 4, 3)
    assert TEXT.find("two", 1, 3) == Place("a.md", 5, 1)


def test_what_stands_before_the_text_is_no_part_of_it() -> None:
    assert TEXT.find("title", 0, 3) == Place("a.md", 3, 8), "the row itself is told instead"


def test_what_is_written_otherwise_has_the_place_of_its_row() -> None:
    assert TEXT.find("One", 1, 3) == Place("a.md", 4, 3)
    assert TEXT.find("", 2, 3) == Place("a.md", 5, 1)
    assert TEXT.place(9) == Place("a.md", 12, 1), "behind the end"


def test_others_may_be_passed_over() -> None:
    assert TEXT.search(re.compile("one"), 0, 3, skipped=1) == Place("a.md", 4, 3)
    assert TEXT.search(re.compile("one"), 0, 3, skipped=2) is None
    assert TEXT.search(re.compile("two"), 0, 2, skipped=1) is None, "it ends before the row"


def test_the_rows_of_a_folded_text_are_not_those_of_its_lines() -> None:
    folded = SourceText("a.md", 3, ("title: one", "  two"), start=7, aligned=False)
    assert folded.find("two", 0, 1) == Place("a.md", 4, 3)
    assert folded.find("three", 1, 2) == Place("a.md", 3, 8)
