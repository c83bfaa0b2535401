"""Set phrases stand in the texts."""

from __future__ import annotations

from dataclasses import replace

from built import CORPUS, ENTRIES
from concordance.graph.concordance import build
from concordance.graph.considered import check_set_phrases
from concordance.model.corpus import Considered, Line
from concordance.model.problems import Place


def told(phrase: str) -> list[str]:
    considered = Considered({phrase: Line("A set phrase.", Place("considered.yaml", 2, 3))}, {}, {})
    corpus = replace(CORPUS, considered=considered)
    concordance, _problems = build(ENTRIES, [], corpus, [])
    return [f"{problem.place}: {problem.message}" for problem in check_set_phrases(concordance, corpus)]


def test_a_phrase_that_stands_nowhere_is_told_at_its_line() -> None:
    assert told("a register of cargo") == ["considered.yaml:2: No provision says “a register of cargo”."]
    assert told("A register of") == []


def test_a_part_of_a_word_is_no_phrase() -> None:
    assert told("register o") == ["considered.yaml:2: No provision says “register o”."]
