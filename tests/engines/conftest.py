"""The finished site in Firefox and in WebKit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edition import Build
from engines import OPENED_BY
from serving import serving

# Every process of the tests reads this file, and hardly any opens these browsers.
if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

# Seconds after which a page is taken not to come.
PATIENCE = 20


@contextmanager
def opened(name: str, logs: Path) -> Iterator[WebDriver]:
    with OPENED_BY[name](logs / name) as driver:
        driver.set_page_load_timeout(PATIENCE)
        yield driver


@pytest.fixture(scope="session")
def site(real: Build) -> Iterator[str]:
    """The address of the real edition."""
    with serving(real.out) as address:
        yield address


@pytest.fixture(scope="session")
def logs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("engines")


@pytest.fixture
def log(request: pytest.FixtureRequest, logs: Path) -> Path:
    """What the browser of a test says."""
    return logs / str(request.node.callspec.params["driver"])


@pytest.fixture(scope="session")
def firefox(logs: Path) -> Iterator[WebDriver]:
    with opened("firefox", logs) as driver:
        yield driver


@pytest.fixture(scope="session")
def webkit(logs: Path) -> Iterator[WebDriver]:
    with opened("webkit", logs) as driver:
        yield driver


@pytest.fixture(scope="session", params=OPENED_BY)
def driver(request: pytest.FixtureRequest) -> WebDriver:
    """A browser, one after the other."""
    opened_driver: WebDriver = request.getfixturevalue(request.param)
    return opened_driver
