"""ZIP archives that are the same, byte for byte, whenever and wherever they are made of the same files.

The site is one, to read it without a connection, and its data another.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# Archives know no earlier year.
EARLIEST = 1980
# Who may do what with a file: its owner may write it, all may read it.
MODE = 0o100644 << 16
# What is not a part of the site as readers know it: the files to take away themselves, and Sphinx's own notes.
LEFT_OUT = ("downloads/", ".buildinfo")
# What other data are made for: cards and dialogs of the site.
MADE_FOR_PAGES = ("data/copies/", "data/previews/")


def archive(files: Mapping[str, bytes], date: datetime.date, *, stored: tuple[str, ...] = ()) -> bytes:
    """Return an archive of files by their paths, in their order and with one date; those in `stored` as they are."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (max(date.year, EARLIEST), date.month, date.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            entry.external_attr = MODE
            # The system that made it, whichever that is: Unix, as the rights of files are those of Unix.
            entry.create_system = 3
            made.writestr(entry, content)
    return data.getvalue()


def repacked(data: bytes, date: datetime.date) -> bytes:
    """Return an archive that some library made, with one date and in its own order."""
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return archive({name: made.read(name) for name in made.namelist()}, date)


def site_archive(site: Path, date: datetime.date) -> bytes:
    """Return the site in a folder as an archive."""
    return archive({f"site/{name}": (site / name).read_bytes() for name in _names(site)}, date)


def data_archive(site: Path, date: datetime.date) -> bytes:
    """Return the data of the site in a folder as an archive."""
    names = (name for name in _names(site) if name.startswith("data/") and not name.startswith(MADE_FOR_PAGES))
    return archive({name: (site / name).read_bytes() for name in names}, date)


def _names(site: Path) -> Iterator[str]:
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    yield from (name for name in paths if not name.startswith(LEFT_OUT))
