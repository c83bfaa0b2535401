"""Translation of the interface.

Words marked with `_` are translated at once, words marked with `N_`, such as those of constants, where they are used
(https://docs.python.org/3/library/gettext.html#deferred-translations). The words of texts and editors are not part of
the interface: they are translated with the pages they are on.
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
    """Translate words of the interface into the language of the edition."""
    return _catalogue.get(gettext.NullTranslations()).gettext(words)


def N_(words: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark words that are translated where they are used, and return them as they are."""
    return words


def counted(singular: str, plural: str, number: int) -> str:
    """Translate the wording that fits a number, and put the number in place of its `%d`."""
    return _catalogue.get(gettext.NullTranslations()).ngettext(singular, plural, number) % number


def long_date(date: datetime.date, language: str) -> str:
    """Return a date in words, in the order of the United Nations: 22 November 2026."""
    # Babel takes a while to load, and a check writes no dates.
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, "d MMMM y", locale=language)


def direction(language: str) -> str:
    """Return the direction in which a language is written, as in HTML: "ltr" or "rtl"."""
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(language, sep="_").text_direction
