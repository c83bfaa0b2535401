"""Words that copying has run together are brought up, as long as they are words."""

from __future__ import annotations

import pytest
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.paragraphs import Outline
from concordance.cli.importer.reading import read_source


@pytest.mark.parametrize(("first", "second", "doubted"), [("harbour", "master", True), ("h" * 60, "m" * 60, False)])
def test_a_word_that_is_too_long_for_any_language_is_not_divided(first: str, second: str, doubted: bool) -> None:
    decisions = Decisions()
    read_source("rules.txt", f"The {first} and the {second}.\n\nThe {first}{second}.\n", Outline(), decisions)
    assert [doubt.key.words for doubt in decisions.doubts.values()] == ([f"{first}{second}"] if doubted else [])
