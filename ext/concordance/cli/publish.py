"""Put a finished folder in the place of another, as a whole."""

from __future__ import annotations

import filecmp
import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# Sphinx's own notes, of no use to readers.
PRIVATE = frozenset({".buildinfo", ".buildinfo.bak"})


def publish(finished: Path, site: Path) -> tuple[int, int]:
    """Replace the folder `site` by what is in `finished`; return how many files changed, and how many there are.

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
    wanted = _files(finished) - PRIVATE
    standing = _files(site) if site.exists() else set()
    same = {name for name in wanted & standing if filecmp.cmp(finished / name, site / name, shallow=False)}
    if same == wanted == standing:
        return 0, len(wanted)
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
    return len(wanted - same) + len(standing - wanted), len(wanted)


def _keep(standing: Path, new: Path) -> None:
    """Let a file stand in a second place, with its date."""
    try:
        os.link(standing, new)
    except OSError:
        # Not every file system has hard links, and none has any number of them.
        shutil.copy2(standing, new)


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
