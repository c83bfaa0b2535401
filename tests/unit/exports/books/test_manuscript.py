"""Whatever words a manuscript holds, each format shows them as words, or says what it lacks for that."""

from __future__ import annotations

import datetime
import io
import zipfile

import pypdf
import pytest
from book_words import docx_words, pdf_words
from concordance.exports.books.docx_file import write_docx
from concordance.exports.books.epub import write_epub
from concordance.exports.books.manuscript import Book, Chapter, Heading, Paragraph, ParagraphRole, Span, settled
from concordance.exports.books.pdf import MissingFontError, write_pdf
from concordance.exports.books.typst_source import write_typst
from lxml import etree

DAY = datetime.date(2026, 3, 5)


def test_what_a_book_cannot_lead_to_is_words() -> None:
    spans = (Span("here", to="#a"), Span("there", to="#b"), Span("gone", to="#c"))
    chapter = Chapter("one", "One", (Heading("A", 2, "a"), Paragraph(spans, ParagraphRole.PROSE)))
    book = Book("x", "X", "", "en", "ltr", DAY, "", "Y", "", (chapter,))
    paragraph = settled(book, {"b": "https://example.org/b"}).chapters[0].blocks[1]
    assert isinstance(paragraph, Paragraph)
    assert [span.to for span in paragraph.spans] == ["#a", "https://example.org/b", ""]


def test_no_words_are_taken_for_markup() -> None:
    evil = '#panic("x") $a$ *b* "c\\" ] <d> // e'
    chapter = Chapter("one", evil, (Paragraph((Span(evil),)),))
    book = Book("x", evil, evil, "en", "ltr", DAY, evil, evil, "", (chapter,))
    assert write_typst(book, "a4").count("panic") == write_typst(book, "a4").count('\\"x\\"')
    assert '#panic("x")' in pdf_words(pypdf.PdfReader(io.BytesIO(write_pdf(book, "a4"))))
    assert evil in docx_words(write_docx(book))
    epub = zipfile.ZipFile(io.BytesIO(write_epub(book)))
    pages = [etree.fromstring(epub.read(name)) for name in epub.namelist() if name.endswith(".xhtml")]
    assert any(evil in "".join(page.itertext()) for page in pages)


@pytest.mark.parametrize(("direction", "side"), [("ltr", "left"), ("rtl", "right")])
def test_items_are_indented_on_the_side_where_lines_begin(direction: str, side: str) -> None:
    item = Paragraph((Span("of all vessels."),), ParagraphRole.PROVISION, depth=1)
    chapters = (Chapter("rules", "Rules", (item,)),)
    written = write_typst(Book("rules", "Rules", "", "en", direction, DAY, "", "Rules", "", chapters), "a4")
    assert f"indented(by, body) = pad({side}: by, body)" in written
    assert "indented(1.4em, " in written


def test_a_book_in_signs_for_which_there_is_no_font_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    # Typst itself brings no font for Chinese.
    monkeypatch.setattr("concordance.exports.books.pdf.MACHINE_FONTS", {})
    chinese = Book("rules", "规则", "", "zh-CN", "ltr", DAY, "", "规则", "", ())
    with pytest.raises(MissingFontError, match="No font for PDF in the language 'zh-CN'"):
        write_pdf(chinese, "a4")
