"""No HTML that can act comes into the edition, by whatever way it stands on a page."""

from __future__ import annotations

import pytest
from concordance.model.problems import Place, ProblemKind
from concordance.reading.page_html import check_html, check_page_html
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings

PATH = "source/page.md"
PLACE = Place(PATH, 2, 1)


def lines(text: str) -> list[int]:
    """Return the lines of a page on which there is HTML that is not allowed."""
    return [problem.place.line for problem in check_page_html(parse_page(text, PATH, PageSettings()))]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../data/graph.json">',
        '<a href="data/schemas/annotation.json">',
        '<a href="changes.atom">',
        "</a>",
        "<code>",
        "</code>",
        "<br />\n",
    ],
)
def test_links_to_data_files_and_what_parsers_write_are_harmless(html: str) -> None:
    assert check_html(html, PLACE) is None


@pytest.mark.parametrize(
    "html",
    [
        '<a href="javascript:alert(1)">',
        '<a href="https://example.org/">',
        '<a href="//example.org">',
        '<a href="/data/graph.json">',
        '<a href="data/.../graph.json">',
        '<a href="data.json" onclick="alert(1)">',
        '<A HREF="data.json">',
        "<br />\n<script>",
        "<script>",
        "<!-- a comment -->",
        "",
    ],
)
def test_all_other_html_is_refused(html: str) -> None:
    problem = check_html(html, PLACE)
    assert problem is not None
    assert (problem.place, problem.kind, problem.remedy) == (PLACE, ProblemKind.MARKUP, "Write it in Markdown.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Words.\n\n<div>x</div>\n", [3]),
        ("Words <b>x</b>.\n", [1, 1]),
        ("> - <i>x\n", [1]),
        (":::{note}\nWords <br> words.\n:::\n", [2]),
        ("See <a href='x'>\n", [1]),
        ('See <a href="data/graph.json"><code>graph.json</code></a>.\n', []),
        ("```html\n<script>\n```\n\n`<b>`\n", []),
    ],
    ids=["block", "inline", "list", "directive", "link", "harmless", "code"],
)
def test_html_is_told_of_on_its_line(text: str, expected: list[int]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize("formats", ["html", "HTML", "latex html"])
def test_what_is_put_on_a_page_as_it_is_must_not_be_html(formats: str) -> None:
    assert lines(f"Words.\n\n:::{{raw}} {formats}\n<script>\n:::\n") == [3]


def test_a_file_of_html_is_refused_whatever_is_in_it() -> None:
    assert lines("```{raw} html\n:file: part.html\n```\n") == [1]


def test_what_is_written_for_other_formats_never_becomes_html() -> None:
    assert lines(":::{raw} latex\n<x>\n:::\n") == []
