"""How a problem is printed: for people, with the line it is on, and for GitHub, as a command."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from concordance.model.problems import printable

if TYPE_CHECKING:
    from concordance.authoring.style import StyleHint
    from concordance.model.problems import Problem

# Only the surroundings of the column are shown of longer lines.
WIDTH = 100
BEFORE = 60


def format_problem(problem: Problem, text: str) -> str:
    """Return a problem as people read it; `text` is the text of its file, as far as that could be read.

    The place comes first, with the cause, the remedy and the code; then the line, with a caret under the column. A
    problem of a line as a whole is given the first column, as programs look for a column.
    """
    place = problem.place
    summary = f"{place}:{place.column or 1}: {problem} [{problem.kind.value}]"
    lines = text.split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return summary
    line, index = lines[place.line - 1], max(place.column - 1, 0)
    start = max(0, index - BEFORE) if len(line) > WIDTH else 0
    excerpt = line[start : start + WIDTH]
    before, after = ("… " if start else ""), (" …" if start + WIDTH < len(line) else "")
    number = f"{place.line:>6}"
    shown_line = f"{number} | {before}{printable(excerpt)}{after}"
    if not place.column:
        return f"{summary}\n{shown_line}"
    return f"{summary}\n{shown_line}\n{' ' * len(number)} | {' ' * _width(before + line[start:index])}^"


def format_github_command(problem: Problem) -> str:
    """Return a problem as a command for GitHub Actions, which then shows it in the diff of a pull request.

    Source of the format and of what has to be escaped:
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and, in full, `command.ts` of
    https://github.com/actions/toolkit.
    """
    place = problem.place
    properties = {"file": printable(place.path), "line": place.line, "col": place.column, "title": problem.kind.value}
    arguments = ",".join(f"{name}={_escape_property(str(value))}" for name, value in properties.items() if value)
    return f"::error {arguments}::{_escape_message(str(problem))}"


def format_hint(hint: StyleHint) -> str:
    """Return a hint as people read it, on one line that does not look like a problem."""
    return f"{hint.place}:{hint.place.column}: info: {hint}"


def format_github_notice(hint: StyleHint) -> str:
    """Return a hint as a command for GitHub Actions, which shows it in the diff and does not fail."""
    place = hint.place
    arguments = f"file={_escape_property(printable(place.path))},line={place.line},col={place.column},title=style"
    return f"::notice {arguments}::{_escape_message(str(hint))}"


def _escape_message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(words: str) -> str:
    return _escape_message(words).replace(":", "%3A").replace(",", "%2C")


def _width(words: str) -> int:
    """Return how many columns of a terminal words take: none for a combining mark, two for a wide character."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in words
    )
