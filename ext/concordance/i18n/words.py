"""Translation of the interface.

Words marked with `_` are translated at once, words marked with `N_`, such as those of constants, where they are used
(https://docs.python.org/3/library/gettext.html#deferred-translations). The words of texts and editors are not part of
the interface: they are translated with the pages they are on.
"""

from __future__ import annotations

import ast
import gettext
import re
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping

CATALOG = "concordance"
FOLDER = Path(__file__).parent.parent / "translations"

MESSAGE = re.compile(r'^msgid(?:_plural)? ((?:"(?:[^"\\]|\\.)*"\n?)+)', re.MULTILINE)

_catalogue: ContextVar[gettext.NullTranslations] = ContextVar("catalogue")
_own_words: ContextVar[Mapping[str, tuple[str, ...]]] = ContextVar("own words")
_plural_form: ContextVar[Callable[[int], int]] = ContextVar("plural form")


def use_language(language: str) -> None:
    """Translate from now on into `language` (a code such as "fr"), as far as there is a catalogue of it.

    Words that an edition has put otherwise before are forgotten.
    """
    _own_words.set({})
    _catalogue.set(gettext.translation(CATALOG, FOLDER, [language], fallback=True))


def use_own_words(interface: Mapping[str, Mapping[str, tuple[str, ...]]], language: str) -> None:
    """Put words of the interface otherwise from now on, as an edition does: with its words for each, by language."""
    own = {words: forms.get(language, forms.get("", ())) for words, forms in interface.items()}
    _own_words.set({words: forms for words, forms in own.items() if forms})
    if any(len(forms) > 1 for forms in own.values()):
        from babel.messages.plurals import get_plural  # noqa: PLC0415

        _plural_form.set(gettext.c2py(get_plural(language).plural_expr))


@cache
def interface_words() -> frozenset[str]:
    """Return all words of the interface, in English."""
    template = (FOLDER / f"{CATALOG}.pot").read_text(encoding="utf-8")
    # Strings of this format are those of C, of which these are also strings of Python.
    return frozenset(
        "".join(map(ast.literal_eval, match[1].strip().split("\n"))) for match in MESSAGE.finditer(template)
    )


@cache
def in_every_language(words: str) -> frozenset[str]:
    """Return words of the interface in English and in each language that has a catalogue."""
    return frozenset({words, *(catalogue.gettext(words) for catalogue in _all_catalogues())})


@cache
def _all_catalogues() -> tuple[gettext.NullTranslations, ...]:
    languages = sorted(path.parts[-3] for path in FOLDER.glob(f"*/LC_MESSAGES/{CATALOG}.mo"))
    return tuple(gettext.translation(CATALOG, FOLDER, [language]) for language in languages)


def _(words: str) -> str:
    """Translate words of the interface into the language of the edition, or put them as the edition does."""
    if own := _own_words.get({}).get(words):
        return own[0]
    return _catalogue.get(gettext.NullTranslations()).gettext(words)


def N_(words: str) -> str:  # noqa: N802 - the name that translators' tools know
    """Mark words that are translated where they are used, and return them as they are."""
    return words


def listed(names: Iterable[str]) -> str:
    """Join names as in a list within a sentence: "one, two"."""
    return _(", ").join(names)


def titled(label: str, title: str) -> str:
    """Join a label and what it is the label of: "Paragraph 12: A title"."""
    return label + _(": ") + title


def _one_or_many(number: int) -> int:
    return int(number != 1)


def counted(singular: str, plural: str, number: int) -> str:
    """Translate the wording that fits a number, and put the number in place of its `%d`."""
    if own := _own_words.get({}).get(singular):
        form: int = _plural_form.get(_one_or_many)(number)
        return own[min(form, len(own) - 1)].replace("%d", str(number))
    return _catalogue.get(gettext.NullTranslations()).ngettext(singular, plural, number).replace("%d", str(number))


# Babel works each date out anew, and pages have a few dates over and over. It takes a while to load, and a check writes
# no dates.
@cache
def long_date(date: datetime.date, language: str) -> str:
    """Return a date in words, as the United Nations write it in a language: 22 November 2026, 2026年11月22日."""
    from babel.dates import format_date  # noqa: PLC0415

    return format_date(date, "d MMMM y" if _has_own_order(language) else "long", locale=language)


@cache
def long_month(date: datetime.date, language: str) -> str:
    """Return the month and the year of a date in words: November 2026, 2026年11月."""
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415

    if _has_own_order(language):
        return format_date(date, "LLLL y", locale=language)
    return format_skeleton("yMMMM", date, locale=language)


def _has_own_order(language: str) -> bool:
    """Whether the long dates of a locale fit no sentence of ours.

    Those of English have the month first, and those of Russian end in a full stop.
    """
    return language.partition("_")[0] in {"en", "ru"}


def file_size(size: int, language: str) -> str:
    """Return a number of bytes in words: 1.2 MB, 1,2 Mo. What is less than a thousand counts as a thousand."""
    from babel.units import format_unit  # noqa: PLC0415

    in_megabytes = size >= 1_000_000
    unit = "digital-megabyte" if in_megabytes else "digital-kilobyte"
    number = round(size / 1_000_000, 1) if in_megabytes else max(1, round(size / 1000))
    return format_unit(number, unit, length="short", locale=language).replace(" ", "\u00a0")


def direction(language: str) -> str:
    """Return the direction in which a language is written, as in HTML: "ltr" or "rtl"."""
    from babel import Locale  # noqa: PLC0415

    return Locale.parse(language, sep="_").text_direction
