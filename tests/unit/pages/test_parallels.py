"""Which provisions are set beside each other."""

from __future__ import annotations

from dataclasses import replace

from concordance.graph.concordance import build
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Grade, Predicate, Text
from concordance.pages.parallels import Parallel, find_parallels
from concordance.pages.reference import Reference

PLACE = Place("page.md", 1)


VOCABULARY = replace(
    EMPTY_VOCABULARY,
    texts={
        "new": Text("new", "New rules", {}, "", None, year="1990"),
        "old": Text("old", "Old rules", {}, "", None, year="1910"),
        "side": Text("side", "Side rules", {}, "", None, year="1990"),
    },
    predicates={"echoes": Predicate("echoes", "echoed-by", "echoes", "is echoed by", "", graded=True)},
    grades={"close": Grade("nearly the same", ""), "loose": Grade("loose", "")},
)


def provision(identifier: str, content: str, number: str = "") -> Entry:
    return Entry(identifier, PROVISION, "page", identifier, identifier, PLACE, number, content)


def parallels_of(entries: list[Entry], *links: tuple[str, str, str]) -> dict[str, tuple[Parallel, ...]]:
    made = [
        Link(subject, "echoes", target, "Because.", Provenance.EDITOR, grade, PLACE) for subject, target, grade in links
    ]
    concordance, problems = build(entries, made, replace(EMPTY_CORPUS, vocabulary=VOCABULARY), [])
    assert problems == []
    shown = {entry.id: Reference(entry.id, entry.kind, "page", entry.id, entry.id, "") for entry in entries}
    return find_parallels(concordance, VOCABULARY, shown)


def test_the_closest_comes_first_and_the_years_say_what_is_earlier() -> None:
    entries = [
        provision("new-1", "Every vessel shall be measured"),
        provision("old-1", "Nobody shall whistle on board"),
        provision("old-2", "Every ship shall be measured"),
        provision("old-3", "Every vessel is measured"),
        provision("side-1", "Vessels"),
    ]
    parallels = parallels_of(
        entries,
        ("new-1", "old-1", "loose"),
        ("old-2", "new-1", "loose"),
        ("new-1", "old-3", "close"),
        ("side-1", "new-1", "loose"),
    )
    assert [parallel.other_side("new-1").provision.id for parallel in parallels["new-1"]] == [
        "old-3",
        "old-2",
        "side-1",
        "old-1",
    ]
    assert [parallel.earlier.provision.id for parallel in parallels["new-1"]] == ["old-3", "old-2", "new-1", "old-1"]
    assert [parallel.dated for parallel in parallels["new-1"]] == [True, True, False, True]
    assert [parallel.grade_label for parallel in parallels["new-1"]] == ["nearly the same", "loose", "loose", "loose"]


def test_items_with_parallels_of_their_own_are_compared_there() -> None:
    entries = [
        provision("new-1", "States shall: (a) measure; (b) report."),
        provision("new-1-a", "measure;", "(a)"),
        provision("new-1-b", "report.", "(b)"),
        provision("old-1", "States shall report."),
        provision("old-2", "Measure!"),
    ]
    parallels = parallels_of(entries, ("new-1", "old-1", "close"), ("new-1-a", "old-2", "close"))
    assert parallels["new-1"][0].comparison.later == "States shall: (b) report."
    assert parallels["new-1-a"][0].comparison.later == "measure;"
