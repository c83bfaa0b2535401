"""A tab of a browser that one test after another has to itself, each as if nobody had used it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, Request, ViewportSize
from screens import PHONE

# What a browser is like, and cannot be told to be otherwise once it is there.
KINDS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": ViewportSize(width=1280, height=720)},
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "without scripts": {"viewport": ViewportSize(width=1280, height=720), "java_script_enabled": False},
}
# Tell a function of all events of a name on a page.
Listen = Callable[[Page, str, Callable[[Any], None]], None]


@contextmanager
def on_network(page: Page, conditions: dict[str, bool | int]) -> Iterator[None]:
    """Have a page on a network of some conditions, and nothing of what the browser has fetched before."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.setCacheDisabled", {"cacheDisabled": True})
    devtools.send("Network.emulateNetworkConditions", conditions)
    try:
        yield
    finally:
        devtools.detach()


def name_requests_to_others(page: Page, site: str, complaints: list[str]) -> None:
    """Have the address of each request of a page to anyone but the site among the complaints.

    The browser of the tests reaches nobody else, so such a request fails: to be told of all takes longer. What fails of
    the site, such as what a page that is left no longer wants, is no complaint.
    """

    def fails(request: Request) -> None:
        if not request.url.startswith((f"{site}/", f"blob:{site}/")):
            complaints.append(request.url)

    page.on("requestfailed", fails)


class Tab:
    """A tab, and what the pages in it have complained of: errors, dialogs, and requests to anyone but the site.

    With what it has at hand already (a process, scripts that are compiled, files of the site), a page takes half of
    what it takes in a new one.
    """

    def __init__(self, browser: Browser, site: str, kind: str = "desktop") -> None:
        self.site = site
        self.kind = kind
        self.context = browser.new_context(base_url=site, **KINDS[kind])
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        name_requests_to_others(self.page, site, self.complaints)
        self.page.on("dialog", self._says)

    def _says(self, dialog: Dialog) -> None:
        self.complaints.append(dialog.message)
        dialog.dismiss()

    @contextmanager
    def used(self) -> Iterator[Page]:
        """Have a page that is as new, and leave it so; what it has complained of fails the test."""
        yield self.page
        complaints = [*self.complaints]
        self.clear()
        assert complaints == []

    @contextmanager
    def kept_open(self, address: str, screen: ViewportSize) -> Iterator[Page]:
        """Have a page that several tests look at; what it has complained of fails the last."""
        self.page.set_viewport_size(screen)
        self.page.goto(address)
        yield self.page
        assert self.complaints == []

    def clear(self) -> None:
        """Make the tab what it was before anybody used it."""
        page, context = self.page, self.context
        for other in context.pages:
            if other is not page:
                other.close()
        page.goto("about:blank")
        page.unroute_all()
        if page.viewport_size != KINDS[self.kind]["viewport"]:
            page.set_viewport_size(KINDS[self.kind]["viewport"])
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        # Over nothing: at the corner, it would be over the header of the next page.
        page.mouse.move(-1, -1)
        context.clear_permissions()
        devtools = context.new_cdp_session(page)
        devtools.send("Storage.clearDataForOrigin", {"origin": self.site, "storageTypes": "all"})
        devtools.send("Page.resetNavigationHistory")
        # As long as it listens, the next page would not be shown as on paper, though it were told to be.
        devtools.detach()
        self.complaints.clear()

    def close(self) -> None:
        """Close the tab."""
        self.context.close()
