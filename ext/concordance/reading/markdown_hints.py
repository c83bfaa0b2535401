"""Markdown that was meant to be something and is not, and links that are not what they seem. Pure; no Sphinx.

A reader of Markdown refuses nothing: what it does not know stays in the text, and would be printed as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind
from concordance.reading.code_spans import without_code
from concordance.reading.limits import ITEMS
from concordance.reading.web_address import misleading, wrong_address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from concordance.reading.source_text import SourceText

NO_LINK = "A link was meant here, and this is none."
LINK = "Write `[words](#id)`: round brackets right behind the square ones, both of them closed."
STAYS = "`{}` means nothing here, and would stand on the page as it is."
PROSE = "Remove it, and write what you mean in prose."
# What is left in a text; how it is written in its line, if that tells more; the cause; the remedy.
LEFT = (
    (re.compile(r"\]\(|\] \(#|\]\[#|\]\[[a-z0-9]+(?:-[a-z0-9]+)+\]|\(#[a-z0-9-]+\)\["), None, NO_LINK, LINK),
    (re.compile(r"\{\{(?:[^{}]*\}\})?|\{#[^{}]*\}?|\$\$(?:[^$]+\$\$)?"), None, STAYS, PROSE),
    (
        re.compile(r"~~(?:[^~]+~~)?"),
        None,
        STAYS,
        "Remove it; of words that the text itself strikes out, write {struck}`…`.",
    ),
    (
        re.compile(r"\A\[[ xX]\] "),
        re.compile(r"(?<=[-*+.)] )\[[ xX]\] "),
        "There is a box to tick here, which is not allowed.",
        "Write an item of a list without one.",
    ),
    (
        re.compile(r"\*\*+"),
        None,
        "These stars make nothing bold, and would stand on the page.",
        "Close or remove them.",
    ),
)


def slips(walked: Sequence[tuple[Token, int, int]], written: SourceText) -> Iterator[Problem]:
    """Yield what is wrong; `walked` are the tokens of a text, with the rows from and before which each stands."""
    yield from _left(walked, written)
    yield from _links(walked, written)


def _left(walked: Sequence[tuple[Token, int, int]], written: SourceText) -> Iterator[Problem]:
    found = [
        (in_line or re.compile(re.escape(match[0])), row, end, (message.format(match[0]), remedy))
        for token, row, end in walked
        if token.type == "text"
        for pattern, in_line, message, remedy in LEFT
        for match in pattern.finditer(token.content)
    ]
    if not found:
        return
    masked = replace(written, lines=tuple(without_code("\n".join(written.lines)).split("\n")))
    seen: Counter[tuple[re.Pattern[str], int]] = Counter()
    # Of thousands, the first say enough.
    for sought, row, end, told in found[:ITEMS]:
        place = masked.search(sought, row, end, seen[sought, row])
        seen[sought, row] += 1
        # What is written with entities or a backslash is meant so.
        if place:
            yield Problem(place, ProblemKind.MARKUP, *told)


def _links(walked: Sequence[tuple[Token, int, int]], written: SourceText) -> Iterator[Problem]:
    """Yield links without words, which nobody would see, and links whose words are another address."""
    opened: tuple[str, int, int] | None = None
    words = ""
    for token, row, end in walked:
        if token.type == "link_open":
            opened, words = (str(token.attrGet("href") or ""), row, end), ""
        elif token.type == "link_close" and opened:
            address, *rows = opened
            opened = None
            place = written.find(address, *rows)
            if wrong_address(address):
                continue
            if not words.strip() and not address.startswith("#"):
                message = "This link has no words, and nobody would see it."
                yield Problem(place, ProblemKind.MARKUP, message, "Put words between the square brackets.")
            elif wrong := misleading(words, address):
                yield Problem(place, ProblemKind.MARKUP, *wrong)
        elif opened:
            words += token.content
