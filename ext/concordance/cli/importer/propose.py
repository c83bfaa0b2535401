"""Propose a recipe for a file as it was found."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from concordance.citations.short import shortened
from concordance.cli.importer.decisions import Decisions
from concordance.cli.importer.file_pages import is_numbered
from concordance.cli.importer.markdown_file import front_matter
from concordance.cli.importer.markers import DIVISION, NUMBERED, Style, find_marker, series_of
from concordance.cli.importer.paragraphs import ENDED, LineRange, Outline
from concordance.cli.importer.plain_headings import find_headings
from concordance.cli.importer.plain_lines import NOTES, find_footnote_lines, find_running_heads, text_lines
from concordance.cli.importer.reading import is_plain, read_source, uncalled_notes
from concordance.cli.importer.structure import OPENING, read_units
from concordance.cli.importer.text_names import ANNEX, NAME_LENGTH, find_symbol, find_title, text_id
from concordance.cli.importer.units import TextPlan, Unit
from concordance.cli.importer.word_roles import find_counted_word, find_roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from concordance.cli.importer.decisions import Doubt
    from concordance.cli.importer.paragraphs import SourceContent, SourceParagraph

LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d*$|…\s*\d+$")
WORDS_OF_SERIES = {"art": "art.", "sec": "sec.", "op": "para.", "": "para."}
EACH = 25
HEADING_WORDS = 14


@dataclass(frozen=True, slots=True)
class ProposedText:
    """A text of the file, and what is guessed of it."""

    id: str
    """What the ids of its provisions begin with."""
    lines: LineRange
    title: str
    name: str
    """What pages call it: its symbol, or its title, shortened."""
    plan: TextPlan
    pages: str
    """Either `each`, if its units have pages of their own, or `whole`, if they share one."""
    cite: Mapping[str, str]
    """The pattern of the short citation, by series of provisions."""
    count: int
    """The number of its outermost numbered units."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines that are to be left out, and why."""

    lines: tuple[LineRange, ...]
    because: str


@dataclass(slots=True)
class Proposal:
    """All that a recipe says."""

    left_out: list[LeftOut] = field(default_factory=list)
    headings: tuple[LineRange, ...] = ()
    """The lines of headings that the format does not mark."""
    footnotes: Mapping[int, LineRange] = field(default_factory=dict)
    """The lines of footnotes that the format does not mark, by number."""
    texts: list[ProposedText] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    """Sorted by where the words stand; the recipe takes the likeliest reading of each."""

    @property
    def outline(self) -> Outline:
        """How the lines of the file are divided."""
        return Outline(tuple(span for each in self.left_out for span in each.lines), self.footnotes, self.headings)


def propose(name: str, text: str) -> Proposal:
    """Return what a recipe for a source may say; `name` is that of its file."""
    proposal = Proposal()
    if is_plain(name):
        lines = text_lines(text)
        heads = find_running_heads(lines)
        if heads:
            proposal.left_out.append(LeftOut(tuple(_ranges(heads)), "printed on every page"))
        proposal.footnotes = find_footnote_lines(lines, heads)
        proposal.headings = tuple(find_headings(lines, proposal.footnotes, heads))
    elif matter := front_matter(text):
        proposal.left_out.append(LeftOut((matter,), "what a page says of itself"))
    paragraphs = read_source(name, text, proposal.outline, Decisions()).paragraphs
    proposal.left_out += _not_of_the_text(paragraphs)
    if not is_plain(name):
        proposal.headings = tuple(_set_apart(_drop_left_out(paragraphs, proposal.outline)))
    decisions = Decisions()
    source = read_source(name, text, proposal.outline, decisions)
    proposal.texts = [*_texts(source, name, text.split("\n"))]
    for proposed in proposal.texts:
        read_units([each for each in source.paragraphs if each.line in proposed.lines], proposed.plan, decisions)
    uncalled_notes(source, decisions)
    proposal.doubts = sorted(decisions.doubts.values(), key=lambda doubt: doubt.key)
    return proposal


def _drop_left_out(paragraphs: Iterable[SourceParagraph], outline: Outline) -> list[SourceParagraph]:
    return [paragraph for paragraph in paragraphs if not outline.leaves_out(paragraph.line)]


def _ranges(numbers: Sequence[int]) -> Iterator[LineRange]:
    start = last = numbers[0]
    for number in numbers[1:]:
        if number != last + 1:
            yield LineRange(start, last)
            start = number
        last = number
    yield LineRange(start, last)


def _not_of_the_text(paragraphs: Sequence[SourceParagraph]) -> Iterator[LeftOut]:
    """Yield lists of contents, and what a page of the web has behind a text."""
    contents = [each.line for each in paragraphs if LEADERS.search(each.text)]
    contents += _empty_twins(paragraphs)
    if contents:
        yield LeftOut(tuple(_ranges(sorted(set(contents)))), "a list of contents, whose headings return below")
    last = max((index for index, each in enumerate(paragraphs) if _unit_style(each)), default=-1)
    tail = paragraphs[last + 1 :]
    linked = next((index for index, each in enumerate(tail) if each.linked), None)
    if last >= 0 and linked is not None:
        if linked and tail[linked - 1].text.endswith(":") and len(tail[linked - 1].text.split()) < 4:
            linked -= 1
        spans = tuple(LineRange(each.line, each.line) for each in tail[linked:])
        yield LeftOut(spans, "links of the page that the text was copied from")
    heads = [
        each.line for each in paragraphs if each.alone and NOTES.fullmatch(each.text) and each not in tail[linked:]
    ]
    if heads:
        yield LeftOut(tuple(_ranges(heads)), "the heading of the footnotes")


def _unit_style(paragraph: SourceParagraph) -> Style | None:
    marker = find_marker(paragraph.text)
    return marker.styles[0] if marker and marker.styles[0] in NUMBERED else None


def _empty_twins(paragraphs: Sequence[SourceParagraph]) -> list[int]:
    """Return the lines of units without words that come again, with words, further down."""
    keys = [
        (marker.printed, paragraph.text)
        if (marker := find_marker(paragraph.text))
        and _unit_style(paragraph)
        and (marker.end >= len(paragraph.text) or not ENDED.search(paragraph.text))
        else None
        for paragraph in paragraphs
    ]
    last = {key: index for index, key in enumerate(keys) if key}
    twins = []
    for index, key in enumerate(keys):
        after = paragraphs[index + 1] if index + 1 < len(keys) else None
        if key and last[key] != index and after is not None and _unit_style(after):
            twins.append(paragraphs[index].line)
    return twins


def _set_apart(paragraphs: Sequence[SourceParagraph]) -> Iterator[LineRange]:
    """Yield the lines of paragraphs that are headings although the format does not say so."""
    began = False
    for index, paragraph in enumerate(paragraphs):
        began = began or _unit_style(paragraph) is not None
        text = paragraph.text
        if paragraph.heading or paragraph.table or ENDED.search(text) or len(text.split()) > HEADING_WORDS:
            continue
        before = paragraphs[index - 1] if index else None
        marker = find_marker(text)
        lone = before is not None and (unit := find_marker(before.text)) and unit.end >= len(before.text)
        titled = (
            lone and before is not None and _unit_style(before) in {Style.ARTICLE, Style.DECIMAL} and marker is None
        )
        emphasized = any(span.start == 0 and span.end == len(text) for span in paragraph.inline.spans)
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        parted = after is not None and (_unit_style(after) is not None or bool(DIVISION.match(after.text)))
        division = bool(DIVISION.match(text)) and (marker is None or text.isupper()) and after is not None
        if titled or division or (marker is None and began and parted and (emphasized or text.isupper())):
            yield LineRange(paragraph.line, paragraph.line)


def _texts(source: SourceContent, name: str, lines: Sequence[str]) -> Iterator[ProposedText]:
    symbol = find_symbol(source, lines)
    starts = [0]
    for index, paragraph in enumerate(source.paragraphs):
        if index and ANNEX.fullmatch(paragraph.text):
            starts.append(index)
    stem = text_id(name)
    for count, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True)):
        paragraphs = source.paragraphs[start:end]
        first = 1 if not count else paragraphs[0].line
        until = source.paragraphs[end].line - 1 if end is not None else len(lines)
        identifier = stem if not count else f"annex{count if len(starts) > 2 else ''}"
        called = f"{symbol}, annex" if symbol and count else symbol if len(starts) > 1 else ""
        yield _text(paragraphs, identifier, LineRange(first, until), called)


def _text(paragraphs: Sequence[SourceParagraph], identifier: str, lines: LineRange, called: str) -> ProposedText:
    top, word = _top_style(paragraphs)
    unknown = "" if top in {Style.ARTICLE, Style.DECIMAL} else find_counted_word(paragraphs)
    if unknown:
        top, word = Style.ARTICLE, unknown
    preamble = not unknown and any(OPENING.match(each.text) for each in _before_units(paragraphs, top))
    series = series_of(word) if top is Style.ARTICLE else ""
    if top is Style.NUMBER and preamble:
        series = "op"
    plan = TextPlan(top, series, preamble, word=unknown)
    blocks = read_units(paragraphs, plan, Decisions())
    units = [block for block in blocks if isinstance(block, Unit)]
    numbered = [unit for unit in units if is_numbered(unit)]
    title = find_title(paragraphs, blocks, identifier)
    pages = "each" if top in {Style.ARTICLE, Style.DECIMAL} or len(numbered) >= EACH else "whole"
    cite = _citations(units, numbered, plan, word, f"{called}, " if called else "")
    shown = called or shortened(title, NAME_LENGTH)
    return ProposedText(identifier, lines, title, shown, plan, pages, cite, len(numbered))


def _before_units(paragraphs: Sequence[SourceParagraph], top: Style | None) -> Iterator[SourceParagraph]:
    for paragraph in paragraphs:
        if top is not None and _unit_style(paragraph) is top:
            return
        yield paragraph


def _top_style(paragraphs: Sequence[SourceParagraph]) -> tuple[Style | None, str]:
    """Return how the outermost units are numbered, and the word for them."""
    markers = [(index, marker) for index, each in enumerate(paragraphs) if (marker := find_marker(each.text))]
    headed = Counter(marker.styles[0] for index, marker in markers if paragraphs[index].heading)
    counts = Counter(marker.styles[0] for _, marker in markers if marker.styles[0] in NUMBERED)
    first = {style: next(index for index, marker in markers if marker.styles[0] is style) for style in counts}
    outer = find_roles(paragraphs).outer
    words = Counter(marker.word for _, marker in markers if marker.word and series_of(marker.word) == outer)
    word = words.most_common(1)[0][0] if words else ""
    if headed[Style.DECIMAL] > max(1, headed[Style.ARTICLE]):
        # Headings say what the units are; numbers in their words are those of lists.
        return Style.DECIMAL, ""
    if counts[Style.ARTICLE] > (0 if headed[Style.ARTICLE] else 1) and (
        not counts[Style.NUMBER]
        or first[Style.ARTICLE] < first[Style.NUMBER]
        or counts[Style.ARTICLE] > counts[Style.NUMBER]
    ):
        return Style.ARTICLE, word
    numbers = {marker.number for _, marker in markers if marker.styles[0] is Style.NUMBER}
    divided = {marker.number.partition(".")[0] for _, marker in markers if marker.styles[0] is Style.DECIMAL}
    if counts[Style.NUMBER] and (counts[Style.NUMBER] * 2 > counts[Style.DECIMAL] or divided <= numbers):
        return Style.NUMBER, ""
    if counts[Style.DECIMAL]:
        return Style.DECIMAL, ""
    return (Style.ARTICLE, word) if counts[Style.ARTICLE] else (None, "")


def _citations(units: Sequence[Unit], numbered: Sequence[Unit], plan: TextPlan, word: str, name: str) -> dict[str, str]:
    cite: dict[str, str] = {}
    if any(unit.key.startswith("pp-") for unit in units):
        cite["pp"] = f"{name}preambular para. {{number}}"
    if any(unit.key.startswith("op-") and unit.style is None for unit in units):
        cite["op"] = f"{name}{{ordinal}} operative para.{{items}}"
    if numbered or not cite:
        cite[plan.series] = f"{name}{_term(plan, word)}{{number}}"
    return cite


def _term(plan: TextPlan, word: str) -> str:
    """Return what stands before a number that is cited: an abbreviation in Latin letters, or the word of the text."""
    if plan.top is Style.DECIMAL:
        return ""
    latin = not word or unicodedata.name(word[0], "").startswith("LATIN")
    return f"{WORDS_OF_SERIES.get(plan.series, word.lower()) if latin else word} "
