"""A browser and the finished site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from edition import Build
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, expect, sync_playwright
from searching import field
from serving import serving
from stranger import Stranger, hosted
from tab import Listen, Tab

# The first is the same browser without its windows, and wants less than half of the time.
PROGRAMS = ("chromium-headless-shell", "chromium")

# No script runs for so long on one page that either optimizing compiler would pay: without Maglev, axe takes a quarter
# less. Bytecode is kept for the next page. Axe makes much that is soon garbage: with more room for it, and no other
# threads that help to look for it, it takes a tenth of the time less.
SCRIPTS = (
    "--js-flags=--no-opt --no-maglev --no-flush-bytecode"
    " --single-threaded-gc --min-semi-space-size=32 --max-semi-space-size=64"
)

# A tab keeps its frame from one page of the site to the next: to make a new one for each takes a tenth of the time. The
# pointer then stays over the next page, as a reader's does. The first is what Playwright enables: the last list counts.
FRAMES = "--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame"

# Nobody is reached but servers of tests, so that requests to anyone else fail: of others, `Tab` is not told.
NOBODY_ELSE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"

SETTINGS = (SCRIPTS, FRAMES, NOBODY_ELSE)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder for as long as the tests run; return its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


@pytest.fixture(scope="session")
def site(real: Build, serve: Callable[[Path], str]) -> str:
    """The address of the real edition."""
    return serve(real.out)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if chromium is None:
        packages = " or ".join(f"`{name}`" for name in PROGRAMS)
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(f"There is no Chromium; install Debian's package {packages}.")
        pytest.skip(f"There is no Chromium on this machine (Debian's package is {packages}).")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", *SETTINGS],
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def tab_of(browser: Browser, site: str) -> Iterator[Callable[[str], Tab]]:
    """Return the tab of a kind in which tests have their pages, one after another."""
    with ExitStack() as opened:
        yield cache(lambda kind: opened.enter_context(closing(Tab(browser, site, kind))))


@pytest.fixture
def page(tab_of: Callable[[str], Tab]) -> Iterator[Page]:
    """A page of a desktop browser that fails on errors in the console and on requests to anyone else.

    It is as if new. A test that has something done in all pages, or is on another network, says until when (`with`).
    One that listens to the page does so with `listen`.
    """
    with tab_of("desktop").used() as opened:
        yield opened


@pytest.fixture(scope="session")
def kept_tab(browser: Browser, site: str) -> Iterator[Tab]:
    """A tab that is not cleared from one test to the next, and may use the clipboard."""
    with closing(Tab(browser, site)) as tab:
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield tab


@pytest.fixture
def kept(kept_tab: Tab) -> Iterator[Page]:
    """Paragraph 43, standing still, which remains open with all that it has loaded: a test leaves it as it was.

    To open it again, with a card or a dialog, takes longer than most of what tests do there.
    """
    page = kept_tab.page
    if not page.url.endswith("/annex/43.html"):
        page.emulate_media(reduced_motion="reduce")
        page.goto("/annex/43.html")
    yield page
    page.keyboard.press("Escape")
    # As long as the pointer stays on a link, its card does not come again.
    page.mouse.move(5, 5)
    page.emulate_media(media="null", color_scheme="null")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    assert kept_tab.complaints == []


@pytest.fixture
def phone(tab_of: Callable[[str], Tab]) -> Iterator[Page]:
    """Such a page of a phone, which is touched."""
    with tab_of("phone").used() as opened:
        yield opened


@pytest.fixture
def unscripted(tab_of: Callable[[str], Tab]) -> Iterator[Page]:
    """Such a page of a browser that runs no scripts."""
    with tab_of("without scripts").used() as opened:
        yield opened


@pytest.fixture
def listen() -> Iterator[Listen]:
    """Listen to a page until the test ends: tell a function of all events of a name."""
    with ExitStack() as ends:

        def begin(page: Page, event: str, act: Callable[[Any], None]) -> None:
            # For each event, `on` has a type of its own.
            on: Any = page.on
            on(event, act)
            ends.callback(page.remove_listener, event, act)

        yield begin


@pytest.fixture
def allowed(page: Page) -> Page:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


@pytest.fixture(scope="module")
def answers(browser: Browser, site: str) -> Iterator[Page]:
    """A page of results that stays open while many things are asked for."""
    with closing(Tab(browser, site)) as tab:
        tab.page.goto("/search.html")
        expect(field(tab.page)).to_be_focused()
        yield tab.page
        assert tab.complaints == []


@pytest.fixture(scope="module")
def edition(real: Build) -> Iterator[str]:
    server = hosted(real.out)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def visitor(browser: Browser) -> Iterator[Page]:
    """A page of somebody who visits one stranger after another: each has an origin of its own."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def stranger(visitor: Page, edition: str, tmp_path: Path) -> Iterator[Stranger]:
    server = hosted(tmp_path)
    address = f"http://127.0.0.1:{server.server_port}"
    guest = Stranger(tmp_path, address, edition, visitor)

    def asks(request: Request) -> None:
        guest.requests.append(request.url)

    def fails(error: Error) -> None:
        guest.errors.append(str(error))

    def says(message: ConsoleMessage) -> None:
        guest.logged.append(message.text)

    visitor.mouse.move(-1, -1)
    visitor.on("request", asks)
    visitor.on("pageerror", fails)
    visitor.on("console", says)
    yield guest
    # On a page of the same origin that has nothing odd.
    (tmp_path / "empty.html").write_text("<!doctype html>")
    visitor.goto(f"{address}/empty.html")
    kept = visitor.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length")
    visitor.evaluate("window.name = ''")
    visitor.unroute_all()
    visitor.remove_listener("request", asks)
    visitor.remove_listener("pageerror", fails)
    visitor.remove_listener("console", says)
    server.shutdown()
    server.server_close()
    assert guest.errors == []
    ours = (edition, address, "data:")
    assert [request for request in guest.requests if not request.startswith(ours)] == []
    assert (kept, visitor.context.cookies()) == (0, [])
