"""Write files so that a reader never sees half of one, and files that have not changed are left alone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.exports.reading_record import Fingerprints, ReadingRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from concordance.exports.built_edition import BuiltEdition, Files

    MakeFiles = Callable[[BuiltEdition], Files]


@dataclass(frozen=True, slots=True)
class _Exported:
    """What is known of an export that was made."""

    fingerprint: str
    """That of all that was read for it."""
    read: Sequence[Sequence[str]]
    """The paths in the edition of what was read."""
    files: Sequence[str]


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Replace a file by `content` as a whole, unless it has that already; return whether it was replaced."""
    data = content.encode() if isinstance(content, str) else content
    # Thousands of files are written in a build: each call of the system counts, and each path that is put together.
    # ruff: noqa: PTH103, PTH105, PTH116, PTH120, PTH123
    name = os.fspath(path)
    try:
        if os.stat(name).st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        # The folder may be missing, too.
        os.makedirs(os.path.dirname(name), exist_ok=True)
    unfinished = f"{name}.unfinished"
    with open(unfinished, "wb", buffering=0) as file:
        file.write(data)
    os.replace(unfinished, name)
    return True


def write_files(folder: Path, files: Files) -> None:
    """Write files, by their path below `folder`."""
    for path, content in files.items():
        write_if_changed(folder / path, content)


class ExportLedger:
    """A record, in the file `path`, of the files that earlier builds exported into `folder`.

    It has what was read for each export. Of the files in a site, only those that are known to be exports may be removed
    when they are exported no more.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        earlier = json.loads(path.read_bytes()) if path.is_file() else {"files": [], "exports": {}}
        self._files: set[str] = set(earlier["files"])
        self._exports = {name: _Exported(*each) for name, each in earlier["exports"].items()}

    def write(self, edition: BuiltEdition, exports: Mapping[str, MakeFiles], others: Iterable[str]) -> None:
        """Make the exports, by name, whose sources have changed; remove former ones that are not these or `others`."""
        fingerprints = Fingerprints(edition)
        records = {name: self._make(name, make, edition, fingerprints) for name, make in exports.items()}
        wanted = {*others, *(path for record in records.values() for path in record.files)}
        for path in self._files - wanted:
            remove_file(self._folder, path)
        written = {name: (record.fingerprint, record.read, record.files) for name, record in records.items()}
        write_if_changed(self._path, json.dumps({"files": sorted(wanted), "exports": written}))

    def _make(self, name: str, make: MakeFiles, edition: BuiltEdition, fingerprints: Fingerprints) -> _Exported:
        earlier = self._exports.get(name)
        if (
            earlier
            and earlier.fingerprint == fingerprints.of(map(tuple, earlier.read))
            and all((self._folder / path).is_file() for path in earlier.files)
        ):
            return earlier
        record = ReadingRecord(edition)
        files = make(record.edition)
        write_files(self._folder, files)
        read = record.paths()
        return _Exported(fingerprints.of(read), read, list(files))


def remove_file(folder: Path, name: str) -> None:
    """Remove a file below a folder, and the folders that are empty then."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
