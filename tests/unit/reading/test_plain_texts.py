"""Texts that are shown letter by letter: none may hold a place for what is to be written, or Markdown."""

from __future__ import annotations

import pytest
from concordance.authoring.new_annotation import draft_annotation
from concordance.model.vocabulary import EMPTY_VOCABULARY
from concordance.reading.plain_texts import PLACEHOLDERS, check_plain_texts, unfinished_fault
from concordance.reading.strict_yaml import read_yaml


def messages(text: str) -> list[tuple[int, int, str]]:
    problems = check_plain_texts(read_yaml(text, "a.yaml"))
    return [(problem.place.line, problem.place.column, problem.message) for problem in problems]


def test_what_a_new_annotation_asks_for_is_known_as_a_placeholder() -> None:
    draft = draft_annotation("a-1", EMPTY_VOCABULARY, str, linked=True, prose=True)
    asked = {line.partition(" ")[2] for line in draft.splitlines() if line.startswith(("#title", "#summary", "#-"))}
    assert asked <= {*PLACEHOLDERS}


@pytest.mark.parametrize(
    "text",
    [
        *PLACEHOLDERS,
        "A few words",
        "Quelques mots",
        "一句话，在两端都能读到",
        ".",
        "…",
        "?!",
        "TODO",
        "to do",
        "tbd.",
        "xxx",
        "Lorem ipsum dolor",
    ],
)
def test_a_placeholder_is_told(text: str) -> None:
    assert unfinished_fault(text)
    assert [place[:2] for place in messages(f'links:\n- reason: "{text}"\n')] == [(2, 12)]


@pytest.mark.parametrize("field", ["questions", "answers", "sources"])
def test_a_placeholder_is_told_where_markdown_is_read_too(field: str) -> None:
    assert [place[0] for place in messages(f"{field}:\n- todo\n")] == [2]


@pytest.mark.parametrize("text", ["To do so is a duty.", "A few words suffice.", "§ 5", "Xxii", "5"])
def test_words_are_none(text: str) -> None:
    assert not unfinished_fault(text)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("See *this*.", 10),
        ("See **this**.", 10),
        ("See `this`.", 10),
        ("See [this](#a).", 10),
        ("See <b>this</b>.", 10),
        ("This &amp; that.", 11),
        ("See {struck}`this`.", 10),
    ],
)
def test_markdown_is_told_where_none_is_read(text: str, column: int) -> None:
    ((line, at, message),) = messages(f"note: {text}\n")
    assert (line, at) == (1, column + 1)
    assert message.startswith("This text is shown as it is written, with its Markdown")


def test_markdown_is_read_in_questions_and_sources_and_signs_may_stand_alone() -> None:
    assert messages("questions:\n- Why *so*?\nsources:\n- '[One](#a)'\nsummary: a_b 2 * 3 & [sic] {x} < 5\n") == []
