"""Say why the options of a directive cannot be read, and at which line: MyST says where it stopped reading."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind
from concordance.reading.directive_options import YAML_FENCE, head_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from myst_parser.parsers.directives import ParseWarnings

    from concordance.model.problems import Place

# An option with a space behind its name that is none for a parser.
NO_BREAK = re.compile(r"\s*:[\w-]+:(?P<at>[\u00a0\u2007\u202f])")
# What stands behind the first colon of an option, whose name may be in quotation marks.
AFTER_COLON = re.compile(r"(?:\"[^\"]+\"|'[^']+'|[^\s:#\"'][^:]*):(?: |\Z)")
# An option whose value begins with a quotation mark.
QUOTED = re.compile(r"\s*:?[\w-]+:\s+(?P<mark>[\"'])(?P<rest>.*)")
# A letter behind a backslash, between double quotation marks.
ESCAPED = re.compile(r"\\.")
# The beginning of MyST's warning of options that cannot be read.
FORMAT = "Invalid options format: "


def explain_syntax(name: str, warning: ParseWarnings, content: str, place: Place) -> Problem:
    """Return the problem of the options of the directive `name` at `place`, which MyST cannot read.

    `content` are the lines below the first of the directive.
    """
    rows = content.split("\n")
    first, column = place.line + 1, 1
    if match := next((match for match in map(NO_BREAK.match, rows) if match), None):
        line, column = first + rows.index(match.string), match.start("at") + 1
        message = f"Behind the name of this option of {name!r} stands a no-break space."
        remedy = "Put a plain space in its place: `:name: value`."
    elif (row := _malformed_option(head_rows(content))) is not None:
        line, message = first + row, f"This line stands among the options of {name!r}, and is no option."
        remedy = "Write it as `:name: value`: no space behind the first colon, one behind the second."
    elif content.startswith(YAML_FENCE) and not any(row.startswith(YAML_FENCE) for row in rows[1:]):
        line, message = first, f"The options of {name!r} begin with `---`, and nothing says where they end."
        remedy = "Put a line `---` below them."
    elif (row := _unclosed_quotation(rows)) is not None:
        line, message = (
            first + row,
            f"The value of this option of {name!r} begins with a quotation mark, and has no other.",
        )
        remedy = "Close it; or put all of the value between marks of the other kind, if this one belongs to it."
    else:
        line = warning.lineno or place.line
        message = f"The options of {name!r} cannot be read: {warning.msg.removeprefix(FORMAT)}."
        remedy = "Write each on a line of its own, with spaces and no tabs: `:name: value`."
    return Problem(replace(place, line=line, column=column), ProblemKind.DIRECTIVE, message, remedy)


def _malformed_option(rows: Sequence[str]) -> int | None:
    """Return the row of the first of lines with options that is none, and does not go on with one."""
    for row, line in enumerate(rows):
        text = line.lstrip()[1:]
        goes_on = row > 0 and not text[:1].strip(" ")
        if not goes_on and not AFTER_COLON.match(text):
            return row
    return None


def _unclosed_quotation(rows: Sequence[str]) -> int | None:
    """Return the row of the first option whose value begins with a quotation mark that its line does not close."""
    for row, line in enumerate(takewhile(str.strip, rows)):
        match = QUOTED.match(line)
        if match and ESCAPED.sub("", match["rest"]).count(match["mark"]) % 2 == 0:
            return row
    return None
