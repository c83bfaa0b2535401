"""Whole texts beside each other, paragraph by paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Grade, Predicate, Text
from concordance.pages.widgets.comparison import GradeCount, check_runs, first_run, gather_comparison, texts_of
from views import view_of

PLACE = Place("page.md", 1)
VOCABULARY = replace(
    EMPTY_VOCABULARY,
    texts={
        "new": Text("new", "New rules", {"": "rule {number}"}, "", None, year="1990"),
        "old": Text("old", "Old rules", {"pp": "recital {number}", "op": "para. {number}"}, "", None, year="1910"),
    },
    predicates={"echoes": Predicate("echoes", "echoed-by", "echoes", "is echoed by", "", graded=True)},
    grades={"close": Grade("nearly the same", "Nearly the same."), "loose": Grade("loose", "The same idea.")},
)
CORPUS = replace(EMPTY_CORPUS, vocabulary=VOCABULARY)
TREE = {"index": ("part", "old"), "part": ("one", "two")}


def provision(identifier: str, docname: str, content: str, *, leads: bool = False) -> Entry:
    return Entry(identifier, PROVISION, docname, identifier, identifier, PLACE, "", content, leads)


ENTRIES = [
    provision("new-1", "one", "Every vessel shall be measured.", leads=True),
    provision("new-2", "two", "The master shall: (a) keep a list; (b) collect dues.", leads=True),
    provision("new-2-a", "two", "keep a list;"),
    provision("new-2-b", "two", "collect dues."),
    provision("new-3", "two", "Nobody may whistle."),
    provision("old-op-1", "old", "Every ship shall be measured."),
    provision("old-op-2", "old", "The master shall keep a list."),
    provision("old-op-3", "old", "Pilots know the fairway."),
]
LINKS = [
    Link(subject, "echoes", target, "Because.", Provenance.EDITOR, grade, PLACE)
    for subject, target, grade in (("new-1", "old-op-1", "close"), ("new-2-a", "old-op-2", "loose"))
]
COMPARISON = gather_comparison("new old-op", "index", view_of(ENTRIES, LINKS, CORPUS, TREE))


def test_paragraphs_stand_in_the_parts_of_their_text_and_items_where_they_have_parallels() -> None:
    assert [(part.docname, part.title) for part in COMPARISON.parts] == [("part", "PART")]
    rows = [row for part in COMPARISON.parts for row in part.rows]
    assert [(row.provision.id, row.leads_in, row.is_item) for row in rows] == [
        ("new-1", False, False),
        ("new-2", True, False),
        ("new-2-a", False, True),
        ("new-2-b", False, True),
        ("new-3", False, False),
    ]
    assert [each.other_side("new-1").provision.id for each in rows[0].parallels] == ["old-op-1"]


def test_what_the_other_has_alone_is_the_rest() -> None:
    assert [row.provision.id for row in COMPARISON.rest] == ["old-op-3"]


def test_each_paragraph_is_counted_once_by_the_closest_of_its_parallels() -> None:
    assert COMPARISON.counts == (
        GradeCount("nearly the same", "Nearly the same.", 1),
        GradeCount("loose", "The same idea.", 1),
    )
    assert COMPARISON.without == 1


def test_texts_are_told_apart_by_their_years_or_else_by_their_names() -> None:
    assert COMPARISON.names == ("1990", "1910")
    undated = {name: replace(text, year="") for name, text in VOCABULARY.texts.items()}
    corpus = replace(CORPUS, vocabulary=replace(VOCABULARY, texts=undated))
    assert gather_comparison("new old", "index", view_of(ENTRIES, LINKS, corpus, TREE)).names == (
        "New rules",
        "Old rules",
    )


@pytest.mark.parametrize(
    ("argument", "wrong"),
    [
        ("new old", None),
        ("new old-op", None),
        ("new", "Name two texts"),
        ("new old old", "Name two texts"),
        ("new odl", "There is no text 'odl'. Did you mean 'old'?"),
        ("new old-qp", "The text 'old' has no series 'qp'."),
    ],
)
def test_what_is_no_pair_of_texts_is_told(argument: str, wrong: str | None) -> None:
    fault = check_runs(argument, CORPUS)
    assert fault is None if wrong is None else fault is not None and wrong in " ".join(fault)


def test_an_argument_names_its_texts() -> None:
    assert texts_of("new old-op") == ("new", "old")
    assert first_run("new-pp old-op") == "new-pp"
