"""Mask what Markdown takes literally: code, and escaped characters."""

from __future__ import annotations

import re

BLOCK = r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?(?:^(?P=indent)(?P=fence)[`~]*[ \t]*$|\Z)"
# The search for the closing backticks is limited: unlimited, its time would grow with the square of the length.
SPAN = r"(?<!`)(?P<code>`+)(?!`)(?:(?!\n\n).){1,400}?(?<!`)(?P=code)(?!`)"
LITERAL = re.compile(rf"{BLOCK}|\\[!-/:-@\[-`{{-~]|{SPAN}", re.DOTALL | re.MULTILINE)


def without_code(text: str) -> str:
    """Return `text` with an x in place of every literal character, so that all others keep their places."""
    return LITERAL.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text)
