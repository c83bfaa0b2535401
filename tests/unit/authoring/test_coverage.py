"""What a paragraph has and lacks."""

from __future__ import annotations

from concordance.authoring.coverage import measure_coverage
from concordance.graph.concordance import build
from concordance.model.corpus import Annotation, Considered, Corpus, Line
from concordance.model.entries import Entry, Kind
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY

PLACE = Place("page.md", 1)


NO = Line("No.", PLACE)


def provision(identifier: str, content: str) -> Entry:
    return Entry(identifier, Kind.PROVISION, identifier, identifier, identifier, PLACE, content=content)


def test_coverage_tells_what_a_paragraph_lacks() -> None:
    entries = [provision("a-1", "One."), provision("a-1-a", "Item."), provision("a-2", "Two.")]
    written = Annotation("a-1", PLACE, "", "A title", None, (), (), (), (), (), None, Line("Two words.", PLACE))
    considered = Considered({}, {}, {"a-1": NO})
    corpus = Corpus(EMPTY_VOCABULARY, {"a-1": written}, considered)
    concordance, _ = build(entries, [], corpus, [])
    one, two = measure_coverage("a", concordance, corpus)
    assert (one.id, one.commentary) == ("a-1", 2)
    assert one.missing == ("summary", "asked", "terms", "links", "questions", "sources", "date")
    assert {"title", "target"} <= set(two.missing)
