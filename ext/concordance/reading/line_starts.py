"""Find lines whose beginning was meant for an item of a list or a row of a table, and makes none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.reading.source_text import PlacedToken, SourceText

BREAKS = frozenset({"softbreak", "hardbreak"})
# Begins a line of the source, with what makes quotations and lists, if the first sign of its words is escaped.
ESCAPED = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*[\"']?\\")
ITEM_REMEDY = "Begin each item with a hyphen and a space, `- …`, below a blank line."
NO_SPACE = "There is no space behind `{}`, and so this is no item of a list."
TABLE = "A table was meant here, and this is none."
TABLE_REMEDY = (
    "Below its first row, which names the columns, write `|---|---|`, with as many parts as there are columns."
)


@dataclass(frozen=True, slots=True)
class _LineStart:
    """How a line begins that was meant for something else."""

    pattern: re.Pattern[str]
    first: bool
    """Whether only the first line of a paragraph is meant: on others, a wrapped line may begin so."""
    message: str
    remedy: str


FIELDS = "annotates|title|summary|asked|who|links|notes|questions|sources|reviewed"
LINE_STARTS = (
    _LineStart(
        re.compile(r"([•‣◦▪●○∙])\s*[^\s•‣◦▪●○∙]"),
        False,
        "`{}` makes no list: the items would run together.",
        ITEM_REMEDY,
    ),
    _LineStart(re.compile(r"([–—·])\s+\S"), True, "`{}` makes no list: the items would run together.", ITEM_REMEDY),
    _LineStart(re.compile(r"([-+*])(?=[^\W\d_])"), False, NO_SPACE, "Put one there: `- …`."),
    _LineStart(re.compile(r"(\d{1,2}[.)])(?=[^\W\d_])"), True, NO_SPACE, "Put one there: `1. …`."),
    _LineStart(re.compile(r"(\|).*\|"), True, TABLE, TABLE_REMEDY),
    _LineStart(re.compile(r"(:?-{2,}:?)\s*\|"), False, TABLE, TABLE_REMEDY),
    _LineStart(
        re.compile(r"(#{2,6})(?=[^\W\d_])"), True, "`{}` makes no heading.", "Put a space behind it, or remove it."
    ),
    _LineStart(
        re.compile(r"(:)\s+\S"), False, "`{}` at the beginning of a line makes nothing here.", "Write a sentence."
    ),
    _LineStart(re.compile(r"(!!!)\s"), True, "`{}` makes no box here.", "Write a paragraph."),
    _LineStart(re.compile(r"(\.\.)\s+[\w-]+::"), True, "`{}` begins no directive here.", "Write a paragraph."),
)
# This is for files that have fields at their head.
FIELD_START = _LineStart(
    re.compile(rf"({FIELDS}):(?:\s|$)"),
    True,
    "`{}` is the name of a field, and stands below the front matter.",
    "Write it above the second `---`, or as a sentence.",
)
STARTS = frozenset(".•‣◦▪●○∙–—·-+*|:0123456789#!atswlnqr")


def check_line_starts(placed: Sequence[PlacedToken], source: SourceText, *, fields: bool) -> Iterator[Problem]:
    """Yield a problem for the first such line of each paragraph.

    `fields` says whether the file may have fields at its head.
    """
    starts_known = (*LINE_STARTS, FIELD_START) if fields else LINE_STARTS
    reported = False
    before = ""
    for token, row, _end in placed:
        if token.type == "inline":
            reported = False
        starts = before == "inline" or before in BREAKS
        first = before == "inline"
        before = token.type
        if token.type != "text" or not starts or reported or token.content[:1] not in STARTS:
            continue
        for start in starts_known:
            match = start.pattern.match(token.content)
            if match and (first or not start.first) and not ESCAPED.match(_line(source, row)):
                message = start.message.format(match[1])
                yield Problem(source.place(row), ProblemKind.MARKUP, message, start.remedy)
                reported = True
                break


def _line(source: SourceText, row: int) -> str:
    return source.lines[row][0 if row else source.start :] if row < len(source.lines) else ""
