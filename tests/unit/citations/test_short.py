"""Short citations, and how they are put in words."""

from __future__ import annotations

import pytest
from concordance.citations.short import citation, cited_number, opening, ordinal, text_of
from concordance.model.vocabulary import Text

PLAN = Text(
    "plan",
    "Plan",
    {"": "annex, para. {number}", "chapeau": "annex, chapeau"},
    "",
    None,
    formal={"Draft": {"": "L.64, annex, para. {number}"}},
)


RESOLUTION = Text(
    "r74", "Resolution", {"pp": "74/176, preambular para. {number}", "op": "74/176, para. {number}"}, "", None
)


@pytest.mark.parametrize(
    ("identifier", "text", "expected"),
    [
        ("plan-12", PLAN, "annex, para. 12"),
        ("plan-43-b", PLAN, "annex, para. 43 (b)"),
        ("plan-100", PLAN, "annex, para. 100"),
        ("plan-chapeau", PLAN, "annex, chapeau"),
        ("r74-op-16", RESOLUTION, "74/176, para. 16"),
        ("r74-pp-8-d", RESOLUTION, "74/176, preambular para. 8 (d)"),
        ("r74-annex-1", RESOLUTION, None),
    ],
)
def test_citations(identifier: str, text: Text, expected: str | None) -> None:
    assert citation(identifier, text.cite) == expected


def test_a_provision_is_cited_by_the_number_that_it_states() -> None:
    patterns = {"": "s. {number}"}
    assert citation("code-4-50-410", patterns) == "s. 4 (50) (410)"
    assert citation("code-4-50-410", patterns, "4.50.410") == "s. 4.50.410"


def test_items_inherit_the_number_that_their_provision_states() -> None:
    numbers = {"code-4-50-410": "4.50.410", "code-4-50-410-a": ""}
    assert cited_number("code-4-50-410-a-ii", "", numbers) == "4.50.410 (a) (ii)"
    assert cited_number("code-4-50-410-a", "4.50.410A", numbers) == "4.50.410A"
    assert cited_number("code-12-a", "", numbers) == ""


def test_a_provision_belongs_to_the_text_that_begins_its_id() -> None:
    assert text_of("plan-12", {"plan": PLAN}) is PLAN
    assert text_of("planet-12", {"plan": PLAN}) is None


def test_opening_words() -> None:
    assert opening("One two three") == "One two three"
    assert opening("1 2 3 4 5 6 7 8 9 10") == "1 2 3 4 5 6 7 8 9 …"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "first"),
        (3, "third"),
        (12, "twelfth"),
        (19, "nineteenth"),
        (20, "twentieth"),
        (27, "twenty-seventh"),
        (40, "fortieth"),
        (99, "ninety-ninth"),
        (100, "100th"),
        (101, "101st"),
        (111, "111th"),
        (122, "122nd"),
        (1013, "1013th"),
    ],
)
def test_ordinals(number: int, words: str) -> None:
    assert ordinal(number) == words
