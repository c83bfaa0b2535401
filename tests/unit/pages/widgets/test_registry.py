"""What is wrong with the widgets that pages ask for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from concordance.model.corpus import EMPTY_CORPUS
from concordance.model.problems import Place
from concordance.model.vocabulary import EMPTY_VOCABULARY, Text
from concordance.pages.widgets.registry import WIDGETS, check_widgets
from concordance.reading.page import Directive

TEXTS = {name: Text(name, name, {"": "rule {number}"}, "", None) for name in ("new", "old")}
CORPUS = replace(EMPTY_CORPUS, vocabulary=replace(EMPTY_VOCABULARY, texts=TEXTS))


def directive(name: str, argument: str, line: int = 1) -> Directive:
    return Directive(name, argument, {}, Place("page.md", line), (line + 1, line + 1))


def problems(*directives: Directive) -> list[tuple[int, str]]:
    return [(problem.place.line, problem.message) for problem in check_widgets(directives, CORPUS)]


@pytest.mark.parametrize("name", sorted(WIDGETS))
def test_any_argument_and_none_can_be_checked(name: str) -> None:
    for argument in ("", "nothing of this kind", "new", "new old"):
        problems = [*check_widgets([directive(name, argument)], CORPUS)]
        assert len(problems) <= 1
        assert all(problem.message and problem.remedy for problem in problems)


def test_a_widget_without_the_argument_that_it_needs_is_a_problem() -> None:
    assert problems(directive("comparison", "")) == [(1, "A comparison is of two texts.")]


def test_a_widget_may_stand_once_on_a_page() -> None:
    (problem,) = problems(directive("comparison", "new old"), directive("comparison", "new  old", line=5))
    assert problem == (5, "`comparison new` stands on this page already, and a page can show it but once.")


def test_a_widget_that_cannot_be_shown_is_in_the_way_of_no_other() -> None:
    assert [
        line for line, _message in problems(directive("comparison", "new"), directive("comparison", "new old", 5))
    ] == [1]
