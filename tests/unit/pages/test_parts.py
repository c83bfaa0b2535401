"""The sign and the colour of a part, on its pages and wherever a provision of it is shown."""

from __future__ import annotations

from dataclasses import replace

from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, PartIdentity
from concordance.pages.edition_view import PageIndex
from concordance.pages.navigation import build_tree, navigate
from concordance.pages.parts import part_finder, part_of_page
from kinds import BODY

SEA, HARBOUR = PartIdentity("I", "teal", "At sea"), PartIdentity("II", "plum", "In harbour")
VOCABULARY = replace(EMPTY_VOCABULARY, parts={"rules/sea": SEA, "rules/1": HARBOUR})
TITLES = {name: name for name in ("index", "rules/sea", "rules/1", "rules/2", "bodies")}
NAVIGATION = navigate(
    build_tree("index", {"index": ("rules/sea", "bodies"), "rules/sea": ("rules/1", "rules/2")}), TITLES
)


def test_a_page_belongs_to_the_nearest_part_above_it() -> None:
    parts = [part_of_page(docname, NAVIGATION[docname], VOCABULARY) for docname in TITLES]
    assert parts == [None, SEA, HARBOUR, SEA, None]


def test_only_provisions_stand_in_parts_of_texts() -> None:
    part_of = part_finder(PageIndex({}, {}, {}, {}, TITLES, {}, {}, (), NAVIGATION), VOCABULARY)
    provision = Entry("rules-2", PROVISION, "rules/2", "rule 2", "Two", Place("a.md", 1))
    assert part_of(provision) == SEA
    assert part_of(replace(provision, kind=BODY)) is None
