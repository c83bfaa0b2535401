"""The catalogues of the six languages: what they hold can be shown, and they are compiled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from concordance.i18n.words import _, counted, use_language, use_own_words
from edition import ROOT

TRANSLATIONS = ROOT / "ext" / "concordance" / "translations"
LANGUAGES = ["ar", "es", "fr", "ru", "zh_CN"]
UNREVIEWED = "Not yet reviewed by native speakers"

# The part of the words that may stand in English for a while.
LACKING = 0.05
# What is the same in every language, but for the words of a link: code, and what is filled in.
SIGNS = re.compile(r"`[^`\[]*`|\{\w+\}|%\(\w+\)[sd]|%[sd]")


def signs(words: str) -> list[str]:
    return sorted(SIGNS.findall(words))


def edges(words: str) -> bool:
    """Return whether words are a sentence: it ends in a full stop in every script."""
    return words.endswith((".", "。"))


def folder(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES"


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> list[str]:
    strings = message.string
    return [strings] if isinstance(strings, str) else list(strings or ())


def read(language: str) -> Catalog:
    with (folder(language) / "concordance.po").open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in_and_say_who_reviewed_them(language: str) -> None:
    text = (folder(language) / "concordance.po").read_bytes()
    catalogue = read(language)
    wrong = [(message.id, str(error)) for message in catalogue for error in message.check(catalogue) if message.id]
    assert wrong == []
    reviewed = catalogue.last_translator != "The editors"
    assert (UNREVIEWED in text.decode()) is not reviewed


@pytest.mark.parametrize("language", LANGUAGES)
def test_hardly_anything_lacks_a_translation(language: str) -> None:
    """Whoever adds a word need not know six languages: it stands in English until somebody who does translates it."""
    messages = [message for message in read(language) if message.id]
    lacking = [key(message) for message in messages if message.fuzzy or not all(forms(message) or [""])]
    assert len(lacking) <= len(messages) * LACKING, f"translate in {folder(language)}: {lacking}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_of_a_translation_keeps_the_signs_of_its_words(language: str) -> None:
    """What stands in code or braces, and how words begin and end, is the same in every language."""
    wrong = [
        (key(message), form)
        for message in read(language)
        if message.id
        for form in forms(message)
        if form and (signs(form) != signs(key(message)) or edges(form) != edges(key(message)))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_translated_is_compiled(language: str) -> None:
    written = read(language)
    with (folder(language) / "concordance.mo").open("rb") as file:
        compiled = {key(message): forms(message) for message in read_mo(file) if message.id}
    translated = {
        key(message): forms(message) for message in written if message.id and message.string and any(message.string)
    }
    assert compiled == translated, "run `make messages` and commit what it writes"


def test_numbers_take_the_form_of_the_language() -> None:
    use_language("ru")
    forms = [counted("%d paragraph", "%d paragraphs", number) for number in (1, 2, 5, 21)]
    assert forms == ["1 пункт", "2 пункта", "5 пунктов", "21 пункт"]
    use_language("en")


def test_words_of_the_edition_come_before_translations() -> None:
    use_language("fr")
    use_own_words({"Paragraph": {"fr": ("Article",)}, "%d paragraph": {"": ("%d article", "%d articles")}}, "fr")
    assert (_("Paragraph"), _("Home"), counted("%d paragraph", "%d paragraphs", 2)) == (
        "Article",
        "Accueil",
        "2 articles",
    )
    use_own_words({}, "fr")
    assert _("Paragraph") == "Paragraphe"
    use_language("en")
