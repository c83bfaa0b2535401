"""A text in Markdown is read with its lists, its footnotes and its headings, as a page would show them."""

from __future__ import annotations

import pytest
from concordance.cli.importer.markdown_file import front_matter, read_markdown
from concordance.cli.importer.paragraphs import LineRange, Outline
from source_words import texts


def read(text: str, outline: Outline | None = None) -> list[str]:
    return texts(read_markdown(text, outline or Outline()).paragraphs)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. One\n2. Two\n", ["1. One", "2. Two"]),
        ("1. One\n1. Two\n", ["1. One", "2. Two"]),
        ("3) One\n5) Two\n", ["3) One", "5) Two"]),
        ("- One\n- Two\n", ["- One", "- Two"]),
        ("- (a) One\n- (b) Two\n", ["(a) One", "(b) Two"]),
    ],
)
def test_items_have_their_markers(text: str, items: list[str]) -> None:
    assert read(text) == items


def test_lines_of_one_paragraph_that_begin_as_items_do_are_items() -> None:
    assert read("Keepers shall:\n(a) wake;\n(b) write.\n") == ["Keepers shall:", "(a) wake;", "(b) write."]
    assert read("Keepers of lamp\n(b) shall wake.\n") == ["Keepers of lamp (b) shall wake."]


def test_indented_lines_are_paragraphs_and_no_code() -> None:
    assert read("Keepers:\n\n    (a) wake;\n") == ["Keepers:", "(a) wake;"]


def test_headings_have_their_levels_and_lists_their_depths() -> None:
    paragraphs = read_markdown("## On oil\n\n- Oil\n  - fat\n", Outline()).paragraphs
    assert [(each.line, each.heading, each.depth) for each in paragraphs] == [(1, 2, 0), (3, 0, 1), (4, 0, 2)]


def test_footnotes_are_called_by_their_marks_or_raised_numbers() -> None:
    content = read_markdown("Lamps[^1] and oil<sup>2</sup> *3*.\n\n[^1]: See *oil*.\n\n[^2]: See fat.\n", Outline())
    (paragraph,) = content.paragraphs
    assert (paragraph.text, paragraph.inline.calls()) == ("Lamps and oil 3.", [1, 2])
    assert content.footnotes[1].text == "See oil."


def test_a_paragraph_that_is_a_link_is_marked_as_one() -> None:
    linked, other = read_markdown(
        "[Print this page](x.html)\n\nSee [oil](x.html) and fat of all kinds.\n", Outline()
    ).paragraphs
    assert linked.linked
    assert not other.linked


def test_tables_keep_their_form_and_lines_that_are_left_out_are_gone() -> None:
    paragraphs = read_markdown("| Lamp | Fee |\n|---|---|\n| Red | 1 |\n", Outline()).paragraphs
    assert [(each.text, bool(each.table)) for each in paragraphs] == [("Lamp Fee Red 1", True)]
    assert read("Lamps.\n\nShare this\n", Outline(left_out=(LineRange(3, 3),))) == ["Lamps."]


def test_front_matter_ends_with_a_line_and_stands_first() -> None:
    assert front_matter("---\ntitle: T\n---\nLamps.\n") == LineRange(1, 3)
    assert front_matter("---\ntitle: T\n") is None
    assert front_matter("Lamps.\n\n---\n\n---\n") is None
