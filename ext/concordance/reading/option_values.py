"""What the values of options and the arguments of directives may be.

A build converts them with functions of docutils, Sphinx, MyST and sphinx-design, which a check does not load. The kinds
here accept the same values; `tests/unit/reading/test_directive_forms.py` tries both with the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.problems import nearest
from concordance.reading.icons import ICONS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

UNITS = ("em", "ex", "ch", "rem", "vw", "vh", "vmin", "vmax", "cm", "mm", "Q", "in", "pt", "pc", "px")
COLORS = "primary|secondary|success|info|warning|danger|light|muted|dark|white|black"
MEASURE = re.compile(rf"(?:[0-9]+\.?[0-9]*|\.[0-9]+) *(?P<unit>{'|'.join(UNITS)}|%|)")


@dataclass(frozen=True, slots=True)
class ValueKind:
    """A kind of value."""

    accepts: Callable[[str], bool]
    """Whether a text that is not empty is such a value."""
    name: str = "any text"
    """What it is called behind “takes”."""
    remedy: Callable[[str], str] = lambda _value: ""
    """What to write in place of a wrong value."""
    may_be_empty: bool = False
    """Whether a value without any characters is one, too."""


@cache
def value_kind(notation: str) -> ValueKind:
    """Return the kind that a table names: by its name, or by its values with bars between them.

    A `?` at its end says that the value may be empty.
    """
    name = notation.removesuffix("?")
    kind = KINDS[name] if name in KINDS else _choice(name.split("|"))
    return ValueKind(kind.accepts, kind.name, kind.remedy, may_be_empty=notation.endswith("?"))


def _choice(values: Collection[str], listed: str = "") -> ValueKind:
    """Return the kind of which there are these values; `listed` says where they are listed, if not in the remedy."""

    def remedy(value: str) -> str:
        return f"{nearest(value, values)} {listed}" if listed else f"Write {_alternatives(values)}."

    # In docutils, capitals and spaces around make no difference.
    return ValueKind(lambda value: value.lower().strip() in values, "one of a few words", remedy)


def _alternatives(values: Collection[str]) -> str:
    *others, last = (f"`{value}`" for value in values)
    return f"{', '.join(others)} or {last}" if others else last


def _is_number(text: str, least: int | None = None, most: int | None = None) -> bool:
    """Return whether a text is a whole number as Python reads them, as docutils does."""
    try:
        number = int(text)
    except ValueError:
        return False
    return (least is None or number >= least) and (most is None or number <= most)


def _is_class_list(value: str) -> bool:
    # Docutils takes a few more letters that Unicode does not divide, such as `ø`, for themselves.
    return all(re.search("[a-z]", unicodedata.normalize("NFKD", word.lower())) for word in value.split())


def _is_length(value: str) -> bool:
    return (match := MEASURE.fullmatch(value)) is not None and match["unit"] != "%"


def _is_length_or_share(value: str) -> bool:
    return MEASURE.fullmatch(value) is not None


def _widths(*words: str) -> ValueKind:
    """Return the kind of a word for the widths of all columns of a table, or of a number for each."""

    def accepts(value: str) -> bool:
        widths = value.split(",") if "," in value else value.split()
        return value in words or all(_is_number(width, 1) for width in widths)

    remedy = f"Write {', '.join(f'`{word}`' for word in words)}, or a number for each column: `1 2`."
    return ValueKind(accepts, "widths of columns", lambda _value: remedy)


def read_lines(value: str, total: int) -> list[tuple[int, int]] | None:
    """Return the ranges of lines that a text such as `1,3-5,8-` names, of `total` lines, or None if it names none.

    Sphinx reads it so (`parse_line_num_spec`). A range is its first and its last line, counted from 1.
    """
    ranges = []
    for part in value.split(","):
        first, dash, last = (each.strip() for each in part.strip().partition("-"))
        if not (first or last) or not all(_is_number(each) for each in (first, last) if each):
            return None
        start = int(first or 1)
        end = int(last or max(start, total)) if dash else start
        if start > end:
            return None
        ranges.append((start, end))
    return ranges


def _for_screens(least: int, most: int, *words: str) -> ValueKind:
    """Return the kind of a number in a grid, or of four numbers for screens from narrow to wide."""

    def accepts(value: str) -> bool:
        numbers = value.split()
        return len(numbers) in {1, 4} and all(each in words or _is_number(each, least, most) for each in numbers)

    each = f"from {least} to {most}" + "".join(f", or `{word}`" for word in words)
    remedy = f"Write one, {each}; or four, for screens from narrow to wide."
    return ValueKind(accepts, "a number or four", lambda _value: remedy)


def _for_sides(*numbers: str) -> ValueKind:
    """Return the kind of a space, or of four spaces for the four sides of something."""

    def accepts(value: str) -> bool:
        spaces = value.split()
        return len(spaces) in {1, 4} and all(each in numbers for each in spaces)

    remedy = f"Write one, or four for above, below, left and right, each {_alternatives(numbers)}."
    return ValueKind(accepts, "a number or four", lambda _value: remedy)


def _plain(accepts: Callable[[str], bool], name: str, remedy: str) -> ValueKind:
    return ValueKind(accepts, name, lambda _value: remedy)


KINDS = MappingProxyType(
    {
        "text": ValueKind(lambda _value: True),
        "number": _plain(lambda value: _is_number(value, 0), "a number", "Write digits."),
        "integer": _plain(_is_number, "a number", "Write digits."),
        "percentage": _plain(lambda value: _is_number(value.rstrip(" %"), 0), "a percentage", "Write it as `50%`."),
        "classes": _plain(_is_class_list, "names of classes", "Write names that have letters, from a to z."),
        "length": _plain(_is_length, "a length", f"Write a number and a unit, one of {', '.join(UNITS)}: `12em`."),
        "length%": _plain(
            _is_length_or_share,
            "a length or a percentage",
            f"Write a number and `%` or a unit, one of {', '.join(UNITS)}: `50%`, `12em`.",
        ),
        "image-width": _plain(
            lambda value: value.lower() == "image" or _is_length_or_share(value),
            "a length or a percentage",
            f"Write `image`, or a number and `%` or a unit, one of {', '.join(UNITS)}: `50%`, `12em`.",
        ),
        "widths": _widths("auto", "grid"),
        "list-widths": _widths("auto"),
        "lines": _plain(
            lambda value: read_lines(value, 0) is not None,
            "numbers of lines",
            "Write numbers and ranges, with commas: `1,3-5`.",
        ),
        "columns": _for_screens(1, 12, "auto"),
        "gutter": _for_screens(0, 5),
        "margin": _for_sides("auto", *"012345"),
        "padding": _for_sides(*"012345"),
        "color": _choice(COLORS.split("|")),
        "icon": _choice(ICONS.split(), "Icons are the names on https://primer.style/octicons."),
    }
)
