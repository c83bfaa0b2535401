"""Versions of an edition, and what can be compared of two of them.

What a file contains is not gone just because part of it could not be read. Nothing in such a file is compared, even if
the other version of it can be read.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from concordance.graph.concordance import Concordance
from concordance.model.corpus import NO_SEARCH_WORDS, NOTHING_CONSIDERED
from concordance.model.layout import ANNOTATIONS, CONSIDERED, LOCK, SYNONYMS, VOCABULARY, WORDS
from concordance.model.vocabulary import EMPTY_VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from concordance.model.corpus import Corpus, LockLine
    from concordance.model.entries import Entry, Link
    from concordance.reading.page_words import ReproducedText


@dataclass(frozen=True, slots=True)
class Version:
    """An edition as it is at one time."""

    concordance: Concordance
    corpus: Corpus
    pages: Mapping[str, str]
    """The Markdown of every page that is text, by docname."""
    reproduced: Mapping[str, ReproducedText]
    """What every page that can be read reproduces of the texts, by docname."""
    locked: tuple[LockLine, ...] | None = ()
    """The lines of the lock; None if that cannot be read."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """The path of every page that cannot be read, by docname."""

    @property
    def unsound(self) -> Set[str]:
        """Paths of all files of which something could not be read."""
        lock = {LOCK} if self.locked is None else set()
        return self.corpus.unsound.union(self.unread.values(), lock)


def drop_unreadable(before: Version, after: Version) -> tuple[Version, Version]:
    """Return the earlier and the later version without what is in files that cannot be fully read in either."""
    files = before.corpus.unsound | after.corpus.unsound
    pages = before.unread.keys() | after.unread.keys()
    known = [*before.concordance.entries.values(), *after.concordance.entries.values()]
    ids = {entry.id for entry in known if entry.docname in pages}
    return _without(before, files, pages, ids), _without(after, files, pages, ids)


def _without(version: Version, files: Set[str], pages: Set[str], ids: Set[str]) -> Version:
    if not files and not pages:
        return version
    corpus = _corpus_without(version.corpus, files)
    has_vocabulary = f"{ANNOTATIONS}/{VOCABULARY}" not in files

    def is_known(link: Link) -> bool:
        return has_vocabulary and link.place.path not in files and not {link.subject, link.object} & ids

    entries = {
        identifier: entry if has_vocabulary else _without_citation(entry)
        for identifier, entry in version.concordance.entries.items()
        if identifier not in ids
    }
    links = tuple(link for link in version.concordance.links if is_known(link))
    outside = replace(version.concordance.outside, links=tuple(filter(is_known, version.concordance.outside.links)))
    concordance = Concordance(entries, links, version.concordance.connections, outside)
    kept = {name: text for name, text in version.pages.items() if name not in pages}
    words = {name: reproduced for name, reproduced in version.reproduced.items() if name not in pages}
    return replace(version, concordance=concordance, corpus=corpus, pages=kept, reproduced=words)


def _corpus_without(corpus: Corpus, files: Set[str]) -> Corpus:
    unreadable = {name for name in (VOCABULARY, CONSIDERED, SYNONYMS, WORDS) if f"{ANNOTATIONS}/{name}" in files}
    return replace(
        corpus,
        vocabulary=EMPTY_VOCABULARY if VOCABULARY in unreadable else corpus.vocabulary,
        # Without a vocabulary, links and terms cannot be read.
        annotations={
            identifier: annotation
            for identifier, annotation in corpus.annotations.items()
            if VOCABULARY not in unreadable and annotation.place.path not in files
        },
        considered=NOTHING_CONSIDERED if CONSIDERED in unreadable else corpus.considered,
        search_words=NO_SEARCH_WORDS if unreadable & {SYNONYMS, WORDS} else corpus.search_words,
    )


def _without_citation(entry: Entry) -> Entry:
    """Return a provision without its citation, which comes from the vocabulary; other entries as they are."""
    return replace(entry, label=entry.id) if entry.kind.is_provision else entry
