"""PPTX (ISO/IEC 29500): a session as slides, each with a title, and with notes for the trainer."""

from __future__ import annotations

import datetime
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from concordance.exports.books.archive import repacked
from concordance.i18n.words import _, direction, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.books.sessions import ReadySession
    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.entries import Entry

# Loading what writes slides takes long, and only `concordance downloads` needs it.
# ruff: noqa: PLC0415

# Points; what is longer is set smaller, so that it stays on the slide.
SIZES = ((260, 32), (480, 26), (760, 22), (1100, 19), (1700, 16), (100_000, 13))
# Characters of a slide that can be read from the back of a room.
FITTING = 800
# The layouts of the template of the library: a title alone with a subtitle, and a title with words.
TITLE_SLIDE, TITLE_AND_WORDS = 0, 1
QUESTIONS_ON_SLIDE = 3


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide."""

    title: str
    words: tuple[str, ...]
    """Its paragraphs."""
    notes: str
    """What only the trainer sees."""


def write_slides(session: ReadySession, edition: BuiltEdition, date: datetime.date) -> bytes:
    """Return a session as PPTX."""
    import pptx

    presentation = pptx.Presentation()
    presentation.slide_width, presentation.slide_height = pptx.util.Inches(13.333), pptx.util.Inches(7.5)
    _set_properties(presentation, session, edition, date)
    rtl = direction(edition.site.language) == "rtl"
    first, *others = session_slides(session, edition)
    _add(presentation, TITLE_SLIDE, first, rtl=rtl)
    for slide in others:
        _add(presentation, TITLE_AND_WORDS, slide, rtl=rtl)
    data = io.BytesIO()
    presentation.save(data)
    return repacked(data.getvalue(), date)


def session_slides(session: ReadySession, edition: BuiltEdition) -> Iterator[Slide]:
    """Yield the slides of a session: its aim, its entries, a comparison, its questions and its sources."""
    timetable, *rest = session.lists or (None,)
    notes = "\n".join((timetable.title, *timetable.items)) if timetable else ""
    yield Slide(session.title, (session.aim,), notes)
    for entry in session.entries:
        yield from _entry_slides(entry, edition)
    yield from _comparison(session, edition)
    for each in rest:
        for start in range(0, len(each.items), QUESTIONS_ON_SLIDE):
            yield Slide(_part_title(each.title, start), each.items[start : start + QUESTIONS_ON_SLIDE], _asking())
    yield _sources(session, edition)


def _entry_slides(entry: Entry, edition: BuiltEdition) -> Iterator[Slide]:
    """Yield the slide of an entry, with its summary above its words; two, if both do not fit on one."""
    annotation = edition.corpus.annotations.get(entry.id)
    # Without a title of the editors, that of a provision is its first words, which stand on the slide.
    has_title = entry.content is None or bool(annotation and annotation.title)
    title = titled(entry.name, entry.title) if has_title and entry.title != entry.name else entry.name
    summary = annotation.summary if annotation and annotation.summary else ""
    words = _("“%s”") % entry.content if entry.content else entry.about
    questions = [line.text for line in annotation.questions] if annotation else []
    notes = "\n".join((_("To discuss"), *questions)) if questions else ""
    said = tuple(filter(None, (summary, words)))
    if sum(map(len, said)) <= FITTING or len(said) < 2:
        yield Slide(title, said or (entry.title,), notes)
        return
    yield Slide(title, (summary,), notes)
    yield Slide(_("The words: %s") % entry.name, (words,), summary)


def _comparison(session: ReadySession, edition: BuiltEdition) -> Iterator[Slide]:
    """Yield a slide that sets the closest parallel of the session beside its counterpart, if there is one."""
    entries, grades = edition.concordance.entries, list(edition.corpus.vocabulary.grades)
    parallels = [
        (grades.index(connection.grade), place, entry, connection)
        for place, entry in enumerate(session.entries)
        for connection in edition.concordance.connections.get(entry.id, ())
        if connection.grade in grades and entry.content and entries[connection.other].content
    ]
    if not parallels:
        return
    _grade, _place, entry, connection = min(parallels, key=lambda parallel: parallel[:2])
    other = entries[connection.other]
    sides = tuple(titled(each.name, each.content or "") for each in (entry, other))
    title = _("Compare: %(one)s and %(other)s") % {"one": entry.name, "other": other.name}
    yield Slide(title, sides, f"{connection.grade_label}. {connection.reason}")


def _sources(session: ReadySession, edition: BuiltEdition) -> Slide:
    from concordance.citations.short import text_of
    from concordance.model.entries import Kind

    texts = edition.corpus.vocabulary.texts
    shown = (text_of(entry.id, texts) for entry in session.entries if entry.kind is Kind.PROVISION)
    notices = dict.fromkeys(text.notice for text in shown if text)
    address = f"{edition.site.address}{session.address}" if edition.site.address else ""
    signed = " · ".join(filter(None, (edition.site.name, edition.site.author)))
    return Slide(_("Sources"), tuple(filter(None, (*notices, signed, address))), "")


def _part_title(title: str, start: int) -> str:
    number = start // QUESTIONS_ON_SLIDE + 1
    return title if number == 1 else f"{title} ({number})"


def _asking() -> str:
    return _(
        "Let participants answer with the words of the text before the commentary. Ask nobody for their own story."
    )


def _set_properties(presentation: Any, session: ReadySession, edition: BuiltEdition, date: datetime.date) -> None:
    about, author = presentation.core_properties, edition.site.author or edition.site.name
    made = datetime.datetime.combine(date, datetime.time())
    about.title, about.author, about.language = session.title, author, edition.site.language_tag
    about.created = about.modified = made
    about.last_modified_by, about.revision = author, 1


def _add(presentation: Any, layout: int, slide: Slide, *, rtl: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Inches, Pt

    made = presentation.slides.add_slide(presentation.slide_layouts[layout])
    title, body = made.shapes.title, made.placeholders[1]
    title.text_frame.text = slide.title
    heights = (2.2, 1.6, 4.1, 2.4) if layout == TITLE_SLIDE else (0.45, 1.2, 1.75, 5.2)
    for shape, top, height in ((title, *heights[:2]), (body, *heights[2:])):
        shape.left, shape.width = Inches(0.8), Inches(11.73)
        shape.top, shape.height = Inches(top), Inches(height)
        shape.text_frame.word_wrap = True
    size = _size(sum(map(len, slide.words)))
    body.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    for number, words in enumerate(slide.words):
        paragraph = body.text_frame.paragraphs[0] if number == 0 else body.text_frame.add_paragraph()
        paragraph.text = words
        paragraph.font.size, paragraph.space_after = Pt(size), Pt(10)
    title.text_frame.paragraphs[0].font.size = Pt(34 if layout == TITLE_SLIDE else 28)
    for shape in (title, body):
        for paragraph in shape.text_frame.paragraphs:
            # Set to the left alone, words that run to the left would stay there.
            paragraph.alignment = PP_ALIGN.RIGHT if rtl else PP_ALIGN.LEFT
            if rtl:
                paragraph._p.get_or_add_pPr().set("rtl", "1")
    if slide.notes:
        made.notes_slide.notes_text_frame.text = slide.notes


def _size(length: int) -> int:
    return next(size for most, size in SIZES if length <= most)
