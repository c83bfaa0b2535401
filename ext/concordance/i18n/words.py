"""The words of the interface, for translation: what is marked with `_` can be put into other languages.

The words of texts and editors are no interface: they are translated as the pages they stand on.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from babel.dates import format_date
from sphinx.locale import get_translation, get_translator

if TYPE_CHECKING:
    import datetime

CATALOG = "concordance"
FOLDER = Path(__file__).parent.parent / "translations"

_ = get_translation(CATALOG)


def written_out(date: datetime.date, language: str) -> str:
    """Return a date in words, in the order that the United Nations has: 22 November 2026."""
    return format_date(date, "d MMMM y", locale=language)


def counted(one: str, many: str, number: int) -> str:
    """Return the wording that fits a number, with the number in it; both wordings hold `%d`."""
    return get_translator(CATALOG).ngettext(one, many, number) % number
