"""What is printed before a unit tells what it is, and what only looks like it is left in its sentence."""

from __future__ import annotations

import pytest
from concordance.cli.importer.markers import Style, find_marker, ordinal_of, roman_value, series_of


@pytest.mark.parametrize(
    ("text", "number", "styles"),
    [
        ("Article 12. Lamps", "12", (Style.ARTICLE,)),
        ("ARTÍCULO 3 bis", "3 bis", (Style.ARTICLE,)),
        ("第十二条 灯", "12", (Style.ARTICLE,)),
        ("المادة ٣", "3", (Style.ARTICLE,)),
        ("4.50.110 Fees", "4.50.110", (Style.DECIMAL,)),
        ("12. Lamps are lit.", "12", (Style.NUMBER,)),
        ("“12a. Lamps are lit.", "12a", (Style.NUMBER,)),
        ("(b) oil;", "b", (Style.LETTER,)),
        ("b) oil;", "b", (Style.LETTER,)),
        ("(i) oil;", "i", (Style.LETTER, Style.ROMAN)),
        ("(iv) oil;", "iv", (Style.ROMAN,)),
        ("(ii) oil;", "ii", (Style.ROMAN, Style.DOUBLE)),
        ("(bb) oil;", "bb", (Style.DOUBLE,)),
        ("(B) oil;", "B", (Style.CAPITAL,)),
        ("(2) oil;", "2", (Style.DIGIT,)),
        ("– oil;", "", (Style.DASH,)),
    ],
)
def test_a_marker_has_its_number_and_all_that_it_can_be(text: str, number: str, styles: tuple[Style, ...]) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.number, marker.styles) == (number, styles)
    assert text[: marker.end].startswith(marker.printed)


@pytest.mark.parametrize(
    "text", ["article 5 of the Charter binds", "12 lamps are lit", "1.5.1999 was the day", "Lamps (a) and (b)", ""]
)
def test_what_only_speaks_of_a_unit_or_is_a_date_is_no_marker(text: str) -> None:
    assert find_marker(text) is None


def test_a_word_that_a_recipe_names_marks_units() -> None:
    assert find_marker("Airticle 7. Wirds") is None
    marker = find_marker("Airticle 7. Wirds", "Airticle")
    assert marker is not None
    assert (marker.number, marker.styles, marker.word) == ("7", (Style.ARTICLE,), "Airticle")


@pytest.mark.parametrize(
    ("text", "key", "compound", "derivable"),
    [
        ("3 bis. Lamps", "3bis", True, False),
        ("12. Lamps", "12", False, True),
        ("4.50.110 Lamps", "4-50-110", False, False),
        ("(в) лампы", "c", False, False),
        ("(a) lamps", "a", False, True),
    ],
)
def test_ids_have_small_latin_letters_and_digits_alone(text: str, key: str, compound: bool, derivable: bool) -> None:
    marker = find_marker(text)
    assert marker is not None
    assert (marker.key, marker.compound, marker.derivable) == (key, compound, derivable)


@pytest.mark.parametrize(
    ("number", "style", "ordinal"),
    [
        ("c", Style.LETTER, 3),
        ("cc", Style.DOUBLE, 3),
        ("ג", Style.LETTER, 3),
        ("ix", Style.ROMAN, 9),
        ("4.50.110", Style.DECIMAL, 110),
        ("3 bis", Style.NUMBER, 3),
        ("XII", Style.ARTICLE, 12),
        ("", Style.DASH, 0),
    ],
)
def test_numbers_of_all_kinds_have_their_place_in_their_series(number: str, style: Style, ordinal: int) -> None:
    assert ordinal_of(number, style) == ordinal


@pytest.mark.parametrize("number", ["iix", "vx", "d", "iiii", "ab"])
def test_letters_in_another_order_are_no_roman_number(number: str) -> None:
    assert roman_value(number) == 0


def test_ids_say_what_a_unit_is_called_in_one_way_for_all_languages() -> None:
    assert [series_of(word) for word in ("Article", "ARTÍCULO", "第", "§", "Rule", "Airticle")] == [
        *("art", "art", "art", "sec", "rule", "art")
    ]
