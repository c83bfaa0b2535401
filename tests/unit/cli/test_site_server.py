"""A site is served as a host serves it, to this machine and under its own names only."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from concordance.cli.live.server import LiveSite, serve
from concordance.cli.site_server import SiteHandler, SiteServer
from concordance.exports.security_headers import headers_file


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an edition that is edited, as a build leaves it."""
    root = tmp_path_factory.mktemp("edition")
    folder = root / "build/live/good/html"
    for name, text in {"index.html": "Home", "a.html": "Page", "404.html": "Lost", "linker.js": "1;"}.items():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"<!doctype html><body>{text}</body>" if name.endswith("html") else text)
    (folder / "_headers").write_text(headers_file(["index.html", "a.html"]))
    (root / "marker").write_text("outside")
    return folder


# To stop one takes half a second.
@pytest.fixture(scope="module", params=["serve", "live"])
def server(request: pytest.FixtureRequest, site: Path) -> Iterator[SiteServer]:
    if request.param == "live":
        server = serve(LiveSite(site.parents[3]), 0)
    else:
        server = SiteServer(0, partial(SiteHandler, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def asked(server: SiteServer, path: bytes, host: str = "127.0.0.1", method: str = "GET") -> tuple[int, str]:
    """Return the status and all of an answer; the path is sent as it is."""
    with closing(socket.create_connection(("127.0.0.1", server.server_port), timeout=30)) as connection:
        head = f" HTTP/1.0\r\nHost: {host}\r\n\r\n".encode()
        connection.sendall(method.encode() + b" " + path + head)
        answer = b""
        while part := connection.recv(65536):
            answer += part
    return int(answer.split()[1]), answer.decode(errors="replace")


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}", "LOCALHOST", "[::1]:{}"])
def test_a_page_is_had_under_the_names_of_this_machine(server: SiteServer, host: str) -> None:
    status, answer = asked(server, b"/a.html", host.format(server.server_port))
    assert status == 200
    assert "Page" in answer


@pytest.mark.parametrize(
    "host", ["example.org", "example.org:80", "localhost.example.org", "127.0.0.1.example.org", ""]
)
@pytest.mark.parametrize("path", [b"/a.html", b"/live-events?a.html", b"/live.js"])
def test_nothing_is_had_under_any_other_name(server: SiteServer, host: str, path: bytes) -> None:
    status, answer = asked(server, path, host)
    assert status == 421
    assert "Page" not in answer


def test_what_is_said_of_a_page_is_what_a_host_says(server: SiteServer) -> None:
    _status, page = asked(server, b"/a.html")
    assert page.count("Content-Security-Policy:") == 1
    assert "frame-ancestors 'none'" in page
    assert "Cross-Origin-Resource-Policy: same-origin" in page
    assert "Permissions-Policy: " in page and "Cross-Origin-Opener-Policy: same-origin" in page
    _status, script = asked(server, b"/linker.js")
    assert "Cross-Origin-Resource-Policy: cross-origin" in script and "Access-Control-Allow-Origin: *" in script


PATHS = {
    "a zero": b"/a%00.html",
    "too long": b"/" + b"a" * 5_000 + b".html",
    "not UTF-8": b"/%ff%fe.html",
    "a page below a page": b"/a.html/b.html",
    "no host": b"//[",
    "climbing": b"/..%2f..%2f..%2f..%2fmarker",
    "climbing by name": b"/../../../../marker",
    "half a letter": b"/%",
    "raw bytes": b"/\xff\xfe",
}


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_any_path_gets_an_answer_and_no_traceback(
    server: SiteServer, path: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    for method in ("GET", "HEAD"):
        status, answer = asked(server, path, method=method)
        assert status in {400, 404}
        assert "outside" not in answer
    assert "Traceback" not in capfd.readouterr().err


def test_where_there_is_no_page_the_sites_own_page_says_so(server: SiteServer) -> None:
    status, answer = asked(server, b"/b.html")
    assert status == 404
    assert "Lost" in answer


def test_headers_are_those_of_all_files_until_a_build_has_written_them(server: SiteServer, site: Path) -> None:
    headers = site / "_headers"
    written = headers.read_bytes()
    headers.unlink()
    _status, page = asked(server, b"/a.html")
    headers.write_bytes(written)
    assert "default-src 'none'" in page
