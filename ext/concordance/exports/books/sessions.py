"""Ready-made sessions as documents and as slides' contents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from concordance.citations.short import with_labels
from concordance.exports.books.manuscript import Chapter, Paragraph, ParagraphRole, Span
from concordance.graph.references import ids_on_sheet

if TYPE_CHECKING:
    from concordance.exports.books.compose import Composer
    from concordance.exports.built_edition import BuiltEdition, BuiltPage
    from concordance.model.entries import Entry
    from concordance.model.sessions import Session, SessionList


@dataclass(frozen=True, slots=True)
class ReadySession:
    """A session with what it is about."""

    name: str
    """What its files are called."""
    title: str
    aim: str
    """What the session is for: a paragraph, with the labels of what it links to."""
    lists: tuple[SessionList, ...]
    """Its timetable and questions, with the labels of what they link to."""
    entries: tuple[Entry, ...]
    """What is read in it, in the order of its sheet."""
    parts: tuple[str, ...]
    """What is shown of each entry."""
    address: str
    """The address of its page, relative to the root of the site."""


def ready_sessions(edition: BuiltEdition) -> list[ReadySession]:
    """Return the sessions of all pages, in reading order."""
    return [_ready(session, page, edition) for page in edition.pages.values() for session in page.content.sessions]


def session_chapter(session: ReadySession, composer: Composer) -> Chapter:
    """Return a session as a chapter: what it is for, its lists, and its entries."""
    blocks = [Paragraph((Span(session.aim),))]
    for each in session.lists:
        blocks.append(Paragraph((Span(each.title),), ParagraphRole.LABEL))
        blocks += [Paragraph((Span(item),), ParagraphRole.ITEM, number="•") for item in each.items]
    parts = tuple(part for part in session.parts if part != "questions")
    entries = (block for entry in session.entries for block in composer.entry(entry.id, parts))
    return Chapter(session.name, session.title, (*blocks, *entries))


def _ready(session: Session, page: BuiltPage, edition: BuiltEdition) -> ReadySession:
    entries = edition.concordance.entries
    labels = {entry.id: entry.name for entry in entries.values()}
    query = parse_qs(session.sheet)
    lists = tuple(
        type(each)(each.title, tuple(with_labels(item, labels) for item in each.items)) for each in session.lists
    )
    name = session.anchor or page.docname.rpartition("/")[2]
    return ReadySession(
        name=f"session-{name}",
        title=session.title,
        aim=with_labels(session.aim, labels),
        lists=lists,
        entries=tuple(entries[each] for each in ids_on_sheet(session.sheet) if each in entries),
        parts=tuple(query.get("show", ["text,summary,questions"])[0].split(",")),
        address=f"{page.address}#{session.anchor}" if session.anchor else page.address,
    )
