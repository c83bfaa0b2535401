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
from concordance.cli.main import COMMANDS
from edition import ROOT

# What another `make` has set, of which these tests may be a part, is not handed on.
ALONE = {"PATH": os.environ["PATH"]}


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs, with no more of them than `make` needs; beside it the project, already set up."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ("cmp", "cp", "mkdir", "touch"):
        (programs / name).symlink_to(str(shutil.which(name)))
    for name in ("Makefile", "package.json", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path / name)
    return programs


def make(machine: Path, target: str = "node_modules/.ready", **settings: str) -> subprocess.CompletedProcess[str]:
    command = [str(shutil.which("make")), target]
    environment = {"PATH": str(machine), **settings}
    return subprocess.run(command, cwd=machine.parent, env=environment, check=False, capture_output=True, text=True)


def install_npm(machine: Path, script: str) -> None:
    (machine / "npm").write_text(f"#!/bin/sh\n{script}\n")
    (machine / "npm").chmod(0o755)


def test_what_checks_scripts_and_html_is_fetched_once_npm_is_there_and_again_for_another_list(machine: Path) -> None:
    fetched = machine.parent / "fetched"
    lock = machine.parent / "package-lock.json"
    assert make(machine).returncode == 0
    assert not fetched.exists()
    install_npm(machine, "[ -f package-lock.json ] && mkdir -p node_modules && echo once >>fetched")
    assert make(machine).returncode == make(machine).returncode == 0
    os.utime(lock, (4_000_000_000, 4_000_000_000))
    assert make(machine).returncode == 0
    assert fetched.read_text() == "once\n"
    lock.write_text("{}")
    assert make(machine).returncode == 0
    assert fetched.read_text() == "once\nonce\n"


def test_what_could_not_be_fetched_is_an_error_with_a_remedy_and_tried_again(machine: Path) -> None:
    install_npm(machine, "exit 1")
    for _ in range(2):
        attempt = make(machine)
        assert attempt.returncode != 0
        assert "connect to the net, and try again" in attempt.stderr


@pytest.mark.parametrize("target", ["lint-scripts", "test-scripts"])
def test_without_npm_scripts_are_not_checked_which_is_said_and_fails_where_nothing_may_be_skipped(
    machine: Path, target: str
) -> None:
    skipped = make(machine, target)
    assert skipped.returncode == 0
    assert f"{target} is skipped: there is no npm" in skipped.stderr
    assert make(machine, target, REQUIRE_BROWSER="1").returncode != 0


def handed(*arguments: str) -> list[str]:
    """Return the words that a command would be started with, each as it would get it."""
    # Nothing is set up, and instead of the command something runs that says how it was started.
    settings = ["--no-print-directory", "--old-file=environment", "CONCORDANCE=printf '%s\\n'"]
    command = ["make", *settings, *arguments]
    return subprocess.run(command, cwd=ROOT, env=ALONE, check=True, capture_output=True, text=True).stdout.splitlines()


@pytest.mark.parametrize("command", ["annotation", "suggest"])
def test_an_id_is_handed_on_as_it_was_given(command: str) -> None:
    assert handed(command, "ID=#plan-12") == [command, "#plan-12"]
    assert handed(command, "ID=plan-12 plan-13") == [command, "plan-12 plan-13"]
    assert handed(command) == [command]


def test_a_port_is_handed_on() -> None:
    assert handed("live") == ["live", "--port", "8000"]
    assert handed("live", "PORT=8001")[-1] == "8001"


def test_there_is_a_target_for_each_command_and_help_lists_it() -> None:
    listed = subprocess.run(["make", "help"], cwd=ROOT, env=ALONE, check=True, capture_output=True, text=True).stdout
    targets = {line.partition(":")[0] for line in listed.splitlines()}
    assert {"html" if command == "build" else command for command in COMMANDS} <= targets


def test_a_python_that_was_asked_for_is_the_one_that_is_used(tmp_path: Path) -> None:
    python = tmp_path / "python"
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o755)
    command = ["make", "--silent", "environment"]
    asked = subprocess.run([*command, f"PYTHON={python}"], cwd=ROOT, env=ALONE, check=True, capture_output=True)
    set_before = ALONE | {"PYTHON": str(python)}
    usual = subprocess.run(command, cwd=ROOT, env=set_before, check=True, capture_output=True)
    assert asked.stdout == usual.stdout == b"-S ext/environment.py .venv --this-python requirements.txt\n"


def test_whoever_stops_make_stops_what_it_runs(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "concordance"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\nimport os, signal\nprint(os.getpid(), flush=True)\nsignal.pause()\n")
    program.chmod(0o755)
    command = ["make", "--old-file=environment", f"VENV={tmp_path}", "live"]
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
