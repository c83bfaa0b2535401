"""Keep a virtual environment with what the project needs: `python environment.py FOLDER REQUIREMENTS…`.

The engine beside this file can be imported in it, and is started by `bin/concordance`. The environment is made anew
when the content of a file of requirements is another than that it was made from; dates say nothing, since copies and
clocks change them. A new one is made beside the one there is, and takes its place only when it is complete. Where that
fails, for want of a connection for instance, the old one goes on being used.

This needs Python and nothing else, for it runs before anything is installed.
"""

from __future__ import annotations

# What `signal` is made of, and part of Python itself: nothing has to be loaded for it.
import _signal  # type: ignore[import-not-found]

# Whoever stops this while it is loading is shown nothing of how Python loads modules.
if __name__ == "__main__" and _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)

import argparse
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

OLDEST = (3, 11)
ENGINE = Path(os.path.abspath(__file__)).parent.parent / "ext"  # noqa: PTH100  (links on the way stay links)
# In the environment, what it was made from is kept in this file.
RECORD = ".ready"
# The script finds Python beside itself, wherever the project is moved. With `-P`, a module that happens to lie in the
# folder of an edition is not taken for one of the engine's.
RUN = "from concordance.cli.__main__ import run; run()"
COMMAND = f'#!/bin/sh\nexec "$(dirname "$0")/python" -P -c "{RUN}" "$@"\n'


class NotInstalledError(Exception):
    """What is needed could not be installed; the message says why."""


@dataclass(frozen=True)
class Record:
    """What an environment was made from."""

    place: str = ""  # its folder, which its scripts name
    python: str = ""
    requirements: dict[str, str] = field(default_factory=dict)  # file to SHA-256


def main() -> int:
    """Make the environment what it has to be; return 0 if it can be used, and 1 if there is none that can."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the environment is to stand")
    parser.add_argument("requirements", nargs="+", help="files of requirements, with hashes")
    parser.add_argument("--this-python", action="store_true", help="make it anew if another Python made it")
    given = parser.parse_args()
    folder: Path = given.folder.absolute()
    _end_in_order()
    try:
        return _keep(folder, given)
    except KeyboardInterrupt:
        print(f"Setting up {given.folder} was stopped.", file=sys.stderr)
        # As shells have it: 128 and the number of the signal.
        return 128 + signal.SIGINT


def _end_in_order() -> None:
    """Have whatever ends this process stop it as Ctrl-C does: what installs packages would go on otherwise."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(each) is signal.SIG_DFL:
            signal.signal(each, signal.default_int_handler)


def _keep(folder: Path, given: argparse.Namespace) -> int:
    previous = _beside(folder, "old")
    if previous.exists() and not folder.exists():
        # Somebody stopped this program between two steps.
        previous.rename(folder)
    works, record = os.access(folder / "bin" / "python", os.X_OK), read_record(folder)
    needed = {name: fingerprint(Path(name)) for name in given.requirements}
    same_python = not given.this_python or record.python == this_python()
    if not (works and same_python and needed.items() <= record.requirements.items()):
        # What somebody has needed before will be needed again.
        also = {name: fingerprint(Path(name)) for name in record.requirements if Path(name).is_file()}
        try:
            record = renew(folder, {**also, **needed}, retries=1 if works else 5)
        except NotInstalledError as error:
            if not works or not needed.keys() <= record.requirements.keys():
                print(f"{given.folder} could not be set up: {error}", file=sys.stderr)
                return 1
            print(f"{given.folder} could not be renewed and is used as it is: {error}", file=sys.stderr)
    # A link leads to the environment of another project, which is its own.
    if not folder.is_symlink():
        settle(folder, record)
    return 0


def this_python() -> str:
    """Return what tells the Python that runs this from any other."""
    return f"{sys.version.split()[0]} in {sys.base_prefix}"


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_record(folder: Path) -> Record:
    """Return what the environment in a folder was made from; nothing is known of one that was made otherwise."""
    try:
        return Record(**json.loads((folder / RECORD).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return Record()


def renew(folder: Path, requirements: dict[str, str], *, retries: int) -> Record:
    """Put a new environment in the place of the one in `folder`, if there is one.

    `requirements` are the files that it is made from, with their fingerprints. Raises `NotInstalledError`, and leaves
    the old one untouched.
    """
    new, old = _beside(folder, "new"), _beside(folder, "old")
    if sys.version_info < OLDEST:
        raise NotInstalledError("Python {}.{} or later is needed; name one with PYTHON=…".format(*OLDEST))
    print(f"Setting up {folder.name} …", file=sys.stderr)
    shutil.rmtree(new, ignore_errors=True)
    files = [word for name in requirements for word in ("-r", name)]
    pip = ["pip", "--disable-pip-version-check", "--no-input", f"--retries={retries}", "install"]
    try:
        _run([sys.executable, "-m", "venv", str(new)])
        _run([str(new / "bin" / "python"), "-m", *pip, "--quiet", "--require-hashes", *files])
        settle(new, Record(str(new), this_python(), requirements), becomes=folder)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(old, ignore_errors=True)
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
    return read_record(folder)


def _run(command: list[str]) -> None:
    """Run a command; raise `NotInstalledError` with the last thing it said if it fails."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
        errors = [line for line in lines if line.startswith("ERROR")] or lines or [f"{command[0]} failed"]
        raise NotInstalledError(errors[-1])


def settle(folder: Path, record: Record, becomes: Path | None = None) -> None:
    """Let the scripts of an environment name the place where it stands, or will stand, and let it find the engine."""
    place = becomes or folder
    if record.place != str(place):
        for script in (folder / "bin").iterdir():
            _replace(script, record.place, str(place))
        text = json.dumps(asdict(replace(record, place=str(place))), indent=1)
        (folder / RECORD).write_text(f"{text}\n", encoding="utf-8")
    command = folder / "bin" / "concordance"
    if not command.exists() or command.read_text(encoding="utf-8") != COMMAND:
        command.write_text(COMMAND, encoding="utf-8")
        command.chmod(0o755)
    for packages in (folder / "lib").glob("python*/site-packages"):
        # Relative to the folder that the file stands in, so that it is true wherever the project is moved.
        engine = os.path.relpath(ENGINE, place / packages.relative_to(folder))
        # Another Python may be starting, and is to find the file whole.
        path = packages / "concordance.pth"
        if not path.exists() or path.read_text(encoding="utf-8") != f"{engine}\n":
            path.write_text(f"{engine}\n", encoding="utf-8")


def _replace(script: Path, old: str, new: str) -> None:
    """Replace one path by another in a file that is a script; links and programs are left alone."""
    if script.is_file() and not script.is_symlink() and old:
        content = script.read_bytes()
        if b"\0" not in content and old.encode() in content:
            script.write_bytes(content.replace(old.encode(), new.encode()))


def _beside(folder: Path, name: str) -> Path:
    return folder.with_name(f"{folder.name}.{name}")


if __name__ == "__main__":
    sys.exit(main())
