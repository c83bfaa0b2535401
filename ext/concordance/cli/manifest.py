"""What a site was made of and what it consists of, to know that there is nothing to do before Sphinx is loaded."""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

import concordance
from concordance.cli.folders import stamps
from concordance.history.git import run_git
from concordance.model.layout import ANNOTATIONS, LOCK, SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTINGS = "conf.py"
# How settings call a variable of the environment.
VARIABLE = re.compile(r"[\"\']([A-Z][A-Z0-9_]+)[\"\']")


class Manifest:
    """A file, `path`, in which a build keeps what it was made of (`inputs`) and what it made, the folder `site`."""

    def __init__(self, path: Path, site: Path) -> None:
        self._path, self._site = path, site

    def holds(self, inputs: str) -> bool:
        """Return whether the site stands as it was last made, and was made of these inputs."""
        return self._path.is_file() and json.loads(self._path.read_bytes()) == [inputs, self._outputs()]

    def keep(self, inputs: str) -> None:
        """Keep that the site as it stands was made of these inputs."""
        self._path.write_text(json.dumps([inputs, self._outputs()]))

    def forget(self) -> None:
        """Keep nothing: the site is about to be made anew."""
        self._path.unlink(missing_ok=True)

    def _outputs(self) -> str:
        return hashlib.sha256(repr(sorted(stamps(self._site.resolve()).items())).encode()).hexdigest()


def inputs_of(root: Path) -> str:
    """Return the SHA-256 of all that the site of the edition at `root` is made of, in hexadecimal.

    These are its files with their content, the variables of the environment that its settings name, its history, and
    the engine.
    """
    digest = hashlib.sha256(engine_of(root).encode())
    settings = (root / SETTINGS).read_text(encoding="utf-8", errors="replace") if (root / SETTINGS).is_file() else ""
    digest.update(repr([os.environ.get(name) for name in VARIABLE.findall(settings)]).encode())
    digest.update(run_git(root, "rev-parse", "HEAD", "--is-shallow-repository").stdout)
    files = [root / LOCK, *_files(root / SOURCE), *_files(root / ANNOTATIONS)]
    _add_content(digest, files, root)
    return digest.hexdigest()


def engine_of(root: Path) -> str:
    """Return the SHA-256 of all that decides how pages are made and is no page, in hexadecimal.

    It is made of the settings, the engine, and the Python and packages that it runs on.
    """
    # A folder beside each package says its version.
    packages = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    digest = hashlib.sha256("\n".join([sys.version, *packages]).encode())
    engine = Path(concordance.__file__).parent
    _add_content(digest, [root / SETTINGS], root)
    _add_content(digest, (path for path in _files(engine) if "__pycache__" not in path.parts), engine)
    return digest.hexdigest()


def _files(folder: Path) -> list[Path]:
    return [folder / name for name in sorted(stamps(folder))]


def _add_content(digest: hashlib._Hash, files: Iterable[Path], root: Path) -> None:
    for path in files:
        if path.is_symlink() or path.is_file():
            # A link is not followed here: it may lead anywhere.
            content = str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
            digest.update(f"{path.relative_to(root)} {len(content)}\n".encode(errors="surrogateescape") + content)
