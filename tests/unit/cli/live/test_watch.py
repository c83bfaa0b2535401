"""`concordance live` stops what builds before it starts it anew."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from concordance.cli.live.server import LiveSite
from concordance.cli.live.watch import BuilderProcess

# It stands in for Python. Its child is still at work on a file for a moment after it was told to end.
BUILDER = f"""#!{sys.executable}
import json, os, signal, sys
from pathlib import Path

def end(*_):
    for _ in range(3_000_000):
        pass
    Path("ended").touch()
    os._exit(0)

if not os.fork():
    signal.signal(signal.SIGTERM, end)
    print(json.dumps({{"done": "The child is at work.", "seconds": 0}}), flush=True)
while True:
    signal.pause()
"""


def test_all_that_builds_has_ended_when_it_was_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    python = tmp_path / "python"
    python.write_text(BUILDER)
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.chdir(tmp_path)
    site = LiveSite(tmp_path)
    state = site.wait_for_change(None, 0)
    with (tmp_path / "lock").open("w") as lock:
        builder = BuilderProcess(tmp_path, site, lock.fileno())
        builder.request_build()
        while state.problems != "The child is at work.":
            state = site.wait_for_change(state, 30)
        builder.stop()
    assert (tmp_path / "ended").exists()
