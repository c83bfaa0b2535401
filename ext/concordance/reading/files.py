"""The files of editors on disk: which there are, and what keeps one from being read. No Sphinx.

Nothing outside the folder is ever read, and of nothing more than a file may hold.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from concordance.model.problems import Place, Problem, ProblemKind

ANNOTATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
# What editors' programs and systems leave behind.
LEFT_BEHIND = re.compile(r"\..*|.*~|#.*#|.*\.(swp|tmp|bak|orig)|Thumbs\.db|desktop\.ini")
PLAIN = "Put the file itself in its place."


def annotation_files(root: Path, folder: str, others: frozenset[str]) -> tuple[list[str], list[Problem]]:
    """Return the paths, from `root`, of all annotations below `folder`, and what is wrong with files there.

    `others` are the names of files in `folder` that are read by themselves.
    """
    found: list[str] = []
    problems: list[Problem] = []

    def unreadable(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        problems.append(_cannot_be_read(path, error))

    for where, folders, names in os.walk(root / folder, onerror=unreadable):
        inside = Path(where).relative_to(root).as_posix()
        folders[:] = sorted(name for name in folders if not LEFT_BEHIND.fullmatch(name))
        for name in [*folders, *sorted(names)]:
            path = f"{inside}/{name}"
            if LEFT_BEHIND.fullmatch(name) or (inside == folder and name in others):
                continue
            if problem := _misplaced(root, path):
                problems.append(problem)
            elif name not in folders:
                found.append(path)
    return sorted(found), problems


def read(root: Path, path: str, at_most: int) -> tuple[bytes, list[Problem]]:
    """Return the bytes of the file `path` below `root`; none with a problem, if it cannot be read or holds too much."""
    try:
        status = (root / path).lstat()
        if not stat.S_ISREG(status.st_mode):
            return b"", [_no_file(path, status.st_mode)]
        if status.st_size > at_most:
            message = f"The file has {status.st_size:,} bytes; more than {at_most:,} are not read."
            return b"", [Problem(Place(path, 1), ProblemKind.SIZE, message, "Shorten it.")]
        return (root / path).read_bytes(), []
    except OSError as error:
        return b"", [_cannot_be_read(path, error)]


def _misplaced(root: Path, path: str) -> Problem | None:
    """Return what is wrong with a file or folder among the annotations, before it is opened."""
    mode, name = (root / path).lstat().st_mode, path.rpartition("/")[2]
    place = Place(path, 1)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or (stat.S_ISDIR(mode) and name.endswith(".md")):
        return _no_file(path, mode)
    if not ANNOTATION.fullmatch(name if stat.S_ISREG(mode) else f"{name}.md"):
        message = "Nothing reads this file: its name is not that of an annotation."
        remedy = "Name it after its entry, in lower-case letters, digits and hyphens, with `.md` at the end."
        return Problem(place, ProblemKind.FILE, message, remedy)
    return None


def _no_file(path: str, mode: int) -> Problem:
    if stat.S_ISLNK(mode):
        message = "This is no file but a link to another place, which is not followed."
    elif stat.S_ISDIR(mode):
        message = "This is no file but a folder."
    else:
        message = "This is no file that can be read."
    return Problem(Place(path, 1), ProblemKind.FILE, message, PLAIN)


def _cannot_be_read(path: str, error: OSError) -> Problem:
    message = f"It cannot be read: {error.strerror}."
    return Problem(Place(path, 1), ProblemKind.FILE, message, "See to it that it is there and that you may read it.")
