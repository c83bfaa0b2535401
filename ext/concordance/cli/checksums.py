"""`SHA256SUMS`: the checksum of every file of a site, as `sha256sum --check` reads it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from concordance.cli.folders import PRIVATE, file_stamps
from concordance.exports.files import read_kept, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from concordance.cli.folders import Stamp

SUMS = "SHA256SUMS"


def write_checksums(site: Path, cache: Path) -> None:
    """Write the checksums of the files below `site` into that folder.

    Only files that have changed since the file `cache` was written are read.
    """
    known = read_kept(cache, {})
    stamps = {name: stamp for name, stamp in file_stamps(site).items() if name not in {SUMS, *PRIVATE}}
    sums = {name: _sum(site / name, stamp, known.get(name)) for name, stamp in stamps.items()}
    write_if_changed(cache, json.dumps({name: [stamps[name], sums[name]] for name in sorted(sums)}))
    write_if_changed(site / SUMS, format_checksums(sums))


def checksums(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, that of the checksums too, in hexadecimal, by path."""
    return {name: _sum(site / name) for name in file_stamps(site) if name not in PRIVATE}


def format_checksums(sums: Mapping[str, str]) -> str:
    """Return the content of the file for checksums by path."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def _sum(file: Path, stamp: Stamp | None = None, known: list[object] | None = None) -> str:
    if known and stamp and known[0] == [*stamp]:
        return str(known[1])
    return hashlib.sha256(file.read_bytes()).hexdigest()
