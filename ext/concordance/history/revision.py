"""An earlier state of a folder, taken from git without touching what stands there."""

from __future__ import annotations

import io
import shutil
import zipfile
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from concordance.history.git import run_git
from concordance.model.problems import nearest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator


class RevisionError(Exception):
    """An earlier state cannot be had; the message says why, and what to do."""


def branched_from(root: Path, revision: str) -> str:
    """Return the commit at which the work in `root` left `revision`: what others added there since is no change here.

    Where the two have no history in common, as in a shallow clone, it is the commit of `revision` itself.
    """
    if shutil.which("git") is None:
        raise RevisionError("git is not installed, and without it there is nothing to compare with. Install git.")
    if (inside := run_git(root, "rev-parse", "--git-dir")).returncode:
        raise RevisionError(f"Git finds no history of {root}. It says: {_said(inside)}")
    found = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise RevisionError(f"There is no revision {revision!r}. {_near(root, revision)}")
    commit = found.stdout.decode().strip()
    common = run_git(root, "merge-base", commit, "HEAD")
    return commit if common.returncode else common.stdout.decode().strip()


@contextmanager
def checked_out(root: Path, commit: str) -> Iterator[Path]:
    """Yield a temporary folder with what stood in `root` at a commit; it is gone afterwards."""
    archive = run_git(root, "archive", "--format=zip", commit)
    if archive.returncode:
        raise RevisionError(f"Git cannot bring back {commit}. It says: {_said(archive)}")
    with TemporaryDirectory(prefix="concordance-") as folder:
        # Of a zip archive, Python writes files below the folder and nothing else: no links, no paths that climb.
        with zipfile.ZipFile(io.BytesIO(archive.stdout)) as files:
            files.extractall(folder)
        yield Path(folder)


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode(errors="replace").strip()


def _near(root: Path, revision: str) -> str:
    listed = run_git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    known = listed.stdout.decode(errors="replace").split()
    # A clone has the branches of the place it was cloned from under the name of that place.
    elsewhere = [name for name in known if name.endswith(f"/{revision}")]
    return f"Did you mean {elsewhere[0]!r}?" if elsewhere else nearest(revision, known)
