"""Words of other languages find what they stand for, and make no first search larger."""

from __future__ import annotations

from concordance.exports.search_languages import by_script
from concordance.exports.search_phrasings import Phrasing


def test_words_are_divided_by_their_letters() -> None:
    phrasing = Phrasing(("navires", "суда", "«суда»", "السفن", "船舶", "1926 корабль"), (1,), (0,))
    assert by_script([phrasing]) == {
        "arabic": [(("السفن",), [1], [0])],
        "cyrillic": [(("суда", "«суда»", "1926 корабль"), [1], [0])],
        "han": [(("船舶",), [1], [0])],
        "latin": [(("navires",), [1], [0])],
    }


def test_there_is_a_file_for_letters_of_which_there_are_no_words() -> None:
    assert by_script([]) == {"arabic": [], "cyrillic": [], "han": [], "latin": []}
