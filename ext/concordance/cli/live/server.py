"""Serve a changing site to browsers on this machine, which reload a page when it has changed.

Pages are served with a script for this that the files of the site do not have. Browsers learn of changes by server-sent
events (https://html.spec.whatwg.org/multipage/server-sent-events.html).
"""

from __future__ import annotations

import io
import json
import threading
from collections import Counter
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote, unquote, urlsplit

from concordance.browser import BROWSER
from concordance.cli.site_server import SiteHandler, SiteServer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Folders below `build/`: in the first, where Sphinx works, and a copy of that from when a build last succeeded. Both
# have a site.
LIVE = "live"
WORK, GOOD = f"{LIVE}/work", f"{LIVE}/good"
SCRIPT, EVENTS = "/live.js", "/live-events"
# A browser that listens is sent something at least this often, in seconds: this shows whether it is still there.
HEARTBEAT = 15
PLACEHOLDER = "<!doctype html><title>…</title><body>The site is being built. This page will show it.</body>"


@dataclass(frozen=True, slots=True)
class SiteState:
    """The state of a site that is edited."""

    problems: str = ""
    """The problems of the edition as text, empty if there are none."""
    early: frozenset[str] = frozenset()
    """The names of pages that are shown before all others are written."""
    changes: int = 0
    """How often there was something new to see."""
    building: bool = False
    """Whether something was saved that cannot all be seen yet."""


class LiveSite:
    """The site of the edition at `root` and its state, for whose next change threads can wait."""

    def __init__(self, root: Path) -> None:
        self.folder = root / "build" / GOOD / "html"
        self._work = root / "build" / WORK / "html"
        self._changed = threading.Condition()
        self._state = SiteState()
        self._seen: Counter[str] = Counter()

    def update(self, *, problems: str, early: Iterable[str] = (), changed: bool = False) -> None:
        """Replace the state, and wake whoever waits for that; `changed` says whether there is something new to see.

        As long as some pages are `early`, others are still being built.
        """
        shown = frozenset(early)
        with self._changed:
            self._state = SiteState(problems, shown, self._state.changes + changed, building=bool(shown))
            self._changed.notify_all()

    def note_building(self) -> None:
        """Have browsers say that a build has begun."""
        with self._changed:
            self._state = replace(self._state, building=True)
            self._changed.notify_all()

    @contextmanager
    def looked_at(self, name: str) -> Iterator[None]:
        """Count a page among those that are seen, within this context."""
        with self._changed:
            self._seen[name] += 1
        try:
            yield
        finally:
            with self._changed:
                self._seen[name] -= 1

    def seen(self) -> list[str]:
        """Return the names of the pages that browsers show."""
        with self._changed:
            return sorted(+self._seen)

    def wait_for_change(self, known: SiteState | None, seconds: float) -> SiteState:
        """Return the state as soon as it differs from `known`, and at the latest after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state != known, seconds)
            return self._state

    def page(self, name: str) -> Path:
        """Return the file of a page, as it is to be shown now, by its name in the site (`rules/2.html`)."""
        return (self._work if name in self._state.early else self.folder) / name

    def version(self, name: str) -> str:
        """Return what tells versions of a page apart: the date of its file, which copies keep; empty without a file."""
        try:
            return str(self.page(name).stat().st_mtime_ns)
        except OSError:
            return ""


class _Handler(SiteHandler):
    def __init__(self, *arguments: Any, site: LiveSite) -> None:
        self.site = site
        super().__init__(*arguments, directory=str(site.folder))

    def do_GET(self) -> None:  # noqa: N802 - the name is given
        """Answer with a file, a page with the script, or events."""
        if self.path.partition("?")[0] == EVENTS:
            self.answer(self._send_events)
        else:
            super().do_GET()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the head of an answer, and return its body."""
        path = urlsplit(self.path).path
        if path == SCRIPT:
            return self._send("text/javascript", (BROWSER / "live" / "live.js").read_bytes())
        name = self._name(path)
        # The version is read before the page: if that changes in between, the browser will load it again.
        version, file = self.site.version(name), self.site.page(name)
        if file.suffix == ".html" and version:
            return self._send("text/html", _with_script(file.read_bytes(), name, version))
        if not (self.site.folder / "index.html").exists():
            return self._send("text/html", _with_script(PLACEHOLDER.encode(), "index.html", ""))
        return super().send_head()

    def _name(self, path: str) -> str:
        """Return the name of the page at the path of an address; no path leads out of the site."""
        file = Path(self.translate_path(f"{path}index.html" if path.endswith("/") else path))
        return file.relative_to(self.directory).as_posix()

    def _send(self, kind: str, content: bytes) -> io.BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def _send_events(self) -> None:
        """Send events to a browser that shows a page: its version when it has changed, and the edition's problems."""
        name = self._name(unquote(f"/{urlsplit(self.path).query}"))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known: SiteState | None = None
        with suppress(ConnectionError), self.site.looked_at(name):
            while True:
                state = self.site.wait_for_change(known, HEARTBEAT)
                event = json.dumps(
                    {"version": self.site.version(name), "problems": state.problems, "building": state.building}
                )
                self.wfile.write(b":\n\n" if state == known else f"data: {event}\n\n".encode())
                known = state


def _with_script(page: bytes, name: str, version: str) -> bytes:
    script = f'<script src="{SCRIPT}" data-version="{version}" data-events="{EVENTS}?{quote(name)}"></script>'
    before, end, after = page.rpartition(b"</body>")
    return before + script.encode() + end + after


def serve(site: LiveSite, port: int) -> SiteServer:
    """Serve a site to this machine only, until the server that is returned is shut down; port 0 takes any free port."""
    server = SiteServer(port, partial(_Handler, site=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
