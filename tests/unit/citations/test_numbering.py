"""An id that no pattern fits is told, and is not cited as the whole document."""

from __future__ import annotations

import pytest
from concordance.citations.numbering import check_citations
from concordance.graph.concordance import Concordance
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Text, Vocabulary

CITE = {"": "para. {number}", "art": "art. {number}", "chapeau": "chapeau"}


def messages(identifier: str, cited: str = "") -> list[str]:
    entry = Entry(identifier, PROVISION, "code", identifier, identifier, Place("code.md", 1), cited=cited)
    vocabulary = Vocabulary({"code": Text("code", "Code", CITE, "", None)}, {}, {}, {}, "x")
    return [problem.message for problem in check_citations(Concordance({identifier: entry}, (), {}), vocabulary)]


@pytest.mark.parametrize("identifier", ["code-4", "code-4-a", "code-art-3bis", "code-art-12a-1", "code-chapeau"])
def test_ids_that_patterns_fit_are_silent(identifier: str) -> None:
    assert messages(identifier) == []


@pytest.mark.parametrize("identifier", ["code-rule-1", "code-chapeau-2", "code-art"])
def test_ids_that_no_pattern_fits_are_told(identifier: str) -> None:
    (message,) = messages(identifier)
    assert message == f"No pattern of code under `cite` fits {identifier}, so it cannot be cited."


def test_a_provision_of_no_text_is_told() -> None:
    assert messages("harbour-code-4") == [
        "harbour-code-4 belongs to no text: the vocabulary has no 'harbour' under `texts`."
    ]


def test_a_number_with_points_is_cited_as_it_is_printed() -> None:
    assert messages("code-4-50-410", cited="4.50.410") == []
