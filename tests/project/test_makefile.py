"""What `make` sets up, and what it hands to the commands behind it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from edition import ROOT

# What another `make` has set, of which these tests may be a part, is not handed on.
ALONE = {"PATH": os.environ["PATH"]}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs, with no more of them than `make` needs; beside it the project, already set up."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("mkdir", "cp", "touch"):
        (programs / name).symlink_to(str(shutil.which(name)))
    for name in ("Makefile", "requirements.txt", "tests/build/package.json", "tests/build/package-lock.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / ".ready").touch()
    return programs


def make(machine: Path) -> int:
    command = [str(shutil.which("make")), ".venv/checker/.ready"]
    return subprocess.run(command, cwd=machine.parent, env={"PATH": str(machine)}, check=False).returncode


def test_what_checks_html_is_fetched_once_npm_is_there(machine: Path) -> None:
    fetched = machine.parent / ".venv" / "checker" / "fetched"
    assert make(machine) == 0
    assert not fetched.exists()
    (machine / "npm").write_text("#!/bin/sh\n[ -f package-lock.json ] && echo once >>fetched\n")
    (machine / "npm").chmod(0o755)
    assert make(machine) == make(machine) == 0
    assert fetched.read_text() == "once\n"


def test_what_could_not_be_fetched_is_an_error_and_tried_again(machine: Path) -> None:
    (machine / "npm").write_text("#!/bin/sh\nexit 1\n")
    (machine / "npm").chmod(0o755)
    assert make(machine) == make(machine) != 0


def handed(*arguments: str) -> list[str]:
    """Return the words that a command would be started with, each as it would get it."""
    # Nothing is set up, and instead of the command something runs that says how it was started.
    settings = ["--no-print-directory", "--old-file=.venv/.ready", "RUN=printf '%s\\n'"]
    command = ["make", *settings, *arguments]
    return subprocess.run(command, cwd=ROOT, env=ALONE, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("command", ["annotation", "suggest"])
def test_an_id_is_handed_on_as_it_was_given(command: str) -> None:
    module = ["-m", f"concordance.cli.{command}"]
    assert handed(command, "ID=#plan-12") == [*module, "#plan-12"]
    assert handed(command, "ID=plan-12 plan-13") == [*module, "plan-12 plan-13"]
    assert handed(command) == module


def test_a_port_is_handed_on() -> None:
    assert handed("live") == ["-m", "concordance.cli.live.watch", "--port", "8000"]
    assert handed("live", "PORT=8001")[-1] == "8001"


def test_whoever_stops_make_stops_what_it_runs(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f"#!{sys.executable}\nimport os, signal\nprint(os.getpid(), flush=True)\nsignal.pause()\n")
    python.chmod(0o755)
    command = ["make", f"--old-file={tmp_path}/.ready", f"VENV={tmp_path}", "live"]
    make = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ALONE, text=True)
    assert make.stdout is not None
    runs = int(make.stdout.readline())
    try:
        make.terminate()
        # As long as anything runs, its output has no end.
        make.communicate(timeout=60)
    finally:
        with suppress(ProcessLookupError):
            os.kill(runs, signal.SIGKILL)
