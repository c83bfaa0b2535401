"""Digests of what a page was read with. Pure; no Sphinx."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.lock import Locked
    from concordance.model import Corpus


def own_digest(entries: Iterable[str], corpus: Corpus, locked: tuple[Locked, ...]) -> str:
    """Return the SHA-256 of everything outside a page that its reading uses: vocabulary, annotations, redirects."""
    ids = sorted(entries)
    if not ids:
        return ""
    digest = hashlib.sha256(corpus.vocabulary.digest.encode())
    for identifier in ids:
        annotation = corpus.annotations.get(identifier)
        digest.update(f"\n{identifier} {annotation.place.path} {annotation.digest}".encode() if annotation else b"\n")
    digest.update(repr([line.id for line in locked if line.to in ids]).encode())
    return digest.hexdigest()
