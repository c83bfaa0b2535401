"""Read the history of an edition from git.

The library for this, sphinx-last-updated-by-git, dates only the sources of pages, which annotations are not.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.history.commits import LOG_FORMAT, NO_HISTORY, History, date_since_epoch, history_from, read_log

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from concordance.history.commits import FileChange

# Variables that git sets for its hooks, and that would point to another repository than the one around the edition.
# Other settings of the user hold, such as whose folders git may read.
REPOSITORY_VARIABLES = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}
# Settings for a build, which gives the same result for everybody and uses no network: git neither takes paths for
# patterns, nor writes locks, nor fetches what a partial clone lacks.
BUILD_SETTINGS = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_ALLOW_PROTOCOL": "none", "LC_ALL": "C"}
# The entry of an annotation, and the title of a page.
SUBJECT = re.compile(r"^(?:annotates:|#)[ ]+(.+?)[ ]*$", re.MULTILINE)


# What git says outside of any repository, and of one that belongs to somebody else.
NO_REPOSITORY, OTHER_OWNER = "not a git repository", "dubious ownership"


class GitRefusedError(Exception):
    """There is a history, and git does not read it; the message says why, and what to do."""


def read_history(root: Path, source: str, annotations: str) -> History:
    """Return the history of the pages in `source` and of the annotations in `annotations`, two folders below `root`.

    It is empty without git, outside a repository, and where nothing has been committed. What is not committed has none.
    Raises `GitRefusedError` if there is a repository, and git will not read it.
    """
    shallow = _read_whether_shallow(root)
    if shallow is None or _read(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return NO_HISTORY
    command = ("log", "--no-show-signature", "--relative", *LOG_FORMAT, "--", source, annotations)
    process = run_git(root, *command, stdin=b"", **BUILD_SETTINGS)
    if process.returncode:
        raise _refusal(root, process.stderr)
    log = process.stdout
    history = history_from(read_log(log, latest_date()), source, complete=shallow.strip() == b"false")
    return replace(history, removed=_removed_subjects(root, (file for day in history.days for file in day.files)))


def latest_date() -> datetime.datetime:
    """Return the latest date that a commit can have: clocks differ, but by no more than a day.

    Today is what `SOURCE_DATE_EPOCH` says, if it is set (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    today = date_since_epoch(os.environ.get("SOURCE_DATE_EPOCH", "")) or datetime.datetime.now(datetime.UTC)
    return today + datetime.timedelta(days=1)


def future_commits(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the hash and the date of each commit that is dated later than it can be, or has no date at all."""
    latest = latest_date()
    for line in (_read(root, "log", "--no-show-signature", "--format=tformat:%H %ct") or b"").decode().splitlines():
        commit, _, seconds = line.partition(" ")
        when = date_since_epoch(seconds)
        if when is None or when > latest:
            yield commit, when.date().isoformat() if when else f"second {seconds}"


def _read_whether_shallow(root: Path) -> bytes | None:
    """Return what git says of whether the repository is shallow; None if there is no git or no repository."""
    try:
        process = run_git(root, "rev-parse", "--is-shallow-repository", stdin=b"", **BUILD_SETTINGS)
    except FileNotFoundError:
        return None
    if process.returncode == 0:
        return process.stdout
    reason = process.stderr.decode(errors="replace").strip()
    # What belongs to a repository can be there, and the rest be gone or spoilt.
    if NO_REPOSITORY in reason and not os.path.lexists(root / ".git"):
        return None
    if OTHER_OWNER in reason:
        msg = (
            f"The history of {root} belongs to another user, and git does not read it, as in many containers. "
            f"Run `git config --global --add safe.directory {root}`, or build as the owner of the folder."
        )
        raise GitRefusedError(msg)
    raise _refusal(root, process.stderr)


def _refusal(root: Path, reason: bytes) -> GitRefusedError:
    explanation = " ".join(reason.decode(errors="replace").split())
    return GitRefusedError(
        f"Git does not read the history of {root}. It says: {explanation}. Clone the repository anew, "
        "or remove `.git` to build without a history."
    )


def _removed_subjects(root: Path, files: Iterable[FileChange]) -> Mapping[str, str]:
    """Return what removed files were about, by path, according to their last content."""
    removed = {file.path: file.before for file in files if not file.after and file.path.endswith(".md")}
    if not removed:
        return {}
    contents = read_blobs(root, removed.values(), **BUILD_SETTINGS)
    matches = {
        path: SUBJECT.search((content or b"").decode(errors="replace"))
        for path, content in zip(removed, contents, strict=True)
    }
    return {path: match[1] for path, match in matches.items() if match}


def read_blobs(root: Path, blobs: Iterable[str], **settings: str) -> list[bytes | None]:
    """Return the contents that git stores under hashes, as they are stored; None for each that is missing.

    `settings` are environment variables to set for git.
    """
    hashes = [*blobs]
    if not hashes:
        return []
    output = run_git(
        root, "cat-file", "--batch", stdin="".join(f"{blob}\n" for blob in hashes).encode(), **settings
    ).stdout
    contents: list[bytes | None] = []
    start = 0
    for _blob in hashes:
        # The output for a blob is `<hash> blob <size>`, a line break, the content, a line break; for a missing one,
        # `<hash> missing` and a line break (https://git-scm.com/docs/git-cat-file#_batch_output).
        end = output.find(b"\n", start)
        kind, _, size = output[start : max(end, start)].decode().partition(" ")[2].partition(" ")
        start = end + 1 if end >= 0 else len(output)
        contents.append(output[start : start + int(size)] if kind == "blob" else None)
        start += int(size) + 1 if kind == "blob" else 0
    return contents


def _read(root: Path, *arguments: str, stdin: bytes = b"") -> bytes | None:
    """Return the output of git in the repository around `root`; None if there is no git or no repository."""
    try:
        process = run_git(root, *arguments, stdin=stdin, **BUILD_SETTINGS)
    except FileNotFoundError:
        return None
    return process.stdout if process.returncode == 0 else None


def run_git(root: Path, *arguments: str, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in the repository around `root` and return the finished process, whatever its exit status.

    Args:
        root: A folder in the repository.
        arguments: The arguments of git.
        stdin: What git reads from standard input.
        settings: Environment variables to set for git.

    Raises:
        FileNotFoundError: Git is not installed.
    """
    environment = {name: value for name, value in os.environ.items() if name not in REPOSITORY_VARIABLES} | settings
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, env=environment, check=False)
