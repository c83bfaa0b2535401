"""Ready-made handouts."""

from __future__ import annotations

import pytest
from concordance.drawing.widgets.handout import PART_NAMES
from concordance.model.corpus import EMPTY_CORPUS
from concordance.pages.widgets.handout import PARTS, check_sheet
from edition import ROOT


@pytest.mark.parametrize(
    ("argument", "wrong"),
    [
        ("p=a-1,a-2&title=Any words", None),
        ("p=a-1&show=text,questions", None),
        ("title=Nothing", "holds no entry"),
        ("p=a-1&show=text,question", "'questions'"),
        ("p=a-1&titles=Day one", "'title'"),
    ],
)
def test_a_sheet_that_cannot_be_is_told_of(argument: str, wrong: str | None) -> None:
    fault = check_sheet(argument, EMPTY_CORPUS)
    assert fault is None if wrong is None else fault and wrong in " ".join(fault)


def test_the_parts_of_a_handout_are_the_same_in_every_place() -> None:
    assert tuple(PART_NAMES) == PARTS
    documented = (ROOT / "source" / "handout.md").read_text(encoding="utf-8")
    assert ", ".join(f"`{part}`" for part in PARTS) in documented
