"""What a reader is shown of an entry, or of a paragraph of commentary, before going there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening, text_of, with_labels
from concordance.pages.lead_ins import lead_in_words, lead_ins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Passage
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
    """What pages call it."""
    title: str
    """Title, empty where it is no different from the label."""
    text: str
    """Name of the text of a provision."""
    lead: tuple[str, ...]
    """First words of what leads in to an item, plain and struck ones in turn."""
    words: tuple[str, ...]
    """First words of a provision, plain and struck ones in turn."""
    excerpt: str
    """First words of what editors say."""
    where: str
    """Title of what it is part of."""
    connections: int
    """How many entries it is connected to, together with its items."""


@dataclass(frozen=True, slots=True)
class PreviewSheet:
    """The previews of a page."""

    subject: str
    """Id of the entry that the page is about alone, empty without one."""
    entries: tuple[Preview, ...]
    """Cards of its entries, in the order of the page."""
    commentary: tuple[Preview, ...]
    """Cards of its paragraphs of commentary, empty without any."""


def preview_sheet(
    title: str, content: PageContent, view: PageView, corpus: Corpus, labels: Mapping[str, str]
) -> PreviewSheet:
    """Return the previews of a page called `title`; `labels` has the labels of the entries that its prose links to."""
    leads = dict(lead_ins(content.passages))
    return PreviewSheet(
        subject=next((entry.id for entry in content.entries if entry.leads), ""),
        entries=tuple(
            # What is read within another is registered before it.
            _of_entry(entry, title, content, view, corpus, leads.get(entry.id, ()))
            for entry in sorted(content.entries, key=lambda entry: entry.place.line)
        ),
        commentary=tuple(_of_commentary(title, content, labels)),
    )


def _of_entry(
    entry: Entry, page: str, content: PageContent, view: PageView, corpus: Corpus, lead: Iterable[Passage]
) -> Preview:
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
        lead=_runs(" ".join(lead_in_words(each, STRUCK) for each in lead)),
        words=_runs(content.words.get(entry.id) or entry.content or ""),
        excerpt="" if entry.content else opening(summary or "", PREVIEW_WORDS),
        where=parents[-1].title if entry.leads and parents else page,
        connections=_count_connections(entry, content, view),
    )


def _count_connections(entry: Entry, content: PageContent, view: PageView) -> int:
    """Return how many connections the page of an entry says that it has: of a paragraph, with those of its items."""
    counted = {entry.id}
    if entry.leads and entry.kind.is_provision:
        counted |= {item.id for item in content.entries if item.kind.is_provision}
    return sum(panel.count for identifier, panel in view.panels if identifier in counted)


def _of_commentary(page: str, content: PageContent, labels: Mapping[str, str]) -> Iterable[Preview]:
    for identifier, name in content.anchors.items():
        if identifier in content.words:
            words = opening(with_labels(content.words[identifier], labels), PREVIEW_WORDS)
            yield Preview(identifier, COMMENTARY, name, "", "", (), (), words, page, 0)


def _runs(content: str) -> tuple[str, ...]:
    return tuple(opening(content, PREVIEW_WORDS).split(STRUCK)) if content else ()
