"""Turn a DOCX file into Markdown, with the numbers that word processors count and do not store.

python-docx reads the file; what it leaves to its users (numbers of lists, footnotes) is read from the parts of
ISO/IEC 29500-1, sections 17.9 and 17.11.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.table import Table

from concordance.cli.importer.html_file import table_paragraph
from concordance.cli.importer.list_numbers import list_number
from concordance.cli.importer.markup import Inline, InlineBuilder, to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from docx.text.paragraph import Paragraph as WordParagraph

FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# Lists have so many levels (section 17.9.3).
LEVELS = 9


def docx_to_markdown(path: Path) -> str:
    """Return the words of a DOCX file as Markdown, a block for each paragraph and table.

    Raises an error of python-docx or zipfile if the file is none.
    """
    document = Document(str(path))
    numbers = _ListNumbers(document)
    blocks = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            blocks.append(_table(block))
            continue
        inline = _inline(block._p)
        level = _heading_level(block)
        marker = numbers.next_marker(block) if inline.text else ""
        if marker:
            shift = len(marker) + 1
            builder = InlineBuilder(f"{marker} {inline.text}", [_shift_span(span, shift) for span in inline.spans])
            inline = builder.finish()
        if inline.text:
            blocks.append(f"{'#' * level} {to_markdown(inline)}" if level else to_markdown(inline))
    blocks += [f"[^{number}]: {to_markdown(note)}" for number, note in _footnotes(document) if note.text]
    return "\n\n".join(blocks) + "\n"


def _shift_span(span: Any, shift: int) -> Any:
    return type(span)(span.start + shift, span.end + shift, span.kind, span.target)


def _heading_level(paragraph: WordParagraph) -> int:
    name = (paragraph.style.name or "") if paragraph.style is not None else ""
    if name == "Title":
        return 1
    first, _, number = name.partition(" ")
    return min(int(number), 6) if first in {"Heading", "heading"} and number.isdecimal() else 0


def _table(table: Table) -> str:
    rows = []
    for row in table.rows:
        cells, seen = [], None
        for cell in row.cells:
            if cell._tc is not seen:
                builder = InlineBuilder()
                builder.add(" ".join(paragraph.text for paragraph in cell.paragraphs))
                cells.append(builder.finish())
            seen = cell._tc
        rows.append(cells)
    return table_paragraph(rows, 1).table


def _inline(element: Any) -> Inline:
    """Return the words of a paragraph as they are shown: insertions with them, deletions and field codes without."""
    builder = InlineBuilder()
    for run in element.iter(qn("w:r")):
        parent = run.getparent().tag
        if parent in {qn("w:del"), qn("w:moveFrom")}:
            continue
        properties = run.find(qn("w:rPr"))
        marked = properties is not None and any(_is_on(properties, name) for name in ("w:i", "w:b"))
        raised = properties is not None and _value(properties, "w:vertAlign") == "superscript"
        if marked:
            builder.open("emphasis")
        for child in run:
            _add(builder, child, raised=raised)
        if marked:
            builder.close("emphasis")
    return _merge_marks(builder.finish())


def _merge_marks(inline: Inline) -> Inline:
    """Join marks that touch each other, and drop those over the whole paragraph, which is how headings look."""
    spans: list[Any] = []
    for span in inline.spans:
        if span.kind == "emphasis" and spans and spans[-1].kind == "emphasis":
            between = inline.text[spans[-1].end : span.start]
            if not between.strip():
                spans[-1] = type(span)(spans[-1].start, span.end, span.kind)
                continue
        spans.append(span)
    whole = [span for span in spans if span.kind == "emphasis" and span.start == 0 and span.end == len(inline.text)]
    return Inline(inline.text, tuple(span for span in spans if span not in whole))


def _add(builder: InlineBuilder, child: Any, *, raised: bool) -> None:
    text = child.text or ""
    match child.tag.rpartition("}")[2]:
        case "t" if raised and text.strip().isdecimal() and builder.text:
            builder.call(int(text))
        case "t":
            builder.add(text)
        case "tab" | "br" | "cr":
            builder.add(" ")
        case "noBreakHyphen":
            builder.add("\N{NON-BREAKING HYPHEN}")
        case "footnoteReference":
            builder.call(int(child.get(qn("w:id"))))


def _is_on(properties: Any, name: str) -> bool:
    element = properties.find(qn(name))
    return element is not None and element.get(qn("w:val"), "true") not in {"0", "false", "off"}


def _value(properties: Any, name: str) -> str:
    element = properties.find(qn(name))
    return str(element.get(qn("w:val"))) if element is not None else ""


def _footnotes(document: Any) -> Iterator[tuple[int, Inline]]:
    for relation in document.part.rels.values():
        if relation.reltype == FOOTNOTES:
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type")) is None:
                    builder = InlineBuilder()
                    builder.add(" ".join(_inline(each).text for each in note.iter(qn("w:p"))))
                    yield int(note.get(qn("w:id"))), builder.finish()


@dataclass(slots=True)
class _ListNumbers:
    """Counts the items of lists as a word processor does."""

    document: Any
    counts: dict[str, list[int]] = field(default_factory=dict)
    """The numbers that each list has come to, by level."""

    def next_marker(self, paragraph: WordParagraph) -> str:
        """Return the marker that is shown before a paragraph; empty if it has none."""
        place = self._find_list(paragraph)
        if place is None:
            return ""
        number_id, level = place
        abstract, levels = self._levels(number_id)
        form = levels.get(level)
        if form is None:
            return ""
        kind, pattern, _ = form
        counts = self.counts.setdefault(abstract, [])
        while len(counts) <= level:
            counts.append(levels[len(counts)][2] - 1 if len(counts) in levels else 0)
        counts[level] += 1
        del counts[level + 1 :]
        if kind == "bullet":
            return "–"
        marker = pattern
        for index, count in enumerate(counts):
            kind_of = levels[index][0] if index in levels else "decimal"
            marker = marker.replace(f"%{index + 1}", list_number(count, kind_of))
        return marker.strip() if kind != "none" else ""

    def _find_list(self, paragraph: WordParagraph) -> tuple[str, int] | None:
        properties = [paragraph._p.pPr]
        style: Any = paragraph.style
        while style is not None:
            properties.append(style.element.find(qn("w:pPr")))
            style = getattr(style, "base_style", None)
        number_id, level = "", None
        for each in properties:
            numbering = each.find(qn("w:numPr")) if each is not None else None
            if numbering is None:
                continue
            number_id = number_id or _value(numbering, "w:numId")
            depth = _value(numbering, "w:ilvl")
            level = int(depth) if level is None and depth else level
            if number_id:
                break
        return (number_id, min(level or 0, LEVELS - 1)) if number_id not in {"", "0"} else None

    def _levels(self, number_id: str) -> tuple[str, dict[int, tuple[str, str, int]]]:
        """Return the key by which a list is counted, and form, pattern and first number of its levels."""
        numbering = self.document.part.numbering_part.element
        number = next((each for each in numbering.findall(qn("w:num")) if each.get(qn("w:numId")) == number_id), None)
        if number is None:
            return number_id, {}
        wanted = _value(number, "w:abstractNumId")
        levels: dict[int, tuple[str, str, int]] = {}
        for abstract in numbering.findall(qn("w:abstractNum")):
            if abstract.get(qn("w:abstractNumId")) == wanted:
                levels.update(_read_levels(abstract.findall(qn("w:lvl"))))
        restarts = number.findall(qn("w:lvlOverride"))
        for restart in restarts:
            depth = int(restart.get(qn("w:ilvl")))
            first = _value(restart, "w:startOverride")
            if first and depth in levels:
                levels[depth] = (*levels[depth][:2], int(first))
        return (number_id if restarts else f"abstract {wanted}"), levels


def _read_levels(levels: Any) -> Iterator[tuple[int, tuple[str, str, int]]]:
    for level in levels:
        first = _value(level, "w:start")
        form = _value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText"), int(first or 1)
        yield int(level.get(qn("w:ilvl"))), form
