"""What pages lead to exists: other pages, places on them, terms of a glossary."""

from __future__ import annotations

import pytest
from concordance.reading.page_links import button_targets, check_page_links, terms_of
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings

OTHER = "# Rules\n\n(here)=\n## A quay\n\n:::{body} board\n:label: B\n:title: B\n:::\n\n"
OTHER += "```{glossary}\nFair way\n    Words.\n```\n"


def messages(words: str) -> list[tuple[int, int, str]]:
    texts = {"source/a.md": f"# A\n\n{words}\n", "source/rules/1.md": OTHER}
    pages = {path: parse_page(text, path, PageSettings()) for path, text in texts.items()}
    problems = check_page_links("source/a.md", pages, "source", terms_of(pages.values()))
    return [(problem.place.line, problem.place.column, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("words", "column", "message"),
    [
        ("See [one](rules/2.md).", 11, "There is no page source/rules/2.md to link to."),
        ("See [one](rules/1.md#there).", 11, "There is no place 'there' on source/rules/1.md."),
        ("A {term}`fairway`.", 3, "No glossary explains 'fairway'."),
    ],
)
def test_what_is_not_there_is_told_where_it_is_led_to(words: str, column: int, message: str) -> None:
    assert messages(words) == [(3, column, message)]


@pytest.mark.parametrize(
    "words",
    [
        "[a](rules/1.md) [b](/rules/1.md#a-quay) [c](rules/1.md#here) [d](rules/1.md#board)",
        "{term}`fair way` {term}`ways <Fair way>`",
        "[e](https://example.org/a.md)",
    ],
)
def test_what_is_there_is_let_through(words: str) -> None:
    assert messages(words) == []


@pytest.mark.parametrize(
    ("button", "targets"),
    [
        ("1", []),
        ("/rules/1", []),
        ("Fair  Way", []),
        ("1.md", ["1.md"]),
        ("rules/1", ["rules/1"]),
        ("board", ["board"]),
        ("1\n:ref-type: ref", ["1"]),
        ("fair way\n:ref-type: doc", ["fair way"]),
        ("1.md\n:ref-type: myst", []),
    ],
)
def test_a_button_leads_to_a_page_or_a_term_or_else_to_an_id(button: str, targets: list[str]) -> None:
    page, other = (
        parse_page(text, "source/rules/2.md", PageSettings()) for text in (f"```{{button-ref}} {button}\n```\n", OTHER)
    )
    lines = [*button_targets(page, "rules/2", ["rules/1", "rules/2"], terms_of([page, other]))]
    assert [(line.text, line.place.line) for line in lines] == [(target, 1) for target in targets]
