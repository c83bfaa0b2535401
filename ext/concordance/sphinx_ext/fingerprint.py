"""Digests of what a page was read with. Pure; no Sphinx."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.model.corpus import Corpus, LockLine


def page_fingerprint(source: bytes, entries: Iterable[str], corpus: Corpus, locked: tuple[LockLine, ...]) -> str:
    """Return the SHA-256 of all that the reading of a page uses: its source, vocabulary, annotations, redirects.

    What facets are called is said where search is configured.
    """
    digest = hashlib.sha256(source)
    digest.update(corpus.vocabulary.fingerprint.encode())
    digest.update(repr(sorted(corpus.search_words.filters.items())).encode())
    ids = sorted(entries)
    for identifier in ids:
        annotation = corpus.annotations.get(identifier)
        digest.update(
            f"\n{identifier} {annotation.place.path} {annotation.fingerprint}".encode() if annotation else b"\n"
        )
        if (why := corpus.considered.without_target.get(identifier)) is not None:
            digest.update(why.text.encode())
    digest.update(repr([line.id for line in locked if line.to in ids]).encode())
    return digest.hexdigest()
