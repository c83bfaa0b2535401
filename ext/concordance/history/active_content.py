"""Lines by which a page could do more than say something. Pure; no Sphinx.

Pages that are no annotations may hold any Markdown, and strangers propose changes to them. Lines are looked at without
what stands around them, so that code is told of as well: rather too much than too little is shown to maintainers.
"""

from __future__ import annotations

import re
from collections import Counter

# Directives and roles of Sphinx and its parsers that read files, show what stands elsewhere, or make others that do.
NAMES = "csv-table|default-role|download|eval-rst|figure|figure-md|image|include|literalinclude|meta|raw|role"
ACTS = re.compile(rf"<(?!https?://)[a-z/!?]|!\[|:img-|\{{(?:{NAMES})\}}", re.IGNORECASE)
# Where a block of code begins or ends: a change there can bring to life what stood in it.
FENCE = re.compile(r"[\s>*+.\d-]*(`{3,}|~{3,}|:{3,})")
# Settings at the head of a page that are no more than a word. Others can have the parser run what the page holds.
HARMLESS = re.compile(r"[a-z_-]+: \w+|")


def acting(before: str, after: str) -> tuple[str, ...]:
    """Return the lines that a page gains which hold HTML, a picture, or what reads files or runs something."""
    lines = after.split("\n")
    old, new = Counter(before.split("\n")), Counter(lines)
    moved = any(FENCE.match(line) for line in (old - new) | (new - old))
    gained = new if moved else new - old
    head = _head(lines)
    found = [
        line
        for number, line in enumerate(lines)
        if gained[line] and (ACTS.search(line) or (0 < number < head and not HARMLESS.fullmatch(line)))
    ]
    return tuple(dict.fromkeys(line.strip() for line in found))


def _head(lines: list[str]) -> int:
    """Return the number of the line that ends the settings at the head of a page, 0 if there are none."""
    dashes = len(lines[0]) - len(lines[0].lstrip("-"))
    ends = re.compile(rf"-{{{dashes},}} *|\.\.\. *")
    found = (number for number, line in enumerate(lines) if number and ends.fullmatch(line))
    return next(found, 0) if dashes >= 3 else 0
