"""Markdown as plain paragraphs."""

from __future__ import annotations

from concordance.reading.prose import plain_paragraphs


def test_prose_is_plain_and_in_the_paragraphs_that_are_numbered() -> None:
    markdown = "*One* and [two](#x), see [](#y).\nThree.[^1]\n\n- an item\n- another\n\nFour `code`.\n\n[^1]: A note."
    assert plain_paragraphs(markdown) == ("One and two, see [](#y). Three. an item another", "Four code. A note.")
    assert plain_paragraphs("") == ()
    assert plain_paragraphs("> quoted\n\nafter") == ("quoted", "after"), "what stands first is numbered as well"
