"""Types of the fields in editors' files: words on one line, ids, dates and the like."""

from __future__ import annotations

import datetime
import re
from string import Formatter
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from concordance.model.dates import full_date
from concordance.model.ids import ID_PATTERN
from concordance.reading.web_address import check_address

if TYPE_CHECKING:
    from collections.abc import Callable

TITLE_WORDS = 7
SUMMARY_WORDS = 70
ASKED_WORDS = 12
# Placeholders in a citation pattern.
PLACEHOLDERS = ("number", "ordinal", "items")


# Patterns of what is no id.
GAP, AKN = r"^[a-z0-9]+(-[a-z0-9]+)*( to [a-z0-9]+(-[a-z0-9]+)*)?$", r"^(/akn(/[a-z0-9!_.-]+)+)?$"
LANGUAGE, SUM = r"^[a-z]{2,3}$", r"^[0-9a-f]{64}$"
# Editors' programs read `true` and `2010` as a flag and a number; here they are text until they are checked.
YEAR_SCHEMA = {"type": ["string", "integer"], "pattern": "^[0-9]{4}$", "minimum": 1000, "maximum": 9999}
SHARE_SCHEMA = {"type": ["string", "number"], "minimum": 0, "maximum": 1, "pattern": r"^(0(\.[0-9]+)?|1(\.0+)?)$"}
FLAG_SCHEMA = {"type": ["string", "boolean"], "enum": [True, False, "true", "false"]}


def _words_schema(words: int) -> WithJsonSchema:
    pattern = rf"^\s*(\S+(\s+|$)){{1,{words}}}$"
    remedy = f"Write at most {words} words."
    return WithJsonSchema({"type": "string", "pattern": pattern, "patternErrorMessage": remedy})


def matching(pattern: str, fault: str) -> AfterValidator:
    """Return what refuses a text that does not match a pattern as a whole; `fault` says what such a text is not."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            msg = f"{fault}: {text!r}"
            raise ValueError(msg)
        return text

    return AfterValidator(check)


def _at_most(words: int) -> AfterValidator:
    def check(text: str) -> str:
        if (count := len(text.split())) > words:
            msg = f"has {count} words, {count - words} too many"
            raise ValueError(msg)
        return text

    return AfterValidator(check)


def _site_address(text: str) -> str:
    if check_address(text) or not re.fullmatch(r"https://[^?#]+/", text):
        msg = f"is no address of a site: {text!r}"
        raise ValueError(msg)
    return text


def _from_text(read: Callable[[str], object]) -> BeforeValidator:
    """Convert text with `read`; leave anything else to be refused for its type."""
    return BeforeValidator(lambda value: read(value) if isinstance(value, str) else value)


def _date(text: str) -> datetime.date:
    if (date := full_date(text)) is None:
        msg = f"is not a date: {text!r}"
        raise ValueError(msg)
    return date


def _share(text: str) -> float:
    if not re.fullmatch(r"0(\.[0-9]+)?|1(\.0+)?", text):
        msg = f"is not a share from 0 to 1: {text!r}"
        raise ValueError(msg)
    return float(text)


def _flag(text: str) -> bool:
    if text not in {"true", "false"}:
        msg = f"is neither true nor false: {text!r}"
        raise ValueError(msg)
    return text == "true"


def _one_line(text: str) -> str:
    """Join lines with spaces: data files hold one fact per line, and would take a second line for another fact."""
    return " ".join(text.split())


def _pattern(text: str) -> str:
    """Accept bare placeholders only: attributes could reach into the program, and widths fill its memory."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        parts = [("", "?", "", None)]
    for _, name, form, conversion in parts:
        if name is not None and (name not in PLACEHOLDERS or form or conversion):
            msg = f"holds braces around something else than {' or '.join(PLACEHOLDERS)}"
            raise ValueError(msg)
    return text


# Text as it is written, letter by letter.
Exact = Annotated[str, Field(min_length=1)]
OneLine = Annotated[str, AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)]
Title = Annotated[Prose, _at_most(TITLE_WORDS), _words_schema(TITLE_WORDS)]
Summary = Annotated[Prose, _at_most(SUMMARY_WORDS), _words_schema(SUMMARY_WORDS)]
Asked = Annotated[Prose, _at_most(ASKED_WORDS), _words_schema(ASKED_WORDS)]
Pattern = Annotated[Prose, AfterValidator(_pattern)]
PatternOrNothing = Annotated[OneLine, AfterValidator(_pattern)]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
# May be empty: the short addresses of one text can be bare numbers.
Folder = Annotated[str, Field(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")]
# Numbers that a text lacks: any at all, a provision, or from the first to the last of several.
Gap = Annotated[str, Field(pattern=GAP)]
# What the naming convention of Akoma Ntoso makes of a document, or of a part of one; may be empty.
AknAddress = Annotated[str, Field(pattern=AKN)]
SiteAddress = Annotated[str, AfterValidator(_site_address)]
Language = Annotated[str, Field(pattern=LANGUAGE)]
Sum = Annotated[str, Field(pattern=SUM)]
Year = Annotated[str, matching(r"[0-9]{4}", "is not a year"), WithJsonSchema(YEAR_SCHEMA)]
Flag = Annotated[bool, _from_text(_flag), WithJsonSchema(FLAG_SCHEMA)]
Share = Annotated[float, _from_text(_share), WithJsonSchema(SHARE_SCHEMA)]
Date = Annotated[datetime.date, _from_text(_date)]
