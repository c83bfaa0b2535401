"""Where two texts differ, in as few words as show it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from concordance.history.record_diff import LONG, Hunk, diff_texts, flatten
from concordance.model.corpus import Line
from concordance.model.problems import Place

LONG_SENTENCE = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(("before", "after"), [([], []), (["One two"], ["One  two"]), (["a", "b"], ["a", "b\n"])])
def test_spaces_make_no_difference(before: list[str], after: list[str]) -> None:
    assert diff_texts(before, after) == ()


def test_only_the_words_that_differ_are_shown_with_some_around_them() -> None:
    (hunk,) = diff_texts([LONG_SENTENCE], [LONG_SENTENCE.replace("nine", "9")])
    assert hunk == Hunk(
        "… four five six seven eight nine ten eleven twelve", "… four five six seven eight 9 ten eleven twelve"
    )


def test_what_comes_and_goes_stands_alone() -> None:
    assert diff_texts(["kept"], ["kept", "new"]) == (Hunk("", "new"),)
    assert diff_texts(["gone", "kept"], ["kept"]) == (Hunk("gone", ""),)


def test_texts_with_little_in_common_are_shown_whole() -> None:
    assert diff_texts(["All vessels are measured."], ["Nobody may whistle here."]) == (
        Hunk("All vessels are measured.", "Nobody may whistle here."),
    )


def test_what_is_too_long_is_not_compared() -> None:
    words = " ".join(["word"] * (LONG + 1))
    assert diff_texts([words], [f"{words} more"]) == (Hunk(words, f"{words} more"),)
    lines = ["x"] * (LONG + 1)
    assert diff_texts(lines, ["y"]) == (Hunk(" ".join(lines), "y"),)


PLACE = Place("a.md", 1)


@dataclass(frozen=True)
class Part:
    label: str
    place: Place = PLACE


@dataclass(frozen=True)
class Record:
    title: str | None
    same_as: tuple[str, ...]
    parts: tuple[Part, ...]
    lines: dict[str, Line]
    pairs: dict[tuple[str, str], str]
    fingerprint: str = "0123"
    place: Place = PLACE


def test_everything_is_told_under_its_name_but_where_it_stands() -> None:
    record = Record("One", ("a", "b"), (Part("x"), Part("y")), {"why": Line("So.", PLACE)}, {("p", "q"): "No."})
    assert flatten(record) == {
        "title": "One",
        "same as": "a; b",
        "parts → x": "x",
        "parts → y": "y",
        "lines → why": "So.",
        "pairs → p and q": "No.",
    }


def test_what_is_empty_is_not_told() -> None:
    assert flatten(Record(None, (), (), {}, {})) == {}


def test_an_item_put_in_at_the_top_changes_no_other() -> None:
    before = flatten(Record(None, (), (Part("x"),), {}, {}))
    after = flatten(Record(None, (), (Part("new"), Part("x")), {}, {}))
    assert after == {**before, "parts → new": "new"}
