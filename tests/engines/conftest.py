"""The finished site in Firefox and in WebKit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from edition import Build
from engines import OPENED_BY
from serving import Quiet, serving

# Every process of the tests reads this file, and hardly any opens these browsers.
if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

# Seconds after which a page is taken not to come.
PATIENCE = 20
# Comes before all that a page has itself, its policy against such scripts among it.
KEEP_ERRORS = b"""<head><script>
window.errors = [];
for (const event of ["error", "unhandledrejection"]) {
    const keep = ({ target, message, reason }) => errors.push(String(message ?? reason ?? target.src ?? target.href));
    addEventListener(event, keep, true);
}
for (const level of ["error", "warn"]) console[level] = (...words) => errors.push(words.join(" "));
</script>"""


class KeepingErrors(Quiet):
    """Sends pages that keep their errors in `window.errors`: WebKit logs none of them while it is driven."""

    def do_GET(self) -> None:  # noqa: N802 - the name is the library’s
        path = Path(self.translate_path(self.path))
        if path.suffix != ".html":
            super().do_GET()
            return
        page = path.read_bytes().replace(b"<head>", KEEP_ERRORS, 1)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@contextmanager
def opened(name: str, logs: Path) -> Iterator[WebDriver]:
    with OPENED_BY[name](logs / name) as driver:
        driver.set_page_load_timeout(PATIENCE)
        yield driver


@pytest.fixture(scope="session")
def site(real: Build) -> Iterator[str]:
    """The address of the real edition."""
    with serving(real.out, KeepingErrors) as address:
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
