"""Files are checked against their shape; what is sound in one that is not is kept."""

from __future__ import annotations

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.schema import AnnotationModel
from concordance.reading.search_words_schema import SearchWordsModel
from concordance.reading.strict_yaml import read_yaml
from concordance.reading.validation import validate, validate_sound_parts

SOUND = "annotates: rules-1\ntitle: One\nlinks:\n  - needs: board\n    reason: Because.\n"
HALF_SOUND = """annotates: rules-1
titles: One
links:
  - needs: board
    reason: Because.
  - needs: crew
    reason: ""
questions: [One?, Two?]
reviewed: soon
"""


def test_a_sound_file_is_read() -> None:
    model, problems = validate(AnnotationModel, read_yaml(SOUND, "a.md"), ProblemKind.SCHEMA)
    assert problems == []
    assert model is not None
    assert (model.annotates, model.title, model.links) == ("rules-1", "One", [{"needs": "board", "reason": "Because."}])


def test_everything_wrong_is_told_with_its_line() -> None:
    model, problems = validate(AnnotationModel, read_yaml(HALF_SOUND, "a.md", 2), ProblemKind.SCHEMA)
    assert model is None
    assert sorted(problem.place.line for problem in problems) == [3, 8, 10]
    assert {problem.kind for problem in problems} == {ProblemKind.SCHEMA}


def test_without_what_is_wrong_the_rest_is_kept() -> None:
    document = read_yaml(HALF_SOUND, "a.md", 2)
    model, _document, problems = validate_sound_parts(AnnotationModel, document, ProblemKind.SCHEMA)
    assert len(problems) == 3
    assert model is not None
    assert (model.title, model.reviewed, model.questions) == (None, None, ["One?", "Two?"])
    assert model.links == [{"needs": "board", "reason": "Because."}], "of a list, only the item is left out"


def test_what_is_no_yaml_is_told_once() -> None:
    document = read_yaml("synonyms: [open\n", "a.yaml")
    model, problems = validate(SearchWordsModel, document, ProblemKind.VOCABULARY)
    assert model is None
    assert [problem.kind for problem in problems] == [ProblemKind.YAML]


@pytest.mark.parametrize("missing", ["annotates: rules-1\n", "    reason: Because.\n"])
def test_only_what_an_annotation_cannot_do_without_is_missed(missing: str) -> None:
    _model, problems = validate(AnnotationModel, read_yaml(SOUND.replace(missing, ""), "a.md"), ProblemKind.SCHEMA)
    assert len(problems) == missing.startswith("annotates")
