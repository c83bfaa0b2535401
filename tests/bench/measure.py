"""Whole builds as processes of their own: what they cost, in which folders and environments they run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Seconds between two looks at the memory of what runs: one takes some milliseconds of a processor.
LOOK_EVERY = 0.25
MIB = 1024 * 1024


class BuildError(Exception):
    """A process that ended badly; its message is the last of what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took, with all that it started."""

    wall: float
    """Seconds from its start to its end."""
    cpu: float
    """Seconds of processors, of its own and of the system on its behalf."""
    peak: float
    """The most memory that it held, in MiB; what processes share is counted once."""


def run(command: Sequence[str], folder: Path, variables: Mapping[str, str], *, with_memory: bool = False) -> Cost:
    """Run a command to its end in a folder, with variables of the environment, and return its cost.

    Looking at memory slows it a little. Without that, the peak is that of its largest process. Raises `BuildError`.
    """
    log = folder / "log.txt"
    # Users have Python keep compiled code; a form whose engine is not installed would be compiled at every turn.
    environment = {**os.environ, **variables}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with log.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=out, stderr=subprocess.STDOUT)
        watch = MemoryWatch(process.pid) if with_memory else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise BuildError("\n".join([f"In {folder}:", *log.read_text(errors="replace").splitlines()[-5:]]))
    # Linux counts in KiB, macOS in bytes.
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / MIB
    return Cost(wall, usage.ru_utime + usage.ru_stime, (watch.stop() if watch else 0) or largest)


class MemoryWatch:
    """Looks again and again at the memory of a process and of all its descendants; only on Linux."""

    def __init__(self, pid: int) -> None:
        self._peak, self._done = 0, threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(pid,), daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """Return the highest sum that was seen, in MiB; 0 if nothing was."""
        self._done.set()
        self._thread.join()
        return self._peak / MIB

    def _watch(self, pid: int) -> None:
        while not self._done.wait(LOOK_EVERY):
            self._peak = max(self._peak, sum(map(held_bytes, process_tree(pid))))


def process_tree(pid: int) -> Iterator[int]:
    """Yield the id of a process and those of its descendants; see `task/…/children` in proc(5)."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            below = children.read_text().split()
        except OSError:
            continue  # It has ended meanwhile.
        for child in below:
            yield from process_tree(int(child))


def held_bytes(pid: int) -> int:
    """Return the proportional set size of a process, in bytes: a page that n processes share counts 1/n for each."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def take_snapshot(project: Path, folder: Path, revision: str | None = None) -> None:
    """Copy a project with its history to a new folder: as it was in a revision, or as it is now.

    What is measured then stays the same while others work on it.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _call("git", "clone", "--quiet", "--shared", "--no-checkout", str(project), str(folder))
    if revision is not None:
        # A branch of the project is not one of its copy.
        commit = _call("git", "-C", str(project), "rev-parse", "--verify", f"{revision}^{{commit}}").strip()
        _call("git", "-C", str(folder), "checkout", "--quiet", "--detach", commit)
        return
    listed = _call("git", "-C", str(project), "ls-files", "-z", "-co", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (project / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(project / name, folder / name)


def make_environment(snapshot: Path, folder: Path) -> str:
    """Return the Python of an environment with what a snapshot requires, in a folder where it is made if need be."""
    script = snapshot / "ext" / "environment.py"
    if not script.is_file():
        # It finds the engine that lies beside it.
        shutil.copy(Path(__file__).resolve().parents[2] / "ext" / "environment.py", script)
    _call(sys.executable, str(script), str(folder), str(snapshot / "requirements.txt"))
    return str(folder / "bin" / "python")


def make_foreign_environment(requirements: Path, folder: Path) -> str:
    """Return the Python of an environment that takes nothing from ours, in a folder where it is made if need be."""
    ready = folder / "requirements.txt"
    python = str(folder / "bin" / "python")
    if not (ready.is_file() and ready.read_bytes() == requirements.read_bytes()):
        venv.create(folder, clear=True, with_pip=True)
        _call(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", str(requirements))
        shutil.copy(requirements, ready)
    return python


def _call(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError("\n".join(done.stderr.splitlines()[-5:]) or f"{command[0]} failed")
    return done.stdout
