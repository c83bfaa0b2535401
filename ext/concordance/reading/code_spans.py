"""Markdown without what is meant to be read as it is: what stands in code, and what is escaped. Pure; no Sphinx."""

from __future__ import annotations

import re

BLOCK = r"^(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[^`\n]*\n.*?(?:^(?P=indent)(?P=fence)[`~]*[ \t]*$|\Z)"
# Looking further for the end of each sign would take time that grows with the square of what is given.
SPAN = r"(?<!`)(?P<code>`+)(?!`)(?:(?!\n\n).){1,400}?(?<!`)(?P=code)(?!`)"
MEANT = re.compile(rf"{BLOCK}|\\[!-/:-@\[-`{{-~]|{SPAN}", re.DOTALL | re.MULTILINE)


def without_code(text: str) -> str:
    """Return a text in which all such characters are an x, so that the others keep their places."""
    return MEANT.sub(lambda match: re.sub(r"[^\n]", "x", match[0]), text)
