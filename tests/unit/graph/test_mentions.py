"""Provisions that a commentary links to, and the links that account for them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.graph.concordance import build
from concordance.graph.mentions import check_mentions
from concordance.model.corpus import EMPTY_CORPUS, NOTHING_CONSIDERED, Annotation, Corpus, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from kinds import INSTRUMENT

PATH = "annotations/new/1.md"
BODY = Place(PATH, 10, 1)
MENTION = Place(PATH, 12, 7)
VOCABULARY = replace(EMPTY_VOCABULARY, predicates={"needs": Predicate("needs", "needed-by", "", "", "")})
ENTRIES = [
    *(
        Entry(identifier, PROVISION, "page", identifier, identifier, Place("page.md", 1), content="Words.")
        for identifier in ("new-1", "new-1-a", "new-1-b", "new-2", "old-1", "old-1-a", "old-2")
    ),
    Entry("treaty", INSTRUMENT, "page", "Treaty", "Treaty", Place("page.md", 1)),
]


def problems_of(
    mentioned: str,
    *links: tuple[str, str],
    annotates: str = "new-1",
    place: Place = MENTION,
    considered: tuple[tuple[str, str], ...] = (),
    unsound: frozenset[str] = frozenset(),
) -> list[Problem]:
    """Return what is wrong where an annotation links to `mentioned` in a sentence at `place`."""
    body = Line("Prose.", BODY)
    names = (Line(mentioned, place), Line(mentioned, replace(place, column=place.column + 20)))
    annotation = Annotation(annotates, Place(PATH, 2, 12), "", None, None, (), (), (), (), (), None, body, (), names)
    pairs = {pair: Line("No.", Place("considered.yaml", 1)) for pair in considered}
    corpus = Corpus(VOCABULARY, {annotates: annotation}, replace(NOTHING_CONSIDERED, pairs=pairs), unsound=unsound)
    made = [Link(subject, "needs", target, "Because.", Provenance.EDITOR, None, BODY) for subject, target in links]
    concordance, _ = build(ENTRIES, made, replace(EMPTY_CORPUS, vocabulary=VOCABULARY), [])
    return check_mentions(concordance, corpus)


def test_a_mention_without_a_link_is_one_problem_at_its_first_place() -> None:
    (problem,) = problems_of("old-1")
    assert (problem.place, problem.kind) == (MENTION, ProblemKind.MISSING_LINK)
    assert problem.message == "The commentary on new-1 links to old-1, and no link joins the two."
    assert "considered.yaml" in problem.remedy


@pytest.mark.parametrize("link", [("new-1", "old-1"), ("old-1", "new-1")])
def test_a_link_from_either_end_accounts_for_it(link: tuple[str, str]) -> None:
    assert problems_of("old-1", link) == []


@pytest.mark.parametrize(
    ("annotates", "mentioned", "link"),
    [("new-1", "old-1", ("new-1-a", "old-1")), ("new-1-a", "old-1-a", ("new-1", "old-1"))],
    ids=["a part is linked", "the wholes are linked"],
)
def test_a_link_of_parts_or_wholes_accounts_for_it(annotates: str, mentioned: str, link: tuple[str, str]) -> None:
    assert problems_of(mentioned, link, annotates=annotates) == []


def test_a_link_of_another_part_does_not() -> None:
    assert len(problems_of("old-1", ("new-1-b", "old-1"), annotates="new-1-a")) == 1


@pytest.mark.parametrize("pair", [("new-1", "old-1"), ("old-1", "new-1")])
def test_a_pair_that_was_considered_is_accounted_for(pair: tuple[str, str]) -> None:
    assert problems_of("old-1", considered=(pair,)) == []


@pytest.mark.parametrize("mentioned", ["new-2", "treaty", "nosuch", "new-1-c1"])
def test_only_provisions_of_other_texts_are_asked_about(mentioned: str) -> None:
    assert problems_of(mentioned) == []


def test_questions_and_sources_may_link_to_anything() -> None:
    assert problems_of("old-1", place=Place(PATH, 9, 5)) == []


def test_an_annotation_of_nothing_and_a_pair_of_nothing_are_reported_elsewhere() -> None:
    assert problems_of("old-1", annotates="gone-1") == []
    assert len(problems_of("old-1", considered=(("gone-1", "old-1"),))) == 1


@pytest.mark.parametrize("unsound", [PATH, "annotations/old/1.md", "annotations/considered.yaml"])
def test_nothing_follows_from_a_file_that_cannot_be_read_whole(unsound: str) -> None:
    assert problems_of("old-1", unsound=frozenset({unsound})) == []
