"""Lines by which a page could do more than say something."""

from __future__ import annotations

import pytest
from concordance.history.active_content import active_lines

PAGE = "# Title\n\nWords.\n"


@pytest.mark.parametrize(
    "line",
    [
        "<b>bold</b>",
        "</script>",
        "![a picture](a.png)",
        "```{include} ../conf.py",
        "{raw}`html`",
        ":::{EVAL-RST}",
        ":img-top: a.png",
        "<!-- a comment",
    ],
)
def test_a_line_that_could_act_is_named(line: str) -> None:
    assert active_lines(PAGE, f"{PAGE}{line}\n") == (line,)


@pytest.mark.parametrize(
    "line", ["See <https://example.org>.", "1 < 2", "A [link](#rules-1).", ":::{provision} rules-1", "{struck}`all`"]
)
def test_a_line_that_only_speaks_is_not(line: str) -> None:
    assert active_lines(PAGE, f"{PAGE}{line}\n") == ()


def test_what_stood_there_before_is_not_named_again_but_a_second_one_is() -> None:
    before = f"{PAGE}<b>x</b>\n"
    assert active_lines(before, f"More.\n{before}") == ()
    assert active_lines(before, f"{before}<b>x</b>\n") == ("<b>x</b>",)


def test_where_a_block_of_code_begins_or_ends_elsewhere_all_that_could_act_is_named() -> None:
    before = "# Title\n\n```text\n<b>x</b>\n```\n"
    assert active_lines(before, "# Title\n\n<b>x</b>\n") == ("<b>x</b>",)


@pytest.mark.parametrize(
    ("setting", "named"), [("orphan: true", False), ("myst: {enable_extensions: [html_image]}", True)]
)
def test_settings_at_the_head_are_named_if_they_are_more_than_a_word(setting: str, named: bool) -> None:
    assert active_lines(PAGE, f"---\n{setting}\n---\n{PAGE}") == ((setting,) if named else ())
    assert active_lines(PAGE, f"{PAGE}\n{setting}\n") == (), "further down it is prose"
