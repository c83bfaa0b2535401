"""What a page is read with: if any of that changes, it is read again.

What a page only shows of the edition, such as connections, is in its view, and has it written again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.corpus import Considered, Corpus, Line, SearchWords
from concordance.model.vocabulary import Predicate, Term, Vocabulary
from concordance.pages.reading_record import Division, Fingerprints, ReadingRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.pages.reading_record import Path


@dataclass(frozen=True, slots=True)
class ReadWith:
    """What pages are read with, besides their sources."""

    corpus: Corpus
    redirects: Mapping[str, tuple[str, ...]]
    """The ids that were replaced by others, by those."""


# Of a file of editors, a page may read one annotation, or the label of one term.
OF_SOURCES = Division(
    (ReadWith, Corpus, Considered, Line, SearchWords, Vocabulary, Predicate, Term), lambda _path: True
)
# What the words of the interface come from, which any page may use without asking the corpus for them.
OF_WORDS: tuple[Path, ...] = (("corpus", "vocabulary", "interface"),)


class PageFingerprints:
    """The fingerprints of pages that are read with the same sources."""

    def __init__(self, sources: ReadWith) -> None:
        self.sources = sources
        self._fingerprints = Fingerprints(sources, OF_SOURCES)

    def record(self) -> ReadingRecord[ReadWith]:
        """Return a record for a page that is going to be read: through it, the page asks for what it needs."""
        return ReadingRecord(self.sources, OF_SOURCES)

    def of(self, source: bytes, read: Iterable[Path]) -> str:
        """Return the SHA-256, in hexadecimal, of a page and of all that was `read` for it, as it is now.

        `source` is the SHA-256 of the page's source.
        """
        parts = self._fingerprints.of([*OF_WORDS, *read])
        return hashlib.sha256(source + parts.encode()).hexdigest()
