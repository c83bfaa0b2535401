"""Which kind of link is proposed between two entries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.authoring.new_annotation import usual_predicate
from concordance.graph.concordance import build
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION, Kind
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from kinds import BODY, GOAL, INSTRUMENT, KINDS

PLACE = Place("page.md", 1)
VOCABULARY = replace(
    EMPTY_VOCABULARY,
    kinds=KINDS,
    predicates={
        "cites": Predicate("cites", "cited-by", "cites", "is cited by", "", text=True),
        "needs": Predicate("needs", "needed-by", "needs", "is needed by", ""),
        "serves": Predicate("serves", "served-by", "serves", "is served by", ""),
    },
)
ENTRIES = [
    Entry("rules-1", PROVISION, "rules", "rule 1", "rule 1", PLACE, content="Words."),
    Entry("tonnage", INSTRUMENT, "treaties", "Tonnage", "Tonnage", PLACE),
    Entry("board", BODY, "bodies", "Board", "Board", PLACE),
    Entry("goal", GOAL, "goals", "Goal", "Goal", PLACE),
]
LINKS = [
    Link("rules-1", "cites", "tonnage", "Named.", Provenance.TEXT, None, PLACE),
    Link("rules-1", "serves", "tonnage", "Because.", Provenance.EDITOR, None, PLACE),
    Link("board", "needs", "rules-1", "Because.", Provenance.EDITOR, None, PLACE),
]


@pytest.mark.parametrize(
    ("kind", "other", "expected"),
    [
        (PROVISION, INSTRUMENT, "serves"),
        (INSTRUMENT, PROVISION, "served-by"),
        (PROVISION, BODY, "needed-by"),
        (PROVISION, None, "needed-by"),
        (GOAL, PROVISION, ""),
        (GOAL, None, ""),
        (PROVISION, PROVISION, ""),
    ],
)
def test_what_editors_have_linked_so_is_proposed_and_what_a_text_names_is_not(
    kind: Kind, other: Kind | None, expected: str
) -> None:
    concordance, problems = build(ENTRIES, LINKS, replace(EMPTY_CORPUS, vocabulary=VOCABULARY), [])
    assert problems == []
    assert usual_predicate(concordance, VOCABULARY, kind, other) == expected
