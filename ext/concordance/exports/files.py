"""Write files so that a reader never sees half of one, and files that have not changed are left alone."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

    from concordance.exports.built_edition import Files


Kept = TypeVar("Kept", dict[str, Any], list[Any])


def read_kept(path: Path, otherwise: Kept) -> Kept:
    """Return what a build kept in a JSON file; `otherwise` where there is none, or it was cut off or spoilt."""
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return otherwise
    return kept if isinstance(kept, type(otherwise)) else otherwise


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Replace a file by `content` as a whole, unless it has that already; return whether it was replaced."""
    data = content.encode() if isinstance(content, str) else content
    # Thousands of files are written in a build: each call of the system counts, and each path that is put together.
    # ruff: noqa: PTH103, PTH105, PTH116, PTH120, PTH123
    name = os.fspath(path)
    with suppress(OSError):
        if os.stat(name).st_size == len(data) and path.read_bytes() == data:
            return False
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


def remove_file(folder: Path, name: str) -> None:
    """Remove a file below a folder, and the folders that are empty then."""
    path = folder / name
    path.unlink(missing_ok=True)
    for parent in path.parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            break
        parent.rmdir()
