"""What a page gains that could act is named loudly, and what stood there before or only speaks is not."""

from __future__ import annotations

import pytest
from concordance.cli.changes import read_version
from concordance.cli.comment import format_comment
from edition import Edition
from proposed_changes import NO_FILES, compare, part

ACTING = "A page gains what could act"


@pytest.mark.parametrize(
    "line",
    [
        "<b>bold</b> and <!-- hidden -->",
        "<script",
        "> - ```{raw} html",
        ":::{RAW} html",
        "```{include} ../conf.py",
        "```{literalinclude} /etc/passwd",
        "```{eval-rst}",
        "```{csv-table}",
        "```{role} html(raw)",
        "{download}`../conf.py`",
        "![seen](https://tracker.example/x.png)",
        "```{figure} https://tracker.example/x.png",
        ":::{grid-item-card}\n:img-top: https://tracker.example/x.png",
    ],
)
def test_a_page_that_gains_what_could_act_is_named_loudly(tiny: Edition, line: str) -> None:
    tiny.change("source/bodies.md", "# ", f"{line}\n\n# ")
    text = compare(tiny)
    assert ACTING in text.split("###")[0], "said before anything else"
    assert part(text, "What could act") == ["  bodies.html", f"+   {line.splitlines()[-1]}"]
    assert format_comment(text.encode(), *NO_FILES) == text


@pytest.mark.parametrize(
    "head",
    [
        "---\nmyst:\n  enable_extensions: [substitution]\n---\n",
        '---\n"\\x6dyst": {enable_extensions: [substitution]}\n---\n',
        "-----\n---\nmyst: {substitutions: {a: b}}\n-----\n",
        "---\norphan: true\n? myst\n: {substitutions: {a: b}}\n...\n",
    ],
)
def test_a_page_that_sets_up_its_own_parser_could_run_anything(tiny: Edition, head: str) -> None:
    tiny.change("source/bodies.md", "# ", f"{head}# ")
    assert ACTING in compare(tiny)


def test_what_stood_there_before_or_only_speaks_is_not_named(tiny: Edition) -> None:
    tiny.change("source/bodies.md", "# ", "<b>Here before.</b>\n\n# ")
    before = read_version(tiny.root, "Before")
    tiny.change("source/bodies.md", "# ", "# 1 < 2, see <https://example.org> ")
    tiny.change("source/index.md", "# ", "---\norphan: true\ntocdepth: 2\n---\n# ")
    text = compare(tiny, before)
    assert part(text, "Other pages written anew") == ["  bodies.html", "  index.html"]
    assert ACTING not in text


def test_what_was_shown_as_code_and_comes_to_life_is_named(tiny: Edition) -> None:
    tiny.change("source/bodies.md", "# ", "```html\n<script>\n```\n\n# ")
    before = read_version(tiny.root, "Before")
    tiny.change("source/bodies.md", "```html\n<script>\n```\n", "<script>\n")
    text = compare(tiny, before)
    assert part(text, "What could act") == ["  bodies.html", "+   <script>"]
