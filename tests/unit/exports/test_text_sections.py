"""A text page by page: in reading order, with the pages that lead into it."""

from __future__ import annotations

from built import contents, harbour
from concordance.exports.text_sections import text_sections, without_leading_space
from concordance.model.entries import Passage, Run


def test_the_pages_of_a_text_follow_each_other_below_the_page_of_the_whole() -> None:
    pages = contents()
    pages["rules/2"].passages = (Passage("rules", "rules-2", "2.", ((Run("Pay dues."),),)),)
    sections = text_sections("rules", harbour(pages=pages))
    assert [(section.page.docname, section.level, section.leads) for section in sections] == [
        ("rules/index", 0, True),
        ("rules/1", 1, False),
        ("rules/2", 1, False),
    ]
    assert [len(section.passages) for section in sections] == [0, 1, 1]


def test_a_text_that_stands_nowhere_has_no_sections() -> None:
    assert text_sections("gone", harbour()) == ()


def test_the_space_after_a_printed_number_is_not_of_the_words() -> None:
    assert without_leading_space((Run(" Pay "), Run("dues."))) == (Run("Pay "), Run("dues."))
    assert without_leading_space(()) == ()
