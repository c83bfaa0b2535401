"""Where tests keep what they build."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
import scratch


def test_a_folder_suits_that_is_there_and_has_room(tmp_path: Path) -> None:
    assert scratch.suits(tmp_path, 1)
    assert not scratch.suits(tmp_path, 2**80)
    assert not scratch.suits(tmp_path / "nowhere", 1)


@pytest.mark.parametrize(("room", "chosen", "used"), [(1, "", "memory"), (2**80, "", "disk"), (1, "other", "other")])
def test_memory_is_used_if_it_suits_and_nobody_named_another_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int, chosen: str, used: str
) -> None:
    for name in ("memory", "disk", "other"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(scratch, "MEMORY", tmp_path / "memory")
    monkeypatch.setattr(scratch, "ROOM", room)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / (chosen or "disk")))
    # Put back after the test, whatever is set meanwhile.
    monkeypatch.setenv("TMPDIR", str(tmp_path / chosen))
    if not chosen:
        del os.environ["TMPDIR"]
    scratch.keep_in_memory()
    assert tempfile.gettempdir() == str(tmp_path / used)
    assert os.environ.get("TMPDIR", tempfile.tempdir) == tempfile.gettempdir()
