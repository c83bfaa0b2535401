"""What the page on the design shows is taken from the edition, one of each sort."""

from __future__ import annotations

from dataclasses import replace

from built import CORPUS, ENTRIES
from concordance.model.entries import text_link
from concordance.model.problems import Place
from concordance.model.vocabulary import PartIdentity, Predicate
from concordance.pages.widgets.design import gather_design
from views import view_of

SEA = PartIdentity("I", "teal", "At sea")
NAMES = Predicate("names", "named-by", "names", "is named in", "", text=True)


def test_one_connection_of_each_strength_is_shown_and_each_part_once() -> None:
    vocabulary = replace(CORPUS.vocabulary, parts={"rules/1": SEA, "rules/2": SEA})
    vocabulary = replace(vocabulary, predicates={**vocabulary.predicates, "names": NAMES})
    links = [
        *(link for annotation in CORPUS.annotations.values() for link in annotation.links),
        text_link("rules-2", "names", "tonnage", "the Ships' Pact", Place("source/rules/2.md", 3)),
    ]
    corpus = replace(CORPUS, vocabulary=vocabulary, annotations={})
    from_notes = replace(CORPUS.annotations["rules-1"], links=tuple(links[:-1]))
    corpus = replace(corpus, annotations={"rules-1": from_notes})
    samples = gather_design("", "guide", view_of(ENTRIES, links[-1:], corpus, {"index": ("rules/1", "rules/2")}))
    assert samples.parts == (SEA,)
    strengths = [item.strength for item in samples.panel.items]
    assert strengths == sorted(set(strengths), reverse=True)
    assert len(strengths) == 2, "an article, and a body"
    assert [group.words for group in samples.panel.named] == ["the Ships' Pact"]
