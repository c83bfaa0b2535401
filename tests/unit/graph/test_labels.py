"""A label is the name of one place, and no entry's."""

from __future__ import annotations

from concordance.graph.labels import check_labels
from concordance.model.corpus import Line
from concordance.model.entries import Entry
from concordance.model.problems import Place
from kinds import GOAL

HERE, THERE, ELSEWHERE = Place("source/a.md", 3, 1), Place("source/b.md", 7, 1), Place("source/c.md", 1, 1)
ENTRY = Entry("sdg-8", GOAL, "sdgs/8", "SDG 8", "Decent work", ELSEWHERE)


def test_labels_of_their_own_are_fine() -> None:
    assert [*check_labels([Line("here", HERE), Line("there", THERE)], {"sdg-8": ENTRY}, {"plan-1-c1"})] == []


def test_a_label_that_is_an_entry_names_both_places() -> None:
    (problem,) = check_labels([Line("sdg-8", HERE)], {"sdg-8": ENTRY}, ())
    assert (problem.place, problem.message) == (HERE, "The label 'sdg-8' is the id of an entry, at source/c.md:1.")


def test_a_label_that_is_another_id_of_the_edition_is_refused() -> None:
    (problem,) = check_labels([Line("plan-1-c1", HERE)], {}, {"plan-1-c1"})
    assert problem.message == "The label 'plan-1-c1' is an id of the edition already."


def test_a_label_that_sphinx_gives_to_a_page_of_its_own_is_refused() -> None:
    (problem,) = check_labels([Line("search", HERE)], {}, ())
    assert problem.message == "The label 'search' is the name of a page of Sphinx's own."


def test_of_two_labels_the_later_is_told_with_the_place_of_the_first_in_any_order() -> None:
    labels = [Line("here", THERE), Line("here", HERE)]
    for given in (labels, labels[::-1]):
        (problem,) = check_labels(given, {}, ())
        assert (problem.place, problem.message) == (
            THERE,
            "The label 'here' stands twice; the first is at source/a.md:3.",
        )
