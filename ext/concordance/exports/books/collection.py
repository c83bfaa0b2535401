"""All books, documents and slides of an edition: which there are, and how each is made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from concordance.exports.books.compose import Composer
from concordance.exports.books.docx_file import write_docx
from concordance.exports.books.epub import write_epub
from concordance.exports.books.manuscript import Book, Chapter, settled
from concordance.exports.books.pdf import PAPERS, write_pdf
from concordance.exports.books.pptx_file import write_slides
from concordance.exports.books.sessions import ready_sessions, session_chapter
from concordance.i18n.words import _, direction
from concordance.pages.site import DOWNLOADS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator

    from concordance.exports.built_edition import BuiltEdition


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away."""

    path: str
    """Its path below the root of the site."""
    title: str
    """What the page that lists files calls it."""
    make: Callable[[], bytes]
    """Returns its content."""


def downloads(edition: BuiltEdition, date: datetime.date) -> Iterator[Download]:
    """Yield the files of an edition, those that take longest first; `date` is the day that they bear."""
    composer, texts = Composer(edition), [*edition.homes()]
    whole = _book("edition", edition.site.title, [c for text in texts for c in composer.text(text)], edition, date)
    annotated = {text: _text_book(text, composer.text(text), "", edition, date) for text in texts}
    alone = {text: _text_book(text, composer.text(text, ()), "-text", edition, date) for text in texts}
    # The first text is what the edition is about: it alone is a book with all that editors say.
    first = [annotated[text] for text in texts[:1]]
    for book in first:
        yield from _pdfs(book, _("%s, with all that the editors say"))
    for book in alone.values():
        yield from _pdfs(book, _("%s, the words alone"))
    yield Download(f"{DOWNLOADS}/{whole.name}.epub", whole.title, partial(write_epub, whole))
    for book in (whole, *annotated.values(), *_part_books(first, edition, date)):
        yield _docx(book)
    for session in ready_sessions(edition):
        chapter = session_chapter(session, composer)
        book = _book(session.name, session.title, [chapter], edition, date)
        yield _docx(book)
        yield Download(f"{DOWNLOADS}/{session.name}.pptx", session.title, partial(write_slides, session, edition, date))


def _pdfs(book: Book, called: str) -> Iterator[Download]:
    for paper in PAPERS:
        # The usual paper of most of the world goes without saying.
        name = book.name if paper == "a4" else f"{book.name}-{paper}"
        yield Download(f"{DOWNLOADS}/{name}.pdf", called % book.title, partial(write_pdf, book, paper))


def _docx(book: Book) -> Download:
    return Download(f"{DOWNLOADS}/{book.name}.docx", book.title, partial(write_docx, book))


def _part_books(books: Iterable[Book], edition: BuiltEdition, date: datetime.date) -> Iterator[Book]:
    for book in books:
        for chapter in book.chapters[1:]:
            name = f"{book.name}-{chapter.id.rpartition('-')[2]}" if len(chapter.id) < 4 else chapter.id
            yield _book(name, chapter.title, [chapter], edition, date)


def _text_book(text: str, chapters: list[Chapter], suffix: str, edition: BuiltEdition, date: datetime.date) -> Book:
    described = edition.corpus.vocabulary.texts[text]
    title = described.facts.title or described.name
    return _book(f"{text}{suffix}", title, chapters, edition, date)


def _book(name: str, title: str, chapters: list[Chapter], edition: BuiltEdition, date: datetime.date) -> Book:
    site = edition.site
    notices = dict.fromkeys(text.notice for text in edition.corpus.vocabulary.texts.values())
    address_of = {
        entry.id: site.absolute(edition.address(entry.docname), entry.id)
        for entry in edition.concordance.entries.values()
        if site.address
    }
    book = Book(
        name=name,
        title=title,
        author=site.author,
        language=site.language_tag,
        direction=direction(site.language),
        date=date,
        notice=" ".join(notices),
        edition=site.title if title != site.title else site.name,
        address=site.address,
        chapters=tuple(chapters),
    )
    return settled(book, address_of)
