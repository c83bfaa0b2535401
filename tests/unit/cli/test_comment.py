"""What is posted to a proposal: nothing in it can act."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from concordance.cli.comment import CUT, LONGEST, REFUSED, format_comment
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

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


@pytest.mark.parametrize(
    "line", [*HOSTILE[:4], "~~~", "```js", "/close", "- [ ] item", "\u202e", "see www.phish.example"]
)
def test_a_comment_with_anything_else_is_not_posted(line: str) -> None:
    assert format_comment(f"## What changes\n\n```diff\n+ x\n```\n{line}\n".encode()) == REFUSED
    assert format_comment(b"\xff") == REFUSED


ESCAPES = [
    "````",
    "`````````",
    "``` ",
    "```\t",
    " ```",
    "  ```",
    "   ```",
    "   ````  ",
    "+ x\r```",
    "\r```\r",
    "\x0b```",
    "\x85```",
]


@pytest.mark.parametrize("line", [*ESCAPES, "\u2028```", "\u202ereversed", "\x1b[31mred", "\x00"])
def test_nothing_gets_out_of_a_block(line: str) -> None:
    live = "@everyone [site](https://evil.example) ![x](https://evil.example/p.png) <b>hi</b>"
    text = f"## What changes\n\n```diff\n+ a\n{line}\n\n{live}\n```\n"
    assert format_comment(text.encode()) == REFUSED
    # Cut off in the middle, it closes all the same.
    assert format_comment(f"## What changes\n\n```diff\n{line}\n{'+ a' * LONGEST}".encode()) == REFUSED


@pytest.mark.parametrize("line", [*HOSTILE[:4], "~~~", "+ ``", "    - indented"])
def test_what_only_looks_dangerous_in_a_block_is_posted(line: str) -> None:
    text = f"## What changes\n\n```diff\n+ a\n{line}\n```\n"
    assert format_comment(text.encode()) == text
    assert set(outside(text)) == {"heading_open", "inline", "text", "heading_close"}


LINES = [
    "+ a",
    "",
    "```",
    "````",
    "```diff",
    " ```",
    "> ```",
    "``` ",
    "~~~",
    "## a",
    "* a",
    "![a](a:a)",
    "<b>",
    "a\r```\ra",
]


@given(st.lists(st.sampled_from(LINES), max_size=20))
def test_whatever_is_posted_holds_nothing_that_acts(lines: list[str]) -> None:
    posted = format_comment(f"## What changes\n\n```diff\n{chr(10).join(lines)}\n".encode())
    assert posted == REFUSED or not {"link_open", "image", "html_inline", "html_block"} & set(outside(posted))
    shown = "".join(token.content for token in MarkdownIt().parse(posted) if token.type == "inline")
    assert not re.search(r"[@<>\[\]!/`]|www", shown)


def test_a_long_list_is_cut_where_its_block_still_closes() -> None:
    text = format_comment(("## What changes\n\n````diff\n" + "+ ```words\n" * 10_000 + "````\n").encode())
    assert len(text) < LONGEST + 200
    assert text.endswith(f"+ ```words\n````\n\n{CUT}")
