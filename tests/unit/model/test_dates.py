"""Dates that tell no more than is known."""

from __future__ import annotations

import pytest
from concordance.model.dates import check_date, first_day


@pytest.mark.parametrize("date", ["2000", "2000-11", "2000-11-15", "2024-02-29"])
def test_a_date_may_be_a_day_a_month_or_a_year(date: str) -> None:
    assert check_date(date) is None
    assert first_day(date).isoformat().startswith(date)


@pytest.mark.parametrize(
    "date", ["", "15 November 2000", "2000-13", "2023-02-29", "2000-1-1", "0000", "20001115", "2000-W46-3", "٢٠٠٠"]
)
def test_what_is_no_date_is_told(date: str) -> None:
    assert "Write it as" in str(check_date(date))
