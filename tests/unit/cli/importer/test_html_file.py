"""A page of the web is read as browsers show it, without what belongs to the site around the text."""

from __future__ import annotations

import pytest
from concordance.cli.importer.html_file import read_html, table_paragraph
from concordance.cli.importer.paragraphs import LineRange, Outline
from source_words import plain, texts


def read(page: str, outline: Outline | None = None) -> list[str]:
    return texts(read_html(page, outline or Outline()).paragraphs)


def test_what_browsers_hide_and_what_leads_through_a_site_is_no_text() -> None:
    page = "<head><title>T</title></head><nav>Home</nav><script>x()</script><p>Lamps <b>are</b>\n lit.</p><svg>s</svg>"
    assert read(page) == ["Lamps are lit."]


def test_paragraphs_have_their_lines_and_headings_their_levels() -> None:
    first, second = read_html("<h2>On oil</h2>\n<div>\nOil is fat.</div>", Outline()).paragraphs
    assert (first.line, first.heading) == (1, 2)
    assert (second.line, second.heading) == (3, 0)


def test_lines_that_are_left_out_are() -> None:
    assert read("<p>Lamps.</p>\n<p>Print this page</p>", Outline(left_out=(LineRange(2, 2),))) == ["Lamps."]


@pytest.mark.parametrize(
    ("page", "items"),
    [
        ("<ol><li>One</li><li value=5>Two</li><li>Three</li></ol>", ["1. One", "5. Two", "6. Three"]),
        ("<ol type=a start=3><li>One</li></ol>", ["c. One"]),
        ('<ol style="list-style: upper-roman"><li>One</li><li>Two</li></ol>', ["I. One", "II. Two"]),
        ("<ul><li>One</li></ul>", ["One"]),
    ],
)
def test_items_have_the_numbers_that_browsers_show(page: str, items: list[str]) -> None:
    assert read(page) == items


def test_a_raised_number_behind_words_calls_a_footnote() -> None:
    content = read_html('<p>Lamps<sup>[1]</sup> <b>2</b></p><div id="fn1">1. See <i>oil</i>.</div>', Outline())
    (paragraph,) = content.paragraphs
    assert (paragraph.text, paragraph.inline.calls()) == ("Lamps 2", [1])
    assert content.footnotes[1].text == "See oil."


def test_a_table_that_only_sets_things_apart_is_paragraphs() -> None:
    assert read("<table><tr><td>Lamps.</td><td>Oil.</td></tr></table>") == ["Lamps.", "Oil."]
    assert read("<table><tr><td>(a)</td><td>lamps;</td></tr><tr><td>(b)</td><td>oil.</td></tr></table>") == [
        *("(a) lamps;", "(b) oil.")
    ]


def test_a_table_of_data_has_a_head_and_a_cell_for_each_column() -> None:
    table = table_paragraph([[plain("Lamp"), plain("Fee")], [plain("a|b")]], 7)
    assert table.table == "| Lamp | Fee |\n| --- | --- |\n| a\\|b |  |"
    assert table.line == 7
