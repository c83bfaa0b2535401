"""Find out, before Sphinx is loaded, whether a build has anything to do: fingerprints of its inputs and its site."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import sysconfig
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import concordance
from concordance.cli.folders import file_stamps
from concordance.exports.files import read_kept, write_if_changed
from concordance.history.git import run_git
from concordance.model.layout import ANNOTATIONS, INVENTORIES, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from concordance.cli.folders import Stamp

SETTINGS = "conf.py"
# How settings name a variable of the environment.
VARIABLE = re.compile(r"[\"\']([A-Z][A-Z0-9_]+)[\"\']")


class Manifest:
    """A file, `path`, with the fingerprints of a build: of its inputs, and of the folder `site` that it made."""

    def __init__(self, path: Path, site: Path) -> None:
        self._path, self._site = path, site

    def is_current(self, inputs: str) -> bool:
        """Return whether the site was made of these inputs, and has not changed since."""
        kept = read_kept(self._path, [])
        # To look at all files of a site takes longest.
        return kept[:1] == [inputs] and kept[1:] == [
            _fingerprint_stamps(file_stamps(Path(os.path.realpath(self._site))))
        ]

    def save(self, inputs: str, site: Mapping[str, Stamp]) -> None:
        """Record that the site, whose files have these stamps, was made of these inputs."""
        write_if_changed(self._path, json.dumps([inputs, _fingerprint_stamps(site)]))

    def discard(self) -> None:
        """Delete the file: the site is about to be made anew."""
        self._path.unlink(missing_ok=True)


def _fingerprint_stamps(stamps: Mapping[str, Stamp]) -> str:
    return hashlib.sha256(repr(sorted(stamps.items())).encode()).hexdigest()


def fingerprint_inputs(root: Path) -> str:
    """Return the SHA-256, in hexadecimal, of all that the site of the edition at `root` is made of.

    These are its files with their content, the variables of the environment that its settings name, its history, and
    the engine.
    """
    hasher = hashlib.sha256(fingerprint_engine(root).encode())
    settings = (root / SETTINGS).read_text(encoding="utf-8", errors="replace") if (root / SETTINGS).is_file() else ""
    hasher.update(repr([os.environ.get(name) for name in VARIABLE.findall(settings)]).encode())
    # Without git, an edition has no history.
    with suppress(FileNotFoundError):
        hasher.update(run_git(root, "rev-parse", "HEAD", "--is-shallow-repository").stdout)
    folders = [root / folder for folder in (SOURCE, ANNOTATIONS, INVENTORIES)]
    files = [root / LOCK, *(path for folder in folders for path in (*_files(folder), *_folders_named_as_files(folder)))]
    _add_content(hasher, files, root)
    return hasher.hexdigest()


def fingerprint_engine(root: Path) -> str:
    """Return the SHA-256, in hexadecimal, of whatever decides how the pages of the edition at `root` are made.

    These are the settings, the engine, and the versions of Python and the packages that it runs on.
    """
    # The name of the folder of metadata beside each package has its version.
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    hasher = hashlib.sha256("\n".join([sys.version, *packages, _fingerprint_code()]).encode())
    _add_content(hasher, [root / SETTINGS], root)
    return hasher.hexdigest()


@cache
def _fingerprint_code() -> str:
    # Once for a process, which goes on with the code that it began with.
    hasher, engine = hashlib.sha256(), Path(concordance.__file__).parent
    _add_content(hasher, (path for path in _files(engine) if "__pycache__" not in path.parts), engine)
    return hasher.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(file_stamps(folder))]


def _folders_named_as_files(folder: Path) -> list[Path]:
    """Return the folders in which nothing need be, and which are wrong nevertheless."""
    return sorted(Path(where, name) for where, names, _ in os.walk(folder) for name in names if name.endswith(".md"))


def _add_content(hasher: hashlib._Hash, files: Iterable[Path], root: Path) -> None:
    for path in files:
        if (is_link := path.is_symlink()) or path.is_file():
            # A link is not followed here: it may lead anywhere.
            content = str(path.readlink()).encode() if is_link else path.read_bytes()
            hasher.update(f"{path.relative_to(root)} {len(content)}\n".encode(errors="surrogateescape") + content)
        else:
            # What is neither is wrong, which a build has to say.
            hasher.update(f"{path.relative_to(root)}\n".encode(errors="surrogateescape"))
