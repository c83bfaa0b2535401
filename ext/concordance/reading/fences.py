"""Check where directives begin and end, and lines that were meant to begin one.

A parser of Markdown refuses nothing: a block that is not closed goes on to the end of the page or of the block around
it, and a misspelt directive is a block of code or a paragraph. Each mistake is reported at its own line, in place of
its consequences at many others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.ids import check_id
from concordance.model.problems import Place, Problem, ProblemKind, nearest, nearest_words

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable

    from markdown_it.token import Token

ALMOST = re.compile(r":{1,2}\s*\{(?P<name>[\w-]+)\}")
FENCED = re.compile(r"(?::{3,}|`{3,})\s*\{(?P<name>[\w-]+)\}")
SPACED = re.compile(r"\{\s+(?P<name>[\w-]+)\s*\}|\{(?P<other>[\w-]+)\s+\}")
BRACKETED = re.compile(r"\{(?P<name>[^{}\s]+)\}?")


@dataclass(frozen=True, slots=True)
class Fence:
    """A line that opens a block."""

    markup: str
    """Its colons or backticks."""
    name: str
    """The first word after these, with curly brackets if it is a directive."""
    argument: str
    """The rest of the line."""
    place: Place
    """Where the line is."""

    @property
    def colons(self) -> bool:
        """Whether it is made of colons, which are for directives and never for code."""
        return self.markup.startswith(":")

    @property
    def directive(self) -> str:
        """The name of its directive, empty if it opens none."""
        return self.name[1:-1] if self.name.startswith("{") and self.name.endswith("}") else ""


def fence_of(token: Token, place: Place) -> Fence:
    """Return the fence of a token of markdown-it."""
    name, argument = [*token.info.split(maxsplit=1), "", ""][:2]
    return Fence(token.markup, name, argument.strip(), place)


def is_closed(fence: Fence, last_line: str) -> bool:
    """Return whether the last line of a block closes it."""
    signs = last_line.lstrip(" \t>").rstrip()
    return len(signs) >= len(fence.markup) and signs == fence.markup[0] * len(signs)


def unclosed_block(fence: Fence) -> Problem:
    """Return the problem of a block that is never closed."""
    return _problem(fence.place, f"{_name_of(fence)} is not closed.", f"Put a line {_marks_of(fence)} where it ends.")


def check_nesting(outer: Fence, inner: Fence) -> Problem | None:
    """Return the problem of a block inside another that the end of the inner one would close, or None."""
    if inner.markup[0] != outer.markup[0] or len(inner.markup) < len(outer.markup):
        return None
    if inner.colons and not inner.name:
        return None
    signs = "colons" if outer.colons else "backticks"
    return _problem(
        outer.place,
        f"{_name_of(outer)} is not closed before the next begins, on line {inner.place.line}.",
        f"Put a line {_marks_of(outer)} where it ends; if the other belongs inside, write this with more {signs}.",
    )


def check_opening(fence: Fence, known: Iterable[str]) -> Problem | None:
    """Return the problem of a line that was meant to open a directive and opens none, or None."""
    if fence.colons and not fence.name:
        message = "These colons have nothing to close: the directive was closed earlier, or never opened."
        return _problem(fence.place, message, "Remove them, or correct what stands above them.")
    names = set(known)
    if fence.colons and fence.name in names:
        message = f"The name of a directive stands in curly brackets, and {fence.name!r} does not."
        return _problem(fence.place, message, f"Write `{fence.markup}{{{fence.name}}}`.")
    if not fence.directive and (match := SPACED.match(f"{fence.name} {fence.argument}")):
        message = "Spaces stand between the curly brackets and the name of this directive."
        return _problem(fence.place, message, f"Write `{fence.markup}{{{match['name'] or match['other']}}} …`.")
    if not fence.directive and (match := BRACKETED.match(fence.name)):
        message = f"This opens no directive: `{fence.markup}{fence.name}`."
        remedy = f"Write its name in curly brackets, then a space: `{fence.markup}{{{match['name']}}} …`."
        return _problem(fence.place, message, remedy)
    return None


def check_colons(words: str, place: Place, known: Container[str]) -> Problem | None:
    """Return the problem of a paragraph that was meant to open a directive, or None."""
    match = ALMOST.match(words)
    if match is None or match["name"] not in known:
        return None
    message = f"A directive begins with three colons at least, and {match['name']!r} has fewer."
    return _problem(place, message, f"Write `:::{{{match['name']}}}`, and a line `:::` where it ends.")


def check_indented(code: str, place: Place, known: Container[str]) -> Problem | None:
    """Return the problem of a sample of code that was meant to be a directive, or None."""
    match = FENCED.match(code)
    if match is None or match["name"].lower() not in known:
        return None
    message = f"The directive {match['name']!r} is indented so far that it is a sample of code."
    return _problem(place, message, "Begin its lines at the margin.")


def unknown_directive(fence: Fence, known: Collection[str]) -> Problem:
    """Return the problem of a directive that does not exist."""
    remedy = nearest(fence.directive, known)
    if check_id(fence.argument, fence.place) is None and not nearest_words(fence.directive, known):
        remedy = "If it is a kind of entries, declare it under `kinds` in the vocabulary."
    message = f"There is no directive {fence.directive!r}."
    return Problem(fence.place, ProblemKind.DIRECTIVE, message, remedy, rests_on=("kinds", fence.directive))


def excessive_nesting(fence: Fence) -> Problem:
    """Return the problem of a directive inside too many others."""
    return _problem(fence.place, "Directives stand too deep within each other here.", "Write fewer into each other.")


def _marks_of(fence: Fence) -> str:
    return f"`{fence.markup}`" if fence.colons else fence.markup


def _name_of(fence: Fence) -> str:
    if fence.directive:
        return f"The directive {fence.directive!r}"
    return f"The block `{fence.markup}{fence.name}`" if fence.colons else "This block of code"


def _problem(place: Place, message: str, remedy: str) -> Problem:
    return Problem(place, ProblemKind.DIRECTIVE, message, remedy)
