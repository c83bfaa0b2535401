"""PPTX (ISO/IEC 29500): a session as slides, each with a title, in reading order, and with notes for the trainer."""

from __future__ import annotations

import datetime
import io
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.exports.books import slide_design as design
from concordance.exports.books.archive import repacked
from concordance.exports.books.slide_design import HEIGHT, WIDTH
from concordance.exports.books.slides import Layout, Voice, session_slides
from concordance.i18n.words import direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.books.sessions import ReadySession
    from concordance.exports.books.slides import Box, Mark, Slide
    from concordance.exports.built_edition import BuiltEdition

# Loading what writes slides takes long, and only `concordance downloads` needs it.
# ruff: noqa: PLC0415

# Inches: from the edges of a slide, between boxes, of the column with the mark, and where words begin and end.
EDGE, GAP, RAIL, TOP, FOOT = 0.6, 0.25, 2.3, 1.95, 6.75
COLUMN = (WIDTH - 2 * EDGE - 2 * GAP) / 2
# The line of a box that says what it is.
LABEL = 0.45
# Layouts of the library's template, by how many places for words they have below the title.
TITLE, COMPARISON, BY_BOXES = 0, 4, {1: 1, 2: 3}
# Points, from the largest.
SIZES, TITLE_SIZES, QUESTION_SIZES, SMALL_SIZES = (28, 26, 24, 22, 20, 18, 16), (32, 28, 24), (40, 36, 32), (18, 16, 14)
TIGHT_SIZES = 14, 12
FIRST_TITLE, AIM, LABELS, FINE = 48, 26, 16, 12
# How large the number of a mark is, by how many letters it has at most.
NUMBER_SIZES = {2: 96, 4: 60, 7: 40}
# The faces of the template: for titles and words of texts, and for all else.
SERIF, SANS = "+mj-lt", "+mn-lt"
FOOTER, SLIDE_NUMBER = 11, 12
# Words with the name of their colour, and whether they are bold.
StyledRun = tuple[str, str, bool]


def write_slides(session: ReadySession, edition: BuiltEdition, date: datetime.date) -> bytes:
    """Return a session as PPTX."""
    import pptx

    presentation = pptx.Presentation()
    design.fit_template(presentation)
    _set_properties(presentation, session, edition, date)
    writer = _Writer(presentation, edition.site.name, rtl=direction(edition.site.language) == "rtl")
    for slide in session_slides(session, edition):
        writer.add(slide)
    data = io.BytesIO()
    presentation.save(data)
    return repacked(data.getvalue(), date)


def _set_properties(presentation: Any, session: ReadySession, edition: BuiltEdition, date: datetime.date) -> None:
    about, author = presentation.core_properties, edition.site.author or edition.site.name
    made = datetime.datetime.combine(date, datetime.time())
    about.title, about.author, about.language = session.title, author, edition.site.language_tag
    about.created = about.modified = made
    about.last_modified_by, about.revision = author, 1


def _hue(mark: Mark | None) -> str:
    return mark.hue if mark and mark.hue else "accent"


def _ground(mark: Mark | None) -> str:
    return f"{mark.hue}-wash" if mark and mark.hue else "wash"


@dataclass(frozen=True, slots=True)
class _Writer:
    presentation: Any
    edition: str
    rtl: bool

    def add(self, slide: Slide) -> None:
        """Add a slide; what is heard stands in the order in which it is to be heard."""
        layouts = {Layout.TITLE: TITLE, Layout.COMPARISON: COMPARISON}
        layout = layouts.get(slide.layout, BY_BOXES.get(len(slide.boxes), 1))
        made = self.presentation.slides.add_slide(self.presentation.slide_layouts[layout])
        title, *places = made.placeholders
        draw = {
            Layout.TITLE: self._add_first,
            Layout.ENTRY: self._add_entry,
            Layout.COMPARISON: self._add_comparison,
            Layout.QUESTION: self._add_question,
            Layout.SOURCES: self._add_sources,
        }[slide.layout]
        draw(made, slide, title, places)
        if slide.mark:
            self._add_mark(made, slide.mark)
        if slide.layout is not Layout.TITLE:
            self._add_foot(made, slide)
        if slide.notes:
            made.notes_slide.notes_text_frame.text = slide.notes

    def _add_first(self, made: Any, slide: Slide, title: Any, places: list[Any]) -> None:
        design.fill(made.background, "accent")
        width = WIDTH - 2 * RAIL / 2
        self._place(title, RAIL / 2, 1.5, width, 1.8, "b")
        self._write(title, [[(slide.title, "paper", False)]], FIRST_TITLE, SERIF)
        self._add_rule(made, RAIL / 2 + 0.1, 3.45, 1.6, 0.06, "paper")
        self._place(places[0], RAIL / 2, 3.65, width, 2.2, "t")
        self._write(places[0], _paragraphs(slide.boxes[0], "paper"), AIM)
        for number, mark in enumerate(slide.reads):
            self._add_tile(made, mark, RAIL / 2 + 0.1 + number * 1.1)
        foot = made.shapes.add_textbox(0, 0, 0, 0)
        self._place(foot, RAIL / 2, 6.4, width, 0.5, "ctr")
        words = " · ".join(filter(None, (self.edition, slide.source)))
        self._write(foot, [[(words, "paper", False)]], LABELS)

    def _add_tile(self, made: Any, mark: Mark, left: float) -> None:
        """Add the number of what will be read, in the colour of its part, to be seen; it is heard where it is read."""
        tile = made.shapes.add_shape(1, 0, 0, 0, 0)
        self._place(tile, left, 5.45, 0.95, 0.6, "ctr")
        design.fill(tile, _ground(mark))
        tile.line.fill.background()
        tile.shadow.inherit = False
        tile.text_frame.margin_left = tile.text_frame.margin_right = 0
        self._write(tile, [[(mark.number, _hue(mark), True)]], LABELS, SERIF)
        design.centre(tile.text_frame.paragraphs[0])
        design.make_decorative(tile)

    def _add_entry(self, made: Any, slide: Slide, title: Any, places: list[Any]) -> None:
        left, width = RAIL + EDGE, WIDTH - RAIL - 2 * EDGE
        before, name, after = slide.title.partition(slide.name)
        runs = [(before, "ink", True), (name, _hue(slide.mark), True), (after, "ink", True)]
        self._add_title(title, runs, left, width)
        labels = sum(LABEL for box in slide.boxes if box.label)
        room = FOOT - TOP - labels - 2 * GAP * len(slide.boxes)
        size, top = design.largest_size(slide.boxes, width - 2 * GAP, room, SIZES), TOP
        for place, box in zip(places, slide.boxes, strict=True):
            height = design.box_height(box, width - 2 * GAP, size) + (LABEL if box.label else 0) + GAP
            if box.voice is Voice.TEXT:
                # Words of a text stand by a rule, and what editors say on a ground, as on pages.
                self._place(place, left + GAP, top, width - GAP, height, "t")
                self._add_rule(made, left, top, 0.07, height, _hue(slide.mark))
            else:
                self._place(place, left, top, width, height, "ctr")
                design.fill(place, _ground(slide.mark))
            self._write_box(place, box, size, _hue(slide.mark))
            top += height + GAP

    def _add_comparison(self, _made: Any, slide: Slide, title: Any, places: list[Any]) -> None:
        self._add_title(title, [(slide.title, "ink", True)], EDGE, WIDTH - 2 * EDGE)
        room = FOOT - TOP - 0.7
        size = min(design.largest_size([box], COLUMN - 2 * GAP, room, (*SIZES, *TIGHT_SIZES)) for box in slide.boxes)
        sides = zip(slide.boxes, (places[:2], places[2:]), ("only-earlier", "only-later"), strict=True)
        for number, (box, (head, words), ground) in enumerate(sides):
            left = EDGE + number * (COLUMN + 2 * GAP)
            self._place(head, left, TOP - 0.1, COLUMN, 0.6, "ctr")
            design.fill(head, ground)
            self._write(head, [[(box.label, "ink", True)]], LABELS + 2)
            self._place(words, left, TOP + 0.7, COLUMN, room, "t")
            self._write(words, _paragraphs(box, "ink"), size, SERIF)
            for run in (run for paragraph in words.text_frame.paragraphs for run in paragraph.runs if run.font.bold):
                design.highlight(run, ground)

    def _add_question(self, _made: Any, slide: Slide, title: Any, places: list[Any]) -> None:
        left = RAIL + EDGE if slide.mark else EDGE
        width = WIDTH - left - EDGE
        self._place(title, left, 0.45, width, 0.8, "ctr")
        self._write(title, [[(slide.title, "quiet", False)]], LABELS + 4)
        self._place(places[0], left, TOP - 0.3, width, FOOT - TOP, "t")
        size = design.largest_size(slide.boxes, width - 2 * GAP, FOOT - TOP - LABEL, QUESTION_SIZES)
        self._write_box(places[0], slide.boxes[0], size, _hue(slide.mark))

    def _add_sources(self, _made: Any, slide: Slide, title: Any, places: list[Any]) -> None:
        self._add_title(title, [(slide.title, "ink", True)], EDGE, WIDTH - 2 * EDGE)
        for number, (place, box) in enumerate(zip(places, slide.boxes, strict=True)):
            size = design.largest_size([box], COLUMN - 2 * GAP, FOOT - TOP, SMALL_SIZES)
            self._place(place, EDGE + number * (COLUMN + 2 * GAP), TOP, COLUMN, FOOT - TOP, "t")
            self._write(place, _paragraphs(box, "ink"), size)

    def _add_title(self, title: Any, runs: list[StyledRun], left: float, width: float) -> None:
        letters = sum(len(words) for words, _colour, _bold in runs)
        # Two lines of them fit.
        sizes = (size for size in TITLE_SIZES if letters * size * design.LETTER / design.POINTS <= 2 * width)
        self._place(title, left, 0.45, width, 1.3, "ctr")
        self._write(title, [runs], next(sizes, TITLE_SIZES[-1]), SERIF)

    def _add_mark(self, made: Any, mark: Mark) -> None:
        """Add the number by which an entry is known, and the part that it stands in, in a column of their own."""
        rail = made.shapes.add_shape(1, 0, 0, 0, 0)
        self._place(rail, 0, 0, RAIL, HEIGHT, "t")
        design.fill(rail, _ground(mark))
        rail.line.fill.background()
        rail.shadow.inherit = False
        frame = rail.text_frame
        frame.margin_top = frame.margin_left = frame.margin_right = _inches(EDGE / 2)
        paragraphs = [[(words, _hue(mark), True)] for words in (mark.number, mark.sign, mark.name) if words]
        self._write(rail, paragraphs, LABELS)
        if mark.sign:
            sign = frame.paragraphs[-2].runs[0]
            sign.text, sign.font.color.rgb = f" {mark.sign} ", design.colour("paper")
            design.highlight(sign, _hue(mark))
        if mark.number:
            number = frame.paragraphs[0].runs[0].font
            size = next((size for most, size in NUMBER_SIZES.items() if len(mark.number) <= most), 28)
            number.size, number.name = _points(size), SERIF
            frame.paragraphs[0].line_spacing = _points(size * design.LINE)
        self._add_rule(made, RAIL, 0, 0.07, HEIGHT, _hue(mark))

    def _add_foot(self, made: Any, slide: Slide) -> None:
        """Add where the words come from, and the number of the slide, in the places that the template has for them."""
        for place in made.slide_layout.placeholders:
            if place.placeholder_format.idx in {FOOTER, SLIDE_NUMBER}:
                made.shapes._spTree.append(deepcopy(place.element))
        foot, number = [*made.placeholders][-2:]
        left = RAIL + EDGE if slide.mark else EDGE
        self._place(foot, left, 6.9, WIDTH - left - EDGE - 1, 0.4, "ctr")
        self._write(foot, [[(slide.source or self.edition, "quiet", False)]], FINE)
        self._place(number, WIDTH - EDGE - 1, 6.9, 1, 0.4, "ctr")

    def _add_rule(self, made: Any, left: float, top: float, width: float, height: float, name: str) -> None:
        rule = made.shapes.add_shape(1, 0, 0, 0, 0)
        self._place(rule, left, top, width, height, "t")
        design.fill(rule, name)
        rule.line.fill.background()
        rule.shadow.inherit = False
        design.make_decorative(rule)

    def _place(self, shape: Any, left: float, top: float, width: float, height: float, anchor: str) -> None:
        """Put a shape on its slide, in inches from where its script begins; `anchor` is where its words stand."""
        shape.left = _inches(WIDTH - left - width if self.rtl else left)
        shape.top, shape.width, shape.height = _inches(top), _inches(width), _inches(height)
        frame = shape.text_frame
        frame.word_wrap = True
        frame._txBody.bodyPr.set("anchor", anchor)

    def _write_box(self, place: Any, box: Box, size: int, hue: str) -> None:
        label: list[list[StyledRun]] = [[(box.label, hue, True)]] if box.label else []
        self._write(place, [*label, *_paragraphs(box, "ink")], size, SERIF if box.voice is Voice.TEXT else SANS)
        if label:
            first = place.text_frame.paragraphs[0]
            first.runs[0].font.size, first.line_spacing = _points(LABELS), _points(LABELS * design.LINE)

    def _write(self, shape: Any, paragraphs: Iterable[Iterable[StyledRun]], size: int, face: str = SANS) -> None:
        """Write paragraphs into a shape, in letters of a size in points."""
        frame = shape.text_frame
        for number, runs in enumerate(paragraphs):
            paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
            paragraph.space_before, paragraph.space_after = _points(0), _points(size * design.SPACE)
            paragraph.line_spacing = _points(size * design.LINE)
            design.without_bullet(paragraph, rtl=self.rtl)
            for words, name, bold in (run for run in runs if run[0]):
                run = paragraph.add_run()
                run.text, run.font.name = words, face
                run.font.size, run.font.bold = _points(size), bold
                run.font.color.rgb = design.colour(name)


def _paragraphs(box: Box, name: str) -> Iterator[list[StyledRun]]:
    for spans in box.paragraphs:
        yield [(span.words, name, "strong" in span.marks) for span in spans]


def _points(size: float) -> Any:
    from pptx.util import Pt

    return Pt(round(size))


def _inches(length: float) -> Any:
    from pptx.util import Inches

    return Inches(length)
