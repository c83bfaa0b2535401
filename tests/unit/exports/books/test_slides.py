"""Words too long for a slide are divided where they may be, and none is lost."""

from __future__ import annotations

from concordance.exports.books.slides import divided


def test_words_too_long_for_a_slide_are_divided_behind_marks_and_none_is_lost() -> None:
    words = "; ".join(f"to measure vessel number {number}, as it stands" for number in range(60))
    pieces = divided(words, 900)
    assert " ".join(pieces) == words
    assert all(piece[-1] in ";," for piece in pieces[:-1])
    assert max(map(len, pieces)) < 1000
    assert min(map(len, pieces)) > 600
    assert divided("Short.", 900) == ["Short."]
