"""Read a text in Markdown with markdown-it, the parser of the pages of an edition."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from concordance.cli.importer.html_file import read_html
from concordance.cli.importer.markers import NUMBERED, Style, find_marker, ordinal_of
from concordance.cli.importer.markup import Inline, InlineBuilder, superscript_calls
from concordance.cli.importer.paragraphs import ENDED, JOINING, LineRange, Outline, SourceContent, SourceParagraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from concordance.cli.importer.markers import Marker

SUP = re.compile(r"</?sup>", re.IGNORECASE)
# A number that begins a line and has more digits is that of a year.
LONGEST_NUMBER = 4
TABLE_LINE = re.compile(r"[|\-:\s]+")


def read_markdown(text: str, outline: Outline) -> SourceContent:
    """Read a text in Markdown; indented lines are paragraphs, as texts of laws indent their items."""
    parser = MarkdownIt("commonmark").disable("code").enable("table")
    parser.use(front_matter_plugin).use(footnote_plugin)
    reader = _MarkdownReader(text.split("\n"), outline)
    reader.read(parser.parse(text))
    return SourceContent(tuple(reader.paragraphs), reader.footnotes)


def front_matter(text: str) -> LineRange | None:
    """Return the lines of the front matter of a page, or None if it has none."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return None
    end = next((index for index, line in enumerate(lines[1:], start=2) if line.strip() in {"---", "..."}), 0)
    return LineRange(1, end) if end else None


@dataclass(frozen=True, slots=True)
class _LineStart:
    """Where a line within a paragraph begins."""

    at: int
    """The index of its first character."""
    lines: int
    """How many lines precede it."""


@dataclass(slots=True)
class _MarkdownReader:
    lines: Sequence[str]
    outline: Outline
    paragraphs: list[SourceParagraph] = field(default_factory=list)
    footnotes: dict[int, SourceParagraph] = field(default_factory=dict)
    marker: str = ""
    """The marker of the item that begins, to be put before its words."""
    counts: list[int] = field(default_factory=list)
    """The number of the next item of each list that is open; 0 in lists without numbers."""

    def read(self, tokens: Sequence[Token]) -> None:
        line, level, note, table = 1, 0, 0, False
        for token in tokens:
            line = token.map[0] + 1 if token.map else line
            match token.type:
                case "heading_open" | "heading_close":
                    level = int(token.tag[1]) if token.nesting > 0 else 0
                case "footnote_open" | "footnote_close":
                    note = self.note_number(str(token.meta.get("label", ""))) if token.nesting > 0 else 0
                case "table_open" | "table_close":
                    table = token.nesting > 0
                    if table:
                        self.add_table(token)
                case "html_block":
                    self.add_html(token.content, line)
                case "inline" if not table:
                    self.add(token, line, level, note)
                case _:
                    self.follow_lists(token)

    def follow_lists(self, token: Token) -> None:
        match token.type:
            case "ordered_list_open":
                self.counts.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                self.counts.append(0)
            case "ordered_list_close" | "bullet_list_close":
                self.counts.pop()
            case "list_item_open":
                self.open_item(token)

    def open_item(self, token: Token) -> None:
        self.marker = "-"
        if self.counts and self.counts[-1]:
            # A list whose items all have the number 1 counts by itself; any other says its numbers.
            number = int(token.info) if token.info and int(token.info) > 1 else self.counts[-1]
            self.marker = f"{number}{token.markup}"
            self.counts[-1] = number + 1

    def note_number(self, label: str) -> int:
        return int(label) if label.isdecimal() else len(self.footnotes) + 1

    def add(self, token: Token, line: int, level: int, note: int) -> None:
        """Add a paragraph; where a line of it ends in two spaces, what was set as lines stays in one paragraph."""
        builder = InlineBuilder()
        if self.marker and not note and not _is_marked(token):
            builder.add(f"{self.marker} ")
        self.marker = ""
        breaks = self.weave(builder, token.children or [])
        inline = builder.finish()
        if note:
            inline = superscript_calls(inline)
            before = self.footnotes.get(note)
            words = Inline(f"{before.text} {inline.text}", before.inline.spans) if before else inline
            self.footnotes[note] = SourceParagraph(before.line if before else line, words)
            return
        starts = [_LineStart(0, 0), *([] if level else _unit_starts(inline.text, breaks))]
        linked = _linked_words(token.children or []) * 2 > len(inline.text)
        for start, end in pairwise([*starts, None]):
            assert start is not None
            words = superscript_calls(inline.cut(start.at, end.at if end else None))
            if words.text and not self.outline.leaves_out(line + start.lines):
                depth = len(self.counts)
                paragraph = SourceParagraph(line + start.lines, words, level, alone=True, depth=depth, linked=linked)
                self.paragraphs.append(paragraph)

    def weave(self, builder: InlineBuilder, tokens: Sequence[Token]) -> list[_LineStart]:
        """Add the words of tokens; return where their lines begin, but for the first."""
        raised = False
        breaks: list[_LineStart] = []
        for token in tokens:
            match token.type:
                case "text" | "code_inline":
                    if raised and token.content.strip().isdecimal():
                        builder.call(int(token.content))
                    else:
                        builder.add(token.content)
                case "softbreak" | "hardbreak":
                    builder.add(" ")
                    breaks.append(_LineStart(len(builder.text), len(breaks) + 1))
                case "em_open" | "strong_open":
                    builder.open("emphasis")
                case "em_close" | "strong_close":
                    builder.close("emphasis")
                case "footnote_ref":
                    builder.call(self.note_number(str(token.meta.get("label", ""))))
                case "html_inline":
                    raised = bool(SUP.fullmatch(token.content)) and not token.content.startswith("</")
                case "image":
                    builder.add(token.content)
        return breaks

    def add_table(self, token: Token) -> None:
        assert token.map
        first, end = token.map
        if not self.outline.leaves_out(first + 1):
            rows = self.lines[first:end]
            words = " ".join(re.sub(r"\\?\|", " ", row) for row in rows if not TABLE_LINE.fullmatch(row))
            builder = InlineBuilder()
            builder.add(words)
            self.paragraphs.append(SourceParagraph(first + 1, builder.finish(), table="\n".join(rows), alone=True))

    def add_html(self, content: str, line: int) -> None:
        inner = read_html(content, self.outline, first_line=line)
        self.paragraphs += inner.paragraphs


def _is_marked(token: Token) -> bool:
    """Return whether the words of an item in a list without numbers have a marker of their own: `- (a) …`."""
    marker = find_marker(token.content)
    return marker is not None and marker.styles[0] is not Style.DASH


def _unit_starts(text: str, breaks: Sequence[_LineStart]) -> Iterator[_LineStart]:
    """Yield the lines within a paragraph that begin units: Markdown sees a list only behind a blank line."""
    lines = [text[start.at : after.at if after else None].rstrip() for start, after in _with_next(breaks)]
    markers = [find_marker(line) for line in lines]
    for index, (start, marker) in enumerate(zip(breaks, markers, strict=True)):
        if marker is None or marker.styles[0] is Style.DASH:
            continue
        before = text[: start.at].rstrip()
        ended = bool(ENDED.search(JOINING.sub("", before)))
        if marker.styles[0] in NUMBERED:
            lone = marker.styles[0] is not Style.ARTICLE or marker.end >= len(lines[index])
            begins = ended and lone and before[-1] != "," and len(marker.number) < LONGEST_NUMBER
        else:
            others = [*markers[:index], *markers[index + 1 :]]
            begins = ended or any(other is not None and _are_neighbours(marker, other) for other in others)
        if begins:
            yield start


def _with_next(breaks: Sequence[_LineStart]) -> Iterator[tuple[_LineStart, _LineStart | None]]:
    return zip(breaks, [*breaks[1:], None], strict=False)


def _are_neighbours(marker: Marker, other: Marker) -> bool:
    """Return whether two items are printed in the same way, and one follows the other."""
    styles = set(marker.styles) & set(other.styles)
    return marker.form == other.form and any(
        abs(ordinal_of(marker.number, style) - ordinal_of(other.number, style)) == 1 for style in styles
    )


def _linked_words(tokens: Sequence[Token]) -> int:
    """Return how many characters are those of links."""
    count, inside = 0, False
    for token in tokens:
        if token.type in {"link_open", "link_close"}:
            inside = token.type == "link_open"
        elif inside:
            count += len(token.content)
    return count
