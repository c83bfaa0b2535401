"""`make live` at work beside a test."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPResponse

from edition import ROOT, Edition

# Nothing here takes so long, in seconds: a test that waits for longer has failed.
PATIENCE = 60


@dataclass(slots=True)
class Live:
    """The command at work, and what it tells browsers."""

    process: subprocess.Popen[str]
    address: str
    events: HTTPResponse | None = None

    def page(self, name: str) -> str:
        with closing(urllib.request.urlopen(f"{self.address}/{name}", timeout=PATIENCE)) as answer:
            content: bytes = answer.read()
            return content.decode()

    def wait(self, until: Callable[[dict[str, str]], bool]) -> dict[str, str]:
        """Return the next event of which that is true."""
        assert self.events is not None
        for line in self.events:
            if line.startswith(b"data: "):
                event: dict[str, str] = json.loads(line.removeprefix(b"data: "))
                if until(event):
                    return event
        raise AssertionError("The server has ended.")

    def finish(self) -> str:
        """Wait until a build is complete, and listen from then on; return the version that is shown."""
        self.read_until("Complete")
        self.events = urllib.request.urlopen(f"{self.address}/live-events", timeout=PATIENCE)
        return self.wait(lambda _event: True)["version"]

    def read_until(self, word: str) -> None:
        """Read what the command says until a line begins with a word."""
        assert self.process.stdout is not None
        assert any(line.startswith(word) for line in self.process.stdout), "The command has ended."

    def version_after(self, version: str) -> str:
        """Wait until there is something new to see; return its version."""
        return self.wait(lambda event: event["version"] != version)["version"]

    def stop(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Stop the command as from the terminal; return its status and what it said of problems."""
        self.process.send_signal(how)
        _out, problems = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, problems


@contextmanager
def started(edition: Edition) -> Iterator[Live]:
    """Run the command on an edition, until it is stopped or the test is over."""
    process = subprocess.Popen(
        [sys.executable, "-m", "concordance.tools.live", "--root", edition.root, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "ext")},
    )
    assert process.stdout is not None
    watchdog = threading.Timer(3 * PATIENCE, process.kill)
    watchdog.start()
    try:
        address = next(word for word in process.stdout.readline().split() if word.startswith("http://"))
        command = Live(process, address)
        yield command
        if command.events:
            command.events.close()
    finally:
        watchdog.cancel()
        process.terminate()
        process.communicate()
