"""What a vocabulary says is read, and what is wrong with it, by slip or by intent, is told where it stands."""

from __future__ import annotations

import pytest
from annotation_files import VOCABULARY_FILE
from concordance.model.problems import ProblemKind
from concordance.model.vocabulary import AvoidedWords
from concordance.reading.vocabulary_file import read_vocabulary


def test_grades_and_words_to_avoid_are_read() -> None:
    vocabulary, problems = read_vocabulary(VOCABULARY_FILE.encode(), "vocabulary.yaml")
    assert problems == []
    assert [(grade.label, grade.least_share) for grade in vocabulary.grades.values()] == [
        ("nearly the same", 0.7),
        ("loose", 0.0),
    ]
    assert vocabulary.avoid == (AvoidedWords(("the rule wants", "next to"), "Write “asks for” or “compared with”."),)


@pytest.mark.parametrize("written", ["schema-type", "schema_types"])
def test_fields_are_called_what_they_are_called_in_files(written: str) -> None:
    (problem,) = read_vocabulary(f"{VOCABULARY_FILE}\n{written}: {{}}\n".encode(), "vocabulary.yaml")[1]
    assert str(problem) == (
        f"`{written}` is not a field. Did you mean 'schema-types'? The fields are texts, kinds, predicates, grades, "
        "facets, schema-types, citing, avoid, parts, interface, inventories."
    )


def test_a_comment_in_the_vocabulary_stands_on_a_line_of_its_own() -> None:
    text = VOCABULARY_FILE.replace("\ngrades:", "\ngrades: # two")
    vocabulary, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert "What follows a space and # is a comment" in problem.message
    assert vocabulary.fingerprint == ""


@pytest.mark.parametrize("written", ["85", "0.85%", "-0.1", "1.5", "nearly all", ".5"])
def test_the_measure_of_a_grade_is_a_share(written: str) -> None:
    text = VOCABULARY_FILE.replace("least-share: 0.7", f"least-share: {written}")
    vocabulary, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert f"is not a share from 0 to 1: '{written}'. Write a number such as 0.85." in str(problem)
    assert vocabulary.fingerprint == ""


PATTERNS = ["{number.__class__}", "{number:>999999999}", "{number!r}", "{0}", "{}", "{other}", "{number", "{number[0]}"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_of_citations_reaches_for_nothing_else(pattern: str) -> None:
    text = VOCABULARY_FILE.replace("rule {number}", pattern, 1)
    _, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert (problem.kind, problem.place.line) == (ProblemKind.VOCABULARY, 5)
    assert "holds braces around something else than number" in problem.message


@pytest.mark.parametrize("short", ["..", "../x", "/etc", "a/../b", "a\\b", "A", "a.b", "%2e", "x\\n"])
def test_a_short_name_of_a_text_does_not_climb(short: str) -> None:
    text = VOCABULARY_FILE.replace('short: ""', f'short: "{short}"' if "n" in short else f"short: '{short}'", 1)
    _, (problem,) = read_vocabulary(text.encode(), "vocabulary.yaml")
    assert (problem.kind, problem.place.line) == (ProblemKind.VOCABULARY, 8)
