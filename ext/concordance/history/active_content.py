"""Active content: lines that let a page do more than display words.

Unlike annotations, pages may hold any Markdown, and strangers propose changes to them. Each line is judged by itself,
so that examples in code are listed as well: maintainers had better see too much than too little.
"""

from __future__ import annotations

import re
from collections import Counter

# Directives and roles of Sphinx and its parsers that read files, show content from elsewhere, or define others.
ACTIVE_NAMES = "csv-table|default-role|download|eval-rst|figure|figure-md|image|include|literalinclude|meta|raw|role"
ACTIVE = re.compile(rf"<(?!https?://)[a-z/!?]|!\[|:img-|\{{(?:{ACTIVE_NAMES})\}}", re.IGNORECASE)
# Where a block of code begins or ends: a change there can activate what was code before.
FENCE = re.compile(r"[\s>*+.\d-]*(`{3,}|~{3,}|:{3,})")
# Lines of front matter that only set one word. Others can make the parser run what the page holds.
HARMLESS = re.compile(r"[a-z_-]+: \w+|")


def active_lines(before: str, after: str) -> tuple[str, ...]:
    """Return the active lines that a page gains, each once: HTML, pictures, and what reads files or runs something.

    `before` and `after` are the Markdown of the page.
    """
    lines = after.split("\n")
    old, new = Counter(before.split("\n")), Counter(lines)
    moved = any(FENCE.match(line) for line in (old - new) | (new - old))
    gained = new if moved else new - old
    head = _front_matter_end(lines)
    active = [
        line
        for number, line in enumerate(lines)
        if gained[line] and (ACTIVE.search(line) or (0 < number < head and not HARMLESS.fullmatch(line)))
    ]
    return tuple(dict.fromkeys(line.strip() for line in active))


def _front_matter_end(lines: list[str]) -> int:
    """Return the index of the line that ends the front matter, 0 if there is none."""
    dashes = len(lines[0]) - len(lines[0].lstrip("-"))
    ends = re.compile(rf"-{{{dashes},}} *|\.\.\. *")
    closing = (number for number, line in enumerate(lines) if number and ends.fullmatch(line))
    return next(closing, 0) if dashes >= 3 else 0
