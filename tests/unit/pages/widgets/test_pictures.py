"""The index of pictures shows each of them, small."""

from __future__ import annotations

from concordance.model.corpus import NOTHING_CONSIDERED, Corpus
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import Predicate, Text, Vocabulary
from concordance.pages.page_content import WidgetRequest
from concordance.pages.widgets.pictures import Dot, gather_pictures
from kinds import INSTRUMENT
from views import view_of

PLACE = Place("p.md", 1)


def test_a_thumbnail_has_a_mark_for_each_of_its_picture() -> None:
    needs = Predicate("needs", "needed-by", "needs", "is needed by", "")
    corpus = Corpus(
        Vocabulary({"plan": Text("plan", "Plan", {}, "", None)}, {"needs": needs}, {}, {}, ""), {}, NOTHING_CONSIDERED
    )
    entries = [
        *(Entry(f"plan-{n}", PROVISION, "plan", f"para. {n}", "", PLACE, content=f"Words {n}") for n in (1, 2)),
        Entry("treaty", INSTRUMENT, "treaties", "Treaty", "Treaty", PLACE, date="2000"),
        Entry("pact", INSTRUMENT, "treaties", "Pact", "Pact", PLACE, date="1990-05"),
    ]
    links = [
        Link(subject, "needs", target, "why", Provenance.EDITOR, None, PLACE)
        for subject, target in (("plan-1", "pact"), ("plan-2", "treaty"))
    ]
    tree = {"index": ["plan", "treaties", "pictures"], "pictures": ["grid", "years", "words"]}
    view = view_of(entries, links, corpus, tree)
    view.index.widgets.update(  # type: ignore[attr-defined]
        grid=(WidgetRequest("matrix", "plan instruments"),), years=(WidgetRequest("timeline", ""),)
    )
    grid, years = gather_pictures("", "pictures", view)
    assert (grid.docname, grid.columns, grid.rows) == ("grid", 2, 2)
    assert grid.opening == "2 paragraphs, 2 instruments"
    assert {(dot.column, dot.row) for dot in grid.dots} == {(0, 0), (1, 1)}
    assert (years.title, years.opening, years.dots) == (
        "YEARS",
        "2 treaties and documents, from 1990 to 2000.",
        (Dot(0, 0, ""), Dot(1, 0, "")),
    )
