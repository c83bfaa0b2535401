"""The words of an edition: each has an address, and a term has that of the list of everything under it."""

from __future__ import annotations

from dataclasses import replace

from built import CORPUS, VOCABULARY
from concordance.model.vocabulary import Grade, Term
from concordance.pages.widgets.vocabulary import vocabulary_anchors

WORDS = replace(
    VOCABULARY,
    grades={"close": Grade("nearly the same", "")},
    facets={"actors": {"crews": Term("Crews", "")}},
)


def test_every_word_but_a_term_is_given_an_id() -> None:
    anchors = dict(vocabulary_anchors("", replace(CORPUS, vocabulary=WORDS)))
    assert anchors["predicate-needs"] == "needs"
    assert anchors["predicate-needed-by"] == "is needed by"
    assert anchors["grade-close"] == "nearly the same"
    assert anchors["facet-actors"] == "actors"
    assert "kind-provision" in anchors
    assert "actors-crews" not in anchors, "the page that lists everything under it has this id"
