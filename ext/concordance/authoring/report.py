"""How a problem is shown: to people with the line on which it is, to GitHub as a command. Pure; no Sphinx."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from concordance.model.problems import printable

if TYPE_CHECKING:
    from concordance.model.problems import Problem

# Of a line that is longer, only the surroundings of the column are shown.
WIDTH = 100
BEFORE = 60


def shown(problem: Problem, text: str) -> str:
    """Return a problem as people read it; `text` is that of its file, as far as it could be read.

    First comes the place with the cause, the mend and the code, then the line, with a caret under the column. A line as
    a whole begins at its first column: programs look for one.
    """
    place = problem.place
    told = f"{place}:{place.column or 1}: {problem} [{problem.kind.value}]"
    lines = text.split("\n")
    if place.line > len(lines) or not lines[place.line - 1].strip():
        return told
    line, index = lines[place.line - 1], max(place.column - 1, 0)
    start = max(0, index - BEFORE) if len(line) > WIDTH else 0
    part = line[start : start + WIDTH]
    ahead, behind = ("… " if start else ""), (" …" if start + WIDTH < len(line) else "")
    number = f"{place.line:>6}"
    shown_line = f"{number} | {ahead}{printable(part)}{behind}"
    if not place.column:
        return f"{told}\n{shown_line}"
    return f"{told}\n{shown_line}\n{' ' * len(number)} | {' ' * _width(ahead + line[start:index])}^"


def as_command(problem: Problem) -> str:
    """Return a problem as a command to GitHub Actions, which shows it in the difference that a pull request makes.

    How it is written, and what is to be escaped, is told at
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands and, in full, by `command.ts`
    of https://github.com/actions/toolkit.
    """
    place = problem.place
    properties = {"file": printable(place.path), "line": place.line, "col": place.column, "title": problem.kind.value}
    listed = ",".join(f"{name}={_of_property(str(value))}" for name, value in properties.items() if value)
    return f"::error {listed}::{_of_message(str(problem))}"


def _of_message(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _of_property(words: str) -> str:
    return _of_message(words).replace(":", "%3A").replace(",", "%2C")


def _width(words: str) -> int:
    """Return how many columns of a terminal words take: none for a mark above a letter, two for a wide character."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in words
    )
