"""What is checked of an edition beyond its single files."""

from __future__ import annotations

from pathlib import Path

import pytest
from concordance.authoring.check import check
from concordance.graph.concordance import build
from concordance.model.problems import ProblemKind
from concordance.pages.widgets.registry import widget_anchors
from concordance.reading.corpus import load
from concordance.reading.lock import read_lock
from concordance.reading.pages import docname_of
from concordance.reading.scan import scan
from edition import Edition


def checked(root: Path) -> list[tuple[ProblemKind, str]]:
    """Return the kind and the place of all that is wrong with an edition whose files are sound."""
    corpus, problems = load(root)
    locked, more = read_lock(root)
    scanned = scan(root, "source", corpus)
    concordance, others = build(scanned.entries, scanned.links, corpus, ())
    assert [*problems, *more, *others] == []
    anchors = {name: docname_of(path, "source") for name, path in widget_anchors(scanned.directives, corpus).items()}
    return [(problem.kind, str(problem.place)) for problem in check(scanned, concordance, corpus, locked, anchors)]


def test_a_sound_edition_is_sound(tiny: Edition) -> None:
    assert checked(tiny.root) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "kind", "line"),
    [
        ("annotations/rules/2.md", "quote: shall", "quote: should", ProblemKind.QUOTE, 12),
        ("annotations/rules/2.md", "as [](#rules-3) says", "as [](#rules-9) says", ProblemKind.UNKNOWN_ID, 20),
        ("annotations/rules/2.md", "register](#rules-3)?", "register](#rules-3-c1)?", ProblemKind.UNKNOWN_ID, 15),
    ],
)
def test_what_leads_nowhere_is_told_where_it_stands(
    tiny: Edition, name: str, old: str, new: str, kind: ProblemKind, line: int
) -> None:
    tiny.change(name, old, new)
    assert checked(tiny.root) == [(kind, f"{name}:{line}")]


def test_what_was_published_may_not_get_lost(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-1 rules/1.html\nrules-7 rules/7.html\nrules-8 rules/8.html -> rules-1\n")
    assert checked(tiny.root) == [(ProblemKind.LOST_ID, "ids.lock:2")]


def test_commentary_terms_and_what_took_over_can_be_linked_to(tiny: Edition) -> None:
    tiny.write("ids.lock", "rules-8 rules/8.html -> rules-1\n")
    tiny.write(
        "annotations/rules/3.md",
        "---\nannotates: rules-3\n---\nSee [one](#rules-2-c2), [two](#actors-pilots) and [three](#rules-8).\n",
    )
    assert checked(tiny.root) == []
