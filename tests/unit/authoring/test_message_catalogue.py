"""The catalogue of messages tells the truth: each of its files, put into a small edition, gets just what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.authoring.annotation_messages import ANNOTATION_MESSAGES
from concordance.authoring.edition_messages import EDITION_MESSAGES
from concordance.authoring.message import Message
from concordance.authoring.message_catalogue import CATALOGUE
from concordance.cli.edition import open_edition
from concordance.cli.importer.recipe import ImportFailedError, load_recipe, read_recipe
from concordance.model.problems import ProblemKind
from edition import TINY, Edition


@pytest.mark.parametrize("message", CATALOGUE, ids=lambda message: message.example.kind.value)
def test_each_example_gets_its_message_and_no_other(message: Message, tmp_path: Path) -> None:
    tiny = Edition.copy(TINY, tmp_path)
    path = tiny.root / message.example.place.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(message.file_content.encode())
    if message.example.kind is not ProblemKind.IMPORT:
        assert open_edition(tiny.root).problems == (message.example,)
        return
    with pytest.raises(ImportFailedError) as failed:
        load_recipe(read_recipe(path))
    (problem,) = failed.value.problems
    assert (problem.message, problem.remedy) == (message.example.message, message.example.remedy)
    assert (problem.place.line, problem.place.column) == (message.example.place.line, message.example.place.column)


def test_every_code_is_explained_once() -> None:
    assert sorted(message.example.kind.value for message in CATALOGUE) == sorted(kind.value for kind in ProblemKind)


def test_messages_on_annotations_have_examples_in_annotations_and_all_others_elsewhere() -> None:
    on_annotations = {message.example.place.path.partition("/")[0] for message in ANNOTATION_MESSAGES}
    assert on_annotations == {"annotations"}
    assert not any(message.example.place.path.startswith("annotations/") for message in EDITION_MESSAGES)
