"""What a paragraph has and lacks."""

from __future__ import annotations

from dataclasses import replace

from concordance.authoring.coverage import measure_coverage, unlinked_entries
from concordance.graph.concordance import build
from concordance.model.corpus import Annotation, Considered, Corpus, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from kinds import ARTICLE, INSTRUMENT, KINDS

PLACE = Place("page.md", 1)


NO = Line("No.", PLACE)


def provision(identifier: str, content: str) -> Entry:
    return Entry(identifier, PROVISION, identifier, identifier, identifier, PLACE, content=content)


def test_coverage_tells_what_a_paragraph_lacks() -> None:
    entries = [provision("a-1", "One."), provision("a-1-a", "Item."), provision("a-2", "Two.")]
    written = Annotation("a-1", PLACE, "", "A title", None, (), (), (), (), (), None, Line("Two words.", PLACE))
    considered = Considered({}, {}, {"target": {"a-1": NO}})
    corpus = Corpus(replace(EMPTY_VOCABULARY, kinds=KINDS), {"a-1": written}, considered)
    concordance, _ = build(entries, [], corpus, [])
    first, second = measure_coverage("a", concordance, corpus)
    assert (first.id, first.commentary) == ("a-1", 2)
    assert first.missing == ("summary", "asked", "terms", "links", "questions", "sources", "date")
    assert {"title", "target"} <= set(second.missing)


def test_what_nothing_links_to_is_listed_and_a_whole_counts_by_its_parts() -> None:
    entries = [
        provision("a-1", "One."),
        provision("a-2", "Two."),
        Entry("treaty", INSTRUMENT, "t", "Treaty", "Treaty", PLACE),
        Entry("treaty-art-1", ARTICLE, "t", "Treaty, art. 1", "Ships", PLACE),
        Entry("treaty-art-2", ARTICLE, "t", "Treaty, art. 2", "Boats", PLACE),
    ]
    vocabulary = replace(EMPTY_VOCABULARY, predicates={"needs": Predicate("needs", "needed-by", "", "", "")})
    link = Link("a-1", "needs", "treaty-art-1", "Because.", Provenance.EDITOR, None, PLACE)
    concordance, _ = build(entries, [link], Corpus(vocabulary, {}, Considered({}, {}, {})), [])
    assert [entry.id for entry in unlinked_entries(concordance)] == ["a-2", "treaty-art-2"]
