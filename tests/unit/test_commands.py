"""What all commands for editors have in common."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

COMMANDS = ("annotation", "build", "changes", "check", "coverage", "live", "live_builder", "suggest")
NEEDED = {"annotation": ["rules-2"]}


@pytest.mark.parametrize("folders", [(), ("source",), ("annotations",)])
@pytest.mark.parametrize("name", COMMANDS)
def test_where_no_edition_stands_a_command_says_so_and_leaves_nothing(
    name: str, folders: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in folders:
        (tmp_path / folder).mkdir()
    command = importlib.import_module(f"concordance.tools.{name}")
    assert command.main(["--root", str(tmp_path), *NEEDED.get(name, [])]) == 2
    out, err = capsys.readouterr()
    assert f"There is no edition at {tmp_path}: it has no folder" in err
    assert out == ""
    assert sorted(path.name for path in tmp_path.rglob("*")) == sorted(folders)
