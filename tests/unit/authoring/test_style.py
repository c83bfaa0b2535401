"""Words that editors had better avoid, and how easily a summary is read."""

from __future__ import annotations

from concordance.authoring.style import find_style_hints, reading_ease
from concordance.model.vocabulary import AvoidedWords

AVOID = (
    AvoidedWords(("next to", "beside"), "Write “compared with”."),
    AvoidedWords(("wants",), "Write “asks for”."),
)


def hints(text: str) -> list[tuple[int, int, str]]:
    return [(hint.place.line, hint.place.column, str(hint)) for hint in find_style_hints(text, "a.md", AVOID)]


def test_words_are_found_with_their_places_in_the_order_of_the_file() -> None:
    assert hints("---\nsummary: It wants dues.\n---\nSmall, next to that.\n") == [
        (2, 13, "“wants”: Write “asks for”."),
        (4, 8, "“next to”: Write “compared with”."),
    ]


def test_capitals_and_line_breaks_make_no_difference() -> None:
    assert hints("Next\n  to it.") == [(1, 1, "“Next to”: Write “compared with”.")]


def test_whole_words_count_only() -> None:
    assert hints("The unwants, wants-all, besides and nextto.") == []


def test_quotations_keep_their_words_and_places_behind_them_are_right() -> None:
    assert hints("It says “she wants\nit”, and wants.") == [(2, 10, "“wants”: Write “asks for”.")]


def test_without_a_list_there_are_no_hints() -> None:
    assert find_style_hints("It wants.", "a.md", ()) == []


def test_reading_ease_tells_plain_from_hard() -> None:
    plain = reading_ease("The state must help people. It must keep them safe.")
    hard = reading_ease("Comprehensive institutional coordination necessitates considerable administrative capability.")
    assert plain > 80
    assert hard < 20
    assert reading_ease("") == 100
