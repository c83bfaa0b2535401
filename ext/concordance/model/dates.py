"""Dates of which only the year, or the year and the month, may be known."""

from __future__ import annotations

import datetime
import re

DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def check_date(text: str) -> str | None:
    """Return what is wrong with a date and how to write it, or None if it is a day, a month or a year.

    The three forms, all of ISO 8601, are `2000-11-15`, `2000-11` and `2000`.
    """
    if DATE.fullmatch(text):
        try:
            first_day(text)
        except ValueError:
            pass
        else:
            return None
    return f"{text!r} is no date. Write it as 2000-11-15, as 2000-11 if only the month is known, or as 2000."


def full_date(text: str) -> datetime.date | None:
    """Return a date given to the day; None for a year, a month, and anything that is not a date."""
    return first_day(text) if text.count("-") == 2 and not check_date(text) else None


def first_day(text: str) -> datetime.date:
    """Return the day itself, or the first day of the month or year that `text` gives.

    Raises:
        ValueError: There is no such day, month or year.
    """
    year, month, day = (int(part) for part in [*text.split("-"), "1", "1"][:3])
    return datetime.date(year, month, day)
