"""What provisions have in common, and which links that suggests."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.graph.concordance import Concordance, build
from concordance.graph.similarity import overlaps, suggestions, unaccounted_overlaps
from concordance.model.corpus import EMPTY_CORPUS, NOTHING_CONSIDERED, Considered, Line
from concordance.model.entries import Entry, Link, Provenance
from concordance.model.kinds import PROVISION
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Predicate
from kinds import INSTRUMENT

PLACE = Place("page.md", 1)


NO = Line("No.", PLACE)


SET_PHRASE = Line("A set phrase.", Place("considered.yaml", 2))
DUTY = "protect the privacy, identity and safety of victims before, during and after the proceedings"


def provision(identifier: str, content: str) -> Entry:
    return Entry(identifier, PROVISION, identifier, identifier, identifier, PLACE, content=content)


def join(*entries: Entry, links: tuple[Link, ...] = ()) -> Concordance:
    cites = Predicate("cites", "cited-by", "cites", "is cited by", "", text=True)
    vocabulary = replace(EMPTY_VOCABULARY, predicates={"cites": cites})
    concordance, problems = build(entries, links, replace(EMPTY_CORPUS, vocabulary=vocabulary), [])
    assert problems == []
    return concordance


def linked(first: str, second: str) -> Link:
    return Link(first, "cites", second, "Because.", Provenance.TEXT, None, PLACE)


def test_a_phrase_of_eight_words_in_two_texts_is_an_overlap() -> None:
    joined = join(provision("a-1", f"States shall {DUTY};"), provision("b-1", f"Again: {DUTY.upper()}, it says."))
    (overlap,) = overlaps(joined.entries)
    assert (overlap.first, overlap.second) == ("a-1", "b-1")
    assert [" ".join(phrase) for phrase in overlap.phrases] == [DUTY.replace(",", "")]


def test_seven_words_or_the_same_text_are_none() -> None:
    seven = "one two three four five six seven"
    assert overlaps(join(provision("a-1", seven), provision("b-1", seven)).entries) == []
    assert overlaps(join(provision("a-1", DUTY), provision("a-2", DUTY)).entries) == []


def test_the_words_of_an_item_are_not_those_of_its_paragraph() -> None:
    entries = (provision("a-1", f"by: (a) {DUTY}; and so on"), provision("a-1-a", f"{DUTY};"), provision("b-1", DUTY))
    assert [(overlap.first, overlap.second) for overlap in overlaps(join(*entries).entries)] == [("a-1-a", "b-1")]


class TestAccounting:
    entries = (provision("a-1", DUTY), provision("b-1", DUTY))

    def left(self, considered: Considered = NOTHING_CONSIDERED, links: tuple[Link, ...] = ()) -> int:
        joined = join(*self.entries, links=links)
        return len(unaccounted_overlaps(overlaps(joined.entries), joined, considered))

    def test_an_overlap_is_open_until_it_is_linked_or_considered(self) -> None:
        assert self.left() == 1
        assert self.left(links=(linked("b-1", "a-1"),)) == 0
        assert self.left(replace(NOTHING_CONSIDERED, pairs={("b-1", "a-1"): NO})) == 0

    @pytest.mark.parametrize(
        ("phrase", "left"),
        [(DUTY, 0), (f"to {DUTY} of law", 0), ("identity and safety of victims", 0), ("the privacy", 1)],
    )
    def test_a_considered_phrase_accounts_for_itself(self, phrase: str, left: int) -> None:
        assert self.left(replace(NOTHING_CONSIDERED, phrases={phrase: SET_PHRASE})) == left

    def test_a_link_to_an_item_accounts_for_its_paragraph(self) -> None:
        item = provision("b-1-a", DUTY)
        joined = join(self.entries[0], provision("b-1", f"by: {DUTY}"), item, links=(linked("a-1", "b-1"),))
        assert unaccounted_overlaps(overlaps(joined.entries), joined, NOTHING_CONSIDERED) == []


def test_suggestions_show_their_evidence_and_the_strongest_first() -> None:
    treaty = Entry("treaty", INSTRUMENT, "treaty", "Treaty", "Treaty", PLACE)
    entries = (
        provision("a-1", DUTY),
        provision("a-2", "Harbours are dredged yearly."),
        provision("b-1", DUTY),
        provision("b-2", "Harbours are dredged by tender."),
        provision("b-3", "Nothing of that kind stands here."),
    )
    joined = join(*entries, treaty, links=(linked("a-2", "treaty"), linked("b-3", "treaty")))
    suggested = suggestions(joined, NOTHING_CONSIDERED)
    assert [(pair.first, pair.second) for pair in suggested] == [("a-1", "b-1"), ("a-2", "b-2"), ("a-2", "b-3")]
    assert suggested[0].phrases
    assert suggested[1].similarity > 0.3
    assert suggested[2].names == ("treaty",)
    considered = replace(NOTHING_CONSIDERED, pairs={("a-1", "b-1"): NO})
    assert [pair.first for pair in suggestions(joined, considered)] == ["a-2", "a-2"]


def test_of_one_entry_what_resembles_it_less_is_told_too() -> None:
    treaty = Entry("treaty", INSTRUMENT, "treaty", "Treaty", "Treaty", PLACE, about="Harbours are dredged.")
    entries = (
        provision("a-1", "Harbours are dredged yearly."),
        provision("a-2", "Dues are paid to the master, who gives a receipt."),
        provision("a-3", "Pilots know the fairway."),
        provision("b-1", "Harbours are dredged by whoever has won a tender."),
    )
    joined = join(*entries, treaty)
    assert suggestions(joined, NOTHING_CONSIDERED) == []
    (suggestion,) = suggestions(joined, NOTHING_CONSIDERED, "a-1")
    assert (suggestion.first, suggestion.second) == ("a-1", "b-1")
    assert [pair.second for pair in suggestions(joined, NOTHING_CONSIDERED, "treaty")] == ["a-1"]
    assert suggestions(joined, replace(NOTHING_CONSIDERED, pairs={("b-1", "a-1"): NO}), "a-1") == []


def test_a_set_phrase_is_no_evidence() -> None:
    joined = join(provision("a-1", f"States shall {DUTY}."), provision("b-1", f"It asks parties to {DUTY} as well."))
    assert suggestions(joined, NOTHING_CONSIDERED)[0].phrases
    considered = replace(NOTHING_CONSIDERED, phrases={DUTY: SET_PHRASE})
    assert not any(pair.phrases for pair in suggestions(joined, considered))
