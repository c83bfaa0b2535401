"""Earlier states of a folder, taken from git without touching the folder."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from concordance.history.git import read_blobs, run_git
from concordance.model.layout import ANNOTATIONS, LOCK, SOURCE
from concordance.model.problems import nearest
from concordance.reading.limits import LOCK_BYTES, PAGE_BYTES
from concordance.reading.settings import CONF

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator


# What is read of an edition.
PARTS = (SOURCE, ANNOTATIONS, LOCK, CONF)
# Larger files are not read.
LARGEST = max(PAGE_BYTES, LOCK_BYTES)
# How git stores a symbolic link, and where one leads that is brought back.
LINK, NOWHERE = "120000", "nowhere"


@dataclass(frozen=True, slots=True)
class _StoredFile:
    """A file as git stores it."""

    path: PurePosixPath
    blob: str
    """Git's hash of its content."""
    size: int
    """Bytes of its content."""
    is_link: bool


class RevisionError(Exception):
    """An earlier state is not available; the message says why, and what to do."""


def merge_base(root: Path, revision: str, work: str = "HEAD") -> str:
    """Return the hash of the commit at which `work`, by default that in `root`, left `revision`, such as a branch.

    So what others have added to `revision` since does not count as a change. Where the two have no history in common,
    as in a shallow clone, it is the commit of `revision` itself.

    Raises:
        RevisionError: There is no git, no repository or no such revision.
    """
    if shutil.which("git") is None:
        raise RevisionError("git is not installed, and without it there is nothing to compare with. Install git.")
    if (inside := run_git(root, "rev-parse", "--git-dir")).returncode:
        raise RevisionError(f"Git finds no history of {root}. It says: {_error_output(inside)}")
    commit = resolve(root, revision)
    common = run_git(root, "merge-base", commit, resolve(root, work))
    return commit if common.returncode else common.stdout.decode().strip()


def resolve(root: Path, revision: str) -> str:
    """Return the hash of the commit that a revision names; raise `RevisionError` if it names none."""
    resolved = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if resolved.returncode:
        raise RevisionError(f"There is no revision {revision!r}. {_suggest_revision(root, revision)}")
    return resolved.stdout.decode().strip()


@contextmanager
def checkout(root: Path, commit: str) -> Iterator[Path]:
    """Yield a temporary folder with the edition that `root` had at a commit.

    The files have the bytes that git stores: no filter runs that a configuration and an attribute name, no attribute
    leaves a file out. What is a link there is a link here that leads nowhere.

    Raises:
        RevisionError: Git cannot restore the commit.
    """
    listed = run_git(root, "ls-tree", "-r", "-l", "-z", "--end-of-options", commit, "--", *PARTS)
    if listed.returncode:
        raise RevisionError(f"Git cannot bring back {commit}. It says: {_error_output(listed)}")
    files = [file for entry in listed.stdout.split(b"\0") if entry and (file := _read_entry(entry))]
    small = [file.blob for file in files if file.size <= LARGEST]
    contents = dict(zip(small, read_blobs(root, small), strict=True))
    with TemporaryDirectory(prefix="concordance-") as folder:
        for file in files:
            _restore(file, contents.get(file.blob) or b"", Path(folder))
        yield Path(folder)


def _read_entry(entry: bytes) -> _StoredFile | None:
    """Return the file of an entry of `git ls-tree -l`: `mode type hash size`, a tab, the path; None if it is none."""
    head, _, name = entry.partition(b"\t")
    mode, kind, blob, size = head.decode().split()
    path = PurePosixPath(name.decode(errors="surrogateescape"))
    # Git refuses to store such names; what a stranger sends need not come from git.
    if kind != "blob" or path.is_absolute() or {"..", ".git"} & set(path.parts):
        return None
    return _StoredFile(path, blob, int(size), mode == LINK)


def _restore(file: _StoredFile, content: bytes, folder: Path) -> None:
    path = folder / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.is_link:
        path.symlink_to(NOWHERE)
        return
    with path.open("wb") as written:
        written.write(content)
        # A file that is too large to be read is as large here, and takes no space.
        written.truncate(file.size)


def _error_output(process: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(process.stderr.decode(errors="replace").split())


def _suggest_revision(root: Path, revision: str) -> str:
    listed = run_git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    known = listed.stdout.decode(errors="replace").split()
    if revision in known:
        return "Git has its name and not what it names: clone the repository anew."
    # In a clone, the branches of the origin are prefixed with the name of the remote.
    remote = [name for name in known if name.endswith(f"/{revision}")]
    if remote:
        return f"Did you mean {remote[0]!r}?"
    return nearest(revision, known, otherwise="Name a branch, a tag or a commit.")
