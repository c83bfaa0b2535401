"""What an export reads of a finished edition: it has to be made again if, and only if, any of that has changed.

What an export knows otherwise, such as the engine and the settings, has a build begin anew where it changes; the words
of the interface count as read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.graph.concordance import Concordance
from concordance.model.corpus import Annotation, Corpus
from concordance.pages.navigation import Navigation
from concordance.pages.page_content import PageContent
from concordance.pages.page_view import PageView
from concordance.pages.reading_record import Division, ReadingRecord
from concordance.pages.site import Site

if TYPE_CHECKING:
    from concordance.pages.reading_record import Path

# Pages and annotations are read one by one.
ONE_BY_ONE: frozenset[Path] = frozenset({("pages",), ("corpus", "annotations")})
OF_EDITION = Division(
    (BuiltEdition, BuiltPage, Concordance, Corpus, Annotation, PageContent, PageView, Navigation, Site),
    ONE_BY_ONE.__contains__,
    ONE_BY_ONE,
)
# What the words of the interface come from, which exports do not read in the edition.
OF_WORDS: frozenset[Path] = frozenset({("corpus", "vocabulary"), ("site", "language")})


def paths_read(record: ReadingRecord[BuiltEdition]) -> list[Path]:
    """Return what an export has read until now."""
    return sorted({*OF_WORDS, *record.paths()})
