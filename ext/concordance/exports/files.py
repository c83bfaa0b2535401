"""Write files so that a reader never sees half of one, and files that have not changed are left alone."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from concordance.exports.built_edition import Files
    from concordance.exports.export import Export


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
        pass  # There is none yet.
    unfinished = f"{name}.unfinished"
    try:
        _write(unfinished, data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(name), exist_ok=True)
        _write(unfinished, data)
    os.replace(unfinished, name)
    return True


def _write(name: str, data: bytes) -> None:
    with open(name, "wb", buffering=0) as file:
        file.write(data)


def write_files(folder: Path, files: Files) -> None:
    """Write files, by their path below `folder`."""
    for path, content in files.items():
        write_if_changed(folder / path, content)


class ExportLedger:
    """A record, in the file `path`, of the files that earlier builds exported into `folder`, and of their sources.

    Of the files in a site, only those that are known to be exports may be removed when they are exported no more.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        self._path, self._folder = path, folder
        earlier = json.loads(path.read_bytes()) if path.is_file() else {"files": [], "exports": {}}
        self._files: set[str] = set(earlier["files"])
        self._exports: dict[str, tuple[str, list[str]]] = earlier["exports"]

    def write(self, exports: Iterable[Export], others: Iterable[str]) -> None:
        """Make the exports whose sources have changed; remove former exports that are not among these or `others`."""
        records = {export.name: self._make(export) for export in exports}
        wanted = {*others, *(path for _fingerprint, paths in records.values() for path in paths)}
        for path in self._files - wanted:
            remove_file(self._folder, path)
        write_if_changed(self._path, json.dumps({"files": sorted(wanted), "exports": records}))

    def _make(self, export: Export) -> tuple[str, list[str]]:
        fingerprint = hashlib.sha256(repr(export.sources).encode()).hexdigest()
        earlier, paths = self._exports.get(export.name, ("", []))
        if earlier == fingerprint and all((self._folder / path).is_file() for path in paths):
            return fingerprint, paths
        files = export.make()
        write_files(self._folder, files)
        return fingerprint, list(files)


def remove_file(folder: Path, name: str) -> None:
    """Remove a file below a folder, and the folders that are empty then."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
