"""Serve a site that changes to browsers on this machine, which show it anew each time.

Pages are given a script as they are served; the files of the site have none. Browsers are told of changes in events
that the server sends (https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

from __future__ import annotations

import io
import json
import threading
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

from concordance.browser import BROWSER

if TYPE_CHECKING:
    from collections.abc import Iterable

# Below `build/`: where Sphinx works, and how that looked when a build last succeeded. Both hold a site.
WORK, GOOD = "live/work", "live/good"
SCRIPT, EVENTS = "/live.js", "/live-events"
# So often, in seconds, a browser that listens is written to: one that has gone is noticed then.
ALIVE = 15
NOT_YET = "<!doctype html><title>…</title><body>The site is being built. This page will show it.</body>"


@dataclass(frozen=True, slots=True)
class State:
    """How the site is: what is wrong with it, if anything, and which pages are shown before all are written.

    `changes` counts how often there was something new to see.
    """

    problems: str = ""
    early: frozenset[str] = frozenset()
    changes: int = 0


class LiveSite:
    """The site of the edition at `root`, its state, and all who wait for another."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "build" / GOOD / "html"
        self._work = root / "build" / WORK / "html"
        self._changed = threading.Condition()
        self._state = State()

    def note(self, *, problems: str, early: Iterable[str] = (), changed: bool = False) -> None:
        """Tell browsers what is wrong now, which pages are to be seen early, and whether there is anything new."""
        with self._changed:
            self._state = State(problems, frozenset(early), self._state.changes + changed)
            self._changed.notify_all()

    def other_than(self, known: State | None, seconds: float) -> State:
        """Return the state as soon as it is another than `known`, and at the latest after some seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != known, seconds)
            return self._state

    def page(self, name: str) -> Path:
        """Return the file of a page as it is to be shown now."""
        return (self._work if name in self._state.early else self.folder) / name

    def version(self, name: str) -> str:
        """Return what no other content of that page is called: its date, with which a file is copied."""
        try:
            return str(self.page(name).stat().st_mtime_ns)
        except FileNotFoundError:
            return ""


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
        if path == SCRIPT:
            return self._send("text/javascript", (BROWSER / "live" / "live.js").read_bytes())
        name = self._name(path)
        # Asked before the page is read: if it changes in between, the browser will ask again.
        version, file = self.site.version(name), self.site.page(name)
        if file.suffix == ".html" and version:
            return self._send("text/html", _with_script(file.read_bytes(), name, version))
        if not (self.site.folder / "index.html").exists():
            return self._send("text/html", _with_script(NOT_YET.encode(), "index.html", ""))
        return super().send_head()

    def _name(self, path: str) -> str:
        """Return the name of a page in the site; what lies outside of that has none."""
        file = Path(self.translate_path(f"{path}index.html" if path.endswith("/") else path))
        return file.relative_to(self.directory).as_posix()

    def _send(self, kind: str, content: bytes) -> io.BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def _send_events(self) -> None:
        """Tell a browser that shows a page when that has changed, and what is wrong with the edition."""
        name = self._name(unquote(f"/{urlsplit(self.path).query}"))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: State | None = None
        try:
            while True:
                state = self.site.other_than(known, ALIVE)
                told = json.dumps({"version": self.site.version(name), "problems": state.problems})
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


def _with_script(page: bytes, name: str, version: str) -> bytes:
    script = f'<script src="{SCRIPT}" data-version="{version}" data-events="{EVENTS}?{quote(name)}"></script>'
    before, end, after = page.rpartition(b"</body>")
    return before + script.encode() + end + after


def serve(site: LiveSite, port: int) -> ThreadingHTTPServer:
    """Serve a site to this machine only, until the server that is returned is shut down; port 0 is any that is free."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
