"""Make one folder like another, quickly: only files that differ in size or date are copied."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def sync_folder(original: Path, copy: Path) -> bool:
    """Make the files below `copy` those below `original`, dates included; return whether any was not.

    Nobody who reads a file meanwhile sees half of it.
    """
    wanted, standing = dict(_files(original)), dict(_files(copy))
    changed = [name for name, state in wanted.items() if standing.get(name) != state]
    for name in changed:
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.unfinished")
        shutil.copy2(original / name, unfinished)
        unfinished.replace(target)
    gone = standing.keys() - wanted.keys()
    for name in gone:
        (copy / name).unlink()
    return bool(changed or gone)


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the files below a folder, each with its date and size."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                yield from _files(Path(entry.path), f"{below}{entry.name}/")
            else:
                state = entry.stat()
                yield f"{below}{entry.name}", (state.st_mtime_ns, state.st_size)
