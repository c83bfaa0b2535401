"""What an edition offers to readers who may be watched."""

from __future__ import annotations

import pytest
from concordance.pages.reader_safety import ReaderSafety, safety_of


def test_an_edition_offers_what_its_settings_say_and_nothing_by_itself() -> None:
    assert safety_of({}) == ReaderSafety("", "")
    assert safety_of({"leave": "https://example.org/", "title": "Notes"}) == ReaderSafety(
        "https://example.org/", "Notes"
    )


@pytest.mark.parametrize("leave", ["example.org", "http://example.org/", "#plan-12", "https://somebody@example.org/"])
def test_a_way_to_leave_leads_to_a_plain_address(leave: str) -> None:
    with pytest.raises(ValueError, match="is not one"):
        safety_of({"leave": leave})


def test_an_unknown_setting_is_told_with_what_comes_near() -> None:
    with pytest.raises(ValueError, match="Did you mean 'leave'"):
        safety_of({"leaves": "https://example.org/"})
