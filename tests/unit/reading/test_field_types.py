"""What the fields of editors' files may hold."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from concordance.reading.field_types import (
    SUMMARY_WORDS,
    TITLE_WORDS,
    Date,
    Flag,
    Folder,
    Id,
    Pattern,
    Prose,
    Summary,
    Title,
    Year,
)
from pydantic import TypeAdapter, ValidationError

CASES: list[tuple[str, Any, str, object]] = [
    ("title", Title, " One\n two ", "One two"),
    ("longest title", Title, "word " * TITLE_WORDS, ("word " * TITLE_WORDS).strip()),
    ("longest summary", Summary, "word " * SUMMARY_WORDS, ("word " * SUMMARY_WORDS).strip()),
    ("prose", Prose, "One\tTY  - BOOK", "One TY - BOOK"),
    ("date", Date, "2026-11-22", datetime.date(2026, 11, 22)),
    ("true", Flag, "true", True),
    ("false", Flag, "false", False),
    ("year", Year, "1990", "1990"),
    ("id", Id, "plan-43-b", "plan-43-b"),
    ("no folder", Folder, "", ""),
    ("pattern", Pattern, "para. {number}, {ordinal}", "para. {number}, {ordinal}"),
]
WRONG: list[tuple[str, Any, str, str]] = [
    ("a title too long", Title, "word " * (TITLE_WORDS + 2), f"has {TITLE_WORDS + 2} words, 2 too many"),
    ("a summary too long", Summary, "word " * (SUMMARY_WORDS + 1), "1 too many"),
    ("nothing but spaces", Prose, " \n", "at least 1 character"),
    ("a day that is none", Date, "2026-02-30", "is not a date: '2026-02-30'"),
    ("a month", Date, "2026-02", "is not a date"),
    ("yes", Flag, "yes", "is neither true nor false: 'yes'"),
    ("two digits", Year, "90", "is not a year: '90'"),
    ("capitals", Id, "Plan-1", "should match pattern"),
    ("a folder that climbs", Folder, "..", "should match pattern"),
    ("a pattern that reaches further", Pattern, "{number.__class__}", "braces around something else"),
    ("a pattern that is not closed", Pattern, "{number", "braces around something else"),
]


@pytest.mark.parametrize(("kind", "written", "read"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_what_is_right_is_read(kind: Any, written: str, read: object) -> None:
    assert TypeAdapter(kind).validate_python(written) == read


@pytest.mark.parametrize(("kind", "written", "words"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_wrong_is_told(kind: Any, written: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        TypeAdapter(kind).validate_python(written)
