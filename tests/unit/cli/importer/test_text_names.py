"""What a proposal calls a text: an editor has less to correct where it is guessed well."""

from __future__ import annotations

import pytest
from concordance.cli.importer.paragraphs import SourceContent
from concordance.cli.importer.text_names import find_symbol, find_title, text_id
from concordance.cli.importer.units import TextBlock
from source_words import paragraphs, unit, words


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Treaty-on-Lamps.txt", "treaty"),
        ("resolution 64.pdf", "resolution64"),
        ("The Law of Lamps.html", "law"),
        ("64-293.md", "64"),
        ("灯.txt", "text"),
        (f"{'l' * 40}.txt", "l" * 16),
    ],
)
def test_the_id_of_a_text_comes_from_the_name_of_its_file(name: str, identifier: str) -> None:
    assert text_id(name) == identifier


def test_a_resolution_is_known_by_its_number_and_any_document_by_the_symbol_that_returns() -> None:
    resolution = SourceContent(tuple(paragraphs("United Lamps", "64/293. Plan of Lamps")), {})
    assert find_symbol(resolution, ["A/64/L.64"]) == "resolution 64/293"
    document = SourceContent(tuple(paragraphs("Plan of Lamps")), {})
    assert find_symbol(document, ["A/64/L.64", "B/1", " A/64/L.64 ", "and/or is no symbol"]) == "A/64/L.64"
    assert find_symbol(document, ["Words."]) == ""


def test_the_title_is_a_heading_before_the_units_that_is_no_name_of_a_part() -> None:
    blocks: list[TextBlock] = [
        words("Annex", heading=1),
        words("Treaty on Lamps.", heading=1),
        unit("1"),
        words("On Oil", heading=1),
    ]
    assert find_title([], blocks, "lamps") == "Treaty on Lamps"


def test_the_title_stands_before_the_opening_line_if_there_is_one() -> None:
    blocks: list[TextBlock] = [
        words("Board of Lamps", heading=1),
        words("Plan of Lamps", heading=1),
        words("The Board,"),
        unit("1"),
    ]
    assert find_title([], blocks, "lamps") == "Plan of Lamps"


def test_a_text_without_headings_is_called_by_its_id() -> None:
    assert find_title([], [unit("1")], "lamps") == "lamps"
