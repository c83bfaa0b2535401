"""The folder `build`, in which commands work: they empty it, and go on from what they left there.

What is kept there is read as records of Python, which can do anything. So none of it may come from a repository, where
a stranger may have put it, and none of it is emptied that no command made.
"""

from __future__ import annotations

import fcntl
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from concordance.history.git import run_git

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUILD = "build"
# In a folder where commands work, the file that keeps others from working there at the same time.
LOCK = "lock"
# What a build works in, and all that it puts there.
SPHINX_WORK = frozenset({"html", "doctrees", "finished-by"})
WORKPLACES = {
    "work": SPHINX_WORK,
    "live": frozenset({"work", "good", LOCK}),
    "live/work": SPHINX_WORK,
    "live/good": SPHINX_WORK,
}


def check_workplace(root: Path) -> str | None:
    """Return why no command may work in the folder `build` of the edition at `root`, and the remedy; None if it may.

    The folder may be a link to where builds are to work. What they replace has names of their own, and nothing else.
    """
    out = root / BUILD
    if not out.is_dir() and (out.exists() or out.is_symlink()):
        what = "a link that leads to no folder" if out.is_symlink() else "no folder"
        return f"{out} is {what}, and a build works there. Move it away, or make the folder that it is to lead to."
    if foreign := _foreign_folder(out):
        return (
            f"{foreign} is in the way: a build would empty it, and no build made it. "
            "Move it, or the link that leads there, away."
        )
    if comes_with_repository(root):
        return (
            f"Files in {root / BUILD} belong to the repository, and could make a build do anything. "
            "Nobody commits what is built: remove them with `git rm -r build`."
        )
    return None


def comes_with_repository(root: Path) -> bool:
    """Return whether anything in the folder `build`, or the folder itself as a link, is among the files of git."""
    try:
        return bool(run_git(root, "ls-files", "-z", "--", BUILD).stdout)
    except FileNotFoundError:
        return False


def _foreign_folder(out: Path) -> Path | None:
    """Return the folder below `out` that a build would empty although no build made it, or None."""
    for name, parts in WORKPLACES.items():
        folder = out / name
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            return folder
        if folder.is_dir() and not {path.name for path in folder.iterdir()} <= parts:
            return folder
    return None


class OccupiedError(Exception):
    """Raised where another command is at work in a folder."""


@contextmanager
def exclusive_lock(folder: Path, *, wait: bool = True) -> Iterator[int]:
    """Keep other commands from working in a folder meanwhile; yield the file that does, for processes to hold it open.

    Where another is at work there, that is said, and this one waits. If it is not to, `OccupiedError` is raised.
    """
    lock = os.open(folder / LOCK, os.O_RDONLY | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not wait:
                raise OccupiedError from None
            print(f"Another command is at work in {folder}. This one waits until that is done.", file=sys.stderr)
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)
