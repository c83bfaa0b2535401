"""What a page for frames on other sites shows of an entry. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from concordance.citations.short import formal_citations, text_of
from concordance.model.entries import Kind, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Run

TAGS = {"emphasis": "em", "strong": "strong", "struck": "s"}


@dataclass(frozen=True, slots=True)
class Embed:
    """What is shown.

    `over` is the name of the text, empty where it is none; `title` and `summary` are the editors', `words` the verbatim
    words as HTML, `about` what a registry says instead; `cited` are full citations, each with what it cites.
    """

    id: str
    over: str
    label: str
    title: str
    words: str
    about: str
    summary: str
    notice: str
    cited: tuple[tuple[str, str], ...]


def embeds(passages: Iterable[Passage], entries: Iterable[Entry], corpus: Corpus) -> list[Embed]:
    """Return what is shown of every entry; `passages` hold the words of those that are provisions."""
    words = dict(_by_entry(passages))
    return [_embed(entry, words.get(entry.id), corpus) for entry in entries]


def _embed(entry: Entry, passage: Passage | None, corpus: Corpus) -> Embed:
    annotation = corpus.annotations.get(entry.id)
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    title = (annotation.title if annotation else "") if entry.kind is Kind.PROVISION else entry.title
    return Embed(
        id=entry.id,
        over=text.name if text else "",
        label=entry.label[:1].upper() + entry.label[1:],
        title=title if title and title != entry.label else "",
        words=verbatim_html(passage) if passage else "",
        about=entry.about,
        summary=(annotation.summary if annotation else "") or "",
        notice=text.notice if text else "",
        cited=tuple(formal_citations(entry.id, text)) if text else (),
    )


def _by_entry(passages: Iterable[Passage]) -> Iterable[tuple[str, Passage]]:
    for passage in passages:
        if passage.entry:
            yield passage.entry, passage
        yield from _by_entry(inside for inside in passage.inside if isinstance(inside, Passage))


def verbatim_html(passage: Passage) -> str:
    """Return the words of a passage as HTML, with the number that the source prints, and no links."""
    number = f'<span class="number">{escape(passage.number)}</span> ' if passage.number else ""
    blocks = []
    for inside in passage.inside:
        if isinstance(inside, Passage):
            blocks.append(f'<div class="item">{verbatim_html(inside)}</div>')
        else:
            blocks.append(f"<p>{number}{''.join(map(_run, inside)).strip()}</p>")
            number = ""
    return f"{f'<p>{number}</p>' if number else ''}{''.join(blocks)}"


def _run(run: Run) -> str:
    words = escape(run.words, quote=False)
    if "call" in run.marks:
        return f"<sup>[{words}]</sup>"
    if "note" in run.marks:
        # The note itself stands on the full page.
        return f'<span class="note-mark" title="{escape(run.about)}">{words}</span>'
    for mark in reversed(run.marks):
        words = f"<{TAGS[mark]}>{words}</{TAGS[mark]}>" if mark in TAGS else words
    return words
