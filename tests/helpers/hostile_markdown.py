"""Markdown that would do something where a host shows it, and what of a text can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator

HOSTILE = [
    "@everybody come and see #1 and !2",
    "![seen](https://tracker.example/x.png)",
    "[click](https://phish.example) https://phish.example www.phish.example",
    "<img src=https://tracker.example><script>alert(1)</script>",
    "``` and ```` and `````diff",
    "~~~",
    "/close",
    "\u202ereversed \u200bhidden\u200b \x1b[31mred",
]


def outside(text: str) -> Iterator[str]:
    """Yield the kinds of all that stands outside of blocks of code, as a host reads the Markdown."""
    for token in MarkdownIt("gfm-like", {"linkify": False}).parse(text):
        if token.type != "fence":
            yield token.type
            yield from (child.type for child in token.children or ())


def words_outside(text: str) -> str:
    """Return the Markdown of all paragraphs and headings outside of blocks of code."""
    return "".join(token.content for token in MarkdownIt().parse(text) if token.type == "inline")
