"""Texts are divided into words as queries are."""

from __future__ import annotations

import pytest
from concordance.exports.search_tokens import fold, tokens

# The same cases as in tests/unit/browser/search-text.test.mjs: both sides must divide alike.
CASES = {
    "Inter-agency": ["inter", "agency", "interagency"],
    "UN.GIFT": ["un", "gift", "ungift"],
    "l’homme": ["l", "homme", "lhomme"],
    "8.7": ["8", "7", "8.7"],
    "64/293": ["64", "293"],
    "人口贩运": ["人口", "口贩", "贩运"],
    "Élan, § 12 (b)": ["elan", "12", "b"],
}


@pytest.mark.parametrize(("text", "words"), CASES.items(), ids=CASES)
def test_a_compound_is_its_words_and_the_compound_without_its_signs(text: str, words: list[str]) -> None:
    assert list(tokens(text)) == words


def test_vowel_marks_and_stretched_letters_are_left_out() -> None:
    assert fold("الأَطْفَـال") == fold("الأطفال")
