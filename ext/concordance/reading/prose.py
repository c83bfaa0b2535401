"""The plain words of editors' Markdown, for search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.reading.markdown import parser

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from markdown_it.token import Token

BREAKS = frozenset({"softbreak", "hardbreak"})


def plain_paragraphs(markdown: str) -> tuple[str, ...]:
    """Return the words of each numbered paragraph of a commentary.

    Lists, tables and quotes belong to the paragraph before them. A link without words, which will show the label of its
    target, is kept as it was written: `[](#id)`.
    """
    paragraphs: list[list[str]] = []
    for token in parser().parse(markdown):
        opens = token.level == 0 and token.nesting >= 0
        if opens and (token.type == "paragraph_open" or not paragraphs):
            paragraphs.append([])
        if token.type == "inline":
            paragraphs[-1] += _words(token.children or ())
            paragraphs[-1].append(" ")
    return tuple(" ".join("".join(words).split()) for words in paragraphs)


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    target = ""
    for token in tokens:
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
        elif token.type == "link_close":
            yield f"[]({target})" if target.startswith("#") else ""
            target = ""
        elif token.type in BREAKS:
            yield " "
        elif token.type in {"text", "code_inline", "myst_role"}:
            target = ""
            yield token.content
