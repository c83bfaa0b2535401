"""What a page is read with: if any of that changes, it is read again.

What a page only shows of the edition, such as connections, is in its view, and has it written again.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from concordance.model.corpus import Annotation, Corpus, LockLine
    from concordance.model.vocabulary import Vocabulary
    from concordance.pages.page_content import PageContent


class PageFingerprints:
    """The fingerprints of pages that are read with a corpus, and with the lines of the lock that lead to each entry."""

    def __init__(self, corpus: Corpus, redirects: Mapping[str, Sequence[LockLine]]) -> None:
        self.corpus, self._redirects = corpus, redirects
        self._shared = lru_cache(1)(lambda: _shared_words(corpus.vocabulary))

    def of(self, source: bytes, page: PageContent) -> str:
        """Return the SHA-256, in hexadecimal, of all that a page with this source was read with, as it is now."""
        hasher = hashlib.sha256(source)
        ids = sorted(entry.id for entry in page.entries)
        annotations = {identifier: self.corpus.annotations.get(identifier) for identifier in ids}
        considered = self.corpus.considered.without
        for identifier, annotation in annotations.items():
            without = [(kind, each[identifier].text) for kind, each in considered.items() if identifier in each]
            file = (annotation.place.path, annotation.fingerprint) if annotation else None
            hasher.update(repr((identifier, file, without)).encode())
        hasher.update(repr([line.id for name in ids for line in self._redirects.get(name, ())]).encode())
        hasher.update(self._words(page, [each for each in annotations.values() if each]).encode())
        return hasher.hexdigest()

    def _words(self, page: PageContent, annotations: Sequence[Annotation]) -> str:
        """Return the words of the vocabulary that a page is read with."""
        vocabulary, filters = self.corpus.vocabulary, self.corpus.search_words.filters
        # Generated parts may name any word, and have places for all of them.
        if page.widgets:
            return repr((vocabulary.fingerprint, sorted(filters.items())))
        terms = [
            (filters.get(facet), [vocabulary.facets.get(facet, {}).get(term) for term in terms])
            for annotation in annotations
            for facet, terms in annotation.who
        ]
        return f"{self._shared()}{terms!r}"


def _shared_words(vocabulary: Vocabulary) -> str:
    """Return what every page is read with: not the wording of links and grades, which is in views, nor all terms."""
    shared = replace(vocabulary, predicates={}, grades={}, facets={}, avoid=(), fingerprint="")
    return repr((vocabulary.naming, shared))
