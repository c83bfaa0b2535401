"""When the files of an edition changed, as its repository tells it. Pure; no Sphinx.

A change is dated by its committer date, in UTC: that is when it came into the history as this stands. The author date
is when somebody began to write it, perhaps months before a reader could see it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The gathering that shows the changes of the edition.
CHANGES = "changes"
# How `git log` has to write for `read_log`: a header for each commit, then its files with the digests of their content.
LOG_FORMAT = ("-z", "--format=tformat:commit %ct %P", "--raw", "--no-abbrev", "--no-renames", "--root", "-c")


@dataclass(frozen=True, slots=True)
class Touched:
    """A file that a change touched: the digests of its content before and after, empty where there was no file."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Commit:
    """A change to files. `begins` says that it follows upon nothing that is known."""

    when: datetime.datetime
    begins: bool
    files: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What a day changed, from its beginning to its end: files that ended as they began are left out.

    `last` is when the last change of the day came in.
    """

    date: datetime.date
    last: datetime.datetime
    files: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class History:
    """When each file last changed, and what was changed day by day, the newest first; paths are relative to the root.

    `source` is the folder of the pages. `whole` says that nothing earlier is missing. `lost` holds what files were
    about that do not stand any more: the title of a page, the id that an annotation was of.
    """

    source: str
    changed: Mapping[str, datetime.date]
    days: tuple[Day, ...]
    whole: bool
    lost: Mapping[str, str]


NO_HISTORY = History("", {}, (), True, {})


def read_log(log: bytes) -> Iterator[Commit]:
    """Yield the commits that `git log` wrote in `LOG_FORMAT`, with the files it was asked for.

    The lines of files are those of `git diff-tree --raw -c` (https://git-scm.com/docs/git-diff-tree): a merge has a
    colon, a mode and a digest for each of its parents, and only files that differ from what every parent has.
    """
    header, files = "", []
    fields = iter(log.decode(errors="replace").split("\0"))
    for written in fields:
        field = written.lstrip("\n")
        if field.startswith(":"):
            parents = len(field) - len(field.lstrip(":"))
            digests = [digest if digest.strip("0") else "" for digest in field.split()[parents + 1 : 2 * parents + 2]]
            files.append(Touched(next(fields), digests[0], digests[-1]))
            continue
        if header:
            yield _commit(header, files)
        header, files = field, []


def _commit(header: str, files: list[Touched]) -> Commit:
    _word, seconds, *parents = header.split()
    when = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
    return Commit(when, not parents, tuple(files))


def history_from(commits: Iterable[Commit], source: str, *, whole: bool) -> History:
    """Return what commits tell, given the newest first.

    A file that was only moved keeps the date of its last change. Where the history is not `whole`, a commit that
    follows upon nothing is not the first: it stands for all that is missing. What it holds is older than it, nobody
    here knows by how much.
    """
    changed: dict[str, datetime.date | None] = {}
    days: dict[datetime.date, list[Commit]] = {}
    # What a file is called now, by what it was called before it was moved.
    called: dict[str, str] = {}
    for commit in commits:
        known = whole or not commit.begins
        names = {file.path: called.get(file.path, file.path) for file in commit.files}
        moved = _moved(commit)
        for file in commit.files:
            if file.path not in moved.values():
                changed.setdefault(names[file.path], commit.when.date() if known and file.after else None)
        called |= {before: names[after] for before, after in moved.items()}
        if known:
            days.setdefault(commit.when.date(), []).append(commit)
    told = (_day(date, on_it) for date, on_it in sorted(days.items(), reverse=True))
    dates = {path: date for path, date in changed.items() if date is not None}
    return History(source, dates, tuple(day for day in told if day.files), whole, {})


def _moved(commit: Commit) -> dict[str, str]:
    """Return the files that a commit puts under another name and leaves as they are: the new name by the old."""
    gone = {file.before: file.path for file in commit.files if not file.after}
    return {gone[file.after]: file.path for file in commit.files if not file.before and file.after in gone}


def _day(date: datetime.date, commits: list[Commit]) -> Day:
    """Join the changes of a day, given the newest first."""
    joined: dict[str, Touched] = {}
    for commit in commits:
        for file in commit.files:
            later = joined.get(file.path, file)
            joined[file.path] = Touched(file.path, file.before, later.after)
    files = tuple(file for _path, file in sorted(joined.items()) if file.before != file.after)
    return Day(date, max(commit.when for commit in commits), files)
