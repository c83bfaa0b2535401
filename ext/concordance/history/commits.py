"""The history of an edition: when its files changed, according to the log of its repository.

A change is dated by its committer date, in UTC: that is when it entered the present history. The author date is when
somebody began to write it, perhaps months before a reader could see it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Name of the widget that lists the changes of the edition.
CHANGES = "changes"
# Options of `git log` for `read_log`: a header for each commit, then its files with the hashes of their contents.
LOG_FORMAT = ("-z", "--format=tformat:commit %ct %P", "--raw", "--no-abbrev", "--no-renames", "--root", "-c")


@dataclass(frozen=True, slots=True)
class FileChange:
    """A change of one file."""

    path: str
    """Relative to the root of the edition."""
    before: str
    """Git's hash of the content before the change; empty if there was no file."""
    after: str
    """Git's hash of the content after the change; empty if there is no file."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit."""

    when: datetime.datetime
    """The committer date, in UTC."""
    begins: bool
    """Whether it has no parent that is known."""
    files: tuple[FileChange, ...]
    """The files that it changes; a merge changes those that differ from all of its parents."""


@dataclass(frozen=True, slots=True)
class DayOfChanges:
    """What changed on one day."""

    date: datetime.date
    """The day in UTC."""
    last: datetime.datetime
    """When the last change of the day was committed."""
    files: tuple[FileChange, ...]
    """Files that ended the day otherwise than they began it, sorted by path."""


@dataclass(frozen=True, slots=True)
class History:
    """The history of an edition. Paths are relative to its root."""

    source: str
    """The folder of the pages."""
    changed: Mapping[str, datetime.date]
    """When a file last changed, by path."""
    days: tuple[DayOfChanges, ...]
    """All days with changes, the newest first."""
    complete: bool
    """Whether no earlier commits are missing, as they are in a shallow clone."""
    removed: Mapping[str, str]
    """What a removed file was about, by path: the title of a page, the id of an annotated entry."""


NO_HISTORY = History("", {}, (), True, {})


def read_log(log: bytes, latest: datetime.datetime) -> Iterator[Commit]:
    """Yield the commits in the output of `git log` with the options `LOG_FORMAT`, the newest first.

    A date after `latest` is none: anybody may give a commit any date. Such a commit is dated as the one that follows
    it; the last of all, as the newest that has a date: a clock would date it anew every day. If none has one, it is
    `latest`.

    The lines of files are those of `git diff-tree --raw -c` (https://git-scm.com/docs/git-diff-tree): a merge has a
    colon, a mode and a hash for each of its parents, and only files that differ from those of every parent.
    """
    header, files = "", []
    listed = log.decode(errors="replace").split("\0")
    follows = next((when for each in listed if (when := _possible_date(each, latest))), latest)
    fields = iter(listed)
    for raw in fields:
        field = raw.lstrip("\n")
        if field.startswith(":"):
            parents = len(field) - len(field.lstrip(":"))
            # A hash of zeros stands for no file.
            blobs = [blob if blob.strip("0") else "" for blob in field.split()[parents + 1 : 2 * parents + 2]]
            files.append(FileChange(next(fields), blobs[0], blobs[-1]))
            continue
        if header:
            commit = _commit(header, files, latest, follows)
            follows = commit.when
            yield commit
        header, files = field, []


def _commit(header: str, files: list[FileChange], latest: datetime.datetime, follows: datetime.datetime) -> Commit:
    _word, _seconds, parents = header.split(" ", 2)
    return Commit(_possible_date(header, latest) or follows, not parents.strip(), tuple(files))


def _possible_date(header: str, latest: datetime.datetime) -> datetime.datetime | None:
    """Return the date in the header of a commit, or None if it has none that can be."""
    word, _, rest = header.lstrip("\n").partition(" ")
    when = date_since_epoch(rest.partition(" ")[0]) if word == "commit" else None
    return when if when and when <= latest else None


def date_since_epoch(seconds: str) -> datetime.datetime | None:
    """Return the date that git writes as seconds since 1970, or None if there is no such date."""
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None


def history_from(commits: Iterable[Commit], source: str, *, complete: bool) -> History:
    """Return the history that commits make up.

    A file that was only moved keeps the date of its last change.

    Args:
        commits: The commits, the newest first.
        source: The folder of the pages.
        complete: Whether no commits are missing. If some are, a commit without parents is not the first: it stands for
            all that is missing, and its files may be older by any length of time.
    """
    changed: dict[str, datetime.date | None] = {}
    days: dict[datetime.date, list[Commit]] = {}
    # The present path of a file, by its path before it was moved.
    current: dict[str, str] = {}
    for commit in commits:
        known = complete or not commit.begins
        paths = {file.path: current.get(file.path, file.path) for file in commit.files}
        moved = _find_moves(commit)
        for file in commit.files:
            if file.path not in moved.values():
                changed.setdefault(paths[file.path], commit.when.date() if known and file.after else None)
        current |= {before: paths[after] for before, after in moved.items()}
        if known:
            days.setdefault(commit.when.date(), []).append(commit)
    joined = (_day(date, day_commits) for date, day_commits in sorted(days.items(), reverse=True))
    dates = {path: date for path, date in changed.items() if date is not None}
    return History(source, dates, tuple(day for day in joined if day.files), complete, {})


def _find_moves(commit: Commit) -> dict[str, str]:
    """Return the new path of each file that a commit moves without changing it, by the old path."""
    gone = {file.before: file.path for file in commit.files if not file.after}
    return {gone[file.after]: file.path for file in commit.files if not file.before and file.after in gone}


def _day(date: datetime.date, commits: list[Commit]) -> DayOfChanges:
    """Join the changes of a day, given the newest first; a file that ends as it began has not changed."""
    joined: dict[str, FileChange] = {}
    for commit in commits:
        for file in commit.files:
            later = joined.get(file.path, file)
            joined[file.path] = FileChange(file.path, file.before, later.after)
    files = tuple(file for _path, file in sorted(joined.items()) if file.before != file.after)
    return DayOfChanges(date, max(commit.when for commit in commits), files)
