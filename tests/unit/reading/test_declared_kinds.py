"""The kinds of entries that a vocabulary declares."""

from __future__ import annotations

import pytest
from concordance.model.kinds import USUAL_KINDS, Role
from concordance.model.vocabulary import Vocabulary
from concordance.reading.vocabulary_file import read_vocabulary

REST = """
texts: {}
grades: {}
facets: {crews: {pilots: {label: Pilots, means: They know the fairway.}}}
predicates:
  cites: {reverse: cited-by, says: cites, reverse-says: is cited by, means: Named., text: true}
"""


def read(kinds: str, more: str = "") -> tuple[Vocabulary, list[str]]:
    vocabulary, problems = read_vocabulary(f"kinds:\n{kinds}\n{REST}{more}".encode(), "vocabulary.yaml")
    return vocabulary, [f"{problem.place.line}: {problem}" for problem in problems]


def test_an_edition_that_declares_no_kinds_has_the_usual_ones() -> None:
    vocabulary, problems = read_vocabulary(REST.encode(), "vocabulary.yaml")
    assert (list(vocabulary.kinds), problems) == (list(USUAL_KINDS), [])


def test_kinds_keep_their_order_and_parts_follow_their_whole() -> None:
    vocabulary, problems = read(
        "  clause: {part-of: standard, name: Clause, plural: clauses}\n"
        "  principle: {role: numbered, name: Principle, plural: principles, expected: true}\n"
        "  provision: {}\n"
        "  standard: {role: work, name: Standard, plural: standards}\n"
        "  remark: {part-of: clause, name: Remark, plural: remarks}\n"
    )
    assert problems == []
    assert list(vocabulary.kinds) == ["principle", "provision", "standard", "clause", "remark"]
    assert vocabulary.kinds["remark"].role is Role.WORK, "a part has the role of its whole"
    assert [name for name, kind in vocabulary.kinds.items() if kind.expected] == ["principle"]


def test_provisions_come_first_unless_they_are_listed() -> None:
    assert list(read("  body: {role: body}\n")[0].kinds) == ["provision", "body"]


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        ("case-law: {role: work, name: Case, plural: cases}", "Write letters only: 'caselaw'."),
        ("body: {}", "The kind 'body' has neither a role nor a whole."),
        ("body: {role: body, part-of: document}", "The kind 'body' has both a role and a whole."),
        ("clause: {part-of: standarb, name: A, plural: b}", "The kind 'clause' is a part of 'standarb'"),
        ("clause: {part-of: clause, name: A, plural: b}", "The kind 'clause' is a part of 'clause'"),
        ("clause: {part-of: provision, name: A, plural: b}", "The kind 'clause' is a part of 'provision'"),
        ("standard: {role: work}", "The kind 'standard' has no name."),
        ("standard: {role: work, name: Standard}", "The kind 'standard' has no plural."),
        ("note: {role: work, name: Note, plural: notes}", "A kind cannot be called 'note'"),
        ("timeline: {role: work, name: A, plural: b}", "A kind cannot be called 'timeline'"),
        ("crews: {role: body, name: Crew, plural: crews}", "A kind cannot be called 'crews'"),
        ("cites: {role: body, name: Crew, plural: crews}", "A kind cannot be called 'cites'"),
        ("standard: {role: treaty, name: A, plural: b}", "Write 'work', 'document', 'numbered' or 'body'."),
        ("provision: {name: Article}", "What a provision is cannot be declared"),
    ],
)
def test_what_is_wrong_with_a_kind_is_told_at_its_line(kinds: str, message: str) -> None:
    (problem,) = read(f"  {kinds}\n")[1]
    assert problem.startswith("2: ")
    assert message in problem


@pytest.mark.parametrize(
    "named",
    [
        "  serves: {reverse: served-by, says: a, reverse-says: b, means: c, object: [principel]}\n",
        "citing: {within: {principel: a-res-1}}\n",
        "citing: {places: {principel: 'Principle {number}'}}\n",
        "citing: {same-as: {principel: 'https://example.org/{number}'}}\n",
    ],
)
def test_a_kind_that_is_named_has_to_be_declared(named: str) -> None:
    (problem,) = read("  principle: {role: numbered, name: Principle, plural: principles}\n", named)[1]
    assert "There is no kind 'principel'. Did you mean 'principle'? Or declare it under `kinds`." in problem
