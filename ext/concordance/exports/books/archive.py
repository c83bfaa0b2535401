"""ZIP archives that are the same, byte for byte, whenever and wherever they are made of the same files."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime
    from collections.abc import Mapping

# Archives know no earlier year.
EARLIEST = 1980
# Who may do what with a file: its owner may write it, all may read it.
MODE = 0o100644 << 16


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
