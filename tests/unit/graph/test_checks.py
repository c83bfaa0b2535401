"""What is checked once all is joined."""

from __future__ import annotations

from built import CORPUS, ENTRIES, PLACE
from concordance.graph.checks import check_joined
from concordance.graph.concordance import build
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION


def test_a_provision_without_words_is_told_where_it_stands() -> None:
    empty = Entry("rules-3", PROVISION, "rules/3", "rule 3", "", PLACE, number="3.", content=" ")
    concordance, _problems = build([*ENTRIES, empty], [], CORPUS, [])
    (problem,) = check_joined(concordance, CORPUS, [])
    assert (str(problem.place), problem.message) == ("source/rules/1.md:3", "The provision rules-3 has no words.")
