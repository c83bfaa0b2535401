"""Folders made like others: as copies of work in progress, and as a site that is published as a whole."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.exports.files import remove_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

# When a file was last written, in nanoseconds, and its size in bytes.
Stamp = tuple[int, int]

# Sphinx's own notes, of no use to readers.
PRIVATE = frozenset({".buildinfo", ".buildinfo.bak"})
# Where new files wait in the site until all are there; no file of a site is called so.
STAGING = ".unpublished"


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did."""

    changed: int  # files that were added, replaced or removed
    total: int  # files that the site now has of this edition


def sync_folder(original: Path, copy: Path) -> bool:
    """Make the files below `copy` those below `original`, dates included; return whether any was not.

    Only files that differ in size or date are copied, which is quick. Nobody who reads a file meanwhile sees half of
    it.
    """
    wanted, standing = stamps(original), stamps(copy)
    changed = [name for name, stamp in wanted.items() if standing.get(name) != stamp]
    for name in changed:
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.unfinished")
        shutil.copy2(original / name, unfinished)
        unfinished.replace(target)
    gone = standing.keys() - wanted.keys()
    for name in gone:
        (copy / name).unlink()
    return bool(changed or gone)


def stamps(folder: Path) -> dict[str, Stamp]:
    """Return the files below a folder, by their paths in it; none where there is no folder."""
    return dict(_stamps(str(folder), "")) if folder.is_dir() else {}


def _stamps(folder: str, below: str) -> Iterator[tuple[str, Stamp]]:
    with os.scandir(folder) as children:
        for child in children:
            if child.is_dir(follow_symlinks=False):
                yield from _stamps(child.path, f"{below}{child.name}/")
            else:
                status = child.stat(follow_symlinks=False)
                yield f"{below}{child.name}", (status.st_mtime_ns, status.st_size)


class Ledger:
    """What was published last, kept at `path`: of each file, its stamp in the finished folder and in the site."""

    def __init__(self, path: Path) -> None:
        self._path = path
        files = json.loads(path.read_bytes()) if path.is_file() else {}
        self._files: dict[str, list[Stamp]] = {name: [tuple(stamp) for stamp in pair] for name, pair in files.items()}

    def names(self) -> set[str]:
        """Return the files that were published."""
        return set(self._files)

    def holds(self, name: str, finished: Stamp, published: Stamp | None) -> bool:
        """Return whether a file was published as it is finished now, and stands in the site as it was published."""
        return published is not None and self._files.get(name) == [finished, published]

    def keep(self, finished: Mapping[str, Stamp], published: Mapping[str, Stamp]) -> None:
        """Keep what is published now."""
        self._path.write_text(json.dumps({name: [stamp, published[name]] for name, stamp in finished.items()}))


def publish(finished: Path, site: Path, ledger: Path) -> Publication:
    """Make the folder `site` show what is in `finished`, as a whole; `ledger` is a file that this function keeps.

    New files wait in the site until all are there, and are then put in their places. A file that did not change is
    left alone, with its date, and so is whatever stands in the site and was not published from here: a repository, or
    the notes of a host. `site` may be a link to a folder, or a volume. A publication that was cut off is completed by
    the next.
    """
    known, site = Ledger(ledger), site.resolve()
    shutil.rmtree(site / STAGING, ignore_errors=True)
    standing = stamps(site)
    wanted = {name: stamp for name, stamp in stamps(finished).items() if name not in PRIVATE}
    changed = [
        name
        for name, stamp in wanted.items()
        if not known.holds(name, stamp, standing.get(name)) and not _same(finished / name, site / name)
    ]
    gone = (known.names() - wanted.keys()) & standing.keys()
    _stage(changed, finished, site / STAGING)
    with _undisturbed():
        for name in gone:
            remove_file(site, name)
        for name in changed:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / STAGING / name).replace(site / name)
        shutil.rmtree(site / STAGING, ignore_errors=True)
        known.keep(wanted, stamps(site))
    return Publication(len(changed) + len(gone), len(wanted))


def _same(one: Path, other: Path) -> bool:
    return other.is_file() and filecmp.cmp(one, other, shallow=False)


def _stage(names: Iterable[str], finished: Path, staging: Path) -> None:
    try:
        for name in names:
            (staging / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(finished / name, staging / name)
    except BaseException:
        # What is served is to hold nothing half-finished.
        shutil.rmtree(staging, ignore_errors=True)
        raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off whatever would end this process, such as Ctrl-C, until a publication is complete."""
    signals = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
