"""`make live`: what is saved is built and shown, and what is wrong is told."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from concordance.cli.check import main as check
from concordance.cli.folders import sync_folder
from edition import TINY, Edition
from live_command import PATIENCE, Live, started

Shown = tuple[Edition, Live]


@pytest.fixture
def live(tiny: Edition) -> Iterator[Shown]:
    """A tiny edition, and the command that shows it."""
    with started(tiny) as command:
        command.read_until("Complete")
        yield tiny, command


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    """What several tests share: to start the command takes the processor four times as long as to build an edit."""
    edition = Edition.copy(TINY, tmp_path_factory.mktemp("live"))
    with started(edition) as command:
        command.read_until("Complete")
        yield edition, command


@pytest.fixture
def shared(running: Shown) -> Iterator[Shown]:
    """A tiny edition as it is at first, and the command that shows it to other tests, too."""
    edition, command = running
    before = shown_pages(edition)
    yield running
    for folder in ("source", "annotations"):
        sync_folder(TINY / folder, edition.root / folder)
    events = command.events("index.html")
    assert next(True for event in events if not event["building"] and shown_pages(edition) == before)


def shown_pages(edition: Edition) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (edition.root / "build/live/good/html").rglob("*.html")}


def test_an_edit_is_shown_and_browsers_are_told_while_it_is_built_and_of_their_own_page_only(
    shared: Shown,
) -> None:
    edition, command = shared
    here, elsewhere = command.events("rules/2.html"), command.events("treaties/tonnage.html")
    before, before_elsewhere = next(here), next(elsewhere)
    assert not before["building"]
    assert "what they owe" in command.page("rules/2.html")
    edition.change("annotations/rules/2.md", "what they owe", "what they must pay")
    assert next(event for event in here if event["building"])["version"] == before["version"]
    assert next(event for event in here if not event["building"])["version"] != before["version"]
    event = next(event for event in elsewhere if not event["building"])
    assert event["version"] == before_elsewhere["version"]
    assert '<script src="/live.js"' in command.shows("rules/2.html", "what they must pay")
    edition.write(
        "source/treaties/tonnage.md", (edition.root / "source/treaties/tonnage.md").read_text() + "\nAnd so on.\n"
    )
    command.shows("treaties/tonnage.html", "And so on.")
    assert any(event["version"] != before_elsewhere["version"] for event in elsewhere)
    edition.write("annotations/rules/1.md", "---\nannotates: rules-1\ntitle: A new file\n---\n")
    command.shows("rules/1.html", "A new file")
    command.shows("rules/2.html", "A new file")
    edition.change("source/bodies.md", "Runs the harbour.", "Runs all of the harbour.")
    command.shows("bodies.html", "Runs all of the harbour.")


def test_what_is_wrong_in_an_annotation_or_the_lock_is_told_and_the_site_stays_until_it_is_mended(
    live: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    edition, command = live
    annotation = (edition.root / "annotations/rules/2.md").read_text(encoding="utf-8")
    wrong = annotation.replace("what they owe", "what they must pay").replace("tonnage-art-7", "tonnage-art-70")
    edition.write("annotations/rules/2.md", wrong)
    message = command.tells("tonnage-art-70")
    assert check(["--root", str(edition.root)]) == 1
    assert message == capsys.readouterr().err, "in the words of the check, with line and column"
    assert "what they owe" in command.page("rules/2.html")
    edition.change("annotations/rules/2.md", "tonnage-art-70", "tonnage-art-7")
    command.shows("rules/2.html", "what they must pay")
    assert next(command.events("index.html"))["problems"] == ""
    edition.write("ids.lock", "rules-7 rules/7.html\n")
    assert "The id rules-7 was published on rules/7.html and is gone." in command.tells("ids.lock:1")
    # Many editors write a new file and put it in the place of the old one.
    edition.write("ids.lock.new", "rules-7 rules/7.html -> rules-2\n")
    (edition.root / "ids.lock.new").replace(edition.root / "ids.lock")
    command.shows("rules/2.html", 'id="rules-7"')
    assert next(event for event in command.events("index.html") if not event["problems"])
    _status, problems = command.stop()
    assert "tonnage-art-70" in problems


def test_a_page_that_was_shown_early_is_taken_back_when_another_turns_out_wrong(shared: Shown) -> None:
    edition, command = shared
    edition.change("source/index.md", "See [](#rules-2)", "See [](#rules-2-c2)")
    command.shows("index.html", "commentary para. 2")
    # The other paragraph is gone, of which the first page tells when it is written again.
    edition.change("annotations/rules/2.md", "It is kept by", "- It is kept by")
    assert "rules-2-c2" in command.tells("source/index.md:")
    assert 'id="rules-2-c2"' in command.page("rules/2.html")


def test_data_files_that_were_cut_off_by_the_next_edit_are_made_up_for(live: Shown) -> None:
    edition, command = live
    words = ["what they owe", "first", "second", "third", "fourth"]
    for before, after in pairwise(words):
        edition.change("annotations/rules/2.md", before, after)
        command.read_until("All pages")
    command.read_until("Complete")
    good, clean = edition.root / "build/live/good/html", edition.build("clean").files()
    assert {name: (good / name).read_bytes() for name in clean if (good / name).exists()} == clean


def test_the_page_that_is_looked_at_is_shown_before_others(live: Shown) -> None:
    edition, command = live
    events = command.events("rules/3.html")
    next(events)
    # Nothing of this page is edited, and several others show the words, too.
    edition.change("annotations/vocabulary.yaml", "says: needs,", "says: requires,")
    command.read_until("rules/3.html: shown after")
    command.read_until("All pages")
    assert "requires" in command.page("rules/2.html")


def test_settings_are_edited_too(live: Shown) -> None:
    edition, command = live
    edition.change("conf.py", 'language = "en"', "language = nonsense")
    command.tells("nonsense")
    settings = (edition.root / "conf.py").read_text(encoding="utf-8")
    mended = settings.replace("language = nonsense", 'language = "en"').replace("Harbour rules", "Rules of a harbour")
    edition.write("conf.py", mended)
    command.shows("index.html", "Rules of a harbour")
    assert next(event for event in command.events("index.html") if not event["problems"])


def test_it_serves_this_machine_only_and_leaves_no_trace_in_what_is_published(shared: Shown) -> None:
    edition, command = shared
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
        command.shows("index.html", "Harbour rules")
        assert command.stop(signal.SIGTERM) == (0, "")


def second_live(edition: Edition, port: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "concordance.cli", "live", "--root", edition.root, "--port", port],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_a_second_one_on_the_same_edition_leaves_it_to_the_first(tiny: Edition) -> None:
    with started(tiny):
        second = second_live(tiny, "0")
    assert second.returncode == 1
    assert second.stderr == (
        f"`concordance live` is at work in {tiny.root} already. Look at what that one shows, or stop it first.\n"
    )


def test_a_port_that_is_taken_is_told(tiny: Edition, tmp_path_factory: pytest.TempPathFactory) -> None:
    with started(tiny) as command:
        port = command.address.rpartition(":")[2]
        second = second_live(Edition.copy(TINY, tmp_path_factory.mktemp("another")), port)
    assert second.returncode == 1
    assert f"Port {port} cannot be used" in second.stderr
    assert f"Give another: make live PORT={int(port) + 1}" in second.stderr
