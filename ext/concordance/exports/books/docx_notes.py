"""Footnotes of DOCX, which the library that writes the rest does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from concordance.exports.books.manuscript import Span

# ruff: noqa: PLC0415

PART = "/word/footnotes.xml"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# What separates notes from the text is itself a note, with these numbers.
SEPARATORS = ((-1, "separator", "w:separator"), (0, "continuationSeparator", "w:continuationSeparator"))


class NoteWriter:
    """Collects the notes of a document."""

    def __init__(self, add_spans: Callable[[Any, tuple[Span, ...]], None]) -> None:
        self._add_spans = add_spans
        self._notes: list[tuple[Span, ...]] = []

    def call(self, note: tuple[Span, ...]) -> Any:
        """Return the mark that calls a note."""
        self._notes.append(tuple(note))
        return _superscript("w:footnoteReference", {"w:id": str(len(self._notes))})

    def finish(self, document: Any) -> None:
        """Add the notes to the document, if there are any."""
        from docx.opc.oxml import serialize_part_xml
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from docx.oxml import OxmlElement

        if not self._notes:
            return
        root = OxmlElement("w:footnotes")
        for number, kind, tag in SEPARATORS:
            note = _element("w:footnote", {"w:type": kind, "w:id": str(number)})
            paragraph, run = OxmlElement("w:p"), OxmlElement("w:r")
            run.append(OxmlElement(tag))
            paragraph.append(run)
            note.append(paragraph)
            root.append(note)
        for number, spans in enumerate(self._notes, start=1):
            note, paragraph = _element("w:footnote", {"w:id": str(number)}), OxmlElement("w:p")
            paragraph.append(_superscript("w:footnoteRef", {}))
            # Links to addresses would need relations of the notes' own: they are words here.
            self._add_spans(paragraph, tuple(_without_address(span) for span in spans))
            note.append(paragraph)
            root.append(note)
        part = Part(PackURI(PART), TYPE, serialize_part_xml(root), document.part.package)
        document.part.relate_to(part, RELATION)


def _without_address(span: Span) -> Span:
    from dataclasses import replace

    return replace(span, to="" if not span.to.startswith("#") else span.to, note=())


def _superscript(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement

    run, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
    properties.append(_element("w:vertAlign", {"w:val": "superscript"}))
    run.append(properties)
    run.append(_element(tag, attributes))
    return run


def _element(tag: str, attributes: dict[str, str]) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element
