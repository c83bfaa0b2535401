"""What stands in one part of a directive hides nothing in the next."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS
from concordance.reading.directive_forms import directive_forms
from concordance.reading.directive_parts import parts_of
from concordance.reading.page_parser import parse_page
from concordance.reading.settings import PageSettings


def parted(name: str, body: str) -> list[tuple[int, list[str]]]:
    return [(part.row, [*part.rows]) for part in parts_of(directive_forms(tuple(USUAL_KINDS))[name], body.split("\n"))]


def test_a_card_is_parted_at_its_first_head_and_its_last_foot() -> None:
    assert parted("card", "one\n^^^\ntwo\n^^^\n+++\nthree\n+++\nfour") == [
        (0, ["one"]),
        (2, ["two", "^^^", "+++", "three"]),
        (7, ["four"]),
    ]
    assert parted("card", "one") == [(0, ["one"])]
    assert parted("note", "one\n^^^\ntwo") == [(0, ["one", "^^^", "two"])]


def test_a_glossary_is_parted_into_terms_and_what_explains_them() -> None:
    assert parted("glossary", "one\ntwo\n    first\n\n      more\nthree\n  last") == [
        (0, ["one"]),
        (1, ["two"]),
        (2, ["first", "", "  more"]),
        (5, ["three"]),
        (6, ["last"]),
    ]


HIDING = {
    "in the head of a card": ":::{card}\n````text\n^^^\n```{include} marker\n```\n+++\n````\n:::",
    "in another explanation": "```````{glossary}\none\n  ````text\ntwo\n  ```{include} marker\n  ```\n  ````\n```````",
}


@pytest.mark.parametrize("text", HIDING.values(), ids=HIDING)
def test_code_that_is_opened_in_one_part_does_not_go_on_in_the_next(text: str) -> None:
    page = parse_page(f"# Page\n\n{text}\n", "source/page.md", PageSettings())
    # A build would read the directive in the second part.
    assert page.fatal_problems or "include" in [directive.name for directive in page.directives()]
