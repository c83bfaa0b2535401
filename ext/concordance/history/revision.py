"""Earlier states of a folder, taken from git without touching the folder."""

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
    """An earlier state is not available; the message says why, and what to do."""


def merge_base(root: Path, revision: str) -> str:
    """Return the hash of the commit at which the work in `root` left `revision`, such as a branch.

    So what others have added to `revision` since does not count as a change. Where the two have no history in common,
    as in a shallow clone, it is the commit of `revision` itself.

    Raises:
        RevisionError: There is no git, no repository or no such revision.
    """
    if shutil.which("git") is None:
        raise RevisionError("git is not installed, and without it there is nothing to compare with. Install git.")
    if (inside := run_git(root, "rev-parse", "--git-dir")).returncode:
        raise RevisionError(f"Git finds no history of {root}. It says: {_error_output(inside)}")
    resolved = run_git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if resolved.returncode:
        raise RevisionError(f"There is no revision {revision!r}. {_suggest_revision(root, revision)}")
    commit = resolved.stdout.decode().strip()
    common = run_git(root, "merge-base", commit, "HEAD")
    return commit if common.returncode else common.stdout.decode().strip()


@contextmanager
def checkout(root: Path, commit: str) -> Iterator[Path]:
    """Yield a temporary folder with the contents that `root` had at a commit.

    Raises:
        RevisionError: Git cannot restore the commit.
    """
    archive = run_git(root, "archive", "--format=zip", commit)
    if archive.returncode:
        raise RevisionError(f"Git cannot bring back {commit}. It says: {_error_output(archive)}")
    with TemporaryDirectory(prefix="concordance-") as folder:
        # From a zip archive, Python extracts only files below the folder: no links, no paths that lead out of it.
        with zipfile.ZipFile(io.BytesIO(archive.stdout)) as files:
            files.extractall(folder)
        yield Path(folder)


def _error_output(process: subprocess.CompletedProcess[bytes]) -> str:
    return process.stderr.decode(errors="replace").strip()


def _suggest_revision(root: Path, revision: str) -> str:
    listed = run_git(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
    known = listed.stdout.decode(errors="replace").split()
    # In a clone, the branches of the origin are prefixed with the name of the remote.
    remote = [name for name in known if name.endswith(f"/{revision}")]
    return f"Did you mean {remote[0]!r}?" if remote else nearest(revision, known)
