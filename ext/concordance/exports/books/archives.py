"""The site as one archive, to read it without a connection, and its data as another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.books.archive import archive

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator
    from pathlib import Path

# What is not a part of the site as readers know it: the files to take away themselves, and Sphinx's own notes.
LEFT_OUT = ("downloads/", ".buildinfo")
# What other data are made for: cards and dialogs of the site.
OF_PAGES = ("data/copies/", "data/previews/")


def site_archive(site: Path, date: datetime.date) -> bytes:
    """Return the site in a folder as an archive."""
    return archive({f"site/{name}": (site / name).read_bytes() for name in _names(site)}, date)


def data_archive(site: Path, date: datetime.date) -> bytes:
    """Return the data of the site in a folder as an archive."""
    names = (name for name in _names(site) if name.startswith("data/") and not name.startswith(OF_PAGES))
    return archive({name: (site / name).read_bytes() for name in names}, date)


def _names(site: Path) -> Iterator[str]:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    yield from (name for name in paths if not name.startswith(LEFT_OUT))
