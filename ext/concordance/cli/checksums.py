"""`SHA256SUMS`: the checksum of every file of a site, as `sha256sum --check` reads it."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING

from concordance.cli.folders import PRIVATE, file_stamps, stamp_of
from concordance.exports.files import read_kept, write_if_changed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from concordance.cli.folders import Stamp

SUMS = "SHA256SUMS"


def write_checksums(site: Path, cache: Path) -> dict[str, Stamp]:
    """Write the checksums of the files below `site` into that folder; return the stamps of all files there, by path.

    Only files that have changed since the file `cache` was written are read.
    """
    known = read_kept(cache, {})
    existing = file_stamps(site)
    stamps = {name: stamp for name, stamp in existing.items() if name not in {SUMS, *PRIVATE}}
    sums = {
        name: str(earlier[1]) if (earlier := known.get(name)) and earlier[0] == [*stamp] else _sum(site / name)
        for name, stamp in stamps.items()
    }
    write_if_changed(cache, json.dumps({name: [stamps[name], sums[name]] for name in sorted(sums)}))
    write_if_changed(site / SUMS, format_checksums(sums))
    return {**existing, SUMS: stamp_of(os.lstat(site / SUMS))}


def checksums(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, that of the checksums too, in hexadecimal, by path."""
    return {name: _sum(site / name) for name in file_stamps(site) if name not in PRIVATE}


def format_checksums(sums: Mapping[str, str]) -> str:
    """Return the content of the file for checksums by path."""
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def _sum(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
