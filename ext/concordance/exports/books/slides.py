"""The slides of a session: what each says, and what only the trainer sees."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from concordance.citations.short import number_in, text_of
from concordance.citations.short_addresses import scheme_of, short_path
from concordance.citations.styles import un
from concordance.citations.works import Edition, work_of
from concordance.exports.books.manuscript import Span, plain
from concordance.exports.books.prose import prose_blocks
from concordance.i18n.kind_names import kind_name
from concordance.i18n.words import _, titled
from concordance.pages.parts import part_of_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.books.sessions import ReadySession
    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.corpus import Line
    from concordance.model.entries import Entry
    from concordance.model.sessions import SessionList
    from concordance.pages.parallels import Parallel, Side

# Characters of a summary and of words that together can be read from the back of a room, and of words alone.
FITTING, FITTING_ALONE = 640, 950
# Where words may be divided between slides: behind a mark.
SEAM = re.compile(r"(?<=[;:.]) |(?<=,) ")


class Layout(StrEnum):
    """What a slide is."""

    TITLE = "title"
    ENTRY = "entry"
    COMPARISON = "comparison"
    QUESTION = "question"
    SOURCES = "sources"


class Voice(StrEnum):
    """Who speaks in a box."""

    TEXT = "text"
    """The verbatim words of a text."""
    EDITORS = "editors"


@dataclass(frozen=True, slots=True)
class Box:
    """Words that stand together on a slide."""

    voice: Voice
    label: str
    """What they are; empty where that goes without saying."""
    paragraphs: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """By what people know an entry from afar, and the part of a text that it stands in."""

    number: str
    """Empty for what has none."""
    sign: str
    """That of the part; empty without one."""
    name: str
    """That of the part, or of the kind of entry."""
    hue: str
    """The name of a colour of the theme; empty for that of the edition."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide."""

    layout: Layout
    title: str
    boxes: tuple[Box, ...]
    notes: str = ""
    """What only the trainer sees."""
    mark: Mark | None = None
    """That of the entry that it is about; None for a slide about several, or about none."""
    source: str = ""
    """Where its words come from."""
    name: str = ""
    """That of the entry that it shows, as it stands in the title."""
    reads: tuple[Mark, ...] = ()
    """Of the first slide: what is read in the session."""


def session_slides(session: ReadySession, edition: BuiltEdition) -> Iterator[Slide]:
    """Yield the slides of a session: its aim, its entries, a comparison, its questions and its sources."""
    writer = _Writer(session, edition)
    timetable, *rest = session.lists or (None,)
    notes = "\n".join((timetable.title, *timetable.items)) if timetable else ""
    yield writer.first(notes)
    for entry in session.entries:
        yield from writer.entry(entry)
    yield from writer.comparison()
    for each in rest:
        yield from writer.questions(each)
    yield writer.sources()


def _box(voice: Voice, *paragraphs: str, label: str = "") -> Box:
    return Box(voice, label, tuple((Span(words),) for words in paragraphs))


@dataclass(frozen=True, slots=True)
class _Writer:
    session: ReadySession
    edition: BuiltEdition

    def first(self, notes: str) -> Slide:
        """Return the slide with the title and the aim of the session."""
        aim = _box(Voice.EDITORS, self.session.aim)
        marks = dict.fromkeys(map(self._mark, self.session.entries))
        reads = tuple(mark for mark in marks if mark.number)
        return Slide(Layout.TITLE, self.session.title, (aim,), notes, source=self.address(), reads=reads)

    def entry(self, entry: Entry) -> Iterator[Slide]:
        """Yield the slide of an entry, with its summary above its words; several, if both do not fit on one."""
        annotation = self.edition.corpus.annotations.get(entry.id)
        # Without a title of the editors, that of a provision is its first words, which stand on the slide.
        has_title = entry.content is None or bool(annotation and annotation.title)
        title = titled(entry.name, entry.title) if has_title and entry.title != entry.name else entry.name
        summary = annotation.summary if annotation and annotation.summary else ""
        words = _("“%s”") % entry.content if entry.content else entry.about
        voice = Voice.TEXT if entry.content else Voice.EDITORS
        notes = "\n".join(self._discussion(entry))
        boxes = [_box(Voice.EDITORS, summary, label=_("In plain language"))] if summary else []
        mark, source = self._mark(entry), self._source(entry)
        if len(summary) + len(words) <= FITTING or not (summary and words):
            boxes += [_box(voice, words or entry.title)] if words or not boxes else []
            yield Slide(Layout.ENTRY, title, tuple(boxes), notes, mark, source, entry.name)
            return
        yield Slide(Layout.ENTRY, title, tuple(boxes), notes, mark, source, entry.name)
        for number, piece in enumerate(divided(words, FITTING_ALONE), 1):
            title = _part_title(_("The words: %s") % entry.name, number)
            yield Slide(Layout.ENTRY, title, (_box(voice, piece),), summary, mark, source, entry.name)

    def comparison(self) -> Iterator[Slide]:
        """Yield a slide that sets the closest parallel of the session beside its counterpart, if there is one."""
        grades = list(self.edition.corpus.vocabulary.grades)
        parallels = [
            parallel
            for entry in self.session.entries
            for identifier, entry_parallels in self.edition.pages[entry.docname].view.parallels
            for parallel in entry_parallels
            if identifier == entry.id
        ]
        if not parallels:
            return
        closest = min(parallels, key=lambda parallel: (grades.index(parallel.grade), -parallel.share))
        names = {
            side: self.edition.concordance.entries[reference.id].name
            for side, reference in (("one", closest.earlier.provision), ("other", closest.later.provision))
        }
        title = _("Compare: %(one)s and %(other)s") % names
        sides = tuple(_columns(closest))
        yield Slide(Layout.COMPARISON, title, sides, f"{closest.grade_label}. {closest.reason}", None, self.address())

    def questions(self, questions: SessionList) -> Iterator[Slide]:
        """Yield a slide for each question of a list."""
        answers = {question: answer for entry in self.session.entries for question, answer in self._answers(entry)}
        # The longest name first: that of an item begins with that of its paragraph.
        named = sorted(self.session.entries, key=lambda entry: -len(entry.name))
        for number, item in enumerate(questions.items, 1):
            entry = next((each for each in named if item.startswith(f"{each.name}: ")), None)
            label, question = (entry.name, item.removeprefix(f"{entry.name}: ")) if entry else ("", item)
            counted = {"title": questions.title, "number": number, "count": len(questions.items)}
            title = _("%(title)s, %(number)d of %(count)d") % counted
            notes = "\n".join(filter(None, (_asking(), answers.get(question))))
            mark, source = (self._mark(entry), self._source(entry)) if entry else (None, self.address())
            yield Slide(Layout.QUESTION, title, (_box(Voice.EDITORS, question, label=label),), notes, mark, source)

    def sources(self) -> Slide:
        """Return the slide of what was shown, and what to quote instead."""
        texts = self.edition.corpus.vocabulary.texts
        provisions = (entry.id for entry in self.session.entries if entry.kind.is_provision)
        notices = dict.fromkeys(text.notice for text in (text_of(each, texts) for each in provisions) if text)
        site = self.edition.site
        signed = " · ".join(filter(None, (site.name, site.author, self.address())))
        read = _box(Voice.TEXT, *map(self._cite, self.session.entries))
        quoted = _box(Voice.EDITORS, *notices, signed)
        return Slide(Layout.SOURCES, _("Sources"), (read, quoted))

    def address(self) -> str:
        """Return the full address of the page of the session; empty where that of the site is not known."""
        site = self.edition.site
        return f"{site.address}{self.session.address}" if site.address else ""

    def _discussion(self, entry: Entry) -> Iterator[str]:
        annotation = self.edition.corpus.annotations.get(entry.id)
        if annotation and annotation.questions:
            answers = dict(self._answers(entry))
            yield _("To discuss")
            for question in map(self._plain, annotation.questions):
                yield question
                yield from filter(None, (answers.get(question),))

    def _answers(self, entry: Entry) -> Iterator[tuple[str, str]]:
        """Yield the questions of an entry, each with what a good answer touches."""
        if annotation := self.edition.corpus.annotations.get(entry.id):
            for question, answer in zip(annotation.questions, annotation.answers, strict=False):
                yield self._plain(question), _("A good answer touches: %s") % self._plain(answer)

    def _plain(self, line: Line) -> str:
        entries = self.edition.concordance.entries
        blocks = prose_blocks(line.text, lambda target: ("", entries[target].name if target in entries else target))
        return " ".join(plain(block.spans) for block in blocks)

    def _mark(self, entry: Entry) -> Mark:
        vocabulary, view = self.edition.corpus.vocabulary, self.edition.pages[entry.docname].view
        is_provision = entry.kind.is_provision
        part = part_of_page(entry.docname, view.navigation, vocabulary) if is_provision else None
        name = part.name if part else kind_name(entry.kind)
        return Mark(number_in(entry.name), part.sign if part else "", name, part.hue if part else "")

    def _source(self, entry: Entry) -> str:
        """Return what an entry is called in its document, and its short address where that of the site is known."""
        entries, vocabulary = self.edition.concordance.entries, self.edition.corpus.vocabulary
        work = work_of(entry, entries, vocabulary) if entry.kind.is_provision else None
        cited = f"{work.symbol}, {work.place}" if work and work.symbol else entry.label
        return " · ".join(filter(None, (cited, self._short_address(entry))))

    def _cite(self, entry: Entry) -> str:
        """Return the citation of an entry as the United Nations cite."""
        work = work_of(entry, self.edition.concordance.entries, self.edition.corpus.vocabulary)
        return un(work, Edition(self.edition.site.name, address=self._short_address(entry))) if work else entry.title

    def _short_address(self, entry: Entry) -> str:
        root, entries = self.edition.site.address, self.edition.concordance.entries.values()
        return f"{root}{short_path(entry.id, scheme_of(self.edition.corpus.vocabulary, entries))}/" if root else ""


def divided(words: str, most: int) -> list[str]:
    """Return words in pieces of about the same length, of about `most` characters, each but the last up to a mark."""
    target = len(words) / math.ceil(len(words) / most)
    pieces = [""]
    for stretch in SEAM.split(words):
        if len(pieces[-1]) + len(stretch) / 2 > target:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {stretch}".strip()
    return pieces


def _columns(parallel: Parallel) -> Iterator[Box]:
    """Yield the two wordings, with what only one of them says marked, unless that would be nearly everything."""
    compared = parallel.comparison
    earlier = [Span(each.earlier, () if each.same else ("strong",)) for each in compared.segments]
    later = [Span(each.later, () if each.same else ("strong",)) for each in compared.segments]
    for side, marked, words in zip(
        (parallel.earlier, parallel.later), (earlier, later), parallel.wordings, strict=True
    ):
        spans = tuple(span for span in marked if span.words) if compared.close else (Span(words),)
        yield Box(Voice.TEXT, _side_label(side), (spans,))


def _side_label(side: Side) -> str:
    name = side.provision.label
    return name if not side.year or side.year in name else titled(side.year, name)


def _part_title(title: str, number: int) -> str:
    return title if number == 1 else f"{title} ({number})"


def _asking() -> str:
    return _(
        "Let participants answer with the words of the text before the commentary. Ask nobody for their own story."
    )
