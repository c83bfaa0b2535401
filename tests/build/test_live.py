"""`make live`: what is saved is built and shown, and what is wrong is told."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from edition import ROOT, Edition
from live_command import PATIENCE, Live, started


@pytest.fixture
def live(tiny: Edition) -> Iterator[tuple[Edition, Live, str]]:
    """A tiny edition, the command that shows it, and the version of what it shows."""
    with started(tiny) as command:
        yield tiny, command, command.finish()


def test_an_edit_is_shown_and_browsers_are_told(live: tuple[Edition, Live, str]) -> None:
    edition, command, version = live
    assert "what they owe" in command.page("rules/2.html")
    edition.change("annotations/rules/2.md", "what they owe", "what they must pay")
    version = command.version_after(version)
    page = command.page("rules/2.html")
    assert "what they must pay" in page
    assert f'<script src="/live.js" data-version="{version}"' in page
    edition.write("annotations/rules/1.md", "---\nannotates: rules-1\nsummary: A new file is seen.\n---\n")
    version = command.version_after(version)
    assert "A new file is seen." in command.page("rules/1.html")
    edition.change("source/bodies.md", "Runs the harbour.", "Runs all of the harbour.")
    command.version_after(version)
    assert "Runs all of the harbour." in command.page("bodies.html")


def test_what_is_wrong_is_told_and_the_site_stays_until_it_is_mended(live: tuple[Edition, Live, str]) -> None:
    edition, command, version = live
    annotation = (edition.root / "annotations/rules/2.md").read_text(encoding="utf-8")
    wrong = annotation.replace("what they owe", "what they must pay").replace("tonnage-art-7", "tonnage-art-70")
    edition.write("annotations/rules/2.md", wrong)
    event = command.wait(lambda event: event["problems"] != "")
    assert "annotations/rules/2.md:" in event["problems"]
    assert "tonnage-art-70" in event["problems"]
    assert "what they owe" in command.page("rules/2.html")
    edition.change("annotations/rules/2.md", "tonnage-art-70", "tonnage-art-7")
    event = command.wait(lambda event: event["version"] != version)
    assert event["problems"] == ""
    assert "what they must pay" in command.page("rules/2.html")
    _status, problems = command.stop()
    assert "tonnage-art-70" in problems


def test_data_files_that_were_cut_off_by_the_next_edit_are_made_up_for(live: tuple[Edition, Live, str]) -> None:
    edition, command, version = live
    words = ["what they owe", "first", "second", "third", "fourth"]
    for before, after in pairwise(words):
        edition.change("annotations/rules/2.md", before, after)
        version = command.version_after(version)
        command.read_until("Shown")
    command.read_until("Complete")
    good, clean = edition.root / "build/live/good/html", edition.build("clean").files()
    assert {name: (good / name).read_bytes() for name in clean if (good / name).exists()} == clean


def test_settings_are_edited_too(live: tuple[Edition, Live, str]) -> None:
    edition, command, version = live
    edition.change("conf.py", 'html_title = "Harbour rules"', 'html_title = "Rules of a harbour"')
    command.version_after(version)
    assert "Rules of a harbour" in command.page("index.html")
    edition.change("conf.py", 'language = "en"', "language = nonsense")
    assert "nonsense" in command.wait(lambda event: event["problems"] != "")["problems"]
    edition.change("conf.py", "language = nonsense", 'language = "en"')
    assert command.wait(lambda event: event["problems"] == "")


def test_it_serves_this_machine_only_and_leaves_no_trace_in_what_is_published(live: tuple[Edition, Live, str]) -> None:
    edition, command, _version = live
    port = int(command.address.rpartition(":")[2])
    # All of 127.0.0.0/8 is this machine, but a server that listens on every address would answer there.
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", port), timeout=PATIENCE)
    assert not list(edition.root.glob("ids.lock"))
    for path in (edition.root / "build/live/good/html").rglob("*"):
        assert path.is_dir() or b"live.js" not in path.read_bytes(), path


def test_it_ends_when_it_is_stopped_even_in_the_middle_of_a_build(tiny: Edition) -> None:
    with started(tiny) as command:
        assert command.stop(signal.SIGINT) == (0, "")
    # What was begun is no hindrance to the next.
    with started(tiny) as command:
        command.finish()
        assert "Harbour rules" in command.page("index.html")
        assert command.stop(signal.SIGTERM) == (0, "")


def test_a_port_that_is_taken_is_told(tiny: Edition) -> None:
    with started(tiny) as command:
        port = command.address.rpartition(":")[2]
        second = subprocess.run(
            [sys.executable, "-m", "concordance.tools.live", "--root", tiny.root, "--port", port],
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "ext")},
            timeout=PATIENCE,
            check=False,
        )
    assert second.returncode == 1
    assert f"Port {port} cannot be used" in second.stderr
