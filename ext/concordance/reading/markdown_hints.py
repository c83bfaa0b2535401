"""Hints for Markdown that does not do what it was meant to, and for links that are not what they seem.

A Markdown parser refuses nothing: what it does not understand remains in the text and would be printed as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.problems import Fault, Problem, ProblemKind
from concordance.reading.code_spans import without_code
from concordance.reading.limits import ITEMS
from concordance.reading.web_address import check_address, check_link_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from concordance.reading.source_text import PlacedToken, SourceText

NOT_A_LINK = "A link was meant here, and this is none."
LINK_REMEDY = "Write `[words](#id)`: round brackets right behind the square ones, both of them closed."
MEANINGLESS = "`{}` means nothing here, and would stand on the page as it is."
PROSE_REMEDY = "Remove it, and write what you mean in prose."


class _Leftover(NamedTuple):
    """Markup that a parser leaves in the text."""

    pattern: re.Pattern[str]
    """What it looks like in the text."""
    in_line: re.Pattern[str] | None
    """What it looks like in its line, if that differs."""
    message: str
    remedy: str


LEFTOVERS = (
    _Leftover(
        re.compile(r"\]\(|\] \(#|\]\[#|\]\[[a-z0-9]+(?:-[a-z0-9]+)+\]|\(#[a-z0-9-]+\)\["), None, NOT_A_LINK, LINK_REMEDY
    ),
    _Leftover(re.compile(r"\{\{(?:[^{}]*\}\})?|\{#[^{}]*\}?|\$\$(?:[^$]+\$\$)?"), None, MEANINGLESS, PROSE_REMEDY),
    _Leftover(
        re.compile(r"~~(?:[^~]+~~)?"),
        None,
        MEANINGLESS,
        "Remove it; of words that the text itself strikes out, write {struck}`…`.",
    ),
    _Leftover(
        re.compile(r"\A\[[ xX]\] "),
        re.compile(r"(?<=[-*+.)] )\[[ xX]\] "),
        "There is a box to tick here, which is not allowed.",
        "Write an item of a list without one.",
    ),
    _Leftover(
        re.compile(r"\*\*+"),
        None,
        "These stars make nothing bold, and would stand on the page.",
        "Close or remove them.",
    ),
)


def markdown_hints(placed: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each piece of leftover markup and each misleading link among the tokens of a text."""
    yield from _leftover_hints(placed, source)
    yield from _link_hints(placed, source)


def _leftover_hints(placed: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    leftovers = [
        (in_line or re.compile(re.escape(match[0])), row, end, Fault(message.format(match[0]), remedy))
        for token, row, end in placed
        if token.type == "text"
        for pattern, in_line, message, remedy in LEFTOVERS
        for match in pattern.finditer(token.content)
    ]
    if not leftovers:
        return
    masked = replace(source, lines=tuple(without_code("\n".join(source.lines)).split("\n")))
    seen: Counter[tuple[re.Pattern[str], int]] = Counter()
    # If there are thousands, the first say enough.
    for pattern, row, end, fault in leftovers[:ITEMS]:
        place = masked.search(pattern, row, end, seen[pattern, row])
        seen[pattern, row] += 1
        # What is written as an entity or behind a backslash is intended.
        if place:
            yield Problem(place, ProblemKind.MARKUP, *fault)


def _link_hints(placed: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each link without words, which nobody would see, and each whose words are another address."""
    opened: tuple[str, int, int] | None = None
    words = ""
    for token, row, end in placed:
        if token.type == "link_open":
            opened, words = (str(token.attrGet("href") or ""), row, end), ""
        elif token.type == "link_close" and opened:
            address, *rows = opened
            opened = None
            place = source.find(address, *rows)
            if check_address(address):
                continue
            if not words.strip() and not address.startswith("#"):
                message = "This link has no words, and nobody would see it."
                yield Problem(place, ProblemKind.MARKUP, message, "Put words between the square brackets.")
            elif fault := check_link_words(words, address):
                yield Problem(place, ProblemKind.MARKUP, *fault)
        elif opened:
            words += token.content
