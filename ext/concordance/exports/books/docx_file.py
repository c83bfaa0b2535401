"""DOCX (ISO/IEC 29500): documents with real styles, notes, and links that reach their provision."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any

from concordance.exports.books.archive import repacked
from concordance.exports.books.docx_notes import NoteWriter
from concordance.exports.books.manuscript import Heading, Paragraph, ParagraphRole

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.exports.books.manuscript import Book, Chapter, Span

# Loading what writes documents takes long, and only `concordance downloads` needs it.
# ruff: noqa: PLC0415

# Word takes no more characters in the name of a place, and nothing but letters, digits and low lines; LibreOffice
# renames places with low lines when it makes PDF, so hyphens stay.
LONGEST_NAME = 40
STYLES = {
    ParagraphRole.PROSE: "Body Text",
    ParagraphRole.PROVISION: "Provision",
    ParagraphRole.VERBATIM: "Provision",
    ParagraphRole.LABEL: "Label",
    ParagraphRole.SUMMARY: "Summary",
    ParagraphRole.ITEM: "List Bullet",
    ParagraphRole.QUOTATION: "Quote",
    ParagraphRole.SIGNATURE: "Signature",
    ParagraphRole.NOTICE: "Notice",
}
# Styles beside those that every document has: the one they are based on, points, whether bold and italic.
OWN_STYLES = {
    "Provision": ("Body Text", 11, False, False),
    "Label": ("Body Text", 9.5, True, False),
    "Summary": ("Body Text", 10.5, False, False),
    "Signature": ("Body Text", 9.5, False, True),
    "Notice": ("Body Text", 9.5, False, False),
}


def write_docx(book: Book) -> bytes:
    """Return a book as DOCX."""
    import docx

    document = docx.Document()
    _set_properties(document, book)
    _add_styles(document, book)
    writer = _Writer(document)
    document.add_paragraph(book.title, style="Title")
    for words in (book.edition, book.notice):
        document.add_paragraph(words, style="Notice")
    for chapter in book.chapters:
        writer.add_chapter(chapter, alone=len(book.chapters) == 1)
    writer.notes.finish(document)
    data = io.BytesIO()
    document.save(data)
    return repacked(data.getvalue(), book.date)


def _set_properties(document: Any, book: Book) -> None:
    made = datetime.datetime.combine(book.date, datetime.time())
    about = document.core_properties
    about.title, about.author, about.language = book.title, book.author or book.edition, book.language
    about.created = about.modified = made
    about.last_modified_by, about.comments, about.revision = book.author or book.edition, "", 1


def _add_styles(document: Any, book: Book) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, (base, size, bold, italic) in OWN_STYLES.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles[base]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
    document.styles["Label"].paragraph_format.keep_with_next = True
    provision = document.styles["Provision"].element.get_or_add_pPr()
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:left" if book.direction == "ltr" else "w:right")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "8"), ("color", "8A6D1D")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    provision.insert_element_before(borders, "w:spacing", "w:ind", "w:jc", "w:rPr")
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    language = document.styles.element.find(f".//{qn('w:lang')}")
    if language is not None:
        language.set(qn("w:val"), book.language)
    if book.direction == "rtl":
        document.styles["Normal"].element.get_or_add_pPr().append(OxmlElement("w:bidi"))


class _Writer:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._places = 0
        # By name: the library would search all styles for every paragraph.
        self._styles = {style.name: style.style_id for style in document.styles}
        self.notes = NoteWriter(self._add_spans)

    def add_chapter(self, chapter: Chapter, *, alone: bool) -> None:
        """Add a chapter; a document of one chapter has its title already."""
        if not alone:
            self._mark(self._add("Heading 1", chapter.title), chapter.id)
        for block in chapter.blocks:
            if isinstance(block, Heading):
                self._mark(self._add(f"Heading {min(block.level - alone, 9)}", block.title), block.id)
            else:
                self._add_paragraph(block)

    def _add(self, style: str, words: str = "") -> Any:
        paragraph = self._document.add_paragraph(words)
        paragraph._p.style = self._styles[style]
        return paragraph

    def _add_paragraph(self, block: Paragraph) -> None:
        from docx.shared import Cm

        numbered = block.role is ParagraphRole.ITEM and block.number != "•"
        paragraph = self._add("List Number" if numbered else STYLES[block.role])
        if block.depth:
            paragraph.paragraph_format.left_indent = Cm(0.8 * block.depth)
        if block.number and block.role is not ParagraphRole.ITEM:
            paragraph.add_run(f"{block.number} ").bold = True
        self._add_spans(paragraph._p, block.spans)
        self._mark(paragraph, block.id)

    def _mark(self, paragraph: Any, name: str) -> None:
        """Make a paragraph a place that links can lead to."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        if not name:
            return
        self._places += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self._places))
        start.set(qn("w:name"), name[:LONGEST_NAME])
        paragraph._p.insert_element_before(start, "w:r", "w:hyperlink")
        paragraph._p.append(end)

    def _add_spans(self, parent: Any, spans: Iterable[Span]) -> None:
        for span in spans:
            if span.note:
                parent.append(self.notes.call(span.note))
            elif span.to:
                parent.append(self._link(span))
            else:
                parent.append(_run(span))

    def _link(self, span: Span) -> Any:
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        if span.to.startswith("#"):
            link.set(qn("w:anchor"), span.to[1 : LONGEST_NAME + 1])
        else:
            relation = self._document.part.relate_to(span.to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), relation)
        link.append(_run(span, style="Hyperlink"))
        return link


def _run(span: Span, style: str = "") -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    if style:
        named = OxmlElement("w:rStyle")
        named.set(qn("w:val"), style)
        properties.append(named)
    for mark, tag in (("strong", "w:b"), ("emphasis", "w:i"), ("struck", "w:strike")):
        if mark in span.marks:
            properties.append(OxmlElement(tag))
    if len(properties):
        run.append(properties)
    words = OxmlElement("w:t")
    words.text = span.words
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run
