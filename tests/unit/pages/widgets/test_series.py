"""Neighbours of a series are listed by their numbers, under one name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.citations.short import pattern_of_several
from concordance.model.kinds import PROVISION
from concordance.pages.reference import Reference
from concordance.pages.widgets.series import group_series, in_one_line

RULE = Reference("rules-1", PROVISION, "rules", "Rule 1", "Dues", "Rules", several="Rules {number}")
RULES = [replace(RULE, id=f"rules-{number}", label=f"Rule {number}") for number in (1, 2, 4)]
ITEM = replace(RULE, id="rules-4-a", label="Rule 4 (a)", several="")


@pytest.mark.parametrize(
    ("references", "line"),
    [
        (RULES[:1], "Rule 1"),
        (RULES, "Rules 1, 2, 4"),
        ([*RULES, ITEM], "Rules 1, 2, 4; Rule 4 (a)"),
        ([replace(rule, several="") for rule in RULES], "Rule 1, 2, 4"),
        ([replace(rule, several="第{number}条") for rule in RULES], "第1, 2, 4条"),
        ([replace(RULE, label="FAST", several=""), replace(RULE, label="ICAT", several="")], "FAST, ICAT"),
    ],
)
def test_several_have_the_plural_that_the_edition_has(references: list[Reference], line: str) -> None:
    assert in_one_line(references) == line
    shown = [reference for series in group_series(references) for _words, reference in series.items]
    assert shown == references


def test_the_plural_is_that_of_the_series_and_not_for_sub_items() -> None:
    patterns = {"": "Rules {number}", "pp": "Recitals {number}", "op": "without a number"}
    named = {entry: pattern_of_several(entry, patterns) for entry in ("r-1", "r-pp-2", "r-op-3", "r-1-a", "r-chapeau")}
    assert named == {"r-1": "Rules {number}", "r-pp-2": "Recitals {number}", "r-op-3": "", "r-1-a": "", "r-chapeau": ""}
