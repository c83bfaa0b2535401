"""What a page for frames on other sites shows of an entry."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from concordance.citations.short import formal_citations, text_of
from concordance.i18n.foreign_words import write_with_languages
from concordance.model.entries import Passage
from concordance.pages.lead_ins import lead_ins

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Run

TAGS = {"emphasis": "em", "strong": "strong", "struck": "s"}


@dataclass(frozen=True, slots=True)
class Embed:
    """An entry as it is shown in a frame; strings are empty where there is nothing to show."""

    id: str
    text_name: str
    """The name of the text that it is a provision of."""
    label: str
    """What pages call it, with a capital letter."""
    title: str
    """By the editors."""
    lead: str
    """What leads in to an item, as HTML."""
    words: str
    """Its verbatim words, as HTML."""
    about: str
    """The description in a registry, of entries without verbatim words."""
    summary: str
    """By the editors."""
    notice: str
    """What readers are told of the words of its text."""
    citations: tuple[tuple[str, str], ...]
    """Full citations, each with the name of what it cites before it."""


def make_embeds(passages: Iterable[Passage], entries: Iterable[Entry], corpus: Corpus) -> list[Embed]:
    """Return what is shown of every entry; `passages` have the words of those that are provisions."""
    passages = tuple(passages)
    words, leads = dict(_by_entry(passages)), dict(lead_ins(passages))
    return [_embed(entry, words.get(entry.id), leads.get(entry.id, ()), corpus) for entry in entries]


def _embed(entry: Entry, passage: Passage | None, lead: Iterable[Passage], corpus: Corpus) -> Embed:
    annotation = corpus.annotations.get(entry.id)
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind.is_provision else None
    title = (annotation.title if annotation else "") if entry.kind.is_provision else entry.title
    return Embed(
        id=entry.id,
        text_name=text.name if text else "",
        label=entry.name[:1].upper() + entry.name[1:],
        title=title if title and title not in {entry.name, entry.label} else "",
        lead="".join(map(verbatim_html, lead)),
        words=verbatim_html(passage) if passage else "",
        about=entry.about,
        summary=(annotation.summary if annotation else "") or "",
        notice=text.notice if text else "",
        citations=tuple(formal_citations(entry.id, text, entry.cited)) if text else (),
    )


def _by_entry(passages: Iterable[Passage]) -> Iterable[tuple[str, Passage]]:
    for passage in passages:
        if passage.entry:
            yield passage.entry, passage
        yield from _by_entry(inside for inside in passage.inside if isinstance(inside, Passage))


def verbatim_html(passage: Passage) -> str:
    """Return the words of a passage as HTML, with the number that the source prints, without links."""
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
    words = write_with_languages(run.words)
    if "call" in run.marks:
        return f"<sup>[{words}]</sup>"
    if "note" in run.marks:
        # The note itself is on the full page.
        return f'<span class="note-mark" title="{escape(run.about)}">{words}</span>'
    for mark in reversed(run.marks):
        words = f"<{TAGS[mark]}>{words}</{TAGS[mark]}>" if mark in TAGS else words
    return words
