"""Hints for Markdown that does not do what it was meant to, and for links that are not what they seem.

A Markdown parser refuses nothing: what it does not understand remains in the text and would be printed as it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from concordance.model.problems import Fault, Problem, ProblemKind
from concordance.reading.code_spans import without_code
from concordance.reading.footnotes import SPACED_MARK
from concordance.reading.limits import ITEMS
from concordance.reading.line_starts import check_line_starts
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
        re.compile(
            r"\]\(|\] \(#|\]\[#|\]\[[^\]\n]*\]|\(#[a-z0-9-]+\)\[|\)\[#?[a-z0-9-]+\]|\[\[[^\]\n]*\]\]|\[#[a-z0-9-]+\]"
            r"|\[(?=[a-z-]*\d)[a-z0-9]+(?:-[a-z0-9]+)+\]|(?<![\w/&({])#[a-z]+(?:-[a-z0-9]+)+\b"
        ),
        None,
        NOT_A_LINK,
        LINK_REMEDY,
    ),
    _Leftover(
        SPACED_MARK,
        None,
        "`{}` is no mark of a footnote.",
        "Write the mark without spaces, `[^1]`, and its text as `[^1]: …` in a paragraph of its own.",
    ),
    _Leftover(
        re.compile(
            r"\{\{(?:[^{}]*\}\})?|\{[#%][^{}]*\}?|\{(?:\.[a-z]|\+\+|--|>>|==)[^{}]*\}|\$\$(?:[^$]+\$\$)?"
            r"|(?<![=\w])==[^=\s][^=\n]*==(?![=\w])|(?<=\w)\^[^\s^]+\^|\A\*\[[^\]\n]+\]:"
        ),
        None,
        MEANINGLESS,
        PROSE_REMEDY,
    ),
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
        re.compile(r"\b(?:TODO|FIXME|TBD|XXX)\b"),
        None,
        "`{}` holds a place for what is to be written.",
        "Write it, or remove the sign.",
    ),
    _Leftover(re.compile(r"\^\[[^\]\n]*\]|\[![A-Z]+\]"), None, MEANINGLESS, PROSE_REMEDY),
    _Leftover(
        re.compile(r"\*\*+"),
        None,
        "These stars make nothing bold, and would stand on the page.",
        "Close or remove them.",
    ),
    _Leftover(
        re.compile(r"(?<![\d*\w])\*(?=[^\W\d_])|(?<=[^\W\d_])\*(?![\w*])"),
        None,
        "This star makes nothing italic, and would stand on the page.",
        "Close or remove it; write `\\*` for a star that is meant.",
    ),
    _Leftover(
        re.compile(r"__+|(?<![\w_])_(?=[^\W_])|(?<=[^\W_])_(?![\w_])"),
        None,
        "This underscore makes nothing italic, and would stand on the page.",
        "Close or remove it; write `\\_` for one that is meant.",
    ),
)
MAYBE_LEFTOVER = re.compile(r"[\]\[{~$*_#^=]|TODO|FIXME|TBD|XXX")
# What reStructuredText has before and behind a text in backticks.
RST_BEFORE, RST_BEHIND = re.compile(r":[a-z]+:\Z"), re.compile(r"__?(?!\w)")


def markdown_hints(placed: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each piece of leftover markup and each misleading link among the tokens of a text."""
    yield from leftover_hints(placed, source)
    yield from check_line_starts(placed, source, fields=True)
    yield from _link_hints(placed, source)


def leftover_hints(placed: Sequence[PlacedToken], source: SourceText) -> Iterator[Problem]:
    """Yield a problem for each piece of markup that a parser left in the words of a text."""
    leftovers = [
        (in_line or re.compile(re.escape(match[0])), row, end, Fault(message.format(match[0]), remedy))
        for token, row, end in placed
        if token.type == "text" and MAYBE_LEFTOVER.search(token.content)
        for pattern, in_line, message, remedy in LEFTOVERS
        for match in pattern.finditer(token.content)
        if not _is_meant(match, source.lines[row:end])
    ]
    leftovers += _from_restructured_text(placed)
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


def _is_meant(match: re.Match[str], lines: Sequence[str]) -> bool:
    """Whether a sign is left alone: it is escaped, or begins an item of a list, which is reported as that."""
    sign = match[0]
    if sign == "*" and match.start() == 0 and len(match.string) > 1:
        return True
    return sign in {"*", "_"} and any(f"\\{sign}" in line for line in lines)


def _from_restructured_text(
    placed: Sequence[PlacedToken],
) -> Iterator[tuple[re.Pattern[str], int, int, Fault]]:
    """Yield what is left of roles and links as reStructuredText writes them, around texts in backticks."""
    for (token, row, end), (behind, _, _) in pairwise(placed):
        kinds = token.type, behind.type
        if kinds == ("text", "code_inline") and (match := RST_BEFORE.search(token.content)):
            yield re.compile(re.escape(match[0])), row, end, Fault(MEANINGLESS.format(match[0]), LINK_REMEDY)
        elif kinds == ("code_inline", "text") and RST_BEHIND.match(behind.content):
            yield re.compile("(?<=x)_"), row, end, Fault(NOT_A_LINK, LINK_REMEDY)


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
