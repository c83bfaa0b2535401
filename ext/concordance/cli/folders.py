"""Make folders like others: copies of work in progress, and a site that is published as a whole."""

from __future__ import annotations

import errno
import filecmp
import json
import os
import shutil
import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from concordance.exports.files import read_kept, remove_file, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Set

# A build publishes thousands of files: paths are put together as strings, and read with few calls.
# ruff: noqa: PTH105, PTH112, PTH120, PTH123

# When a file was last written, in nanoseconds, and its size in bytes.
Stamp = tuple[int, int]

# Sphinx's own notes, of no use to readers.
PRIVATE = frozenset({".buildinfo", ".buildinfo.bak"})
# What a web server has to read, whoever runs it, and whatever the umask of whoever builds.
FILE_MODE, FOLDER_MODE = 0o644, 0o755
# Where new files wait in the site until all are there; no file of a site is called so.
STAGING = ".unpublished"


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did, in numbers of files."""

    changed: int
    """Files that were added, replaced or removed."""
    total: int
    """Files of this edition that are now in the site."""
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False, repr=False)
    """The stamps of all files that are now in the site, by path."""


def sync_folder(original: Path, copy: Path) -> bool:
    """Make the files below `copy` the same as those below `original`, dates included; return whether any differed.

    Only files that differ in size or date are copied, which is quick. Whoever reads a file meanwhile never sees half of
    it.
    """
    wanted, existing = file_stamps(original), file_stamps(copy)
    changed = [name for name, stamp in wanted.items() if existing.get(name) != stamp]
    for name in changed:
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.unfinished")
        shutil.copy2(original / name, unfinished)
        unfinished.replace(target)
    obsolete = existing.keys() - wanted.keys()
    for name in obsolete:
        # A copy that was cut off may have left a half-written file, which has been completed in the meantime.
        (copy / name).unlink(missing_ok=True)
    return bool(changed or obsolete)


def file_stamps(folder: Path) -> dict[str, Stamp]:
    """Return the stamps of the files below a folder by their paths in it; none if there is no such folder."""
    return dict(_walk_stamps(str(folder))) if folder.is_dir() else {}


def _walk_stamps(top: str) -> Iterator[tuple[str, Stamp]]:
    folders = [(top, "")]
    while folders:
        folder, below = folders.pop()
        with os.scandir(folder) as children:
            for child in children:
                if child.is_dir(follow_symlinks=False):
                    folders.append((child.path, f"{below}{child.name}/"))
                else:
                    yield f"{below}{child.name}", stamp_of(child.stat(follow_symlinks=False))


def stamp_of(status: os.stat_result) -> Stamp:
    """Return the stamp of a file."""
    return status.st_mtime_ns, status.st_size


class PublicationLedger:
    """A record of what was published last, stored in the file `path`.

    It has two stamps of each file: in the finished folder, and in the site.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        files = read_kept(path, {})
        self._files: dict[str, list[Stamp]] = {name: [tuple(stamp) for stamp in pair] for name, pair in files.items()}

    def names(self) -> set[str]:
        """Return the paths of the files that were published."""
        return set(self._files)

    def is_current(self, name: str, finished: Stamp, published: Stamp | None) -> bool:
        """Return whether a file has not changed since it was published, neither where it is made nor in the site."""
        return published is not None and self._files.get(name) == [finished, published]

    def stamps_in(self, site: Path, names: Iterable[str]) -> dict[str, Stamp]:
        """Return the stamps of files in the site by name; of those that were published, as they were then."""
        return {
            name: files[1] if (files := self._files.get(name)) else stamp_of(os.lstat(f"{site}/{name}"))
            for name in names
        }

    def save(self, finished: Mapping[str, Stamp], published: Mapping[str, Stamp]) -> None:
        """Store the stamps of what is published now, by path: in the finished folder, and in the site."""
        write_if_changed(self._path, json.dumps({name: [stamp, published[name]] for name, stamp in finished.items()}))


def publish(
    finished: Path, stamps: Mapping[str, Stamp], site: Path, ledger: Path, untouched: Collection[str] = ()
) -> Publication:
    """Publish the files in `finished` to the folder `site`, as a whole; `ledger` is a file for this function alone.

    `stamps` are those of the files in `finished`. `untouched` are the names of all files in the site, where nothing has
    changed there since it was last published: then it is not looked through.

    New files wait in a folder of the site until all are there, and are then moved to their places. A file that did not
    change is left alone, with its date, and so is whatever else is in the site and was not published from here: a
    repository, or the notes of a host. `site` may be a link to a folder, or a volume. A publication that was cut off is
    completed by the next.
    """
    # Links that lead in a circle are told like any other place where nothing can be written.
    published, site = PublicationLedger(ledger), Path(os.path.realpath(site))
    shutil.rmtree(site / STAGING, ignore_errors=True)
    existing = published.stamps_in(site, untouched) if untouched else file_stamps(site)
    wanted = {name: stamp for name, stamp in stamps.items() if name not in PRIVATE}
    changed = [
        name
        for name, stamp in wanted.items()
        if not published.is_current(name, stamp, existing.get(name))
        and not (name in existing and _same_content(finished / name, site / name))
    ]
    obsolete = (published.names() - wanted.keys()) & existing.keys()
    make_folder(site)
    _check_room(site, changed, existing.keys() - obsolete, obsolete)
    staged = _stage(changed, finished, site / STAGING)
    with _block_signals():
        for name in obsolete:
            remove_file(site, name)
        for folder in {os.path.dirname(name) for name in changed}:
            make_folder(site / folder)
        for name, file in staged.items():
            os.replace(file, f"{site}/{name}")
        shutil.rmtree(site / STAGING, ignore_errors=True)
        now = {name: stamp for name, stamp in existing.items() if name not in obsolete}
        now |= {name: stamp_of(os.lstat(f"{site}/{name}")) for name in changed}
        published.save(wanted, now)
    return Publication(len(changed) + len(obsolete), len(wanted), now)


def _check_room(site: Path, names: Iterable[str], kept: Set[str], obsolete: Set[str]) -> None:
    """Raise an error of the system, before anything is moved, if a file of the site cannot stand where it is to stand.

    `kept` are the paths of the files that stay in the site, and `obsolete` of those that go.
    """
    for name in names:
        path = f"{site}/{name}"
        # All paths are looked through only where a folder stands: hardly ever.
        if os.path.isdir(path) and (name in _folders_of(kept) or name not in {*kept, *_folders_of(obsolete)}):
            raise IsADirectoryError(errno.EISDIR, "A folder stands where a file of the site is to stand", path)
        for parent in _parents(name):
            path = f"{site}/{parent}"
            if parent in kept and not os.path.isdir(path):
                raise NotADirectoryError(errno.ENOTDIR, "A file stands where a folder of the site is to stand", path)


def _folders_of(names: Iterable[str]) -> set[str]:
    return {parent for name in names for parent in _parents(name)}


def _parents(name: str) -> Iterator[str]:
    while name := name.rpartition("/")[0]:
        yield name


def _same_content(finished: Path, published: Path) -> bool:
    return published.is_file() and filecmp.cmp(finished, published, shallow=False)


def _stage(names: Iterable[str], finished: Path, staging: Path) -> dict[str, str]:
    """Copy files to a folder of their own; return where they wait, by name."""
    staged = {name: f"{staging}/{number}" for number, name in enumerate(names)}
    try:
        if staged:
            staging.mkdir(parents=True)
        for name, file in staged.items():
            _copy_file(f"{finished}/{name}", file)
    except BaseException:
        # Nothing half-finished may stay in a folder that is served.
        shutil.rmtree(staging, ignore_errors=True)
        raise
    return staged


def _copy_file(original: str, copy: str) -> None:
    with open(original, "rb", buffering=0) as source, open(copy, "wb", buffering=0) as target:
        target.write(source.read())
        os.fchmod(target.fileno(), FILE_MODE)


def make_folder(folder: Path) -> None:
    """Make a folder, and those it is in, for everybody to read."""
    missing = takewhile(lambda each: not each.exists(), (folder, *folder.parents))
    for each in reversed([*missing]):
        each.mkdir()
        each.chmod(FOLDER_MODE)


def open_folder(folder: Path) -> None:
    """Make a folder that a site stands in, and let everybody reach the site, whatever made the folder before."""
    make_folder(folder)
    mode = folder.stat().st_mode
    # A volume may belong to somebody else.
    with suppress(PermissionError):
        if mode & FOLDER_MODE != FOLDER_MODE:
            folder.chmod(mode | FOLDER_MODE)


@contextmanager
def _block_signals() -> Iterator[None]:
    """Put off whatever would end this process, such as Ctrl-C, until a publication is complete."""
    signals = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
