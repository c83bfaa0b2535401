"""The page for an address that leads nowhere, shown by a server that does so, and the mark of the site."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from edition import TINY, Build, Edition
from playwright.sync_api import Browser, Page, Response, expect
from screens import DESKTOP, PHONE, on_screens
from tab import Tab


class ShowsNotFound(SimpleHTTPRequestHandler):
    """Answers as hosts of static sites do: below a prefix, with `404.html` where there is no file."""

    prefix: ClassVar[str] = ""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.prefix))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


class BelowAPrefix(ShowsNotFound):
    prefix = "/plan"


def served(handler: type[ShowsNotFound], build: Build) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=build.out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def host(real: Build) -> Iterator[str]:
    yield from served(ShowsNotFound, real)


@pytest.fixture(scope="module")
def tab(browser: Browser, host: str) -> Iterator[Tab]:
    with closing(Tab(browser, host)) as opened:
        yield opened


@pytest.fixture
def visitor(tab: Tab) -> Iterator[Page]:
    """A page of somebody who visits the host."""
    with tab.used() as page:
        yield page


@pytest.fixture(scope="module")
def host_below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    edition = Edition.copy(TINY, tmp_path_factory.mktemp("below"))
    yield from served(BelowAPrefix, edition.build(html_baseurl="https://example.org/plan/"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/annex/99.html", "annex 99"),
        ("/99", "99"),
        ("/a/b/sdg-8.7/", "a b sdg 8.7"),
        ("/r74-op-99.html?from=mail#there", "r74 op 99"),
        ("/non%2Dpunishment_clause", "non punishment clause"),
        ("/%E0%A4%A", "E0 A4 A"),
        ("/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "script alert 1 script"),
    ],
)
def test_a_wrong_address_is_searched_for(visitor: Page, host: str, address: str, words: str) -> None:
    failed: list[str] = []

    def note(answer: Response) -> None:
        if answer.status >= 400:
            failed.append(answer.url)

    visitor.on("response", note)
    for screen in on_screens(visitor, host + address, PHONE, DESKTOP):
        expect(visitor.locator("h1")).to_have_text("Page not found")
        expect(visitor.get_by_label("Search for what you wanted to read")).to_have_value(words)
        fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        assert visitor.evaluate(fits), screen
    visitor.remove_listener("response", note)
    assert failed == [f"{host}{address.partition('#')[0]}"], "its styles and scripts are found at any depth"


def test_from_a_wrong_address_to_the_results_and_to_a_part(visitor: Page, host: str) -> None:
    page = visitor
    page.goto(f"{host}/annexes/retaliation.html")
    page.locator("article").get_by_role("button", name="Search").click()
    expect(page).to_have_url(f"{host}/search.html#q=annexes+retaliation")
    page.goto(f"{host}/no/such/page")
    page.locator("article").get_by_role("link", name="Part II.").click()
    expect(page.locator("h1")).to_contain_text("Part II.")


def test_a_wrong_address_leads_on_without_javascript(unscripted: Page, host: str) -> None:
    page = unscripted
    page.goto(f"{host}/annex/99.html")
    expect(page.get_by_label("Search for what you wanted to read")).to_have_value("")
    page.locator("article").get_by_role("link", name="Home").click()
    expect(page).to_have_url(f"{host}/index.html")


def test_a_site_below_a_prefix_keeps_its_readers_there(page: Page, host_below: str) -> None:
    page.goto(f"{host_below}/plan/rules/9.html")
    expect(page.get_by_label("Search for what you wanted to read")).to_have_value("rules 9")
    page.locator("article").get_by_role("link", name="Rule 2").click()
    expect(page).to_have_url(f"{host_below}/plan/rules/2.html")


def test_the_mark_of_the_site_can_be_drawn(page: Page) -> None:
    page.goto("/annex/12.html")
    mark = page.locator("link[rel~=icon]").evaluate("link => link.href")
    width = page.evaluate(
        "async address => { const image = new Image(); image.src = address; await image.decode(); return image.width }",
        mark,
    )
    assert width > 0
