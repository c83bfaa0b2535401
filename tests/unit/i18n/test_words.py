"""The words of the interface in the language of an edition, and what else depends on that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from concordance.i18n import words
from concordance.i18n.words import N_, _, counted, direction, file_size, long_date, long_month, use_language

MENU = N_("Menu")
LINKS = ("%d link", "%d links")


@pytest.fixture(autouse=True)
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Polish, which has three forms for numbers, is the only language with a catalogue."""
    catalog = Catalog(locale="pl")
    catalog.add("Menu", "Spis")
    catalog.add(LINKS, ("%d łącze", "%d łącza", "%d łączy"))
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{words.CATALOG}.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(words, "FOLDER", tmp_path)
    yield
    use_language("en")


def test_words_are_translated_where_they_are_used() -> None:
    use_language("pl")
    assert MENU == "Menu", "marked, and left as they are"
    assert (_("Menu"), _(MENU)) == ("Spis", "Spis")


def test_words_without_a_translation_stay_as_they_are() -> None:
    use_language("pl")
    assert _("Search") == "Search"


def test_a_language_of_a_country_is_translated_as_the_language() -> None:
    use_language("pl_PL")
    assert _("Menu") == "Spis"


@pytest.mark.parametrize("language", ["fr", "tlh"])
def test_the_words_of_an_unknown_language_are_english_also_after_another(language: str) -> None:
    use_language("pl")
    use_language(language)
    assert _("Menu") == "Menu"
    assert (counted(*LINKS, 1), counted(*LINKS, 2)) == ("1 link", "2 links")


@pytest.mark.parametrize(("number", "shown"), [(1, "1 łącze"), (3, "3 łącza"), (5, "5 łączy"), (22, "22 łącza")])
def test_what_is_counted_has_the_form_that_its_language_asks_for(number: int, shown: str) -> None:
    use_language("pl")
    assert counted(*LINKS, number) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "2 November 2026"),
        ("en_US", "2 November 2026"),
        ("es", "2 de noviembre de 2026"),
        ("ru", "2 ноября 2026"),
        ("zh_CN", "2026年11月2日"),
    ],
)
def test_a_date_is_written_as_the_united_nations_write_it_in_its_language(language: str, shown: str) -> None:
    assert long_date(datetime.date(2026, 11, 2), language) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "November 2026"), ("es", "noviembre de 2026"), ("ru", "ноябрь 2026"), ("zh_CN", "2026年11月")],
)
def test_a_month_stands_by_itself(language: str, shown: str) -> None:
    assert long_month(datetime.date(2026, 11, 2), language) == shown


def test_sizes_can_be_read_in_every_language() -> None:
    assert [file_size(size, "en") for size in (12, 1499, 2_400_000)] == ["1\u00a0kB", "1\u00a0kB", "2.4\u00a0MB"]
    assert file_size(2_400_000, "ru") == "2,4\u00a0МБ"


@pytest.mark.parametrize(
    ("language", "way"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("zh_CN", "ltr"), ("az_Arab", "rtl")]
)
def test_a_language_has_the_direction_of_its_script(language: str, way: str) -> None:
    assert direction(language) == way
