"""What is posted to a proposal: nothing in it can act."""

from __future__ import annotations

import json
import re

import pytest
from concordance.cli import comment
from concordance.cli.comment import LONGEST
from concordance.history.change_sentences import CUT, CUT_FILES, OUTSIDE_SECTION, REFUSED
from hostile_markdown import HOSTILE, outside, words_outside
from hypothesis import given
from hypothesis import strategies as st


def listed(*files: tuple[str, str, str]) -> bytes:
    return "".join(f"{line}\n" for line in ("false", *map(json.dumps, files))).encode()


def format_comment(data: bytes, *names: str) -> str:
    return comment.format_comment(data, listed(), listed(*((name, "100644", "c0ffee") for name in names)))


@pytest.mark.parametrize(
    "line",
    [
        *HOSTILE[:4],
        "~~~",
        "```js",
        "/close",
        "- [ ] item",
        "\u202e",
        "see www.phish.example",
        "I have looked at this.",
        "### Approved",
        "Nothing changes in the edition since main.",
    ],
)
def test_a_comment_with_anything_else_is_not_posted(line: str) -> None:
    assert format_comment(f"## What changes in the edition\n\n```diff\n+ x\n```\n{line}\n".encode()) == REFUSED
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
    text = f"## What changes in the edition\n\n```diff\n+ a\n{line}\n\n{live}\n```\n"
    assert format_comment(text.encode()) == REFUSED
    # Cut off in the middle, it closes all the same.
    assert format_comment(f"## What changes in the edition\n\n```diff\n{line}\n{'+ a' * LONGEST}".encode()) == REFUSED


@pytest.mark.parametrize("line", [*HOSTILE[:4], "~~~", "+ ``", "    - indented"])
def test_what_only_looks_dangerous_in_a_block_is_posted(line: str) -> None:
    text = f"## What changes in the edition\n\n```diff\n+ a\n{line}\n```\n"
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
    posted = format_comment(f"## What changes in the edition\n\n```diff\n{chr(10).join(lines)}\n".encode())
    assert posted == REFUSED or not {"link_open", "image", "html_inline", "html_block"} & set(outside(posted))
    assert not re.search(r"[@<>\[\]!/`]|www", words_outside(posted))


def test_a_long_list_is_cut_where_its_block_still_closes() -> None:
    text = format_comment(
        ("## What changes in the edition\n\n````diff\n" + "+ ```words\n" * 10_000 + "````\n").encode()
    )
    assert len(text) < LONGEST + 200
    assert text.endswith(f"+ ```words\n````\n\n{CUT}")


NOTHING = b"Nothing changes in the edition since 0123456789.\n"


def test_a_proposal_that_changes_what_makes_the_edition_is_never_told_to_change_nothing() -> None:
    assert format_comment(NOTHING) == NOTHING.decode()
    names = [
        "conf.py", "Makefile", ".gitattributes", "source/.gitattributes", "ids.lock", "ext/concordance/__init__.py",
        ".github/workflows/publish.yml", "requirements.txt", "package-lock.json", "source/drawing.svg", "sourcery.md",
        "annotations/script.py",
    ]  # fmt: skip
    for name in names:
        posted = format_comment(NOTHING, "annotations/annex/1.md", name)
        assert f"\n  {name}\n" in posted and f"### {OUTSIDE_SECTION}" in posted
        assert "Nothing changes in the edition" not in posted
        assert posted.endswith("Nothing changes in texts and annotations since 0123456789.\n")
    assert OUTSIDE_SECTION not in format_comment(NOTHING, "annotations/annex/1.md", "source/a.png")


def test_only_what_differs_is_named() -> None:
    same, before, after = ("ext/a.py", "100644", "1"), ("conf.py", "100644", "1"), ("conf.py", "100644", "2")
    assert comment.format_comment(NOTHING, listed(same), listed(same)) == NOTHING.decode()
    posted = comment.format_comment(NOTHING, listed(same, before), listed(same, after))
    assert "\n  conf.py\n" in posted
    assert "ext/a.py" not in posted


@pytest.mark.parametrize("mode", ["100755", "120000", "160000"])
def test_a_file_of_the_edition_that_can_be_run_or_leads_elsewhere_is_named(mode: str) -> None:
    before, after = (("annotations/a.md", each, "1") for each in ("100644", mode))
    assert "\n  annotations/a.md\n" in comment.format_comment(NOTHING, listed(before), listed(after))


def test_the_former_name_of_a_file_counts_as_well() -> None:
    before, after = (("conf.py", "100644", "1"), ("annotations/annex/1.md", "100644", "1"))
    assert "\n  conf.py\n" in comment.format_comment(NOTHING, listed(before), listed(after))


def test_what_the_host_might_never_say_is_not_taken_for_a_file_of_the_edition() -> None:
    for line in (b"annotations/a.md\n", b"\xff\n", b'{"a": 1}\n', b'["annotations/a.md"]\n', b"[" * 100_000 + b"\n"):
        assert OUTSIDE_SECTION in comment.format_comment(NOTHING, listed(), b"false\n" + line)


def test_the_name_of_a_file_is_a_name_and_nothing_else() -> None:
    names = [*HOSTILE, "```\n@everybody", "a" * 10_000]
    posted = format_comment(NOTHING, *names)
    harmless = {f"{name}_{end}" for name in ("heading", "paragraph", "strong") for end in ("open", "close")}
    assert set(outside(posted)) <= {*harmless, "inline", "text", "softbreak"}
    assert len(posted) < 5_000


def test_more_files_than_a_host_tells_of_are_never_nothing() -> None:
    for cut in (b"", b"true\n", b'["annotations/a.md", "100644", "1"]\n'):
        posted = comment.format_comment(NOTHING, listed(), cut)
        assert posted.startswith(CUT_FILES)
        assert "Nothing changes in the edition" not in posted
    posted = format_comment(NOTHING, *(f"ext/{number}.py" for number in range(1_000)))
    assert CUT_FILES in posted
    assert len(posted) < 10_000
