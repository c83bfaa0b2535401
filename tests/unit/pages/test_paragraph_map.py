"""The map of a paragraph: what is tied to it, and what that is tied to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from concordance.graph.concordance import build
from concordance.model.corpus import NOTHING_CONSIDERED, Corpus
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Predicate, Text, Vocabulary
from concordance.pages.paragraph_map import Mapmaker, ParagraphMap
from concordance.pages.reference import make_reference
from kinds import ARTICLE, GOAL, INSTRUMENT, KINDS

PLACE = Place("p.md", 1)
TEXTS = {"plan": Text("plan", "Plan", {}, "", None)}
PREDICATE = Predicate("needs", "needed-by", "needs", "is needed by", "")
CORPUS = Corpus(Vocabulary(TEXTS, {"needs": PREDICATE}, {}, {}, "", kinds=KINDS), {}, NOTHING_CONSIDERED)
ENTRIES = [
    *(
        Entry(f"plan-{name}", PROVISION, "plan", name, name, PLACE, content=f"Words {name}")
        for name in ("1", "1-a", "2", "3", "4")
    ),
    Entry("treaty", INSTRUMENT, "treaty", "Treaty", "Treaty", PLACE, date="2000-11-15"),
    Entry("treaty-art-6", ARTICLE, "treaty", "Treaty, art. 6", "", PLACE),
    Entry("sdg-1", GOAL, "sdg", "SDG 1", "", PLACE),
]


def drawn(identifier: str, links: Iterable[tuple[str, str]]) -> ParagraphMap | None:
    made = [Link(subject, "needs", target, "why", Provenance.EDITOR, None, PLACE) for subject, target in links]
    concordance, problems = build(ENTRIES, made, CORPUS, ["plan", "treaty", "sdg"])
    assert problems == []
    references = {entry.id: make_reference(entry, CORPUS.vocabulary, None) for entry in ENTRIES}
    return Mapmaker(concordance.entries, references, KINDS, "years").draw(identifier, concordance.connections)


def test_neighbours_stand_by_their_kinds_and_those_of_items_belong_to_their_paragraph() -> None:
    shown = drawn("plan-1", [("plan-1-a", "treaty-art-6"), ("plan-1", "sdg-1"), ("plan-1", "plan-2")])
    assert shown is not None
    groups = [(group.kind, group.text, [each.entry.id for each in group.neighbours]) for group in shown.groups]
    assert groups == [
        (PROVISION, "Plan", ["plan-2"]),
        (INSTRUMENT, "", ["treaty-art-6"]),
        (GOAL, "", ["sdg-1"]),
    ]
    assert [each.year for group in shown.groups for each in group.neighbours] == ["", "2000", ""]


def test_a_paragraph_two_steps_away_shares_at_least_two_neighbours() -> None:
    through = [
        ("plan-1", "treaty"),
        ("plan-1", "sdg-1"),
        ("plan-3", "treaty"),
        ("plan-3", "sdg-1"),
        ("plan-4", "sdg-1"),
    ]
    shown = drawn("plan-1", through)
    assert shown is not None
    assert [(each.entry.id, [shared.id for shared in each.shared]) for each in shown.further] == [
        ("plan-3", ["treaty", "sdg-1"])
    ]


def test_a_picture_shows_two_steps_only_where_their_lines_can_be_followed() -> None:
    shown = drawn("plan-1", [(f"plan-{number}", whole) for number in (1, 3) for whole in ("treaty", "sdg-1")])
    assert shown is not None
    assert shown.drawn_further == shown.further
    crowded = replace(shown, further=shown.further * 6)
    assert crowded.drawn_further == ()
    assert len(crowded.further) == 6, "the list has them"


def test_a_paragraph_without_links_has_no_map() -> None:
    assert drawn("plan-2", [("plan-1", "treaty")]) is None
