"""What `make` sets up, and what it hands to the commands behind it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from edition import ROOT


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
    # What another `make` has set, of which this test may be a part, is not handed on.
    alone = {"PATH": os.environ["PATH"]}
    command = ["make", *settings, *arguments]
    return subprocess.run(command, cwd=ROOT, env=alone, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("command", ["annotation", "suggest"])
def test_an_id_is_handed_on_as_it_was_given(command: str) -> None:
    module = ["-m", f"concordance.tools.{command}"]
    assert handed(command, "ID=#plan-12") == [*module, "#plan-12"]
    assert handed(command, "ID=plan-12 plan-13") == [*module, "plan-12 plan-13"]
    assert handed(command) == module
