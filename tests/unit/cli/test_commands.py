"""What all commands for editors have in common."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from edition import ROOT

COMMANDS = ("annotation", "build", "changes", "check", "coverage", "live.builder", "live.watch", "suggest")
NEEDED = {"annotation": ["rules-2"]}


@pytest.mark.parametrize("folders", [(), ("source",), ("annotations",)])
@pytest.mark.parametrize("name", COMMANDS)
def test_where_no_edition_stands_a_command_says_so_and_leaves_nothing(
    name: str, folders: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir()
    command = importlib.import_module(f"concordance.cli.{name}")
    assert command.main(["--root", str(tmp_path), *NEEDED.get(name, [])]) == 2
    out, err = capsys.readouterr()
    assert f"There is no edition at {tmp_path}: it has no folder" in err
    assert out == ""
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(folders)


# A check that nobody followed to its end has not passed.
@pytest.mark.parametrize(("command", "status"), [("suggest", 0), ("coverage", 0), ("check", 1)])
def test_whoever_reads_what_a_command_says_may_stop(command: str, status: int) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", f"concordance.cli.{command}"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "ext", "PYTHONUNBUFFERED": "1"},
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (status, "")
