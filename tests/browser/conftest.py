"""A browser and the finished site."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from edition import Build
from playwright.sync_api import Browser, Page, sync_playwright
from serving import serving

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


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page of a desktop browser that fails on errors in the console and on requests to anyone else."""
    context = browser.new_context(base_url=site)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("request", lambda request: None if request.url.startswith(site) else complaints.append(request.url))
    yield opened
    context.close()
    assert complaints == []
