"""Lines of a plain text become paragraphs, and words that were divided at their ends become whole."""

from __future__ import annotations

import pytest
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.paragraphs import LineRange, Outline
from concordance.cli.importer.plain_text import read_plain_text
from source_words import texts

FULL = "The keepers of the lamps shall light them every night of the year and"


def read(text: str, outline: Outline | None = None, decisions: Decisions | None = None) -> list[str]:
    return texts(read_plain_text(text, outline or Outline(), decisions or Decisions()).paragraphs)


def test_lines_go_on_until_a_sentence_ends_and_a_unit_begins() -> None:
    assert read(f"1. {FULL}\nput them out.\n2. Oil is fat.\n") == [f"1. {FULL} put them out.", "2. Oil is fat."]


def test_a_sentence_that_ends_before_the_line_does_ends_its_paragraph() -> None:
    assert read("Lamps are lit.\nOil is fat.\n") == ["Lamps are lit.", "Oil is fat."]
    full = "The keepers of the lamps light them, and all is well."
    assert read(f"{full}\nThey put them out.\n") == [f"{full} They put them out."]


def test_a_blank_line_parts_paragraphs_unless_a_small_letter_follows() -> None:
    assert read("Lamps are lit\n\nOil is fat\n") == ["Lamps are lit", "Oil is fat"]
    decisions = Decisions()
    assert read("Lamps are lit,\n\nand oil is fat.\n", decisions=decisions) == ["Lamps are lit, and oil is fat."]
    assert [key.words for key in decisions.doubts] == ["and oil is fat."]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("1. Lamps are lit by keepers\n2. Oil is fat.\n", ["1. Lamps are lit by keepers", "2. Oil is fat."]),
        ("1. Lamps are lit by keepers\n3. Oil is fat.\n", ["1. Lamps are lit by keepers 3. Oil is fat."]),
        ("Lamps are lit by keepers\n(b) of the rules.\n", ["Lamps are lit by keepers (b) of the rules."]),
    ],
    ids=["the number that is due", "another number", "a letter"],
)
def test_within_a_sentence_only_the_number_that_is_due_is_likely_to_begin_a_unit(text: str, read_as: list[str]) -> None:
    decisions = Decisions()
    assert read(text, decisions=decisions) == read_as
    assert len(decisions.doubts) == 1, "an editor decides"


def test_a_number_alone_on_its_line_belongs_to_the_words_below() -> None:
    assert read("1.\nLamps are lit.\n2.\nOil is fat.\n") == ["1. Lamps are lit.", "2. Oil is fat."]


def test_a_paragraph_goes_on_over_what_pages_print_between_its_halves() -> None:
    outline = Outline(left_out=(LineRange(2, 4),))
    assert read(f"{FULL}\n\n- 3 -\n\nput them out.\n", outline) == [f"{FULL} put them out."]


@pytest.mark.parametrize(
    ("text", "read_as", "doubts"),
    [
        ("The light-\nhouse and a lighthouse.", "The lighthouse and a lighthouse.", []),
        ("The light-\nship and a light-ship.", "The light-ship and a light-ship.", []),
        ("The light-\nship is red.", "The lightship is red.", ["light-ship"]),
        ("A self-\nlit lamp.", "A self-lit lamp.", ["self-lit"]),
    ],
)
def test_a_divided_word_is_read_as_elsewhere_and_doubted_where_it_is_nowhere(
    text: str, read_as: str, doubts: list[str]
) -> None:
    decisions = Decisions()
    assert read(text, decisions=decisions) == [read_as]
    assert [key.words for key in decisions.doubts] == doubts


def test_a_number_within_a_sentence_begins_no_unit_unless_the_recipe_says_so() -> None:
    decisions = Decisions()
    first, second = "The keepers of the lamps have lit them every night of the year since", "1999. Nothing else."
    assert read(f"{first}\n{second}\n", decisions=decisions) == [f"{first} {second}"]
    (key,) = decisions.doubts
    assert read(f"{first}\n{second}\n", decisions=Decisions({key: "unit"})) == [first, second]


def test_footnotes_and_headings_stand_where_the_outline_says() -> None:
    outline = Outline(footnotes={1: LineRange(3, 4)}, headings=(LineRange(1, 1),))
    content = read_plain_text("On oil\nOil is fat.¹\n1 See\nlamps.\n", outline, Decisions())
    assert [(each.text, each.heading, each.inline.calls()) for each in content.paragraphs] == [
        ("On oil", 1, []),
        ("Oil is fat.", 0, [1]),
    ]
    assert content.footnotes[1].text == "See lamps."
