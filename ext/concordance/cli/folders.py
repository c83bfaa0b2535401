"""Folders made like others: as copies of work in progress, and as a site that is published as a whole."""

from __future__ import annotations

import filecmp
import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Sphinx's own notes, of no use to readers.
PRIVATE = frozenset({".buildinfo", ".buildinfo.bak"})


@dataclass(frozen=True, slots=True)
class Publication:
    """What a publication did."""

    changed: int  # files that were added, replaced or removed
    total: int  # files that the site now has


def sync_folder(original: Path, copy: Path) -> bool:
    """Make the files below `copy` those below `original`, dates included; return whether any was not.

    Only files that differ in size or date are copied, which is quick. Nobody who reads a file meanwhile sees half of
    it.
    """
    wanted, standing = dict(_stamps(original)), dict(_stamps(copy))
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


def _stamps(folder: Path, below: str = "") -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the files below a folder, each with its date in nanoseconds and its size in bytes."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as children:
        for child in children:
            if child.is_dir():
                yield from _stamps(Path(child.path), f"{below}{child.name}/")
            else:
                status = child.stat()
                yield f"{below}{child.name}", (status.st_mtime_ns, status.st_size)


def publish(finished: Path, site: Path) -> Publication:
    """Replace the folder `site` by what is in `finished`, as a whole.

    A file that did not change is kept as it is, with its date. If nothing changed, nothing is written. A
    publication that was cut off is completed or undone by the next.
    """
    new, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    shutil.rmtree(new, ignore_errors=True)
    if old.exists():
        if site.exists():
            shutil.rmtree(old)
        else:
            old.rename(site)
    wanted = _names(finished) - PRIVATE
    standing = _names(site) if site.exists() else set()
    same = {name for name in wanted & standing if filecmp.cmp(finished / name, site / name, shallow=False)}
    if same == wanted == standing:
        return Publication(0, len(wanted))
    for name in sorted(wanted):
        (new / name).parent.mkdir(parents=True, exist_ok=True)
        if name in same:
            _keep(site / name, new / name)
        else:
            shutil.copyfile(finished / name, new / name)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return Publication(len(wanted - same) + len(standing - wanted), len(wanted))


def _keep(standing: Path, new: Path) -> None:
    """Let a file stand in a second place, with its date."""
    try:
        os.link(standing, new)
    except OSError:
        # Not every file system has hard links, and none has any number of them.
        shutil.copy2(standing, new)


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
