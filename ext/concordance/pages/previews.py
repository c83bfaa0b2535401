"""What a reader is shown of an entry, or of a paragraph of commentary, before going there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening, text_of, with_labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView

# A card is read at a glance, so it shows this many words.
PREVIEW_WORDS = 45
COMMENTARY = "commentary"
# Delimits struck words; no text contains it.
STRUCK = "\0"


@dataclass(frozen=True, slots=True)
class Preview:
    """A preview card of an entry or of a paragraph of commentary."""

    id: str
    kind: str
    """Kind of the entry, or `COMMENTARY`."""
    label: str
    title: str
    """Title, empty where it is no different from the label."""
    text: str
    """Name of the text of a provision."""
    words: tuple[str, ...]
    """First words of a provision, plain and struck ones in turn."""
    excerpt: str
    """First words of what editors say."""
    where: str
    """Title of what it is part of."""
    connections: int


@dataclass(frozen=True, slots=True)
class PreviewSheet:
    """The previews of a page."""

    subject: str
    """Id of the entry that the page is about alone, empty without one."""
    entries: tuple[Preview, ...]
    commentary: tuple[Preview, ...]


def preview_sheet(
    title: str, content: PageContent, view: PageView, corpus: Corpus, labels: Mapping[str, str]
) -> PreviewSheet:
    """Return the previews of a page called `title`; `labels` has the labels of the entries that its prose links to."""
    return PreviewSheet(
        subject=next((entry.id for entry in content.entries if entry.leads), ""),
        entries=tuple(
            # What is read within another is registered before it.
            _of_entry(entry, title, content, view, corpus)
            for entry in sorted(content.entries, key=lambda entry: entry.place.line)
        ),
        commentary=tuple(_of_commentary(title, content, labels)),
    )


def _of_entry(entry: Entry, page: str, content: PageContent, view: PageView, corpus: Corpus) -> Preview:
    annotation = corpus.annotations.get(entry.id)
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind.is_provision else None
    # A provision without an editorial title is named by its first words, which stand below.
    title = entry.title if not entry.kind.is_provision else (annotation.title if annotation else None) or ""
    summary = (annotation.summary if annotation else None) or entry.about
    parents = view.navigation.ancestors
    return Preview(
        id=entry.id,
        kind=entry.kind.id,
        label=entry.name,
        title=title if title != entry.label else "",
        text=text.name if text else "",
        words=_runs(content.words.get(entry.id) or entry.content or ""),
        excerpt="" if entry.content else opening(summary or "", PREVIEW_WORDS),
        where=parents[-1].title if entry.leads and parents else page,
        connections=panel.links if (panel := dict(view.panels).get(entry.id)) else 0,
    )


def _of_commentary(page: str, content: PageContent, labels: Mapping[str, str]) -> Iterable[Preview]:
    for identifier, name in content.anchors.items():
        if identifier in content.words:
            words = opening(with_labels(content.words[identifier], labels), PREVIEW_WORDS)
            yield Preview(identifier, COMMENTARY, name, "", "", (), words, page, 0)


def _runs(content: str) -> tuple[str, ...]:
    return tuple(opening(content, PREVIEW_WORDS).split(STRUCK)) if content else ()
