"""`make live` at work beside a test."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from concordance.cli.live.watch import DEAD
from edition import Edition

# Nothing here takes so long, in seconds, on a machine that is busy with much else, either: who waits for longer has
# failed. That is said before pytest would end the whole run.
PATIENCE = 150


@dataclass(slots=True)
class Live:
    """The command at work, and what it tells browsers."""

    process: subprocess.Popen[str]
    address: str

    def page(self, name: str) -> str:
        with closing(urllib.request.urlopen(f"{self.address}/{name}", timeout=PATIENCE)) as answer:
            content: bytes = answer.read()
            return content.decode()

    def events(self, page: str) -> Iterator[dict[str, Any]]:
        """Yield what a browser is told that shows a page: first how things are, then whatever is new."""
        with closing(urllib.request.urlopen(f"{self.address}/live-events?{page}", timeout=PATIENCE)) as lines:
            for line in lines:
                if line.startswith(b"data: "):
                    event = json.loads(line.removeprefix(b"data: "))
                    assert event["problems"] != DEAD
                    yield event
        raise AssertionError("The server has ended.")

    def shows(self, name: str, words: str) -> str:
        """Wait until a page shows some words, as a browser does; return the page."""
        return next(page for _event in self.events(name) for page in [self.page(name)] if words in page)

    def tells(self, words: str) -> str:
        """Wait until browsers are told of a problem, in some words; return all that is told."""
        return next(str(event["problems"]) for event in self.events("index.html") if words in event["problems"])

    def read_until(self, word: str) -> None:
        """Read what the command says until a line begins with a word."""
        assert self.process.stdout is not None
        assert any(line.startswith(word) for line in self.process.stdout), "The command has ended."

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Stop the command as from the terminal; return its status and what it said of problems."""
        self.process.send_signal(how)
        _out, problems = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, problems


@contextmanager
def started(edition: Edition) -> Iterator[Live]:
    """Run the command on an edition, until it is stopped or the test is over."""
    process = subprocess.Popen(
        [sys.executable, "-m", "concordance.cli", "live", "--root", edition.root, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    watchdog = threading.Timer(3 * PATIENCE, process.kill)
    watchdog.start()
    try:
        address = next(word for word in process.stdout.readline().split() if word.startswith("http://"))
        yield Live(process, address)
    finally:
        watchdog.cancel()
        process.terminate()
        process.communicate()
