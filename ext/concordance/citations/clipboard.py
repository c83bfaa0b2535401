"""What a reader can copy of a page: the words and the citations of its entries and its commentary. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from concordance.citations.short import with_labels
from concordance.citations.styles import STYLES
from concordance.citations.works import commentary_work, work_of
from concordance.graph.concordance import whole_of
from concordance.model.entries import Kind

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from concordance.citations.works import Edition, Work
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Passage

# Stands in a citation for the address, which a site that does not know its own is told by the reader's browser.
ADDRESS = "{address}"
# Editors' marks and the marks of footnotes are no words of the text.
MARKS = frozenset({"note", "call"})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of words, plain and struck ones in turn; or, instead, the provision that stands there (`entry`)."""

    words: tuple[str, ...] = ()
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Copyable:
    """One thing to copy.

    `label` and `title` name it, `number` is printed before its words, `of` is the id of what it is part of, `work`
    what its citations name, and `citations` are these by style.
    """

    id: str
    label: str
    title: str
    number: str
    of: str
    work: Work
    citations: Mapping[str, str]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Commented:
    """A paragraph of commentary: its id, its citation, and its plain words."""

    id: str
    label: str
    words: str


def copyable(
    entries: Iterable[Entry],
    passages: Iterable[Passage],
    whole: Mapping[str, Entry],
    corpus: Corpus,
    edition: Edition,
) -> list[Copyable]:
    """Return what can be copied of a page's entries; `whole` are all entries of the edition."""
    words = dict(_blocks(passages))
    found = []
    for entry in entries:
        work = work_of(entry, whole, corpus.vocabulary)
        if work is None:
            continue
        annotation = corpus.annotations.get(entry.id)
        # A provision without an editorial title is named by its first words, which follow anyway.
        title = entry.title if entry.kind is not Kind.PROVISION else (annotation.title if annotation else None) or ""
        found.append(
            Copyable(
                entry.id,
                entry.label,
                title if title != entry.label else "",
                entry.number,
                whole_of(entry, whole) or "",
                work,
                cited(work, edition),
                words.get(entry.id, ()),
            )
        )
    return found


def copyable_commentary(
    entry: Entry,
    paragraphs: Iterable[Commented],
    reviewed: datetime.date | None,
    title: str,
    author: str,
    labels: Mapping[str, str],
    edition: Edition,
) -> list[Copyable]:
    """Return what can be copied of the commentary on an entry; `title` is what the commentary is called.

    `labels` are what the entries that it links to are called.
    """
    found = []
    for paragraph in paragraphs:
        place = paragraph.label.removeprefix(f"{entry.label}, ")
        work = commentary_work(paragraph.id, title, place, author, reviewed)
        blocks = (Block((with_labels(paragraph.words, labels),)),)
        found.append(Copyable(paragraph.id, paragraph.label, "", "", entry.id, work, cited(work, edition), blocks))
    return found


def cited(work: Work, edition: Edition) -> dict[str, str]:
    """Return the citations of a work in every style, with a place for the address."""
    return {name: style(work, replace(edition, address=ADDRESS)) for name, style in STYLES.items()}


def _blocks(passages: Iterable[Passage]) -> Iterable[tuple[str, tuple[Block, ...]]]:
    for passage in passages:
        blocks: list[Block] = []
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
                blocks.append(Block(tuple(parts)))
            else:
                blocks.append(Block(entry=part.entry))
                inner.append(part)
        yield passage.entry, tuple(blocks)
        yield from _blocks(inner)
