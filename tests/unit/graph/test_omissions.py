"""What is left out exists, is not linked after all, and is of a kind that paragraphs are to be linked to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from built import CORPUS, ENTRIES, PLACE, VOCABULARY
from concordance.graph.omissions import check_left_out
from concordance.model.corpus import Considered, Line
from concordance.model.entries import Link, Provenance
from concordance.model.problems import Place, ProblemKind
from kinds import KINDS

KNOWN = {entry.id: entry for entry in ENTRIES}
REASON = Line("Not the same.", Place("considered.yaml", 5, 3))
NEEDS = Link("rules-1", "needs", "office", "It keeps the register.", Provenance.EDITOR, None, PLACE)


def problems(considered: Considered, *links: Link) -> list[tuple[str, ProblemKind, str]]:
    corpus = replace(CORPUS, vocabulary=replace(VOCABULARY, kinds=KINDS), considered=considered)
    return [(str(each.place), each.kind, each.message) for each in check_left_out(links, KNOWN, corpus)]


def pair(first: str, second: str) -> Considered:
    return Considered({}, {(first, second): REASON}, {})


@pytest.mark.parametrize("considered", [pair("office", "rules-1"), Considered({}, {}, {"target": {"rules-1": REASON}})])
def test_what_is_there_and_not_linked_is_well_left_out(considered: Considered) -> None:
    assert problems(considered) == []


def test_an_unknown_id_is_told_at_its_line() -> None:
    assert problems(pair("rules-1", "ofice")) == [
        ("considered.yaml:5", ProblemKind.UNKNOWN_ID, "There is no entry 'ofice' to leave out.")
    ]


def test_a_pair_is_not_left_out_and_linked() -> None:
    message = "office and rules-1 are listed as left out and are linked."
    assert problems(pair("office", "rules-1"), NEEDS) == [("considered.yaml:5", ProblemKind.DUPLICATE_LINK, message)]


def test_what_the_text_names_may_be_left_out_of_what_editors_link() -> None:
    assert problems(pair("office", "rules-1"), replace(NEEDS, provenance=Provenance.TEXT)) == []


def test_only_of_kinds_that_are_expected_may_paragraphs_do_without() -> None:
    message = "No paragraph is expected to be linked to an entry of the kind 'body'."
    assert problems(Considered({}, {}, {"body": {"rules-1": REASON}})) == [
        ("considered.yaml:5", ProblemKind.VOCABULARY, message)
    ]
