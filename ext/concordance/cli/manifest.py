"""Find out, before Sphinx is loaded, whether a build has anything to do: fingerprints of its inputs and its site."""

from __future__ import annotations

import hashlib
import json
import marshal
import os
import re
import stat
import sys
import sysconfig
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import concordance
from concordance.cli.folders import file_stamps, stamp_of
from concordance.exports.files import read_kept, write_if_changed
from concordance.history.git import run_git
from concordance.model.layout import ANNOTATIONS, CATALOGUE, INVENTORIES, LOCALES, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from concordance.cli.folders import Stamp

SETTINGS = "conf.py"
ENGINE, COMPILED = Path(concordance.__file__).parent, "__pycache__"
SECOND = 1_000_000_000
# The path of a file, when it last changed in any way, when its content did, and its size; of a folder, its path alone.
_Note = tuple[str, int, int, int]
# How settings name a variable of the environment.
VARIABLE = re.compile(r"[\"\']([A-Z][A-Z0-9_]+)[\"\']")


class Manifest:
    """A file, `path`, with what is known of a build: the inputs that it was of, and the folder `site` that it made."""

    def __init__(self, path: Path, site: Path) -> None:
        self._path, self._site = path, site
        kept = read_kept(path, {})
        self._inputs, self._touched, self._made = (str(kept.get(name, "")) for name in ("inputs", "touched", "made"))
        self._names: list[str] = kept.get("names", [])

    def fingerprint(self, root: Path) -> str:
        """Return the fingerprint of the inputs of the edition at `root`, which are read only if one was touched."""
        touched = stamp_inputs(root)
        inputs = self._inputs if touched and touched == self._touched else fingerprint_inputs(root)
        if touched != self._touched:
            self._touched = touched
            if inputs == self._inputs:
                self._write()
        return inputs

    def is_current(self, inputs: str) -> bool:
        """Return whether the site was made of these inputs, and has not changed since."""
        # To look at all files of a site takes longest.
        return inputs == self._inputs and bool(self._made) and self._made == self._stamp_site()

    def untouched(self) -> list[str]:
        """Return the names of all files of the site if it has not changed since it was made; else none."""
        return self._names if self._made and self._made == self._stamp_site() else []

    def save(self, inputs: str, site: Mapping[str, Stamp]) -> None:
        """Record that the site, whose files have these stamps, was made of these inputs."""
        self._inputs, self._names = inputs, sorted(site)
        self._made = self._stamp_site(site)
        self._write()

    def discard(self) -> None:
        """Delete the file: the site is about to be made anew."""
        self._inputs = ""
        self._path.unlink(missing_ok=True)

    def _write(self) -> None:
        kept = {"inputs": self._inputs, "touched": self._touched, "made": self._made, "names": self._names}
        write_if_changed(self._path, json.dumps(kept))

    def _stamp_site(self, known: Mapping[str, Stamp] | None = None) -> str:
        """Return a fingerprint of the stamps of all files that the site is known to have, empty if one is missing.

        Stamps that are `known` are not looked up.

        Whoever adds a file to a folder, or removes one, changes the date of the folder.
        """
        site = os.path.realpath(self._site)
        stamps: list[int] = []
        try:
            for name in self._names:
                stamps += known[name] if known else stamp_of(os.lstat(f"{site}/{name}"))
            for folder in sorted({name.rpartition("/")[0] for name in self._names}):
                stamps.append(os.lstat(f"{site}/{folder}").st_mtime_ns)
        except OSError:
            return ""
        return _fingerprint_values(stamps)


def _fingerprint_values(values: list[Any]) -> str:
    # This version of the format writes equal values alike, however they came about.
    return hashlib.sha256(marshal.dumps(values, 2)).hexdigest()


def stamp_inputs(root: Path) -> str:
    """Return a fingerprint of what the system notes on the inputs of the edition at `root`, in hexadecimal.

    It changes whenever one is touched: nobody can set the time of a file's last change of any kind (`st_ctime`). Where
    one was touched so lately that the system may not tell this change from the next, the fingerprint is empty.
    """
    now = time.time_ns()
    notes = [note for name in (SETTINGS, LOCK) for note in _notes(root / name)]
    for folder in (*(root / name for name in (SOURCE, ANNOTATIONS, INVENTORIES)), ENGINE):
        notes += sorted(_notes(folder))
    # What is compiled of catalogues, builds make themselves.
    notes += sorted(note for note in _notes(root / LOCALES) if note[0].endswith(CATALOGUE))
    if any(_is_recent(note[1], now) for note in notes):
        return ""
    return _fingerprint_values([*_list_versions(), *_surroundings(root), *notes])


def _notes(path: Path) -> Iterator[_Note]:
    """Yield what the system notes on a file, or on all files below a folder."""
    paths = [str(path)]
    for each in paths:
        try:
            status = os.lstat(each)
        except FileNotFoundError:
            continue
        if stat.S_ISDIR(status.st_mode):
            # What is compiled anew is no change of the engine.
            paths += (child.path for child in os.scandir(each) if child.name != COMPILED)
            yield each, 0, 0, 0
        else:
            yield each, status.st_ctime_ns, status.st_mtime_ns, status.st_size


def _is_recent(changed: int, now: int) -> bool:
    # Some file systems know whole seconds only.
    return changed > now - (SECOND // 10 if changed % SECOND else 2 * SECOND)


def fingerprint_inputs(root: Path) -> str:
    """Return the SHA-256, in hexadecimal, of all that the site of the edition at `root` is made of.

    These are its files with their content, the variables of the environment that its settings name, its history, and
    the engine.
    """
    hasher = hashlib.sha256(fingerprint_engine(root).encode())
    hasher.update(repr(_surroundings(root)).encode())
    files = [name for folder in (SOURCE, ANNOTATIONS, INVENTORIES) for name in _files(root, folder)]
    catalogues = [name for name in _files(root, LOCALES) if name.endswith(CATALOGUE)]
    _add_content(hasher, [LOCK, *files, *catalogues], root)
    return hasher.hexdigest()


def _surroundings(root: Path) -> list[str | None]:
    """Return what a site is made of besides files: the variables that its settings name, and what git knows."""
    settings = ""
    with suppress(OSError):
        settings = (root / SETTINGS).read_text(encoding="utf-8", errors="replace")
    variables = [os.environ.get(name) for name in VARIABLE.findall(settings)]
    # Without git, an edition has no history.
    with suppress(FileNotFoundError):
        return [*variables, run_git(root, "rev-parse", "HEAD", "--is-shallow-repository").stdout.decode()]
    return variables


def _list_versions() -> list[str]:
    """Return the versions of Python and of the packages that the engine runs on."""
    # The name of the folder of metadata beside each package has its version.
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return [sys.version, *packages]


def fingerprint_engine(root: Path) -> str:
    """Return the SHA-256, in hexadecimal, of whatever decides how the pages of the edition at `root` are made.

    These are the settings, the engine, and the versions of Python and the packages that it runs on.
    """
    hasher = hashlib.sha256("\n".join([*_list_versions(), _fingerprint_code()]).encode())
    _add_content(hasher, [SETTINGS], root)
    return hasher.hexdigest()


@cache
def _fingerprint_code() -> str:
    # Once for a process, which goes on with the code that it began with.
    hasher = hashlib.sha256()
    _add_content(hasher, (name for name in sorted(file_stamps(ENGINE)) if f"{COMPILED}/" not in name), ENGINE)
    return hasher.hexdigest()


def _files(root: Path, folder: str) -> Iterator[str]:
    """Yield the paths of all files in a folder, and of folders that are named as files, which is wrong."""
    yield from (f"{folder}/{name}" for name in sorted(file_stamps(root / folder)))
    walked = os.walk(root / folder)
    named = (os.path.join(where, name) for where, names, _ in walked for name in names if name.endswith(".md"))
    yield from sorted(os.path.relpath(path, root) for path in named)


def _add_content(hasher: hashlib._Hash, names: Iterable[str], root: Path) -> None:
    # Thousands of files are read: paths are put together as strings, and the system is asked little.
    # ruff: noqa: PTH115, PTH118, PTH123
    for name in names:
        path = f"{root}/{name}"
        # What is neither a file nor a link, or cannot be read, is wrong, which a build has to say.
        head, content = f"no file: {name}", b""
        with suppress(FileNotFoundError, PermissionError):
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                # A link is not followed here: it may lead anywhere.
                head, content = name, os.readlink(os.fsencode(path))
            elif stat.S_ISREG(mode):
                with open(path, "rb", buffering=0) as file:
                    head, content = name, file.read()
        hasher.update(f"{head} {len(content)}\n".encode(errors="surrogateescape") + content)
