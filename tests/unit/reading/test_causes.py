"""A mistake in a file that others rest on is told once, at its line, and not at each place that does not fit it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from concordance.cli.edition import open_edition
from concordance.model.layout import VOCABULARY_PATH
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.causes import tell_causes
from edition import TINY, Edition

# Entries, annotations and words of readers, more than anybody gets wrong one by one.
NUMBERS = range(10, 16)
PAGE = """# {n}

:::{{instrument}} treaty{n}
:label: T
:title: Treaty
:::

:::{{article}} treaty{n}-art-1
:label: A
:title: Article
:::
"""
ANNOTATION = """---
annotates: rules-{n}
who: {{actors: [crews]}}
links:
  - needs: treaty{n}-art-1
    reason: The rule cannot do without it.
  - echoes: old-{n}
    grade: loose
    reason: Both say it.
---
"""
PROVISION = "\n:::{{provision}} {text}-{n}\n:number: {n}.\n\nWords of the {text} {n}.\n:::\n"
# By what is wrong: what is written in the vocabulary, and what in its place.
MISTAKES = {
    "role": ("instrument: {role: work}", "instrument: {role: wrk}"),
    "no role": ("instrument: {role: work}", "instrument: {}"),
    "name of a kind": ("  article: {part-of", "  artcle: {part-of"),
    "whole of a kind": ("part-of: instrument", "part-of: instrment"),
    "lost kind": ("  instrument: {role: work}\n  article: {part-of: instrument}\n", ""),
    "id of a text": ("\n  old:\n", "\n  odl:\n"),
    "series of a text": ('cite: {"": "old rule {number}"}', 'cite: {op: "old rule {number}"}'),
    "name of a predicate": ("  needs: {", "  neds: {"),
    "what it joins": ("means: Says it again.", "subject: [body], means: Says it again."),
    "which end is older": ("means: Says it again.", "older: subject, means: Says it again."),
    "grades it has not": ("means: Cannot be carried out without it.", "means: Asks., graded: true"),
    "name of a grade": ("  loose: {", "  lose: {"),
    "share of a grade": ("label: loose,", "label: loose, least-share: 0.99,"),
    "name of a term": ("    crews: {", "    crew: {"),
    "name of a facet": ("\n  actors:\n", "\n  actor:\n"),
}


def write_many(root: Path) -> Edition:
    edition = Edition.copy(TINY, root)
    rules = "".join(PROVISION.format(text="rules", n=n) for n in NUMBERS)
    old = "".join(PROVISION.format(text="old", n=n) for n in NUMBERS)
    edition.write("source/beside.md", f"# Beside\n{rules}{old}")
    treaties = "".join(f"{n}\n" for n in NUMBERS)
    edition.change("source/treaties/tonnage.md", "# ", f"```{{toctree}}\n{treaties}```\n\n# ")
    text = (edition.root / "source/treaties/tonnage.md").read_text(encoding="utf-8")
    head, _, rest = text.partition("```\n\n")
    edition.write("source/treaties/tonnage.md", f"{rest}\n{head}```\n")
    for n in NUMBERS:
        edition.write(f"source/treaties/{n}.md", PAGE.format(n=n))
        edition.write(f"annotations/rules/{n}.md", ANNOTATION.format(n=n))
    return edition


@pytest.fixture
def many(tmp_path: Path) -> Edition:
    return write_many(tmp_path)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> set[Problem]:
    """What is said of the edition as it is before a mistake."""
    return {*open_edition(write_many(tmp_path_factory.mktemp("before")).root).problems}


def line_of(text: str, changed: str) -> int:
    pairs = zip(text.split("\n"), changed.split("\n"), strict=False)
    return next(number for number, (before, after) in enumerate(pairs, 1) if before != after)


@pytest.mark.parametrize(("old", "new"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_the_vocabulary_is_told_once_and_near_its_line(
    many: Edition, before: set[Problem], old: str, new: str
) -> None:
    text = (many.root / VOCABULARY_PATH).read_text(encoding="utf-8")
    many.change(VOCABULARY_PATH, old, new)
    problems = [problem for problem in open_edition(many.root).problems if problem not in before]
    assert len(problems) <= 2, [f"{problem.place} {problem}" for problem in problems]
    assert problems[0].place.path == VOCABULARY_PATH
    assert abs(problems[0].place.line - line_of(text, text.replace(old, new, 1))) <= 2, problems[0]


def test_a_mistake_of_one_editor_is_told_at_each_of_its_lines(many: Edition, before: set[Problem]) -> None:
    link = "  - needs: treaty10-art-1\n    reason: It is so.\n"
    links = "".join(link.replace("needs", "neds").replace("art-1", f"art-1{n}") for n in range(5))
    many.change("annotations/rules/10.md", "links:\n", f"links:\n{links}")
    problems = [problem for problem in open_edition(many.root).problems if problem not in before]
    assert [str(problem.place) for problem in problems if "'neds'" in problem.message] == [
        f"annotations/rules/10.md:{line}" for line in (5, 7, 9, 11, 13)
    ]


def test_where_the_first_of_many_places_is_and_how_many_there_are_is_told(tmp_path: Path) -> None:
    (tmp_path / "annotations").mkdir()
    (tmp_path / VOCABULARY_PATH).write_text("grades:\n  lose: {label: x}\n", encoding="utf-8")
    many = [
        Problem(Place(f"annotations/{n}.md", n, 3), ProblemKind.SCHEMA, "No.", "Yes.", rests_on=("grades", "loose"))
        for n in range(5, 0, -1)
    ]
    other = Problem(Place("source/a.md", 1), ProblemKind.FILE, "Gone.", "Bring it back.")
    problems = tell_causes(tmp_path, [*many, other])
    assert problems[0] == other
    assert str(problems[1].place) == f"{VOCABULARY_PATH}:2"
    assert re.search("does not fit 5 places, the first of them annotations/1.md:1: No", problems[1].message)
    # As many as one may get wrong by themselves.
    assert {*tell_causes(tmp_path, many[:3])} == {*many[:3]}
