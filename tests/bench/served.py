"""A server that sends files as a good host does, compressed and with their headers, and remembers what it sent."""

from __future__ import annotations

import functools
import gzip
import mimetypes
import threading
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


@functools.cache
def body_of(path: Path) -> tuple[bytes, bool]:
    """Return what is sent of a file, and whether it is compressed."""
    plain = path.read_bytes()
    return (gzip.compress(plain, mtime=0), True) if path.suffix in TEXTS else (plain, False)


def headers_of(folder: Path) -> dict[str, str]:
    """Return the headers that a `_headers` file asks for on all pages."""
    file = folder / "_headers"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return dict(line.strip().split(": ", 1) for line in lines if line.startswith(" "))


@dataclass(slots=True)
class Served:
    """A folder that is served: its address, and the path and size of all that was sent so far."""

    folder: Path
    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)

    def forget(self) -> None:
        """Begin to count."""
        self.sent.clear()

    @property
    def size(self) -> int:
        """How many bytes were sent, without headers."""
        return sum(size for _, size in self.sent)


def handler_of(served: Served) -> type[BaseHTTPRequestHandler]:
    """Return what answers each request for a file of the folder."""
    headers = headers_of(served.folder)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Headers and body go out as soon as they are written; else each small file waits for an acknowledgement.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            path = served.folder / unquote(urlsplit(self.path).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            exists = path.is_file()
            body, compressed = body_of(path) if exists else (b"", False)
            served.sent.append((self.path, len(body)))
            self.send_response(200 if exists else 404)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", mimetypes.guess_type(path.name)[0] or "application/octet-stream")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "max-age=3600")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            # A browser that has seen enough hangs up.
            with suppress(ConnectionError):
                super().handle()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    return Handler


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a folder on this machine only."""
    served = Served(folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(served))
    served.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
