"""Links between editions: what they lead to, what they say at either end, and which lead nowhere."""

from __future__ import annotations

import datetime
from dataclasses import replace

from concordance.graph.checks import check_joined
from concordance.graph.concordance import Concordance, build
from concordance.model.corpus import EMPTY_CORPUS, Annotation, Corpus, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION, Kind
from concordance.model.other_editions import OtherEdition, OutsideEntry, PinnedEdition, TheirLink
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY, Grade, Predicate
from kinds import BODY

PLACE = Place("annotations/rules/1.md", 4, 12)
COPY = Place("inventories/south/graph.json", 1)
SOUTH = OtherEdition("south", "South harbour", "https://example.org/south/", "north", Place("vocabulary.yaml", 9))
WORDS = "Vessels that enter the harbour are measured and pay their dues."


def outside(identifier: str, kind: Kind = PROVISION, date: str = "") -> OutsideEntry:
    entry = Entry(identifier, kind, "", f"{identifier}!", "Dues", COPY, content=WORDS, date=date)
    return OutsideEntry(entry, "South harbour", "Rules", f"https://example.org/south/#{identifier}")


VOCABULARY = replace(
    EMPTY_VOCABULARY,
    predicates={
        "names": Predicate("names", "named-by", "names", "is named in", "", text=True),
        "needs": Predicate("needs", "needed-by", "needs", "is needed by", "", subject=("provision",)),
        "echoes": Predicate("echoes", "echoed-by", "echoes", "is echoed by", "", graded=True, older="object"),
    },
    grades={"close": Grade("close", "", 0.7)},
    inventories={"south": SOUTH},
    fingerprint="known",
)
PINNED = PinnedEdition(
    {name: outside(name) for name in ("south:rules-2", "south:rules-2-a")}
    | {"south:office": outside("south:office", BODY), "south:late": outside("south:late", date="2020")},
    {"south:rules-9": "south:rules-2"},
    datetime.date(2026, 11, 28),
)
RULE = Entry("rules-1", PROVISION, "rules/1", "rule 1", "Dues", Place("source/rules/1.md", 3), content=WORDS)
ENTRIES = [
    replace(RULE, date="2001"),
    Entry("office", BODY, "bodies", "Office", "Office", Place("source/bodies.md", 3)),
]  # fmt: skip


def link(target: str, predicate: str = "needs", subject: str = "rules-1", grade: str | None = None) -> Link:
    return Link(subject, predicate, target, "It says so.", Provenance.EDITOR, grade, PLACE)


def join(*links: Link, **changes: object) -> tuple[Concordance, list[Problem]]:
    annotations = {
        subject: Annotation(
            subject, PLACE, "", None, None, (), tuple(each for each in links if each.subject == subject),
            (), (), (), None, Line("", PLACE),
        )
        for subject in {each.subject for each in links}
    }  # fmt: skip
    corpus: Corpus = replace(
        EMPTY_CORPUS,
        **{"vocabulary": VOCABULARY, "annotations": annotations, "pinned": {"south": PINNED}, **changes},  # type: ignore[arg-type]
    )
    concordance, problems = build(ENTRIES, [], corpus, [])
    return concordance, problems + check_joined(concordance, corpus, ())


def messages(*links: Link, **changes: object) -> list[str]:
    problems = join(*links, **changes)[1]
    assert all(problem.place.line for problem in problems)
    return [str(problem) for problem in problems]


def test_a_link_leads_to_another_edition_and_back_from_none_of_its_pages() -> None:
    concordance, problems = join(link("south:rules-2"), link("south:office"))
    assert problems == []
    connections = concordance.outside.connections["rules-1"]
    assert [(each.other, each.says) for each in connections] == [("south:office", "needs"), ("south:rules-2", "needs")]
    assert concordance.connected("rules-1") == {"south:rules-2", "south:office"}
    assert (concordance.links, concordance.connections) == ((), {}), "nothing of it is taken for an entry here"


def test_what_is_unknown_moved_or_lost_over_there_is_told_with_its_remedy() -> None:
    assert messages(link("south:rules-3")) == [
        "There is no entry 'south:rules-3' in South harbour, as copied on 2026-11-28. "
        "Did you mean 'south:rules-2' or 'south:rules-2-a' or 'south:late'?"
    ]
    assert messages(link("south:rules-9")) == [
        "south:rules-9 has moved: in South harbour, it was replaced by south:rules-2. "
        "Write `south:rules-2`, if the reason still fits."
    ]
    assert messages(link("soth:rules-2")) == [
        "There is no edition 'soth' to link to: the vocabulary names none under `inventories`. Did you mean 'south'?"
    ]


def test_without_a_copy_one_problem_says_how_to_get_one() -> None:
    (problem,) = messages(link("south:rules-2"), link("south:office"), pinned={})
    assert "`concordance inventory south FOLDER`" in problem
    broken = frozenset({"inventories/south/graph.json"})
    assert messages(link("south:rules-2"), pinned={}, unsound=broken) == [], "that is reported for the copy itself"


def test_links_that_no_copy_confirms_are_still_published_as_data() -> None:
    links = [link("south:rules-3"), link("soth:rules-2")]
    assert join(*links)[0].outside.links == (links[0],), "what an edition publishes depends on no copy"


def test_the_rules_for_links_hold_across_editions() -> None:
    (kinds,) = messages(link("south:rules-2", subject="office"))
    assert "`needs`" in kinds
    (order,) = messages(link("south:late", "echoes", grade="close"))
    assert "south:late (2020) is later than rules-1 (2001)" in order
    (twice,) = messages(
        link("south:rules-2"), replace(link("south:rules-2", "needed-by"), place=replace(PLACE, line=6))
    )
    assert "are linked by `needs` already" in twice
    (vague,) = messages(link("south:rules-2"), link("south:rules-2-a"))
    assert "A link to south:rules-2 says less" in vague


def test_a_grade_is_measured_by_the_words_over_there() -> None:
    other = outside("south:rules-2")
    changed = replace(other, entry=replace(other.entry, content="Nobody shall fish at night near the pier."))
    pinned = {"south": replace(PINNED, entries={"south:rules-2": changed})}
    (problem,) = messages(link("south:rules-2", "echoes", grade="close"), pinned=pinned)
    assert "of their words in common" in problem
    assert messages(link("south:rules-2", "echoes", grade="close")) == []


def test_their_links_stand_at_the_entries_they_lead_to() -> None:
    theirs = [TheirLink(name, outside("south:rules-2"), "needs", "Why.", "", COPY) for name in ("rules-1", "rules-8")]
    concordance, problems = join(their_links=tuple(theirs))
    assert concordance.outside.their_links == {"rules-1": (theirs[0],)}
    assert [(problem.place, problem.kind) for problem in problems] == [(COPY, ProblemKind.INVENTORY)]
    assert concordance.connected("rules-1") == {"south:rules-2"}
