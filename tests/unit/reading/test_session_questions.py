"""A question on the page of a session is one that the annotation of its entry has."""

from __future__ import annotations

import pytest
from concordance.model.problems import ProblemKind
from concordance.reading.corpus import load
from concordance.reading.page_parser import parse_page
from concordance.reading.session_questions import check_session_questions, find_session_questions
from concordance.reading.settings import PageSettings
from edition import Edition

PATH = "source/session.md"
SHEET = "# Session\n\n:::{sheet} p=rules-2\n:::\n\n## Questions\n\n"
QUESTION = "Who may look at [the register](#rules-3)?"


def faults(edition: Edition, text: str) -> list[tuple[int, str, str]]:
    page = parse_page(text, PATH, PageSettings(closed=True))
    questions = find_session_questions(page)
    problems = list(check_session_questions(questions, load(edition.root)[0], {"rules-2", "rules-3"}))
    assert {problem.kind for problem in problems} <= {ProblemKind.QUOTE}
    return [(problem.place.line, problem.message, problem.remedy) for problem in problems]


@pytest.mark.parametrize("question", [QUESTION, "Who may look at the  register?"])
def test_a_question_of_the_annotation_is_sound_whatever_its_links(tiny: Edition, question: str) -> None:
    assert faults(tiny, f"{SHEET}- [](#rules-2): {question}\n") == []


def test_a_question_with_a_link_without_words_is_sound(tiny: Edition) -> None:
    tiny.change("annotations/rules/2.md", QUESTION, "Who may read [](#rules-3)?")
    assert faults(tiny, f"{SHEET}- [](#rules-2): Who may read [](#rules-3)?\n") == []


def test_a_question_that_was_changed_in_the_annotation_is_reported_with_its_words_there(tiny: Edition) -> None:
    text = f"{SHEET}- [](#rules-2): {QUESTION}\n- [](#rules-2): Who looks at the register?\n"
    assert faults(tiny, text) == [
        (
            9,
            "“Who looks at the register?” is no question of rules-2.",
            f"Copy the words of its annotation: “{QUESTION}”.",
        )
    ]


def test_an_entry_without_questions_has_none_to_copy(tiny: Edition) -> None:
    (fault,) = faults(tiny, f"{SHEET}- [](#rules-3): Who reads it?\n")
    assert fault[2] == "Remove it, or add it to the annotation."


def test_that_there_is_no_such_entry_is_told_of_the_link_alone(tiny: Edition) -> None:
    assert faults(tiny, f"{SHEET}- [](#rules-9): Who reads it?\n") == []


@pytest.mark.parametrize(
    "text",
    [
        f"{SHEET}- Read it aloud. Read: [](#rules-2).\n",
        "# Guide\n\n- [](#rules-2): Who looks at the register?\n",
    ],
)
def test_other_lists_and_other_pages_may_say_anything(tiny: Edition, text: str) -> None:
    assert faults(tiny, text) == []


@pytest.mark.parametrize(("old", "new"), [("annotates: rules-2", "annotates: [rules-2"), ("title: A", "title: [A")])
def test_a_question_of_an_annotation_that_cannot_be_read_is_no_mistake_of_the_page(
    tiny: Edition, old: str, new: str
) -> None:
    tiny.change("annotations/rules/2.md", old, new)
    assert faults(tiny, f"{SHEET}- [](#rules-2): Who looks at the register?\n") == []
