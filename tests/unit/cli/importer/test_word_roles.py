"""Where a text has units within units, their words tell which is within which."""

from __future__ import annotations

from concordance.cli.importer.word_roles import WordRoles, find_counted_word, find_roles
from source_words import paragraphs


def test_sections_that_count_anew_in_each_article_are_within_it() -> None:
    text = paragraphs("Article I", "Section 1", "Section 2", "Article II", "Section 1")
    assert find_roles(text) == WordRoles("art", frozenset({"sec"}))


def test_sections_that_name_their_article_are_within_it() -> None:
    assert find_roles(paragraphs("Article 1", "Section 1.1", "Article 2", "Section 2.2")).inner == {"sec"}
    assert find_roles(paragraphs("Article 1", "Section 5.1", "Article 2", "Section 5.2")).inner == frozenset()


def test_a_section_before_all_articles_is_within_none() -> None:
    assert find_roles(paragraphs("Section 2", "Article 1", "Section 1"), "art").inner == frozenset()


def test_sections_whose_numbers_run_on_through_articles_hold_none_of_them() -> None:
    text = paragraphs("Principle 1", "Article 1", "Article 2", "Principle 2", "Article 3", "Article 4")
    assert find_roles(text) == WordRoles("art", frozenset(), frozenset({"principle"}))


def test_a_recipe_has_the_last_word_unless_the_text_has_none_of_it() -> None:
    text = paragraphs("Article 1", "Section 1", "Article 2", "Section 1")
    assert find_roles(text, "sec").outer == "sec"
    assert find_roles(text, "rule").outer == "art"


def test_a_text_without_words_before_its_numbers_has_no_roles() -> None:
    assert find_roles(paragraphs("1. Lamps.", "2. Oil.")) == WordRoles()


def test_headings_that_count_from_1_tell_a_word_that_nobody_knew() -> None:
    assert find_counted_word(paragraphs("Airticle 1", "Airticle 2", "Airticle 3", heading=2)) == "Airticle"
    assert find_counted_word(paragraphs("Airticle 1", "Airticle 2", heading=2)) == "", "two may be chance"
    assert find_counted_word(paragraphs("Airticle 2", "Airticle 3", "Airticle 4", heading=2)) == ""
    assert find_counted_word(paragraphs("Airticle 1", "Airticle 2", "Airticle 3")) == "", "sentences are no headings"
    assert find_counted_word(paragraphs("Part 1", "Part 2", "Part 3", heading=2)) == "", "parts are no units"
