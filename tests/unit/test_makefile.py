"""What `make` sets up."""

from __future__ import annotations

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
