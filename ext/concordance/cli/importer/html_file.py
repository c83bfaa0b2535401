"""Read a page in HTML with the parser of the standard library."""

from __future__ import annotations

import re
from functools import reduce
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from concordance.cli.importer.list_numbers import list_number
from concordance.cli.importer.markers import find_marker
from concordance.cli.importer.markup import Inline, InlineBuilder, superscript_calls
from concordance.cli.importer.paragraphs import Outline, SourceContent, SourceParagraph
from concordance.cli.importer.units import concatenated

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SKIPPED = frozenset({"script", "style", "head", "template", "noscript", "nav", "svg", "select", "button"})
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "li",
        "dt",
        "dd",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "br",
        "figure",
        "figcaption",
        "address",
        "body",
        "form",
        "fieldset",
        "aside",
    ]
)
EMPHASIS = frozenset({"em", "i", "cite", "b", "strong", "u"})
HEADING = re.compile(r"h[1-6]")
# How browsers number a list, by its `type`, and by its style.
LIST_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
LIST_STYLE = re.compile(r"list-style(?:-type)?:[^;]*\b(lower|upper)-(alpha|latin|roman)", re.IGNORECASE)
# A row that sets out an item has so many cells.
MARKER_AND_WORDS = 2
NOTE_ID = re.compile(r"(?:foot|end)?_?(?:note|fn|ftn)[-_]?(?:text)?[-_:]?(\d+)", re.IGNORECASE)


def read_html(text: str, outline: Outline, first_line: int = 1) -> SourceContent:
    """Read a page in HTML; what browsers do not show is left out. `first_line` is the number of its first line."""
    reader = _PageReader(outline, first_line)
    reader.feed(text)
    reader.close()
    reader.end_block()
    return SourceContent(tuple(reader.paragraphs), reader.footnotes)


class _PageReader(HTMLParser):
    def __init__(self, outline: Outline, first_line: int) -> None:
        super().__init__()
        self.outline = outline
        self.first_line = first_line
        self.paragraphs: list[SourceParagraph] = []
        self.footnotes: dict[int, SourceParagraph] = {}
        self.builder = InlineBuilder()
        self.line = 0
        self.hidden: list[str] = []
        self.level = 0
        self.raised = False
        self.lists: list[int] = []
        self.forms: list[str] = []
        self.rows: list[list[Inline]] = []
        self.cell: list[Inline] = []
        self.tables = 0
        self.table_line = 0
        self.note = 0
        self.note_tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden or tag in SKIPPED:
            if tag in SKIPPED:
                self.hidden.append(tag)
            return
        if tag in BLOCKS:
            self.open_block(tag, dict(attrs))
        elif tag in EMPHASIS:
            self.builder.open("emphasis")
        elif tag == "sup":
            self.raised = True

    def open_block(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.end_block()
        if (match := NOTE_ID.fullmatch(attributes.get("id") or "")) and tag in {"p", "li", "div", "dd", "aside"}:
            self.note, self.note_tag = int(match[1]), tag
        if HEADING.fullmatch(tag):
            self.level = int(tag[1])
        elif tag in {"ol", "ul"}:
            start = attributes.get("start") or "1"
            self.lists.append(int(start) if tag == "ol" and start.isdecimal() else 0)
            self.forms.append(_list_form(attributes))
        elif tag == "li" and self.lists and self.lists[-1] and not self.note:
            value = attributes.get("value") or ""
            number = int(value) if value.isdecimal() else self.lists[-1]
            self.builder.add(f"{list_number(number, self.forms[-1])}. ")
            self.lists[-1] = number + 1
        elif tag == "table":
            if self.cell:
                self.end_cell()
            self.tables += 1
            self.table_line = self.getpos()[0] + self.first_line - 1
        elif tag == "tr":
            if self.cell:
                self.end_cell()
            self.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag == self.hidden[-1]:
                self.hidden.pop()
            return
        if tag in BLOCKS:
            self.end_block(cell=tag in {"td", "th"})
            if HEADING.fullmatch(tag):
                self.level = 0
            elif tag in {"ol", "ul"} and self.lists:
                self.lists.pop()
                self.forms.pop()
            elif tag == "table" and self.tables:
                self.tables -= 1
                self.end_table()
            if self.note and tag == self.note_tag:
                self.note = 0
        elif tag in EMPHASIS:
            self.builder.close("emphasis")
        elif tag == "sup":
            self.raised = False

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        if data.strip() and not self.builder.text.strip("0123456789. "):
            self.line = (
                self.getpos()[0] + self.first_line - 1 + len(data[: len(data) - len(data.lstrip())].split("\n")) - 1
            )
        number = data.strip().strip("[]()")
        if self.raised and number.isdecimal() and self.builder.text:
            self.builder.call(int(number))
        else:
            self.builder.add(data)

    def end_block(self, *, cell: bool = False) -> None:
        """End the paragraph, or the cell of a table, whose words have been gathered."""
        inline = superscript_calls(self.builder.finish())
        if self.tables:
            self.cell += [inline] if inline.text else []
            if cell:
                self.end_cell()
            return
        if not inline.text:
            return
        if self.note:
            match = re.match(r"[\[(]?\d+[\])]?\.?\s+", inline.text)
            self.footnotes.setdefault(self.note, SourceParagraph(self.line, inline.cut(match.end() if match else 0)))
        elif not self.outline.leaves_out(self.line):
            self.paragraphs.append(SourceParagraph(self.line, inline, self.level, alone=True, depth=len(self.lists)))

    def end_cell(self) -> None:
        """Put the paragraphs of a cell together, and the cell into its row."""
        self.rows = self.rows or [[]]
        self.rows[-1].append(reduce(concatenated, self.cell) if self.cell else Inline("", ()))
        self.cell = []

    def end_table(self) -> None:
        if self.cell:
            self.end_cell()
        rows = [row for row in self.rows if row]
        self.rows = []
        if not rows or self.outline.leaves_out(self.table_line):
            return
        if all(map(_is_item, rows)):
            items = (reduce(concatenated, row) for row in rows)
            self.paragraphs += [SourceParagraph(self.table_line, item, alone=True) for item in items]
            return
        if len(rows) == 1 or all(len(row) == 1 for row in rows):
            # A table that only sets things apart.
            self.paragraphs += [
                SourceParagraph(self.table_line, cell, alone=True) for row in rows for cell in row if cell.text
            ]
            return
        self.paragraphs.append(table_paragraph(rows, self.table_line))


def _is_item(row: Sequence[Inline]) -> bool:
    """Return whether a row of a table holds a marker and words: pages of laws set out their items so."""
    marker = find_marker(f"{row[0].text} ") if len(row) == MARKER_AND_WORDS else None
    return marker is not None and marker.end > len(row[0].text)


def _list_form(attributes: Mapping[str, str | None]) -> str:
    if match := LIST_STYLE.search(attributes.get("style") or ""):
        return f"{match[1].lower()}{'Roman' if match[2].lower() == 'roman' else 'Letter'}"
    return LIST_TYPES.get(attributes.get("type") or "", "decimal")


def table_paragraph(rows: Sequence[Sequence[Inline]], line: int) -> SourceParagraph:
    """Return a table as Markdown has it; the first row is its head."""
    width = max(map(len, rows))
    texts = [[cell.text.replace("|", "\\|") for cell in row] + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in texts]
    lines.insert(1, f"|{' --- |' * width}")
    builder = InlineBuilder()
    builder.add(" ".join(cell for row in texts for cell in row))
    return SourceParagraph(line, builder.finish(), table="\n".join(lines), alone=True)
