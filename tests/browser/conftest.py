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
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving
from tab import Listen, Tab

# The first is the same browser without its windows, and wants less than half of the time.
PROGRAMS = ("chromium-headless-shell", "chromium")

# No script runs for so long on one page that to optimize it would pay. Axe makes much that is soon garbage: with more
# room for it, and no other threads that help to look for it, it takes a tenth of the time less.
SCRIPTS = "--js-flags=--no-opt --single-threaded-gc --min-semi-space-size=32 --max-semi-space-size=64"


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
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", SCRIPTS],
        )
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def tab_of(browser: Browser, site: str) -> Iterator[Callable[[str], Tab]]:
    """Return the tab of a kind in which tests have their pages, one after another."""
    with ExitStack() as opened:
        yield cache(lambda kind: opened.enter_context(closing(Tab(browser, site, kind))))


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    """A page of a desktop browser that fails on errors in the console and on requests to anyone else.

    It is as if new. A test that has something done in all pages from then on, or slows the network down, is marked with
    `own_tab`: nothing would end that. One that listens to the page does so with `listen`.
    """
    if request.node.get_closest_marker("own_tab"):
        with closing(Tab(browser, site)) as own:
            yield own.page
            assert own.complaints == []
    else:
        tab_of: Callable[[str], Tab] = request.getfixturevalue("tab_of")
        with tab_of("desktop").used() as opened:
            yield opened


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
