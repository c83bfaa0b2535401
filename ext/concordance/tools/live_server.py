"""Serve a site that changes to browsers on this machine, which show it anew each time.

Pages are given a script as they are served; the files of the site have none. Browsers are told of changes in events
that the server sends (https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

from __future__ import annotations

import io
import json
import threading
import time
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable

# Below `build/`: how the work of Sphinx looked when a build last succeeded. The site in it is shown.
GOOD = "live/good"
SCRIPT, EVENTS = "/live.js", "/live-events"
# So often, in seconds, a browser that listens is written to: one that has gone is noticed then.
ALIVE = 15
NOT_YET = "<!doctype html><title>…</title><body>The site is being built. This page will show it.</body>"


@dataclass(frozen=True, slots=True)
class State:
    """The state of the site: a `version` that no other state ever had, and what is wrong since then, if anything."""

    version: str
    problems: str


class LiveSite:
    """The site in a folder, its state, and all who wait for another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._changed = threading.Condition()
        self._state = State("", "")
        self.note_change()

    @property
    def state(self) -> State:
        """How the site is now."""
        return self._state

    def note_change(self) -> None:
        """Tell browsers that pages have changed."""
        # Of another server, begun before this one, a browser may know a version too.
        self._note(lambda state: replace(state, version=str(time.time_ns())))

    def note_problems(self, problems: str) -> None:
        """Tell browsers what is wrong, or that nothing is any more."""
        self._note(lambda state: replace(state, problems=problems))

    def _note(self, change: Callable[[State], State]) -> None:
        with self._changed:
            self._state = change(self._state)
            self._changed.notify_all()

    def other_than(self, known: State | None, seconds: float) -> State:
        """Return the state as soon as it is another than `known`, and at the latest after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != known, seconds)
            return self._state


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, site: LiveSite) -> None:
        self.site = site
        super().__init__(*arguments, directory=str(site.folder))

    def do_GET(self) -> None:
        """Answer with a file, a page and its script, or events."""
        if urlsplit(self.path).path == EVENTS:
            self._send_events()
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of an answer, and return what is to follow."""
        path = urlsplit(self.path).path
        file = Path(self.translate_path(f"{path}index.html" if path.endswith("/") else path))
        if path == SCRIPT:
            return self._send("text/javascript", Path(__file__).with_name("live.js").read_bytes())
        # Asked before the page is read: if it changes in between, the browser will ask again.
        version = self.site.state.version
        if file.suffix == ".html" and file.is_file():
            return self._send("text/html", _with_script(file.read_bytes(), version))
        if not (self.site.folder / "index.html").exists():
            return self._send("text/html", _with_script(NOT_YET.encode(), version))
        return super().send_head()

    def _send(self, kind: str, content: bytes) -> io.BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def _send_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: State | None = None
        try:
            while True:
                state = self.site.other_than(known, ALIVE)
                told = json.dumps({"version": state.version, "problems": state.problems})
                self.wfile.write(b":\n\n" if state == known else f"data: {told}\n\n".encode())
                known = state
        except ConnectionError:
            return

    def end_headers(self) -> None:
        """Let browsers ask each time whether a file has changed."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Leave the terminal to what is wrong with the edition."""


def _with_script(page: bytes, version: str) -> bytes:
    script = f'<script src="{SCRIPT}" data-version="{version}" data-events="{EVENTS}"></script>'
    before, end, after = page.rpartition(b"</body>")
    return before + script.encode() + end + after


def serve(site: LiveSite, port: int) -> ThreadingHTTPServer:
    """Serve a site to this machine only, until the server that is returned is shut down; port 0 is any that is free."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
