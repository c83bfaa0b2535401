"""What can be compared of two versions of an edition. Pure; no Sphinx.

What stands in a file of which something could not be read is not gone. Of such a file nothing is compared, also where
it can be read in the other version.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from concordance.graph.concordance import Concordance
from concordance.model.corpus import NO_FINDING, NOTHING_CONSIDERED
from concordance.model.entries import Kind
from concordance.model.layout import ANNOTATIONS, CONSIDERED, SYNONYMS, VOCABULARY
from concordance.model.vocabulary import EMPTY_VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from concordance.model.corpus import Corpus
    from concordance.model.entries import Entry, Link
    from concordance.reading.page_words import Reproduced


@dataclass(frozen=True, slots=True)
class Version:
    """An edition as it is at one time; `pages` has the Markdown of every page, by docname.

    `reproduced` has what pages reproduce of the texts, and `unread` the paths of pages that cannot be read, by docname.
    """

    concordance: Concordance
    corpus: Corpus
    pages: Mapping[str, str]
    reproduced: Mapping[str, Reproduced]
    unread: Mapping[str, str] = field(default_factory=dict)

    @property
    def unsound(self) -> Set[str]:
        """The paths of all files of which something could not be read."""
        return self.corpus.unsound.union(self.unread.values())


def comparable(before: Version, after: Version) -> tuple[Version, Version]:
    """Return two versions without what only one of them might know."""
    files = before.corpus.unsound | after.corpus.unsound
    pages = before.unread.keys() | after.unread.keys()
    known = [*before.concordance.entries.values(), *after.concordance.entries.values()]
    ids = {entry.id for entry in known if entry.docname in pages}
    return _without(before, files, pages, ids), _without(after, files, pages, ids)


def _without(version: Version, files: Set[str], pages: Set[str], ids: Set[str]) -> Version:
    if not files and not pages:
        return version
    corpus = _corpus_without(version.corpus, files)
    spoken = f"{ANNOTATIONS}/{VOCABULARY}" not in files

    def stands(link: Link) -> bool:
        return spoken and link.place.path not in files and not {link.subject, link.object} & ids

    entries = {
        identifier: entry if spoken else _uncited(entry)
        for identifier, entry in version.concordance.entries.items()
        if identifier not in ids
    }
    links = tuple(link for link in version.concordance.links if stands(link))
    concordance = Concordance(entries, links, version.concordance.connections)
    held = {name: text for name, text in version.pages.items() if name not in pages}
    words = {name: each for name, each in version.reproduced.items() if name not in pages}
    return replace(version, concordance=concordance, corpus=corpus, pages=held, reproduced=words)


def _corpus_without(corpus: Corpus, files: Set[str]) -> Corpus:
    vocabulary, considered, finding = (f"{ANNOTATIONS}/{name}" in files for name in (VOCABULARY, CONSIDERED, SYNONYMS))
    return replace(
        corpus,
        vocabulary=EMPTY_VOCABULARY if vocabulary else corpus.vocabulary,
        # Without a vocabulary, links and terms cannot be read.
        annotations={
            identifier: annotation
            for identifier, annotation in corpus.annotations.items()
            if not vocabulary and annotation.place.path not in files
        },
        considered=NOTHING_CONSIDERED if considered else corpus.considered,
        finding=NO_FINDING if finding else corpus.finding,
    )


def _uncited(entry: Entry) -> Entry:
    """Return an entry without the citation that comes from the vocabulary."""
    return replace(entry, label=entry.id) if entry.kind is Kind.PROVISION else entry
