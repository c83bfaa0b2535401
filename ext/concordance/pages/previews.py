"""What a reader is shown of an entry, or of a paragraph of commentary, before going there. Pure; no Sphinx."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.citations.short import opening, text_of
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry
    from concordance.pages.navigation import Navigation

# A card is read at a glance.
PREVIEW_WORDS = 45
COMMENTARY = "commentary"
# Stands at either end of struck words; no text holds it.
STRUCK = "\0"
# How prose that was read before all entries were known holds a link that is to show what it leads to.
BARE_LINK = re.compile(r"\[\]\(#([a-z0-9-]+)\)")


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


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page holds that is no entry.

    `anchors` are the ids on it with what they are called, `words` those of commentary, and of provisions in which
    words are struck.
    """

    title: str
    navigation: Navigation
    anchors: Mapping[str, str]
    words: Mapping[str, str]


def sheets(pages: Mapping[str, Shown], concordance: Concordance, corpus: Corpus) -> dict[str, Sheet]:
    """Return the previews of every page, also of one that holds no entry: whoever asks for them finds them."""
    by_page: dict[str, list[Entry]] = {docname: [] for docname in pages}
    for entry in concordance.entries.values():
        by_page[entry.docname].append(entry)
    return {
        docname: Sheet(
            leads=next((entry.id for entry in by_page[docname] if entry.leads), ""),
            entries=tuple(_of_entry(entry, page, concordance, corpus) for entry in by_page[docname]),
            commentary=tuple(_of_commentary(page, concordance.entries)),
        )
        for docname, page in pages.items()
    }


def _of_entry(entry: Entry, page: Shown, concordance: Concordance, corpus: Corpus) -> Preview:
    annotation = corpus.annotations.get(entry.id)
    text = text_of(entry.id, corpus.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    # A provision without an editorial title is named by its first words, which stand below.
    title = entry.title if entry.kind is not Kind.PROVISION else (annotation.title if annotation else None) or ""
    said = (annotation.summary if annotation else None) or entry.about
    parents = page.navigation.ancestors
    return Preview(
        id=entry.id,
        kind=entry.kind,
        label=entry.label,
        title=title if title != entry.label else "",
        text=text.name if text else "",
        words=_runs(page.words.get(entry.id) or entry.content or ""),
        said="" if entry.content else opening(said or "", PREVIEW_WORDS),
        where=parents[-1].title if entry.leads and parents else page.title,
        connections=len(concordance.connections.get(entry.id, ())),
    )


def _of_commentary(page: Shown, entries: Mapping[str, Entry]) -> Iterable[Preview]:
    def label(found: re.Match[str]) -> str:
        named = entries.get(found[1])
        return named.label if named else found[1]

    for identifier, called in page.anchors.items():
        if identifier in page.words:
            said = opening(BARE_LINK.sub(label, page.words[identifier]), PREVIEW_WORDS)
            yield Preview(identifier, COMMENTARY, called, "", "", (), said, page.title, 0)


def _runs(content: str) -> tuple[str, ...]:
    return tuple(opening(content, PREVIEW_WORDS).split(STRUCK)) if content else ()
