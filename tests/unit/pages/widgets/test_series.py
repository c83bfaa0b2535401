"""Neighbours of a series are listed by their numbers, under one name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.citations.short import pattern_of_several
from concordance.model.kinds import PROVISION, Kind, Role
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


def test_a_document_is_told_by_its_title_and_then_its_symbol() -> None:
    paper = Kind("paper", Role.DOCUMENT)
    fees = Reference("p-2", paper, "papers", "H/RES decision 1/2", "Fees of ships", "")
    several = [fees, replace(fees, id="p-3", label="H/RES decision 1/3", title="Dues of ships")]
    assert in_one_line(several[:1]) == "Fees of ships (H/RES decision 1/2)"
    assert in_one_line(several).endswith("; Dues of ships (H/RES decision 1/3)"), "and not as numbers of a series"
    assert fees.name_within(8) == "Fees of … (H/RES decision 1/2)"


@pytest.mark.parametrize(("label", "title"), [("Fees", "Fees of ships"), ("H/1 (draft)", "Fees"), ("H/1", "H/1")])
def test_what_says_what_it_is_keeps_its_name(label: str, title: str) -> None:
    fees = Reference("p-2", Kind("paper", Role.DOCUMENT), "papers", label, title, "")
    assert (fees.title_of_symbol, in_one_line([fees]), fees.name_within(8)) == ("", label, label)


def test_the_plural_is_that_of_the_series_and_not_for_sub_items() -> None:
    patterns = {"": "Rules {number}", "pp": "Recitals {number}", "op": "without a number"}
    named = {entry: pattern_of_several(entry, patterns) for entry in ("r-1", "r-pp-2", "r-op-3", "r-1-a", "r-chapeau")}
    assert named == {"r-1": "Rules {number}", "r-pp-2": "Recitals {number}", "r-op-3": "", "r-1-a": "", "r-chapeau": ""}
