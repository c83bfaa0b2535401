"""The finished site in Firefox and in WebKit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from edition import Build
from engines import OPENED_BY
from selenium.webdriver.remote.webdriver import WebDriver
from serving import serving

# Seconds after which a page is taken not to come.
PATIENCE = 20


@pytest.fixture(scope="session")
def site(real: Build) -> Iterator[str]:
    """The address of the real edition."""
    with serving(real.out) as address:
        yield address


@pytest.fixture(scope="session")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engines") / "log"


@pytest.fixture(scope="session", params=OPENED_BY)
def driver(request: pytest.FixtureRequest, log: Path) -> Iterator[WebDriver]:
    """A browser, one after the other."""
    with OPENED_BY[request.param](log) as opened:
        opened.set_page_load_timeout(PATIENCE)
        yield opened


@pytest.fixture(scope="session")
def firefox(log: Path) -> Iterator[WebDriver]:
    """Firefox, for what only it does."""
    with OPENED_BY["firefox"](log) as opened:
        yield opened
