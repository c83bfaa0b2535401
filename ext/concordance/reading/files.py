"""Find and read editors' files.

Nothing outside the folder is ever read, and no file that is larger than allowed.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from pathlib import Path

from concordance.model.problems import Place, Problem, ProblemKind
from concordance.reading.limits import INVENTORY_BYTES

ANNOTATION = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
# Files that editors' programs and operating systems leave behind.
LEFT_BEHIND = re.compile(r"\..*|.*~|#.*#|.*\.(swp|tmp|bak|orig)|Thumbs\.db|desktop\.ini")
# What may stand among pages: these themselves, pictures that hold no scripts, and samples. Sphinx would read others as
# reStructuredText (.rst), or as other words for those of pages (.po, .mo).
BESIDE_PAGES = frozenset(
    {".md", ".gif", ".jpeg", ".jpg", ".png", ".webp", ".csv", ".json", ".sha256", ".tsv", ".txt", ".yaml", ".yml"}
)
NOT_A_FILE_REMEDY = "Put the file itself in its place."


def annotation_files(root: Path, folder: str, others: frozenset[str]) -> tuple[list[str], list[Problem]]:
    """Return the paths of all annotations below `folder`, relative to `root`, and the problems of files there.

    `others` are the names of files in `folder` that are not annotations.
    """
    paths: list[str] = []
    problems: list[Problem] = []

    def report_unreadable(error: OSError) -> None:
        path = Path(error.filename).relative_to(root).as_posix()
        problems.append(_unreadable(path, error))

    for where, folders, names in os.walk(root / folder, onerror=report_unreadable):
        inside = Path(where).relative_to(root).as_posix()
        folders[:] = sorted(name for name in folders if not LEFT_BEHIND.fullmatch(name))
        for name in [*folders, *sorted(names)]:
            path = f"{inside}/{name}"
            if LEFT_BEHIND.fullmatch(name) or (inside == folder and name in others):
                continue
            if problem := _check_place(root, path):
                problems.append(problem)
            elif name not in folders:
                paths.append(path)
    return sorted(paths), problems


def page_files(root: Path, folder: str) -> tuple[list[str], list[Problem]]:
    """Return the paths of all pages below `folder`, relative to `root`, and the problems of what else is there.

    A link to a folder is a problem: a build would follow it, and read pages from anywhere. So is what a build would
    read in another way than as a page of Markdown.
    """
    paths: list[str] = []
    problems: list[Problem] = []

    def report_unreadable(error: OSError) -> None:
        problems.append(_unreadable(Path(error.filename).relative_to(root).as_posix(), error))

    for where, folders, names in os.walk(root / folder, onerror=report_unreadable):
        inside = Path(where).relative_to(root).as_posix()
        # A build passes over what is hidden, and over nothing else.
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [f"{inside}/{name}" for name in folders if (Path(where) / name).is_symlink()]
        problems += [_not_a_file(path, stat.S_IFLNK) for path in links]
        named_as_pages = [f"{inside}/{name}" for name in folders if name.endswith(".md")]
        problems += [_not_a_file(path, stat.S_IFDIR) for path in named_as_pages if path not in links]
        left = [name for name in names if not LEFT_BEHIND.fullmatch(name)]
        paths += [f"{inside}/{name}" for name in left if name.endswith(".md")]
        problems += [_no_page(f"{inside}/{name}") for name in left if Path(name).suffix.lower() not in BESIDE_PAGES]
    return sorted(paths), sorted(problems, key=lambda problem: problem.place)


def read(root: Path, path: str, at_most: int) -> tuple[bytes, list[Problem]]:
    """Return the bytes of the file `path` below `root`.

    If it cannot be read, or is larger than `at_most` bytes, return no bytes and a problem.
    """
    # Thousands of files are read in every build: paths are put together as strings.
    name = f"{root}/{path}"
    try:
        status = os.lstat(name)
        if not stat.S_ISREG(status.st_mode):
            return b"", [_not_a_file(path, status.st_mode)]
        if status.st_size > at_most:
            message = f"The file has {status.st_size:,} bytes; more than {at_most:,} are not read."
            return b"", [Problem(Place(path, 1), ProblemKind.SIZE, message, "Shorten it.")]
        with open(name, "rb", buffering=0) as file:  # noqa: PTH123
            return file.read(), []
    except OSError as error:
        return b"", [_unreadable(path, error)]


def fingerprint_file(root: Path, path: str) -> str:
    """Return the SHA-256, in hexadecimal, of the file `path` below `root`; empty if it cannot be read."""
    data, problems = read(root, path, INVENTORY_BYTES)
    return "" if problems else hashlib.sha256(data).hexdigest()


def _check_place(root: Path, path: str) -> Problem | None:
    """Return what is wrong with the kind or the name of a file or folder among the annotations, or None."""
    mode, name = (root / path).lstat().st_mode, path.rpartition("/")[2]
    place = Place(path, 1)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) or (stat.S_ISDIR(mode) and name.endswith(".md")):
        return _not_a_file(path, mode)
    if not ANNOTATION.fullmatch(name if stat.S_ISREG(mode) else f"{name}.md"):
        message = "Nothing reads this file: its name is not that of an annotation."
        remedy = "Name it after its entry, in lower-case letters, digits and hyphens, with `.md` at the end."
        return Problem(place, ProblemKind.FILE, message, remedy)
    return None


def _no_page(path: str) -> Problem:
    message = "This is neither a page nor anything that a page may show, and a build could read it unseen."
    remedy = "Pages are Markdown, `.md`. Beside them may stand pictures (PNG, JPEG, GIF, WebP) and samples of data."
    return Problem(Place(path, 1), ProblemKind.FILE, message, remedy)


def _not_a_file(path: str, mode: int) -> Problem:
    if stat.S_ISLNK(mode):
        message = "This is no file but a link to another place, which is not followed."
    elif stat.S_ISDIR(mode):
        message = "This is no file but a folder."
    else:
        message = "This is no file that can be read."
    return Problem(Place(path, 1), ProblemKind.FILE, message, NOT_A_FILE_REMEDY)


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"It cannot be read: {error.strerror}."
    return Problem(Place(path, 1), ProblemKind.FILE, message, "See to it that it is there and that you may read it.")
