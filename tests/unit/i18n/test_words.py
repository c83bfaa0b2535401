"""The words of the interface in the language of an edition, and what else depends on that."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from concordance.i18n import words
from concordance.i18n.words import N_, _, counted, direction, long_date, use_language

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
    [("en", "2 November 2026"), ("en_US", "2 November 2026"), ("fr", "2 novembre 2026"), ("ru", "2 ноября 2026")],
)
def test_a_date_has_its_day_first_in_every_language(language: str, shown: str) -> None:
    assert long_date(datetime.date(2026, 11, 2), language) == shown


@pytest.mark.parametrize(
    ("language", "way"), [("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("zh_CN", "ltr"), ("az_Arab", "rtl")]
)
def test_a_language_has_the_direction_of_its_script(language: str, way: str) -> None:
    assert direction(language) == way
