"""Where two texts differ, in as few words as show it."""

from __future__ import annotations

import pytest
from concordance.history.record_diff import LONG, Hunk, differing

LONG_SENTENCE = "one two three four five six seven eight nine ten eleven twelve"


@pytest.mark.parametrize(("before", "after"), [([], []), (["One two"], ["One  two"]), (["a", "b"], ["a", "b\n"])])
def test_spaces_make_no_difference(before: list[str], after: list[str]) -> None:
    assert differing(before, after) == ()


def test_only_the_words_that_differ_are_shown_with_some_around_them() -> None:
    (hunk,) = differing([LONG_SENTENCE], [LONG_SENTENCE.replace("nine", "9")])
    assert hunk == Hunk(
        "… four five six seven eight nine ten eleven twelve", "… four five six seven eight 9 ten eleven twelve"
    )


def test_what_comes_and_goes_stands_alone() -> None:
    assert differing(["kept"], ["kept", "new"]) == (Hunk("", "new"),)
    assert differing(["gone", "kept"], ["kept"]) == (Hunk("gone", ""),)


def test_texts_with_little_in_common_are_shown_whole() -> None:
    assert differing(["All vessels are measured."], ["Nobody may whistle here."]) == (
        Hunk("All vessels are measured.", "Nobody may whistle here."),
    )


def test_what_is_too_long_is_not_compared() -> None:
    words = " ".join(["word"] * (LONG + 1))
    assert differing([words], [f"{words} more"]) == (Hunk(words, f"{words} more"),)
    lines = ["x"] * (LONG + 1)
    assert differing(lines, ["y"]) == (Hunk(" ".join(lines), "y"),)
