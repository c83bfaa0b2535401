"""Hints for mistakes in YAML: what they look like, and the remedy for each.

A YAML parser says where it could not go on, in words for its own developers. What the editor did shows in the lines: in
that one, or in one above it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class YamlHint(NamedTuple):
    """A mistake in YAML, with its place and its remedy."""

    row: int
    """The line in the document, counted from 0."""
    column: int
    """The character in the line, counted from 0."""
    message: str
    """What is wrong, as a sentence."""
    remedy: str
    """What to do about it, as one or more sentences."""


# What precedes a value. In the patterns below, the group `at` begins where the mistake is.
VALUE = r" *(?:- +(?:- +)*(?:[\w-]+: +)?|[\w-]+: +)"
CLOSED_EARLY = "The quotation marks end here, and the text does not."
ALMOST_RULE = re.compile(r"(?!---$)[ \t]*(?P<at>[-\u2010-\u2015\u2212]{2,})\s*")
# What a line looks like; the cause; the remedy. Both may name groups of the pattern.
MISTAKES = tuple(
    (re.compile(pattern), message, remedy)
    for pattern, message, remedy in (
        (
            r"(?P<at>={7}|\|{7}.*)$",
            "This line is left over from two versions of the file that were put together.",
            "Remove it, and keep the words that are right.",
        ),
        (
            f"{ALMOST_RULE.pattern}$",
            "This line is almost the `---` at which front matter ends.",
            "Write three hyphens, `---`, and nothing else on the line.",
        ),
        (
            r" *(?:- *)*(?:[\w-]+: *)?(?P<at>\t)",
            "A tab stands where YAML wants spaces.",
            "Indent with spaces.",
        ),
        (
            r" *(?:- *)*[\w-]+:(?P<at>[\u00a0\u2007\u202f])",
            "Behind the colon stands a no-break space, which looks like a space but is not one in YAML.",
            "Put a plain space in its place.",
        ),
        (
            r" *(?:- +)*(?P<at>-)[\u00a0\u2007\u202f]",
            "Behind the dash stands a no-break space, which looks like a space but is not one in YAML.",
            "Put a plain space in its place.",
        ),
        (
            r" *(?P<at>[\u00a0\u2007\u202f])",
            "The line is indented with a no-break space, which looks like a space but is not one in YAML.",
            "Indent with plain spaces.",
        ),
        (
            r" *(?:- +)*[a-z][a-z-]*(?P<at>[\uff1a\u02d0\ufe55\ua789])",
            "The colon behind the name of a field is another character than the one that YAML knows.",
            "Put a plain colon and a space in its place.",
        ),
        (
            r" *(?P<at>-)[^\s-]",
            "There is no space behind the dash.",
            "Put one there: `- …`.",
        ),
        (
            r" *(?:- +)*(?P<name>[a-z][a-z-]*)(?P<at>:)[^\s/:]",
            "There is no space behind the colon.",
            "Put one there: `{name}: …`.",
        ),
        (
            VALUE + r"(?P<at>(?P<sign>[>|](?![-+0-9]*(?: +#.*)?$)|[@`%&*!]))",
            "A text cannot begin with {sign} here.",
            "Put quotation marks around the whole text: `{quoted}`.",
        ),
        (
            VALUE + r'"(?:[^"\\]|\\.)*(?P<at>")(?! *(?:#|:(?: |$)|$))',
            CLOSED_EARLY,
            "Within the text write “ and ”, and put straight quotation marks around the whole of it.",
        ),
        (
            VALUE + r"'(?:[^']|'')*(?P<at>')(?! *(?:#|:(?: |$)|$))",
            CLOSED_EARLY,
            'Within the text write ’ for an apostrophe, or put `"` around the whole of it.',
        ),
        (
            VALUE + r"""(?P<at>(?P<sign>"(?=(?:[^"\\]|\\.)*$)|'(?=(?:[^']|'')*$)))""",
            "This quotation mark is not closed.",
            "Put another {sign} at the end of the text.",
        ),
        (
            VALUE + r"(?P<at>\[)(?![^\]]*\] *(?:#.*)?$)",
            "What begins with [ is read as a list, and this is none.",
            "Close a list with ]; put quotation marks around a text: `{quoted}`.",
        ),
        (
            VALUE + r"(?P<at>\{)(?!.*\} *(?:#.*)?$)",
            "What begins with {{ is read as fields, and these are none.",
            "Close fields with }}; put quotation marks around a text: `{quoted}`.",
        ),
        (
            r""" *(?:- +)*[^\s"'\[{|>#:&*!%@`-][^:"']*: +[^\s"'\[{|>#].*?(?P<at>:)(?: |$)""",
            "A colon with a space behind it stands within a text, and only the name of a field has one.",
            "Put quotation marks around the whole text: `{quoted}`.",
        ),
    )
)
BLOCK = re.compile(r"(?P<indent> *)(?:- +)*(?:[\w-]+: +)?[|>][-+0-9]*(?: +#.*)?$")
LISTED = re.compile(r"- +(?P<name>[\w-]+): ")
NAMED = re.compile(r"[\w-]+:(?: |$)")
BEGINS = re.compile(r"(?P<indent> *)(?:- |[\w-]+:(?: |$))")
COMMENT = re.compile(r"(?P<before> *[^\s#].*?)\s(?P<comment>#.*)$")
ID = re.compile(r"#(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\s*")


def find_hint(lines: Sequence[str], flagged: int, begun: tuple[int, int] | None, within: str = "") -> YamlHint | None:
    """Return the mistake because of which the parser could not go on, or None if it is not a known one.

    Args:
        lines: The lines of the document.
        flagged: The row at which the parser stopped.
        begun: The row and column where the construct begins that it was parsing, if known.
        within: What the parser calls that construct, if it says so.
    """
    candidates = [*_outside_blocks(lines[: flagged + 1])]
    for row in range(len(candidates) - 1, -1, -1):
        line = candidates[row]
        for pattern, message, remedy in MISTAKES:
            if match := pattern.match(line):
                groups = {**match.groupdict(), "quoted": _quote(line)}
                return YamlHint(row, match.start("at"), message.format(**groups), remedy.format(**groups))
        if hint := comment_hint(row, line, line):
            return hint
    if begun is not None and "flow" in within:
        message = "What opens here is not closed, or is closed by another sign."
        return YamlHint(*begun, message, "Close every [ with ] and every { with }.")
    return _check_position(lines, flagged, begun[0] if begun else None)


def _check_position(lines: Sequence[str], flagged: int, begun: int | None) -> YamlHint | None:
    """Return what is wrong with the position of a line: it is not a field, or is not indented like its siblings."""
    first = next((row for row, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    if first < flagged < len(lines) and (match := LISTED.match(lines[first])) and NAMED.match(lines[flagged]):
        message = "A dash stands before the first field, as if the fields were items of a list."
        return YamlHint(first, 0, message, f"Remove it: `{match['name']}: …`.")
    above = next((row for row in range(min(flagged, len(lines)) - 1, -1, -1) if lines[row].strip()), None)
    for row in (begun, above if above is not None and not lines[above].startswith((" ", "#")) else None):
        if row is not None and lines[row].strip() and not BEGINS.match(lines[row]):
            message = "This line is neither a field nor a part of what stands above it."
            remedy = "Indent what belongs to the field above; otherwise, write it as `name: …`."
            return YamlHint(row, len(lines[row]) - len(lines[row].lstrip()), message, remedy)
    if flagged < len(lines) and (match := BEGINS.match(lines[flagged])):
        message = "This line is indented otherwise than those that it belongs to."
        remedy = "Let the fields of an item stand exactly below each other, and dashes below dashes."
        return YamlHint(flagged, match.end("indent"), message, remedy)
    return None


def comment_hint(row: int, line: str, masked: str) -> YamlHint | None:
    """Return what is wrong with a line that ends in a comment, or None.

    `masked` is the line with texts masked, so that every `#` in it begins a comment.
    """
    if (match := COMMENT.match(masked)) is None:
        return None
    column = match.start("comment")
    left_out = line[column:].rstrip()
    if (reference := ID.fullmatch(left_out)) and match["before"].rstrip().endswith((":", "-")):
        message = f"`{left_out}` is left out: # begins a comment."
        return YamlHint(row, column, message, f"Write the id without it: `{reference['id']}`.")
    excerpt = left_out if len(left_out) <= 40 else f"{left_out[:40]}…"
    message = f"What follows a space and # is a comment, and would be left out: `{excerpt}`."
    return YamlHint(
        row, column, message, "Put quotation marks around the whole text; write comments on lines of their own."
    )


def is_almost_rule(line: str) -> bool:
    """Whether a line was meant to be the `---` around front matter, and is not."""
    return ALMOST_RULE.fullmatch(line) is not None


def _outside_blocks(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines, with blank ones for block texts below a `|` or a `>`, which may contain anything."""
    within: int | None = None
    for line in lines:
        indent = len(line) - len(line.lstrip(" "))
        if within is not None and (indent > within or not line.strip()):
            yield ""
            continue
        header = BLOCK.fullmatch(line)
        within = len(header["indent"]) if header else None
        yield line


def _quote(line: str) -> str:
    """Return how to write a field or an item with quotation marks."""
    name = re.match(r" *((?:- +)*(?:[\w-]+: +)?)", line)
    before = name[1] if name else ""
    mark = "'" if '"' in line else '"'
    return f"{before}{mark}…{mark}"
