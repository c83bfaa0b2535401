"""The words of the interface, for translation.

What is marked with `_` is put into the language of the edition at once; what is marked with `N_`, such as the words of
constants, where it is used (https://docs.python.org/3/library/gettext.html#deferred-translations). The words of texts
and editors are no interface: they are translated as the pages they stand on.
"""

from __future__ import annotations

import gettext
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

CATALOG = "concordance"
FOLDER = Path(__file__).parent.parent / "translations"

_catalogue: ContextVar[gettext.NullTranslations] = ContextVar("catalogue")


def use_language(language: str) -> None:
    """Translate from now on into `language` (a code such as "fr"), as far as there is a catalogue of it."""
    _catalogue.set(gettext.translation(CATALOG, FOLDER, [language], fallback=True))


def _(words: str) -> str:
    """Return words of the interface in the language of the edition."""
    return _catalogue.get(gettext.NullTranslations()).gettext(words)


def N_(words: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark words that are translated where they are used."""
    return words


def counted(one: str, many: str, number: int) -> str:
    """Return the wording that fits a number, with the number in it; both wordings hold `%d`."""
    return _catalogue.get(gettext.NullTranslations()).ngettext(one, many, number) % number


def written_out(date: datetime.date, language: str) -> str:
    """Return a date in words, in the order that the United Nations has: 22 November 2026."""
    # Loading it takes a while, and what only checks writes no dates.
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, "d MMMM y", locale=language)


def direction(language: str) -> str:
    """Return which way a language is written, as HTML has it: "ltr" or "rtl"."""
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(language, sep="_").text_direction
