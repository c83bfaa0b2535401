"""Chapters of a manuscript as XHTML, for EPUB."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from concordance.exports.books.manuscript import Heading, Paragraph, ParagraphRole
from concordance.i18n.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from concordance.exports.books.manuscript import Block, Book, Chapter, Span

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
MARKS = {"emphasis": "em", "strong": "strong", "struck": "s"}
DOCTYPE = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'


def page(title: str, book: Book) -> tuple[ET.Element, ET.Element]:
    """Return the root element of a page of a book, and its body, which is empty."""
    root = ET.Element(
        "html",
        {"xmlns": XHTML, "xmlns:epub": OPS, "lang": book.language, "xml:lang": book.language, "dir": book.direction},
    )
    head = ET.SubElement(root, "head")
    ET.SubElement(head, "title").text = title
    ET.SubElement(head, "link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"})
    return root, ET.SubElement(root, "body")


def serialize(root: ET.Element) -> bytes:
    """Return a page as a file."""
    return (DOCTYPE + ET.tostring(root, encoding="unicode", short_empty_elements=True) + "\n").encode()


@dataclass(slots=True)
class ChapterWriter:
    """Writes one chapter."""

    book: Book
    """The book that has the chapter: each page says its language and direction."""
    address: Callable[[str], str]
    """Returns where a link leads: `#id` of the book to a page and an id on it, an absolute address as it is."""
    notes: list[ET.Element] = field(default_factory=list)
    """Notes that were called so far; they end the chapter, so each has a writer of its own."""

    def write(self, chapter: Chapter) -> bytes:
        """Return the chapter as a file."""
        root, body = page(chapter.title, self.book)
        section = ET.SubElement(body, "section", {"epub:type": "chapter", "role": "doc-chapter", "id": chapter.id})
        ET.SubElement(section, "h1").text = chapter.title
        parent: ET.Element | None = None
        for block in chapter.blocks:
            parent = self._add(section, block, parent)
        if self.notes:
            ET.SubElement(section, "h2").text = _("Notes")
            section.extend(self.notes)
        return serialize(root)

    def _add(self, section: ET.Element, block: Block, items: ET.Element | None) -> ET.Element | None:
        """Add a block; return the list that the next item goes into, if this was an item."""
        if isinstance(block, Heading):
            heading = ET.SubElement(section, f"h{min(block.level, 6)}", {"id": block.id} if block.id else {})
            if block.printed:
                attributes = {"epub:type": "pagebreak", "role": "doc-pagebreak", "id": f"at-{block.id}"}
                mark = ET.SubElement(heading, "span", {**attributes, "aria-label": block.printed})
                mark.tail = block.title
            else:
                heading.text = block.title
            return None
        if block.role is ParagraphRole.ITEM:
            tag = "ol" if block.number.rstrip(".").isdecimal() else "ul"
            if items is None or items.tag != tag:
                items = ET.SubElement(section, tag)
            self.add_words(ET.SubElement(items, "li"), block.spans)
            return items
        self._add_paragraph(section, block)
        return None

    def _add_paragraph(self, section: ET.Element, block: Paragraph) -> None:
        if block.role is ParagraphRole.QUOTATION:
            self.add_words(ET.SubElement(ET.SubElement(section, "blockquote"), "p"), block.spans)
            return
        classes = f"{block.role} depth-{block.depth}" if block.depth else str(block.role)
        paragraph = ET.SubElement(section, "p", {"class": classes, **({"id": block.id} if block.id else {})})
        if block.number:
            number = ET.SubElement(paragraph, "span", {"class": "number"})
            number.text, number.tail = block.number, " "
        self.add_words(paragraph, block.spans)

    def add_words(self, parent: ET.Element, spans: Iterable[Span]) -> None:
        """Add words to an element; notes are kept for the end of the chapter."""
        for span in spans:
            if span.note:
                self._add_note(parent, span)
                continue
            element = parent
            for mark in span.marks:
                element = ET.SubElement(element, MARKS[mark])
            if span.to:
                element = ET.SubElement(element, "a", {"href": self.address(span.to)})
            _append(element, span.words)

    def _add_note(self, parent: ET.Element, span: Span) -> None:
        number = len(self.notes) + 1
        call = {"epub:type": "noteref", "role": "doc-noteref", "href": f"#note-{number}", "id": f"call-{number}"}
        ET.SubElement(ET.SubElement(parent, "sup"), "a", call).text = span.words.strip("[]")
        note = ET.Element("aside", {"epub:type": "footnote", "role": "doc-footnote", "id": f"note-{number}"})
        self.notes.append(note)
        paragraph = ET.SubElement(note, "p")
        back = ET.SubElement(paragraph, "a", {"href": f"#call-{number}", "role": "doc-backlink"})
        back.text, back.tail = span.words, " "
        self.add_words(paragraph, span.note)


def _append(element: ET.Element, words: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words
