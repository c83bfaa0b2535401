"""Marks of a transcript become Markdown, and words that Markdown would eat stay words."""

from __future__ import annotations

import re

import pytest
from concordance.cli.importer.markup import parse_inline, to_markdown
from markdown_it import MarkdownIt


@pytest.mark.parametrize(
    ("raw", "markdown"),
    [
        ("*Urges* all", "*Urges* all"),
        ("*Adopts it all, and*", "*Adopts it all, and*"),
        ("to counter it, ,*", "to counter it, ,"),
        ("one * alone", "one  alone"),
        ("a ~~–word~~ out", "a {struck}`–word` out"),
        ("the end.¹²", "the end.[^12]"),
        ("*Ibid.*, vol. 2", "*Ibid.*, vol. 2"),
    ],
)
def test_marks_of_the_transcript_become_markdown(raw: str, markdown: str) -> None:
    assert to_markdown(parse_inline(raw)) == markdown


@pytest.mark.parametrize(
    "words",
    [
        "a_b_c and [d] {e} `f` $g$ \\h ~i~ <j> <b>k</b> &amp; l & m < n",
        "1. not a list",
        "2) nor this",
        "- nor this",
        "+ nor this",
        "# no heading",
        "> no quotation",
        "=== no rule",
        "% no comment",
        ":no: option",
        "::: no fence",
        "(no)= target",
        "7 November 2019",
        "“Curly” and \"straight\" – 'quotes'",
    ],
)
def test_what_markdown_would_eat_is_escaped(words: str) -> None:
    written = to_markdown(parse_inline(words))
    tokens = MarkdownIt("commonmark").parse(written)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(child.content for child in tokens[1].children or []) == words
    # These open something in MyST, which plain Markdown does not know.
    assert not re.match(r"[%:+]|\(\w+\)=", written)
