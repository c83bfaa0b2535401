"""Whole builds as processes of their own: what they cost."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.corpus import Corpus, edited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.forms import Form

# A package, its version, and for which Python that is.
PINNED = re.compile(r"^[\w.-]+==[^\\\n]*[^\\\s]", re.MULTILINE)


class BuildError(Exception):
    """A process that ended badly; its message is the last of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds on the wall, seconds of computing, and the most memory it held, in MiB."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run a command to its end and return its cost; what it says goes to `log`."""
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError("\n".join(log.read_text(errors="replace").splitlines()[-5:]))
    # Linux counts in KiB, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


@dataclass
class Site:
    """One form in a folder of its own, which of the two edits it stands at, and how many files each edit changed."""

    form: Form
    folder: Path
    python: str
    corpus: Corpus
    word: bool = False
    link: bool = False
    edits: dict[str, int] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def prepare(self, snapshot: Path, *, stock: bool) -> None:
        """Write everything: our form has the project's own `conf.py` and engine, as they are in `snapshot`."""
        self.folder.mkdir(parents=True)
        if self.form.flavour == "ours":
            shutil.copy(snapshot / "conf.py", self.folder)
            # `python -m` looks here first.
            (self.folder / "concordance").symlink_to(snapshot / "ext" / "concordance")
        else:
            (self.folder / "conf.py").write_text(self.form.settings(snapshot, stock=stock), encoding="utf-8")
        self.write()

    def now(self) -> Corpus:
        """Return the corpus as this site has it."""
        return edited(self.corpus, word=self.word, link=self.link)

    def write(self) -> int:
        """Write the files that differ from what stands there; return how many did."""
        changed = 0
        for name, text in self.form.files(self.now()):
            path = self.folder / name
            if path.is_file() and path.read_text(encoding="utf-8") == text:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            changed += 1
        return changed

    def clean(self) -> None:
        """Remove everything that a build made."""
        for made in ("html", "doctrees"):
            shutil.rmtree(self.folder / made, ignore_errors=True)

    def build(self) -> Cost:
        """Build the site in one process."""
        command = [self.python, "-m", "sphinx", "-q", "-j", "1", "-b", "html", "-d", "doctrees", "-c", "."]
        log = self.folder / "log.txt"
        cost = run([*command, "source", "html"], self.folder, log)
        self.warnings += log.read_text(encoding="utf-8", errors="replace").splitlines()
        return cost


def snapshot(project: Path, folder: Path) -> Path:
    """Copy settings and engine, so that what is measured stays the same while others work on it."""
    folder.mkdir(parents=True)
    shutil.copy(project / "conf.py", folder)
    shutil.copytree(project / "ext", folder / "ext", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def python_with_needs(project: Path, wanted: Path) -> str:
    """Return the Python of an environment with the project's packages and those of `wanted`, made if need be."""
    home = project / "build" / "bench-venv"
    python = home / "bin" / "python"
    # Hashes would be asked of every package as soon as one has them.
    pins = [*PINNED.findall((project / "requirements.txt").read_text(encoding="utf-8"))]
    pins += PINNED.findall(wanted.read_text(encoding="utf-8"))
    ready, listed = home / ".ready", "\n".join(pins) + "\n"
    if ready.is_file() and ready.read_text(encoding="utf-8") == listed:
        return str(python)
    print(f"Installing {pins[-1]} and what the project needs in {home.relative_to(project)} …", flush=True)
    venv.create(home, clear=True, with_pip=True)
    requirements = home / "requirements.txt"
    requirements.write_text(listed, encoding="utf-8")
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run([*pip, "--requirement", str(requirements)], project, home / "log.txt")
    ready.write_text(listed, encoding="utf-8")
    return str(python)
