"""Words of other languages are found in the words around them."""

from __future__ import annotations

import pytest
from concordance.i18n.foreign_words import split_foreign_words


@pytest.mark.parametrize(
    ("words", "stretches"),
    [
        ("such as, inter alia, these", [("such as, ", ""), ("inter alia", "la"), (", these", "")]),
        ("Ibid., vol. 2237.", [("Ibid.", "la"), (", vol. 2237.", "")]),
        ("its travaux préparatoires", [("its ", ""), ("travaux préparatoires", "fr")]),
        ("an inter aliada, forbid. Not one", [("an inter aliada, forbid. Not one", "")]),
        ("", []),
    ],
)
def test_words_are_divided_where_the_language_changes(words: str, stretches: list[tuple[str, str]]) -> None:
    assert list(split_foreign_words(words)) == stretches
    assert "".join(stretch for stretch, _ in stretches) == words
