"""What a reader is shown of an entry, or of a paragraph of commentary, before going there. Pure; no Sphinx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening, text_of, with_labels
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.page_content import PageContent
    from concordance.pages.page_view import PageView

# A card is read at a glance.
PREVIEW_WORDS = 45
COMMENTARY = "commentary"
# Stands at either end of struck words; no text holds it.
STRUCK = "\0"


@dataclass(frozen=True, slots=True)
class Preview:
    """A card.

    `kind` is that of the entry, or `COMMENTARY`. `words` are the first of a provision, plain and struck ones in turn;
    `said` are the first of what editors say, `text` the name of the text that is quoted, `where` what it stands in.
    """

    id: str
    kind: str
    label: str
    title: str
    text: str
    words: tuple[str, ...]
    said: str
    where: str
    connections: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The previews of a page. `leads` is the id of the entry that the page is about alone, empty without one."""

    leads: str
    entries: tuple[Preview, ...]
    commentary: tuple[Preview, ...]


def sheet(title: str, content: PageContent, view: PageView, corpus: Corpus, labels: Mapping[str, str]) -> Sheet:
    """Return the previews of a page called `title`; `labels` are what entries are called that its prose names."""
    return Sheet(
        leads=next((entry.id for entry in content.entries if entry.leads), ""),
        entries=tuple(
            # What is read within another is registered before it.
            _of_entry(entry, title, content, view, corpus)
            for entry in sorted(content.entries, key=lambda entry: entry.place.line)
        ),
        commentary=tuple(_of_commentary(title, content, labels)),
    )


def _of_entry(entry: Entry, page: str, content: PageContent, view: PageView, corpus: Corpus) -> Preview:
    annotation = corpus.annotations.get(entry.id)
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    # A provision without an editorial title is named by its first words, which stand below.
    title = entry.title if entry.kind is not Kind.PROVISION else (annotation.title if annotation else None) or ""
    summary = (annotation.summary if annotation else None) or entry.about
    parents = view.navigation.ancestors
    return Preview(
        id=entry.id,
        kind=entry.kind,
        label=entry.label,
        title=title if title != entry.label else "",
        text=text.name if text else "",
        words=_runs(content.words.get(entry.id) or entry.content or ""),
        said="" if entry.content else opening(summary or "", PREVIEW_WORDS),
        where=parents[-1].title if entry.leads and parents else page,
        connections=sum(len(item.connections) for group in dict(view.panels).get(entry.id, ()) for item in group.items),
    )


def _of_commentary(page: str, content: PageContent, labels: Mapping[str, str]) -> Iterable[Preview]:
    for identifier, name in content.anchors.items():
        if identifier in content.words:
            words = opening(with_labels(content.words[identifier], labels), PREVIEW_WORDS)
            yield Preview(identifier, COMMENTARY, name, "", "", (), words, page, 0)


def _runs(content: str) -> tuple[str, ...]:
    return tuple(opening(content, PREVIEW_WORDS).split(STRUCK)) if content else ()
