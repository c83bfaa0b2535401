"""Grades of parallels, and the words that bear them out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.graph.concordance import build
from concordance.graph.grades import check_grades, share_in_common
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place, ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY, Grade, Predicate
from kinds import INSTRUMENT

PLACE = Place("annotations/new/1.md", 4, 5)
GRADES = {"same": Grade("the same", "", 0.9), "near": Grade("near", "", 0.5), "loose": Grade("loose", "")}
CONVENTION = Entry(
    "tonnage",
    INSTRUMENT,
    "treaties",
    "Tonnage Convention",
    "International Convention on Tonnage Measurement of Ships",
    PLACE,
    aliases=("Convention of 1969",),
)


def provision(identifier: str, content: str, number: str = "") -> Entry:
    return Entry(identifier, PROVISION, "page", identifier, identifier, PLACE, number, content)


def problems_of(grade: str, *entries: Entry, grades: dict[str, Grade] = GRADES) -> list[str]:
    """Return what is wrong with the link, of that grade, between the first two entries."""
    vocabulary = replace(
        EMPTY_VOCABULARY,
        predicates={"echoes": Predicate("echoes", "echoed-by", "", "", "", graded=True)},
        grades=grades,
    )
    first, second, *_others = entries
    link = Link(first.id, "echoes", second.id, "Because.", Provenance.EDITOR, grade, PLACE)
    concordance, problems = build(entries, [link], replace(EMPTY_CORPUS, vocabulary=vocabulary), [])
    assert problems == []
    grade_problems = check_grades(concordance, vocabulary)
    assert all((problem.place, problem.kind) == (PLACE, ProblemKind.GRADE) for problem in grade_problems)
    return [str(problem) for problem in grade_problems]


def test_the_share_counts_the_words_of_both() -> None:
    assert share_in_common("Every vessel shall be measured.", "every vessel shall be Measured") == 1
    assert share_in_common("Every vessel", "Every vessel and every boat of the harbour") == pytest.approx(2 * 2 / 10)
    assert share_in_common("Every vessel", "No") == 0


def test_a_grade_that_the_words_bear_out_is_sound() -> None:
    new = provision("new-1", "Every vessel shall be measured once in ten years at least.")
    old = provision("old-1", "Every ship shall be measured once in ten years at least;")
    assert problems_of("same", new, old) == []


def test_a_closer_grade_than_the_words_bear_out_is_a_problem_with_the_share_and_the_grade_that_fits() -> None:
    new = provision("new-1", "Every vessel shall be measured.")
    old = provision("old-1", "Every ship shall be weighed.")
    assert problems_of("same", new, old) == [
        "new-1 and old-1 have 60 per cent of their words in common; `same` asks for 90 per cent. "
        "Write `grade: near`, with a reason that fits it."
    ]
    assert problems_of("near", new, old) == []
    (problem,) = problems_of("near", new, provision("old-1", "No whistling."))
    assert problem.endswith("Write `grade: loose`, with a reason that fits it.")


def test_what_fits_no_grade_is_no_parallel() -> None:
    new, old = provision("new-1", "Measure."), provision("old-1", "Whistle.")
    (problem,) = problems_of("same", new, old, grades={"same": GRADES["same"]})
    assert problem.endswith("Remove the link.")


def test_a_grade_without_a_measure_is_left_to_editors() -> None:
    assert problems_of("loose", provision("new-1", "Measure."), provision("old-1", "Whistle.")) == []


def test_the_names_of_a_treaty_count_as_one_word() -> None:
    new = provision("new-1", "Vessels are measured under the International Convention on Tonnage Measurement of Ships.")
    old = provision("old-1", "Vessels are measured under the Convention of 1969.")
    assert problems_of("same", new, old, CONVENTION) == []
    assert len(problems_of("same", new, old)) == 1


def test_different_treaties_are_different_words() -> None:
    fees = replace(CONVENTION, id="fees", title="Fees Convention", label="Fees Convention", aliases=())
    new = provision("new-1", "Under the Fees Convention")
    old = provision("old-1", "Under the Tonnage Convention")
    (problem,) = problems_of("same", new, old, CONVENTION, fees)
    assert "66 per cent" in problem


def test_a_share_is_never_rounded_up_to_the_measure() -> None:
    new = provision("new-1", " ".join(f"w{number}" for number in range(1000)))
    old = provision("old-1", " ".join(f"w{number}" for number in range(899)) + " x" * 101)
    (problem,) = problems_of("same", new, old)
    assert "have 89 per cent" in problem
