"""What a book or document consists of, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of words that are all set in the same way."""

    words: str
    marks: tuple[str, ...] = ()
    """Among "emphasis", "strong" and "struck"."""
    to: str = ""
    """Where the words lead: an id of the manuscript after "#", or an absolute address; empty for words only."""
    note: tuple[Span, ...] = ()
    """What a note says that is called here; the words are then its mark."""


class ParagraphRole(StrEnum):
    """What a paragraph is."""

    PROSE = "prose"
    PROVISION = "provision"
    """Verbatim words of a text."""
    VERBATIM = "verbatim"
    """Verbatim words that are no provision."""
    LABEL = "label"
    """Names what follows."""
    SUMMARY = "summary"
    ITEM = "item"
    """An item of a list."""
    QUOTATION = "quotation"
    SIGNATURE = "signature"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    spans: tuple[Span, ...]
    role: ParagraphRole = ParagraphRole.PROSE
    id: str = ""
    """What links lead to; empty if none can."""
    number: str = ""
    """What is printed before it."""
    depth: int = 0
    """How deep it stands in lists or among sub-items."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a chapter."""

    title: str
    level: int
    """From 2, below that of its chapter."""
    id: str = ""
    """What links lead to; empty if none can."""
    printed: str = ""
    """What a list of pages calls the place where it stands, as readers of another edition would look for it."""


Block = Paragraph | Heading


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter."""

    id: str
    """What links lead to."""
    title: str
    blocks: tuple[Block, ...]
    part: str = ""
    """The title of the part of the book that begins with it; empty if none does."""


@dataclass(frozen=True, slots=True)
class Book:
    """A book or a shorter document."""

    name: str
    """Its file name, without what says the format."""
    title: str
    author: str
    """The editors, empty where none are named."""
    language: str
    """A tag of BCP 47."""
    direction: str
    """"ltr" or "rtl"."""
    date: datetime.date
    """The day that it bears."""
    notice: str
    """What readers are told of the words in it."""
    edition: str
    """The name of the edition."""
    address: str
    """Where the edition is published; empty if that is not known."""
    chapters: tuple[Chapter, ...]

    @property
    def language_code(self) -> str:
        """Its language without script or region, such as "pt" for "pt-BR"."""
        return self.language.partition("-")[0]

    def ids(self) -> set[str]:
        """Return all ids that something can lead to."""
        chapters = {chapter.id for chapter in self.chapters}
        return chapters | {block.id for chapter in self.chapters for block in chapter.blocks if block.id}


def settled(book: Book, elsewhere: Mapping[str, str]) -> Book:
    """Return a book in which links lead to what is in it, or to an absolute address; others become words.

    `elsewhere` has the addresses of what is not in the book, by id.
    """
    ids = book.ids()
    known = {f"#{name}": address for name, address in elsewhere.items()} | {f"#{name}": f"#{name}" for name in ids}
    chapters = tuple(
        replace(chapter, blocks=tuple(_settle_block(block, known) for block in chapter.blocks))
        for chapter in book.chapters
    )
    return replace(book, chapters=chapters)


def plain(spans: tuple[Span, ...]) -> str:
    """Return the words of some spans, without notes."""
    return "".join(span.words for span in spans if not span.note)


def paragraphs(book: Book) -> Iterator[Paragraph]:
    """Yield all paragraphs of a book."""
    for chapter in book.chapters:
        yield from (block for block in chapter.blocks if isinstance(block, Paragraph))


def _settle_block(block: Block, known: Mapping[str, str]) -> Block:
    if isinstance(block, Heading):
        return block
    return replace(block, spans=_settle(block.spans, known))


def _settle(spans: tuple[Span, ...], known: Mapping[str, str]) -> tuple[Span, ...]:
    return tuple(
        replace(
            span,
            to=known.get(span.to, "" if span.to.startswith("#") else span.to),
            note=_settle(span.note, known),
        )
        for span in spans
    )
