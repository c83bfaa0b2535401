"""Write files so that a reader never sees half of one, and nothing is touched that did not change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_if_changed(path: Path, content: str | bytes) -> bool:
    """Replace a file by `content` as a whole; return whether there was anything to change."""
    data = content.encode() if isinstance(content, str) else content
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.unfinished")
    unfinished.write_bytes(data)
    unfinished.replace(path)
    return True


def write_folder(folder: Path, files: Mapping[str, str] | Mapping[str, bytes]) -> None:
    """Make a folder hold `files`, by their path in it, and nothing else; what is the same already is left alone."""
    for name, content in files.items():
        write_if_changed(folder / name, content)
    wanted = {folder / name for name in files}
    # The deepest first: a folder is empty only when what was in it is gone.
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in wanted:
            path.unlink()
