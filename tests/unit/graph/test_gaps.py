"""Numbers that a text lacks are told, unless its vocabulary declares them."""

from __future__ import annotations

import pytest
from concordance.graph.gaps import check_gaps
from concordance.model.entries import Entry
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Text, Vocabulary

IDS = ("code-4-50-110", "code-4-50-140", "code-4-50-410", "code-art-1", "code-art-3")


def messages(*gaps: str) -> list[str]:
    texts = {"code": Text("code", "Code", {"": "{number}"}, "", None, gaps=gaps)}
    known = {each: Entry(each, PROVISION, "code", each, each, Place("code.md", 1)) for each in IDS}
    return [problem.message for problem in check_gaps(known, Vocabulary(texts, {}, {}, {}, "x"))]


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        (("any",), []),
        (("code-4-50-1 to code-4-50-109", "code-4-50-111 to code-4-50-139", "code-4-50-141 to code-4-50-409"), [
            "code-art-2 is missing before code-art-3."
        ]),
        (("code-4-50-1 to code-4-50-109", "code-4-50-111 to code-4-50-138", "code-art-2"), [
            "code-4-50-139 is missing before code-4-50-140.",
            "code-4-50-141 to code-4-50-409 are missing before code-4-50-410.",
        ]),
    ],
)  # fmt: skip
def test_only_declared_numbers_may_be_missing(gaps: tuple[str, ...], expected: list[str]) -> None:
    assert messages(*gaps) == expected


def test_the_remedy_can_be_copied_into_the_vocabulary() -> None:
    texts = {"code": Text("code", "Code", {"": "{number}"}, "", None)}
    known = {each: Entry(each, PROVISION, "code", each, each, Place("code.md", 1)) for each in IDS[3:]}
    (problem,) = check_gaps(known, Vocabulary(texts, {}, {}, {}, "x"))
    assert "`gaps: [code-art-2]`" in problem.remedy
    assert messages("any", problem.remedy.partition("gaps: [")[2].partition("]")[0]) == []
