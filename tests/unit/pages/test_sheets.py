"""Which parts of a page that would grow too large stand on which of its sheets."""

from __future__ import annotations

import re

from concordance.pages.sheets import END_PART, LATER, begin_part, divide

DOCNAME = "annex/whole"


def part(name: str, length: int = 100, link: str = "") -> str:
    content = f'<h2 id="{name}">{name}</h2>{link}'.ljust(length, ".")
    return f"{begin_part(name, name.upper(), 'whole no-search')}{content}{END_PART}"


def page(*parts: str) -> str:
    return f'<section><h1>Whole</h1><p>Before.</p><div class="whole no-search">{"".join(parts)}</div></section>'


def headings(sheet: str) -> list[str]:
    return re.findall(r'<h2 id="(.+?)">', sheet)


def test_a_small_page_is_left_whole_and_without_marks() -> None:
    (sheet,) = divide(page(part("a"), part("b")), DOCNAME, "Whole", 1000)
    assert headings(sheet) == ["a", "b"]
    assert "<!--" not in sheet


def test_a_page_without_parts_is_left_whole_however_large_it_is() -> None:
    assert divide("x" * 2000, DOCNAME, "Whole", 1000) == ["x" * 2000]


def test_a_large_page_keeps_what_fits_and_leads_to_the_rest_by_the_same_ids() -> None:
    first, *others = divide(page(*map(part, "abcdefgh")), DOCNAME, "Whole", 300)
    assert [headings(sheet) for sheet in (first, *others)] == [["a", "b"], ["c", "d", "e"], ["f", "g", "h"]]
    assert "<p>Before.</p>" in first
    assert re.findall(r'<p class="continued" id="(.)"><a href="(.+?)">(.)</a>', first) == [
        *((name, f"whole.2.html#{name}", name.upper()) for name in "cde"),
        *((name, f"whole.3.html#{name}", name.upper()) for name in "fgh"),
    ]


def test_every_sheet_says_which_it_is_and_leads_to_the_others() -> None:
    sheets = divide(page(*map(part, "abcdefgh")), DOCNAME, "Whole", 300)
    for number, sheet in enumerate(sheets, start=1):
        links = re.findall(r'<li><a href="(.+?)"', sheet)
        names = ["whole.html", "whole.2.html", "whole.3.html"]
        names[number - 1] = "#"
        assert links == names
    assert "<h1>Whole (2 of 3)</h1>" in sheets[1]
    assert sheets[1].count('<div class="whole no-search">') == 1


def test_a_part_that_is_too_large_has_a_sheet_of_its_own() -> None:
    sheets = divide(page(part("a"), part("b", 900), part("c")), DOCNAME, "Whole", 300)
    assert [headings(sheet) for sheet in sheets] == [["a"], ["b"], ["c"]]


def test_links_within_the_page_lead_to_the_sheets_where_their_ends_are_now() -> None:
    to_b = '<a href="#b">b</a> <a href="#c">c</a> <a href="#x">x</a>'
    sheets = divide(page(part("a", 100), part("b", 100), part("c", 200, to_b)), DOCNAME, "Whole", 350)
    assert [headings(sheet) for sheet in sheets] == [["a", "b"], ["c"]]
    assert '<a href="whole.html#b">b</a> <a href="#c">c</a> <a href="#x">x</a>' in sheets[1]


def test_every_sheet_has_the_notices_of_the_page() -> None:
    notice = '<p class="notice">A draft.</p>'
    sheets = divide(page(part("a"), part("b")).replace("<p>", f"{notice}<p>"), DOCNAME, "Whole", 250)
    assert [sheet.count(notice) for sheet in sheets] == [1, 1]


def test_titles_cannot_end_a_mark() -> None:
    text = f"{begin_part('a', 'A --> <b>')}a{END_PART}"
    assert divide(text, DOCNAME, "Whole", 1000) == ["a"]
    assert "A &#45;&#45;&gt; &lt;b&gt;" in divide(f"<h1></h1>{text}{'x' * 99}", DOCNAME, "Whole", 90)[0]


def folded(name: str) -> str:
    content = f'{begin_part(name, name.upper(), LATER)}<noscript class="later"><p id="{name}-c1">Said.</p></noscript>'
    return f'<h2 id="of-{name}">{name}</h2><details id="{name}"><summary>Notes</summary>{content}{END_PART}</details>'


def test_what_is_folded_is_moved_as_a_whole_and_every_address_in_it_leads_on() -> None:
    page = f"<section><h1>Text</h1>{folded('a')}{folded('b')}{'x' * 500}</section>"
    assert divide(page, "texts/t", "Text", 5000) == [re.sub("<!--.*?-->", "", page)]
    first, second = divide(page, "texts/t", "Text", 600)
    assert headings(first) == ["of-a", "of-b"], "the words stay where they are"
    assert "Said." not in first
    stub = '<p class="continued later"><span id="a-c1"></span><a href="t.2.html#a">A</a></p>'
    assert f'<details id="a"><summary>Notes</summary>{stub}</details>' in first
    assert second.count("<noscript") == 0
    assert re.findall('<section class="unfolded" id="(.)"><h2><a href="(.+?)">', second) == [
        ("a", "t.html#a"),
        ("b", "t.html#b"),
    ]
    # By these marks, a script finds what it puts back.
    assert re.findall("<!--part (.)-->(.+?)<!--/part-->", second)[1] == ("b", '<p id="b-c1">Said.</p>')
