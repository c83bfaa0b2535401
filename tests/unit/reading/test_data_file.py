"""Any data file of editors is read whole, or not at all and with a reason."""

from __future__ import annotations

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.data_file import read_model
from concordance.reading.schema import ConsideredModel

GOOD = b"phrases:\n  in any port: Every text says so.\n"


def test_a_file_is_read_and_places_in_it_are_known() -> None:
    model, document, problems = read_model(ConsideredModel, GOOD, "considered.yaml", ProblemKind.SCHEMA)
    assert model is not None
    assert model.phrases == {"in any port": "Every text says so."}
    assert str(document.spot(("phrases", "in any port")).name) == "considered.yaml:2"
    assert problems == []


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"phrases: [a", ProblemKind.YAML), (b"phrases: 1\n", ProblemKind.SCHEMA), (b"\xff\n", ProblemKind.ENCODING)],
    ids=["no YAML", "another shape", "no text"],
)
def test_what_is_wrong_is_told_by_kind_and_nothing_is_read(data: bytes, kind: ProblemKind) -> None:
    model, _document, problems = read_model(ConsideredModel, data, "considered.yaml", ProblemKind.SCHEMA)
    assert model is None
    assert [problem.kind for problem in problems] == [kind]
