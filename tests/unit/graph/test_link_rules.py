"""What kinds of link may join, and in which direction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.graph.concordance import build
from concordance.graph.link_rules import check_link_rules, date_of
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate, Text
from kinds import ARTICLE, BODY, INSTRUMENT

PLACE = Place("annotations/rules/1.md", 4, 5)
JOINING = Predicate("", "", "", "", "", subject=("provision",), object=("instrument", "article"))
VOCABULARY = replace(
    EMPTY_VOCABULARY,
    texts={
        "rules": Text("rules", "Rules", {"": "rule {number}"}, "", None, year="1990"),
        "new": Text("new", "New rules", {"": "new rule {number}"}, "", None, year="2010"),
    },
    predicates={
        predicate.name: predicate
        for predicate in (
            Predicate("cites", "cited-by", "", "", "", text=True),
            replace(JOINING, name="carries-out", reverse="carried-out-by", older="object"),
            replace(JOINING, name="matches", reverse="matched-by", older="subject"),
            Predicate("helps", "helped-by", "", "", ""),
            replace(JOINING, name="repeats", reverse="repeated-by", object=("provision",), older="object"),
        )
    },
)
ENTRIES = [
    Entry("rules-1", PROVISION, "rules", "rule 1", "rule 1", PLACE, content="Words."),
    Entry("new-1", PROVISION, "new", "new rule 1", "new rule 1", PLACE, content="Words."),
    Entry("pact", INSTRUMENT, "pacts", "Pact", "Pact", PLACE, date="1950-03"),
    Entry("pact-art-1", ARTICLE, "pacts", "Pact, art. 1", "Ships", PLACE),
    Entry("treaty", INSTRUMENT, "pacts", "Treaty", "Treaty", PLACE, date="2001-05-02"),
    Entry("undated", INSTRUMENT, "pacts", "Undated", "Undated", PLACE),
    Entry("board", BODY, "bodies", "Board", "Board", PLACE),
]
CORPUS = replace(EMPTY_CORPUS, vocabulary=VOCABULARY)


def problems_of(subject: str, predicate: str, target: str, provenance: Provenance = Provenance.EDITOR) -> list[str]:
    link = Link(subject, predicate, target, "Because.", provenance, None, PLACE)
    concordance, problems = build(ENTRIES, [link], CORPUS, [])
    assert problems == []
    return [str(problem) for problem in check_link_rules(concordance, VOCABULARY)]


@pytest.mark.parametrize(
    ("subject", "predicate", "target"),
    [
        ("rules-1", "carries-out", "pact"),
        ("pact-art-1", "carried-out-by", "rules-1"),
        ("rules-1", "matches", "treaty"),
        ("rules-1", "carries-out", "undated"),
        ("board", "helps", "rules-1"),
    ],
)
def test_what_a_kind_of_link_joins_is_sound_from_either_end(subject: str, predicate: str, target: str) -> None:
    assert problems_of(subject, predicate, target) == []


def test_what_it_does_not_join_is_a_problem_with_what_it_does() -> None:
    (problem,) = problems_of("rules-1", "carries-out", "board")
    assert "does not lead from a provision to a body" in problem
    assert "It leads from a provision to an instrument or an article." in problem


def test_a_link_that_fits_the_other_way_round_is_told_so() -> None:
    (problem,) = problems_of("pact", "carries-out", "rules-1")
    assert "Turn it round: write `carried-out-by`." in problem
    (problem,) = problems_of("rules-1", "carried-out-by", "pact")
    assert "Turn it round: write `carries-out`." in problem


def test_what_repeats_the_later_is_turned_round_from_either_end() -> None:
    (problem,) = problems_of("rules-1", "repeats", "new-1")
    assert "new-1 (2010) is later than rules-1 (1990)" in problem
    assert "Turn it round: write `repeated-by`." in problem
    (problem,) = problems_of("new-1", "repeated-by", "rules-1")
    assert "Turn it round: write `repeats`." in problem


def test_it_is_not_turned_round_against_the_order_of_time() -> None:
    (problem,) = problems_of("treaty", "carries-out", "rules-1")
    assert "Turn it round" not in problem


def test_nothing_carries_out_what_came_later_and_what_fits_is_proposed() -> None:
    (problem,) = problems_of("rules-1", "carries-out", "treaty")
    assert "treaty (2001-05-02) is later than rules-1 (1990)" in problem
    assert "Write `matches`" in problem


def test_what_a_text_names_is_not_judged() -> None:
    assert problems_of("board", "cites", "rules-1", Provenance.TEXT) == []


def test_an_article_has_the_date_of_its_instrument_and_a_provision_that_of_its_text() -> None:
    concordance, _problems = build(ENTRIES, [], CORPUS, [])
    dates = {entry.id: date_of(entry, concordance, VOCABULARY) for entry in ENTRIES}
    assert dates["rules-1"] == "1990"
    assert dates["pact"] == dates["pact-art-1"] == "1950-03"
    assert dates["undated"] == dates["board"] == ""
