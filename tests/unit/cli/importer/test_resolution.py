"""A resolution is gone through in the order in which it is printed."""

from __future__ import annotations

from dataclasses import replace

from concordance.cli.importer.resolution import Annex, AnnexPart, ImportedProvision, Resolution, TranscriptLine

LINE = TranscriptLine(1, "The Board,")


def provision(identifier: str, *items: str) -> ImportedProvision:
    return ImportedProvision(identifier, None, "", 1, [ImportedProvision(item, None, "", 1) for item in items])


ANNEX = Annex(
    LINE,
    [provision("ann-chapeau")],
    [AnnexPart(None, [provision("ann-1", "ann-1-a")]), AnnexPart(LINE, [provision("ann-2")])],
)
RESOLUTION = Resolution([], LINE, [provision("res-pp-1", "res-pp-1-1")], [provision("res-op-1")], ANNEX, {})


def test_each_provision_comes_before_its_items_and_the_annex_last() -> None:
    assert [each.id for each in RESOLUTION.walk()] == [
        *("res-pp-1", "res-pp-1-1", "res-op-1", "ann-chapeau", "ann-1", "ann-1-a", "ann-2")
    ]


def test_a_resolution_may_have_no_annex() -> None:
    assert [each.id for each in replace(RESOLUTION, annex=None).walk()] == ["res-pp-1", "res-pp-1-1", "res-op-1"]


def test_a_line_may_continue_the_last_item_or_the_paragraph_that_has_none() -> None:
    assert provision("a", "a-1", "a-2").last.id == "a-2"
    assert provision("a").last.id == "a"
