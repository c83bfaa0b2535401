"""A handout that a reader keeps on the device."""

from __future__ import annotations

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import ClassVar

import pytest
from edition import Build
from handouts import THREE, is_ready
from playwright.sync_api import Browser, expect
from serving import Quiet


class Mortal(Quiet):
    """A host that answers no more once its server has been shut down, not even on a connection that was open before."""

    protocol_version = "HTTP/1.0"


def test_a_handout_that_is_kept_is_opened_again_without_a_connection(browser: Browser, real: Build) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Mortal, directory=real.out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    page = context.new_page()
    page.goto(f"{THREE}#title=Day+one")
    is_ready(page, 3)
    assert page.evaluate("caches.keys()") == []
    page.get_by_role("button", name="Keep on this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Kept.")
    expect(page.get_by_role("button", name="Remove from this device")).to_be_focused()
    # What is added later is kept as well.
    page.get_by_label("Add an entry").fill("para 38")
    page.keyboard.press("Enter")
    is_ready(page, 4)
    page.wait_for_function("() => caches.match(new URL('annex/38.html', location)).then(Boolean)")
    # A cache of its own: another edition may stand on the same host.
    assert page.evaluate("caches.keys()") == [f"handout {page.url.partition('?')[0]}"]
    server.shutdown()
    server.server_close()
    page.reload()
    is_ready(page, 4)
    expect(page.locator(".sheet h2")).to_have_text("Day one")
    page.get_by_label("Commentary", exact=True).check()
    expect(page.locator(".sheet-commentary").first).to_be_visible()
    page.get_by_role("button", name="Remove from this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Removed.")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    context.close()


PORTAL = b"<!doctype html><title>marker</title>"
ELSEWHERE = "/elsewhere.html"


class Ill(Mortal):
    """A host that answers with what is none of its own, such as a page to log in, or that has a new edition."""

    answer: ClassVar[tuple[int, bytes, str] | None] = None

    def do_GET(self) -> None:  # noqa: N802 - the name is the library’s
        if self.answer is None or not (self.answer[2] or self.path.startswith("/handout.html")):
            super().do_GET()
            return
        status, body, leads = self.answer
        # Elsewhere, there is a page: if it led to itself, the browser would follow twenty times.
        if self.path == ELSEWHERE:
            status, body = 200, PORTAL
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        if status == 302:
            self.send_header("Location", leads)
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        # Otherwise, a browser asks the less often the older a file is.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def test_what_is_kept_is_shown_where_the_host_is_ill_and_replaced_by_a_new_edition(
    browser: Browser, real: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Ill, directory=real.out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    page = context.new_page()
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Keep on this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Kept.")
    elsewhere = f"http://localhost:{server.server_port}{ELSEWHERE}"
    for answer in ((503, PORTAL, "all"), (200, PORTAL, "all"), (302, b"", elsewhere)):
        monkeypatch.setattr(Ill, "answer", answer)
        page.goto("about:blank")
        page.goto(THREE)
        is_ready(page, 3)
        assert "marker" not in page.title()
    edition = real.page("handout").replace("Make a handout", "Make a new handout").encode()
    # What is kept is there at every moment: a reader may leave at any.
    page.add_init_script("CacheStorage.prototype.delete = () => Promise.reject(new Error('not now'))")
    monkeypatch.setattr(Ill, "answer", (200, edition, ""))
    page.goto("about:blank")
    page.goto(THREE)
    is_ready(page, 3)
    expect(page.locator("h1")).to_contain_text("Make a new handout")
    expect(page.locator(".handout-done")).to_contain_text("of an earlier edition", timeout=60_000)
    server.shutdown()
    server.server_close()
    page.reload()
    is_ready(page, 3)
    expect(page.locator("h1")).to_contain_text("Make a new handout")
    context.close()
