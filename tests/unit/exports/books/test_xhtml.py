"""Chapters of an EPUB."""

from __future__ import annotations

import datetime

from concordance.exports.books.manuscript import Book, Chapter, Paragraph, ParagraphRole, Span
from concordance.exports.books.xhtml import ChapterWriter

BOOK = Book("x", "X", "", "en", "ltr", datetime.date(2026, 1, 1), "", "Y", "", ())


def written(*blocks: Paragraph) -> str:
    return ChapterWriter(BOOK, lambda to: f"page.xhtml{to}").write(Chapter("c", "C & D", blocks)).decode()


def test_items_that_follow_each_other_are_one_list() -> None:
    items = [Paragraph((Span(words),), ParagraphRole.ITEM, number="•") for words in "ab"]
    numbered = Paragraph((Span("c"),), ParagraphRole.ITEM, number="1.")
    page = written(*items, numbered, Paragraph((Span("d"),)), items[0])
    assert "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>" in page
    assert page.count("<ul>") == 2


def test_a_note_stands_at_the_end_and_leads_back() -> None:
    page = written(Paragraph((Span("Words"), Span("[sic]", note=(Span("So it is."),)), Span(" on", to="#a"))))
    assert 'href="#note-1"' in page
    assert page.index("Words") < page.index('id="note-1"')
    assert 'href="#call-1"' in page
    assert 'href="page.xhtml#a"' in page
    assert "C &amp; D" in page
