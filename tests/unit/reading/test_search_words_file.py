"""Words of readers are read with their places, and none leads somewhere from two."""

from __future__ import annotations

from concordance.model.corpus import NO_SEARCH_WORDS
from concordance.reading.search_words_file import read_search_words, read_translations

SYNONYMS = """
synonyms:
  - searched: [boat, ship]
    phrases: [vessel]
  - searched: [quay, Boat]
    phrases: [berth]
notice:
  page: guide
  anchor: help
  label: Do you need help?
  searched: [help]
"""


def test_a_word_that_is_searched_twice_is_told_with_both_lines() -> None:
    words, problems = read_search_words(SYNONYMS.encode(), "synonyms.yaml")
    assert [each.searched for each in words.synonyms] == [("boat", "ship"), ("quay", "Boat")]
    assert [(str(each.place), each.message) for each in problems] == [
        ("synonyms.yaml:5", "“Boat” is searched on line 3 already.")
    ]


def test_a_notice_is_read_with_the_place_of_its_page() -> None:
    words, _problems = read_search_words(SYNONYMS.encode(), "synonyms.yaml")
    assert words.notice is not None
    assert (words.notice.page, words.notice.searched) == ("guide", ("help",))
    assert str(words.notice.place) == "synonyms.yaml:8"


def test_a_file_that_cannot_be_read_has_no_words() -> None:
    words, problems = read_search_words(b"synonyms: 1\n", "synonyms.yaml")
    assert words is NO_SEARCH_WORDS
    assert problems


def test_words_of_other_languages_find_what_their_item_finds() -> None:
    data = "words:\n  - searched: {es: [barco], fr: [navire]}\n    phrases: [vessel]\n"
    (synonym,), problems = read_translations(data.encode(), "words.yaml")
    assert (synonym.searched, synonym.phrases, problems) == (("barco", "navire"), ("vessel",), [])
