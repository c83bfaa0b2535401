"""Make exports that take long only if what was read for them has changed; remove what is exported no more.

What an export knows otherwise than by reading the edition, such as the engine and the settings, has a build begin anew
where it changes; the words of the interface count as read.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.exports.built_edition import BuiltEdition, BuiltPage
from concordance.exports.files import read_kept, remove_file, write_files, write_if_changed
from concordance.graph.concordance import Concordance
from concordance.model.corpus import Annotation, Corpus
from concordance.pages.navigation import Navigation
from concordance.pages.page_content import PageContent
from concordance.pages.page_view import PageView
from concordance.pages.reading_record import Division, Fingerprints, ReadingRecord
from concordance.pages.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from concordance.exports.built_edition import Files
    from concordance.pages.reading_record import Path as ReadPath

    MakeFiles = Callable[[BuiltEdition], Files]

# Pages and annotations are read one by one.
ONE_BY_ONE: frozenset[ReadPath] = frozenset({("pages",), ("corpus", "annotations")})
EDITION_DIVISION = Division(
    (BuiltEdition, BuiltPage, Concordance, Corpus, Annotation, PageContent, PageView, Navigation, Site),
    ONE_BY_ONE.__contains__,
    ONE_BY_ONE,
)
# What the words of the interface come from, which exports do not read in the edition.
OF_WORDS: frozenset[ReadPath] = frozenset({("corpus", "vocabulary"), ("site", "language")})


@dataclass(frozen=True, slots=True)
class Exported:
    """What is known of an export that was made."""

    fingerprint: str
    """That of all that was read for it."""
    read: Sequence[Sequence[str]]
    """The paths in the edition of what was read."""
    files: Sequence[str]
    """The paths of the files that it made, below the folder of the site."""


class ExportLedger:
    """A record, in the file `path`, of the files that earlier builds exported into `folder`.

    It has what was read for each export. Of the files in a site, only those that are known to be exports may be removed
    when they are exported no more.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        earlier = read_kept(path, {})
        self._files: set[str] = set(earlier.get("files", []))
        self._exports = {name: Exported(*each) for name, each in earlier.get("exports", {}).items()}

    def make(self, edition: BuiltEdition, exports: Mapping[str, MakeFiles]) -> dict[str, Exported]:
        """Make the exports, by name, whose sources have changed; return what is known of all of them."""
        fingerprints = Fingerprints(edition, EDITION_DIVISION)
        return {name: self._make(name, make, edition, fingerprints) for name, make in exports.items()}

    def keep(self, made: Mapping[str, Exported], others: Iterable[str]) -> None:
        """Store what is known of the exports that were made; remove former files that are not theirs or `others`."""
        wanted = {*others, *(path for export in made.values() for path in export.files)}
        for path in self._files - wanted:
            remove_file(self._folder, path)
        written = {name: (export.fingerprint, export.read, export.files) for name, export in made.items()}
        write_if_changed(self._path, json.dumps({"files": sorted(wanted), "exports": written}))

    def _make(self, name: str, make: MakeFiles, edition: BuiltEdition, fingerprints: Fingerprints) -> Exported:
        earlier = self._exports.get(name)
        if (
            earlier
            and earlier.fingerprint == fingerprints.of(map(tuple, earlier.read))
            and all(os.path.isfile(f"{self._folder}/{path}") for path in earlier.files)  # noqa: PTH113
        ):
            return earlier
        record = ReadingRecord(edition, EDITION_DIVISION)
        files = make(record.tree)
        write_files(self._folder, files)
        read = paths_read(record)
        return Exported(fingerprints.of(read), read, list(files))


def paths_read(record: ReadingRecord[BuiltEdition]) -> list[ReadPath]:
    """Return what an export has read until now."""
    return sorted({*OF_WORDS, *record.paths()})
