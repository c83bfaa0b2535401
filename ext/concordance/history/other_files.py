"""Find the files of an edition that differ from those of a commit, and that are neither texts nor annotations.

Settings, the engine, workflows, pictures: what they do is in no list of changes, so they are named. Contents are
compared as git stores them, and no filter of a repository's configuration runs.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from concordance.history.git import run_git
from concordance.model.layout import ANNOTATIONS, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

# Files that are compared by what they say, by their folder.
COMPARED = {SOURCE: frozenset({".md"}), ANNOTATIONS: frozenset({".md", ".yaml"})}
# How git tells what a file is: one that is read, one that can be run, a link.
REGULAR, EXECUTABLE, LINK = "100644", "100755", "120000"
# Git's hashes are those of SHA-1, or of SHA-256 where a repository was made so.
SHA256_DIGITS = 64


@dataclass(frozen=True, slots=True)
class _GitFile:
    """A file as git would store it."""

    mode: str
    blob: str
    """The hash of its content."""


def other_changed_files(root: Path, commit: str, work: str | None = None) -> tuple[str, ...]:
    """Return the paths below `root` of other files that differ between two commits.

    A file that can be run, or leads elsewhere, where it could not before is among them whatever it is called. If `work`
    is None, the files as they are now are compared, without those that git ignores.
    """
    before = _list_files(root, commit)
    after = _list_files(root, work) if work else _present(root, before)
    names = (name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    return tuple(
        sorted(name for name in names if not (_is_compared(name) and _mode(before, name) == _mode(after, name)))
    )


def _is_compared(name: str) -> bool:
    path = PurePosixPath(name)
    return name == LOCK or path.suffix in COMPARED.get(path.parts[0], frozenset())


def _mode(files: Mapping[str, _GitFile], name: str) -> str:
    return files[name].mode if name in files else REGULAR


def _list_files(root: Path, commit: str) -> dict[str, _GitFile]:
    """Return the files that `root` has at a commit, by path."""
    listed = run_git(root, "ls-tree", "-r", "-z", "--end-of-options", commit).stdout
    entries = (entry.partition(b"\t") for entry in listed.split(b"\0") if entry)
    return {name.decode(errors="surrogateescape"): _git_file(*head.decode().split()) for head, _, name in entries}


def _git_file(mode: str, _kind: str, blob: str) -> _GitFile:
    return _GitFile(mode, blob)


def _present(root: Path, stored: Mapping[str, _GitFile]) -> dict[str, _GitFile]:
    """Return the files that are there now, as git would store them, by path."""
    listed = run_git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").stdout
    names = {name.decode(errors="surrogateescape") for name in listed.split(b"\0") if name}
    long = any(len(file.blob) == SHA256_DIGITS for file in stored.values())
    # Some systems of files do not know what can be run, and git does not ask them.
    knows_modes = run_git(root, "config", "--type=bool", "core.fileMode").stdout.strip() != b"false"
    present = {}
    for name in names:
        path = root / name
        if path.is_symlink():
            mode, content = LINK, str(path.readlink()).encode(errors="surrogateescape")
        elif path.is_file():
            can_run = os.access(path, os.X_OK) if knows_modes else _mode(stored, name) == EXECUTABLE
            mode, content = EXECUTABLE if can_run else REGULAR, path.read_bytes()
        else:
            # It was deleted, or is a repository of its own.
            continue
        head = f"blob {len(content)}\0".encode()
        algorithm = hashlib.sha256 if long else hashlib.sha1
        present[name] = _GitFile(mode, algorithm(head + content, usedforsecurity=False).hexdigest())
    return present
