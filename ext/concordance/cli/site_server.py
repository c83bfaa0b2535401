"""Serve a site on this machine only, as a host does that reads its file `_headers`: what is tried is what is published.

Pages of other sites can have a browser ask servers on its own machine, and can give these any name in the system of
names: so only requests for the server's own names are answered.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from concordance.exports.security_headers import HEADERS, HEADERS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ADDRESS = "127.0.0.1"
OWN_NAMES = frozenset({ADDRESS, "localhost", "[::1]"})
NOT_FOUND = "404.html"
Rules = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class SiteHandler(SimpleHTTPRequestHandler):
    """Answers a request with a file of a site; a request that makes no sense gets an answer that says so."""

    def do_GET(self) -> None:
        """Answer with a head and a body."""
        self.answer(super().do_GET)

    def do_HEAD(self) -> None:
        """Answer with a head."""
        self.answer(super().do_HEAD)

    def answer(self, respond: Callable[[], None]) -> None:
        """Respond to a request for a name of this server, and to any path whatever."""
        host = self.headers.get("Host", ADDRESS)
        if re.sub(r":\d+\Z", "", host).lower() not in OWN_NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        try:
            respond()
        except ConnectionError:
            # Whoever asked has gone.
            return
        except (OSError, ValueError):
            # A path that no file can have, with a zero in it or too long.
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer that something is wrong; where there is no page, with the page that the site has for this."""
        page = Path(self.directory) / NOT_FOUND
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def end_headers(self) -> None:
        """Say what the site's own file says of it, and have browsers ask each time whether a file has changed."""
        self.send_header("Cache-Control", "no-cache")
        try:
            path = unquote(urlsplit(self.path).path)
        except (AttributeError, ValueError):
            path = ""
        for name, value in headers_for(path, Path(self.directory) / HEADERS_FILE).items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: Any) -> None:
        """Log nothing."""


class SiteServer(ThreadingHTTPServer):
    """A server for this machine only; what goes wrong with a connection concerns nobody else."""

    daemon_threads = True

    def __init__(self, port: int, handler: Callable[..., SiteHandler]) -> None:
        """Listen on a port; 0 takes any free one."""
        super().__init__((ADDRESS, port), handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over connections that break, as they do whenever a reader leaves a page; report anything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def headers_for(path: str, file: Path) -> Mapping[str, str]:
    """Return the headers of the site for the path of an address; of rules that say the same, the last counts.

    `file` has them in the form of Netlify (https://docs.netlify.com/routing/headers/). Until a build has written it,
    all files get those that belong to all.
    """
    try:
        rules = _read_rules(file, file.stat().st_mtime_ns)
    except OSError:
        return HEADERS
    return {name: value for pattern, headers in rules if re.fullmatch(pattern, path) for name, value in headers}


@cache
def _read_rules(file: Path, _date: int) -> Rules:
    rules: list[tuple[str, list[tuple[str, str]]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rules.append((re.escape(line).replace(r"\*", ".*"), []))
        elif rules and line.strip():
            name, _, value = line.partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return tuple((pattern, tuple(headers)) for pattern, headers in rules)


def port_problem(command: str, port: int, error: OSError) -> str:
    """Return what to say where a port cannot be listened on, with the call of the make command for another one."""
    another = f"Give another: make {command} PORT={port + 1}"
    return f"Port {port} cannot be used: {error.strerror}. {another}"
