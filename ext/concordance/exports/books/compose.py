"""Compose the manuscripts of an edition: a text with what editors say of it, a text alone, or a few entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.exports.books.manuscript import Block, Chapter, Heading, Paragraph, ParagraphRole, Span
from concordance.exports.books.prose import prose_blocks
from concordance.exports.text_sections import text_sections, without_leading_space
from concordance.i18n.words import _, long_date, titled
from concordance.model.entries import Passage, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.built_edition import BuiltEdition, BuiltPage
    from concordance.exports.text_sections import TextSection
    from concordance.graph.connection import Connection
    from concordance.model.corpus import Annotation
    from concordance.model.entries import Run

# Which of their parts editors' notes on an entry are shown in, in this order.
PARTS = ("summary", "connections", "commentary", "questions")


class Composer:
    """Composes chapters of one edition."""

    def __init__(self, edition: BuiltEdition) -> None:
        self._edition = edition
        self._entries = edition.concordance.entries
        self._annotations = edition.corpus.annotations

    def text(self, text: str, parts: Iterable[str] = PARTS) -> list[Chapter]:
        """Return the chapters of a text: a page of it each, unless it stands on one page."""
        shown, sections = tuple(parts), text_sections(text, self._edition)
        chapters: list[Chapter] = []
        heading = self._edition.corpus.vocabulary.texts[text]
        title = heading.facts.title or heading.name
        for section in sections:
            leading = section.level <= 1 and (section.leads or section.level == 0)
            blocks = tuple(self._section(section, shown))
            if leading or not chapters:
                name = title if section.level == 0 else section.page.title
                chapters.append(Chapter(f"{text}-text" if section.level == 0 else _anchor(section.page), name, blocks))
            else:
                last = chapters.pop()
                chapters.append(Chapter(last.id, last.title, (*last.blocks, *blocks)))
        return chapters

    def entry(self, identifier: str, parts: Iterable[str], level: int = 2) -> Iterator[Block]:
        """Yield an entry with a heading, its words and what editors say of it."""
        entry = self._entries[identifier]
        title = entry.name if entry.title in {"", entry.name} else titled(entry.name, entry.title)
        page = self._edition.pages[entry.docname]
        yield Heading(title, level, identifier)
        passage = _find(identifier, page.content.passages)
        if passage is not None:
            yield from self._passage(passage, page, 0, identify=False)
        elif entry.about:
            yield Paragraph((Span(entry.about),))
        yield from self._notes(identifier, tuple(parts), level + 1)

    def _section(self, section: TextSection, parts: tuple[str, ...]) -> Iterator[Block]:
        for passage in section.passages:
            if not passage.entry:
                yield from self._verbatim(passage, section)
                continue
            entry = self._entries[passage.entry]
            if parts:
                title = entry.title if self._has_title(entry.id) else ""
                title = titled(entry.name, title) if title else entry.name
                yield Heading(title, 2, passage.entry, printed=entry.name)
            first, *rest = self._passage(passage, section.page, 0, identify=True)
            yield replace(first, id="") if parts else first
            yield from rest
            for identifier in _provisions(passage):
                yield from self._notes(identifier, parts, 3)

    def _has_title(self, identifier: str) -> bool:
        annotation = self._annotations.get(identifier)
        return annotation is not None and bool(annotation.title)

    def _verbatim(self, passage: Passage, section: TextSection) -> Iterator[Block]:
        for block in passage.inside:
            if not isinstance(block, Passage):
                yield Paragraph(tuple(self._words(without_leading_space(block), section.page)), ParagraphRole.VERBATIM)

    def _passage(self, passage: Passage, page: BuiltPage, depth: int, *, identify: bool) -> Iterator[Paragraph]:
        number, identifier = passage.number, passage.entry if identify else ""
        for block in passage.inside:
            if isinstance(block, Passage):
                yield from self._passage(block, page, depth + 1, identify=identify)
            else:
                spans = tuple(self._words(without_leading_space(block), page))
                yield Paragraph(spans, ParagraphRole.PROVISION, identifier, number, depth)
                number = identifier = ""

    def _words(self, runs: tuple[Run, ...], page: BuiltPage) -> Iterator[Span]:
        for run in runs:
            if "note" in run.marks:
                yield Span(run.words, note=(Span(self._textual_note(run.to)),))
            elif "call" in run.marks:
                note = tuple(self._words(page.content.footnotes.get(run.to, ()), page))
                yield Span(run.words, note=note or (Span(run.words),))
            else:
                yield Span(run.words, run.marks, self._address(run.to) if run.to in self._entries else "")

    def _textual_note(self, name: str) -> str:
        """Return what the editors say of a slip, by the id of the note on its page: that of the entry and a number."""
        identifier, _sign, number = name.rpartition("-n")
        note = self._annotations[identifier].notes[int(number) - 1]
        kind = _("Another wording in the official document") if note.variant else _("So in the text")
        return titled(kind, note.text)

    def _notes(self, identifier: str, parts: tuple[str, ...], level: int) -> Iterator[Block]:
        annotation = self._annotations.get(identifier)
        label = self._entries[identifier].name
        if annotation is not None and annotation.summary and "summary" in parts:
            yield Paragraph((Span(_("In plain language")),), ParagraphRole.LABEL)
            yield Paragraph((Span(annotation.summary),), ParagraphRole.SUMMARY)
        if "connections" in parts:
            yield from self._connections(identifier, label)
        if annotation is None:
            return
        if annotation.body.text.strip() and "commentary" in parts:
            yield Heading(_("Commentary on %s") % label, level)
            yield from prose_blocks(annotation.body.text, self._resolve)
        if annotation.questions and "questions" in parts:
            yield Paragraph((Span(_("To discuss")),), ParagraphRole.LABEL)
            for question in annotation.questions:
                yield from (_as_item(block) for block in prose_blocks(question.text, self._resolve))
        yield from self._signature(annotation, parts)

    def _signature(self, annotation: Annotation, parts: tuple[str, ...]) -> Iterator[Block]:
        if annotation.reviewed and "commentary" in parts:
            date = long_date(annotation.reviewed, self._edition.site.language)
            yield Paragraph((Span(_("The editors; last reviewed on %s") % date),), ParagraphRole.SIGNATURE)

    def _connections(self, identifier: str, label: str) -> Iterator[Block]:
        concordance = self._edition.concordance
        connections = [
            connection
            for near in (concordance.connections, concordance.outside.connections)
            for connection in near.get(identifier, ())
            if connection.provenance is not Provenance.TEXT
        ]
        if connections:
            yield Paragraph((Span(_("Connections of %s") % label),), ParagraphRole.LABEL)
            yield from map(self._connection, connections)

    def _connection(self, connection: Connection) -> Paragraph:
        if (outside := self._edition.concordance.outside.entries.get(connection.other)) is not None:
            link = Span(outside.citation, to=outside.address)
        else:
            link = Span(self._entries[connection.other].name, to=self._address(connection.other))
        grade = f" ({connection.grade_label})" if connection.grade_label else ""
        relation = Span(f"{connection.says}{grade} ")
        return Paragraph((relation, link, Span(titled("", connection.reason))), ParagraphRole.ITEM, number="•")

    def _resolve(self, target: str) -> tuple[str, str]:
        if target in self._entries:
            return self._address(target), self._entries[target].name
        return (target, "") if "://" in target else ("", target)

    def _address(self, identifier: str) -> str:
        """Return the place of an entry in a manuscript, if it is a provision, or on the site, if its address is known.

        Which provisions stand in a manuscript is known when it is complete: see `manuscript.settled`.
        """
        entry = self._entries[identifier]
        if entry.content is not None:
            return f"#{identifier}"
        return self._edition.absolute(entry.docname, identifier) if self._edition.site.address else ""


def _as_item(block: Paragraph) -> Paragraph:
    return Paragraph(block.spans, ParagraphRole.ITEM, number="•")


def _anchor(page: BuiltPage) -> str:
    return page.docname.replace("/", "-")


def _provisions(passage: Passage) -> Iterator[str]:
    yield passage.entry
    for block in passage.inside:
        if isinstance(block, Passage):
            yield from _provisions(block)


def _find(identifier: str, passages: Iterable[Passage | tuple[Run, ...]]) -> Passage | None:
    for passage in passages:
        if isinstance(passage, Passage):
            match = passage if passage.entry == identifier else _find(identifier, passage.inside)
            if match:
                return match
    return None
