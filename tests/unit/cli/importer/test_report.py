"""Whether a page has every word of its source, in its order, and which numbers a text lacks."""

from __future__ import annotations

from concordance.cli.importer.report import WordCounts, count_words, file_words, find_gaps
from concordance.cli.importer.units import TextBlock
from source_words import paragraphs, unit, words

SOURCE = paragraphs("Treaty on Lamps", "1. Lamps are lit:", "(a) at night.")
BLOCKS: list[TextBlock] = [
    words("Treaty on Lamps"),
    unit("1", words("Lamps are lit:"), unit("a", words("at night."), printed="(a)")),
]


def test_every_word_is_on_the_pages_markers_too() -> None:
    assert count_words("lamps", SOURCE, BLOCKS) == WordCounts("lamps", 10, 10, 2)


def test_the_line_of_the_first_word_that_differs_is_named() -> None:
    changed = [*SOURCE[:2], *paragraphs("", "", "(a) at dawn.")[2:]]
    assert count_words("lamps", changed, BLOCKS).differs == 3


def test_words_too_few_or_too_many_at_the_end_begin_behind_the_line_that_is_named() -> None:
    assert count_words("lamps", SOURCE[:2], BLOCKS).differs == 2
    assert count_words("lamps", SOURCE, BLOCKS[:1]).differs == 1
    assert count_words("lamps", [], BLOCKS).differs == 0, "there is no line to name"


def test_numbers_that_are_missing_are_named_as_ids_at_every_level() -> None:
    blocks = [unit("1"), unit("3", unit("2")), unit("7")]
    assert find_gaps("lamps", blocks) == ["lamps-2", "lamps-4 to lamps-6", "lamps-3-1"]


def test_a_text_that_lacks_very_many_numbers_lacks_any() -> None:
    assert find_gaps("lamps", [unit(str(number)) for number in range(2, 30, 2)]) == ["any"]


def test_words_are_counted_without_their_marks() -> None:
    assert file_words("**Lamps** are_lit – 12 times.") == 5
