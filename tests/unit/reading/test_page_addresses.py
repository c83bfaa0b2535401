"""Where a page may lead, and which files it may show."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.model.problems import Place
from concordance.reading.page_addresses import check_addresses, check_place
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings

PATH = "source/guide/page.md"


def messages(text: str) -> list[str]:
    text = f"# Page\n\n{text}\n"
    problems = check_addresses(parse_page(text, PATH, PageSettings()), PATH, "source")
    return [f"{problem.place.line}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "[words](#plan-12), [](about.md#here), [](../index.md), [](/index.md), <https://example.org>",
        "[example.org/a](https://example.org/b) and [words](inv:other:std:label#plan-12)",
        "![A picture](harbour.png) ![Another](/harbour.png) ![Drawn](data:image/png;base64,AAAA)",
        ":::{card} Title\n:link: https://example.org/\nWords.\n:::",
        ":::{card} Title\n:link: guide/about\n:link-type: doc\nWords.\n:::",
        ":::{literalinclude} ../../annotations/rules-1.md\n:::",
        "```{toctree}\nabout\nElsewhere <https://example.org/>\n```",
    ],
)
def test_a_page_leads_to_the_edition_and_to_plain_addresses(text: str) -> None:
    assert messages(text) == []


ADDRESS = "http://example.org/"
NAMED = "https://somebody@example.org/"


@pytest.mark.parametrize(
    "address", [ADDRESS, NAMED, "https://example.org:8080/", "//example.org/", "mailto:a@example.org"]
)
@pytest.mark.parametrize(
    "form",
    [
        "[words]({})",
        "[words][here]\n\n[here]: {}",
        "| a |\n|---|\n| [words]({}) |",
        ":::{{note}} [words]({})\nWords.\n:::",
        ":::{{button-link}} {}\nWords\n:::",
        ":::{{card}} Title\n:link: {}\nWords.\n:::",
        "::::{{grid}} 2\n:::{{grid-item-card}} Title\n:link: {}\nWords.\n:::\n::::",
        "```{{article-info}}\n:avatar-link: {}\n```",
        "```{{image}} harbour.png\n:target: {}\n```",
        "```{{toctree}}\nWords <{}>\n```",
    ],
)
def test_an_address_that_is_not_plain_is_told_in_every_form(form: str, address: str) -> None:
    assert [line for line in messages(form.format(address)) if "is not allowed here" in line]


def test_words_that_name_one_host_do_not_lead_to_another() -> None:
    message = "This link seems to lead to example.org and leads to example.com."
    assert messages("[example.org](https://example.com/)") == [f"3: {message}"]
    assert messages("```{toctree}\nexample.org <https://example.com/>\n```") == [f"4: {message}"]
    assert messages("```{button-link} https://example.com/\n**example.org**\n```") == [f"3: {message}"]
    assert messages(":::{card} https://example.org\n:link: https://example.com/\nWords.\n:::") == [f"3: {message}"]
    assert messages(":::{card} Words\n:link: https://example.com/\n:link-alt: example.org\n:::") == [f"3: {message}"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("![x](../../conf.png)", "conf.png"),
        ("![x](../../../marker.png)", "../marker.png"),
        ("![x](%2e%2e/%2e%2e/marker.png)", "marker.png"),
        ("![x](/../.hidden/marker.png)", ".hidden/marker.png"),
        ("```{literalinclude} /../.git/config\n```", ".git/config"),
        (":::{figure} ../../marker.png\nWords.\n:::", "marker.png"),
        (":::{card} Title\n:img-top: ../../marker.png\nWords.\n:::", "marker.png"),
        ("```{article-info}\n:avatar: ../../marker.png\n```", "marker.png"),
    ],
)
def test_a_page_shows_no_file_from_outside_the_edition(text: str, wanted: str) -> None:
    assert messages(text) == [f"3: This page may not show {wanted}: it is no file of the edition."]


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.*", "drawing", "drawing.html"])
def test_a_picture_is_of_a_kind_that_holds_no_scripts(name: str) -> None:
    """Whoever opens such a file by itself would run them."""
    assert messages(f"![x]({name})") == [f"3: This is no picture that a page may show: {name!r}."]
    assert messages(f"```{{image}} {name}\n```") == [f"3: This is no picture that a page may show: {name!r}."]


@pytest.mark.parametrize("text", ["![x](https://example.org/a.png)", "```{image} //example.org/a.png\n```"])
def test_a_page_shows_nothing_from_elsewhere(text: str) -> None:
    assert messages(text) == ["3: What a page shows may not come from elsewhere."]


def test_a_link_to_a_page_outside_the_edition_is_told() -> None:
    assert messages("[words](../../README.md)") == ["3: There is no page README.md."]
    assert messages("[words](data.csv)") == ["3: A link to 'data.csv' is not allowed here."]


def test_a_file_that_leads_out_by_way_of_the_disk_is_told(tmp_path: Path) -> None:
    root = tmp_path / "edition"
    (root / "source").mkdir(parents=True)
    (tmp_path / "marker.png").touch()
    (root / "source" / "inside.png").touch()
    (root / "source" / "a.png").symlink_to(tmp_path / "marker.png")
    (root / "source" / "b.png").symlink_to("inside.png")
    problem = check_place(root, "source/a.png", Place(PATH, 3), "source")
    assert problem is not None and problem.message == "source/a.png leads out of the edition."
    assert check_place(root, "source/b.png", Place(PATH, 3), "source") is None
