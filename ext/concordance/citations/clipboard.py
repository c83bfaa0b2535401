"""What a reader can copy from a page: the words and the citations of its entries and its commentary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from concordance.citations.short import with_labels
from concordance.citations.styles import STYLES
from concordance.citations.works import commentary_work, work_of
from concordance.graph.concordance import whole_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from concordance.citations.works import Edition, Work
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Passage

# Placeholder for the address in a citation. A site that does not know its own address learns it from the browser.
ADDRESS = "{address}"
# Marks of runs that are not words of the text: marks of textual notes, and calls of footnotes.
MARKS = frozenset({"note", "call"})


@dataclass(frozen=True, slots=True)
class ClipboardBlock:
    """A paragraph, or the place of a sub-item."""

    words: tuple[str, ...] = ()
    """The words of the paragraph: plain and struck ones in turn, plain ones first."""
    entry: str = ""
    """The id of the provision that stands here instead of a paragraph."""


@dataclass(frozen=True, slots=True)
class ClipboardItem:
    """One thing that can be copied: an entry, or a paragraph of commentary."""

    id: str
    label: str
    """Its short citation."""
    title: str
    """Its title; empty if that is its label, or the beginning of its words."""
    number: str
    """The marker printed before its words."""
    of: str
    """The id of what it is a part of, or comments on; empty if there is none."""
    work: Work
    """What its citations name."""
    citations: Mapping[str, str]
    """Citations by style."""
    blocks: tuple[ClipboardBlock, ...]
    """Its words, paragraph by paragraph, with the places of its sub-items; none for an entry without verbatim words."""


@dataclass(frozen=True, slots=True)
class CommentaryParagraph:
    """A paragraph of commentary."""

    id: str
    label: str
    """Its citation."""
    words: str
    """Its plain words."""


def clipboard_items(
    entries: Iterable[Entry],
    passages: Iterable[Passage],
    known: Mapping[str, Entry],
    corpus: Corpus,
    edition: Edition,
) -> list[ClipboardItem]:
    """Return what can be copied of the entries of a page.

    Args:
        entries: The entries of the page.
        passages: The words of the page.
        known: All entries of the edition by id.
        corpus: What editors wrote.
        edition: The edition, for citations.
    """
    blocks = dict(_blocks(passages))
    items = []
    for entry in entries:
        work = work_of(entry, known, corpus.vocabulary)
        if work is None:
            continue
        annotation = corpus.annotations.get(entry.id)
        # A provision without an editorial title is named by its first words, which are copied anyway.
        title = entry.title if not entry.kind.is_provision else (annotation.title if annotation else None) or ""
        items.append(
            ClipboardItem(
                entry.id,
                entry.label,
                title if title != entry.label else "",
                entry.number,
                whole_of(entry, known) or "",
                work,
                citations_by_style(work, edition),
                blocks.get(entry.id, ()),
            )
        )
    return items


def commentary_items(
    entry: Entry,
    paragraphs: Iterable[CommentaryParagraph],
    reviewed: datetime.date | None,
    title: str,
    author: str,
    labels: Mapping[str, str],
    edition: Edition,
) -> list[ClipboardItem]:
    """Return what can be copied of the commentary on an entry.

    Args:
        entry: The entry.
        paragraphs: The paragraphs of the commentary.
        reviewed: When editors last reviewed it.
        title: The title of the commentary.
        author: Who is cited as its author.
        labels: Labels of the entries it links to, by id.
        edition: The edition, for citations.
    """
    items = []
    for paragraph in paragraphs:
        place = paragraph.label.removeprefix(f"{entry.name}, ")
        work = commentary_work(paragraph.id, title, place, author, reviewed)
        blocks = (ClipboardBlock((with_labels(paragraph.words, labels),)),)
        items.append(
            ClipboardItem(
                paragraph.id, paragraph.label, "", "", entry.id, work, citations_by_style(work, edition), blocks
            )
        )
    return items


def citations_by_style(work: Work, edition: Edition) -> dict[str, str]:
    """Return the citations of a work by style, with `ADDRESS` in place of the address."""
    return {name: style(work, replace(edition, address=ADDRESS)) for name, style in STYLES.items()}


def _blocks(passages: Iterable[Passage]) -> Iterable[tuple[str, tuple[ClipboardBlock, ...]]]:
    """Yield the id and the blocks of each passage, and of each of its sub-items."""
    for passage in passages:
        blocks: list[ClipboardBlock] = []
        inner: list[Passage] = []
        for part in passage.inside:
            if isinstance(part, tuple):
                parts = [""]
                for run in part:
                    if MARKS.isdisjoint(run.marks):
                        # Plain and struck words take turns, plain ones first.
                        if ("struck" in run.marks) != (len(parts) % 2 == 0):
                            parts.append("")
                        parts[-1] += run.words
                blocks.append(ClipboardBlock(tuple(parts)))
            else:
                blocks.append(ClipboardBlock(entry=part.entry))
                inner.append(part)
        yield passage.entry, tuple(blocks)
        yield from _blocks(inner)
