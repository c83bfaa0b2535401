"""Dates of which only the year, or the month, may be known. Pure; no Sphinx."""

from __future__ import annotations

import datetime
import re

SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


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


def whole_date(written: str) -> datetime.date | None:
    """Return a date of which the day is known; None for one of which it is not, and for what is no date."""
    return first_day(written) if written.count("-") == 2 and not wrong_date(written) else None


def first_day(written: str) -> datetime.date:
    """Return the day, or the first day of the month or the year."""
    year, month, day = (int(part) for part in [*written.split("-"), "1", "1"][:3])
    return datetime.date(year, month, day)
