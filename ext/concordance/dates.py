"""Dates of which only the year, or the month, may be known. Pure; no Sphinx."""

from __future__ import annotations

import datetime
import re

SHAPE = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")


def wrong_date(written: str) -> str | None:
    """Return what is wrong with a date that is to be a day, a month or a year, or None."""
    if SHAPE.fullmatch(written):
        try:
            first_day(written)
        except ValueError:
            pass
        else:
            return None
    return f"{written!r} is no date. Write it as 2000-11-15, as 2000-11 if only the month is known, or as 2000."


def first_day(written: str) -> datetime.date:
    """Return the day, or the first day of the month or the year."""
    year, month, day = (int(part) for part in [*written.split("-"), "1", "1"][:3])
    return datetime.date(year, month, day)
