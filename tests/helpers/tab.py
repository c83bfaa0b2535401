"""A tab of a desktop browser that one test after another has to itself, each as if nobody had used it."""

from __future__ import annotations

from playwright.sync_api import Browser, Request, ViewportSize

USUAL: ViewportSize = {"width": 1280, "height": 720}


class Tab:
    """A tab, and what the pages in it have complained of: errors, and requests to anyone but the site.

    With what it has at hand already (a process, scripts that are compiled, files of the site), a page takes half of
    what it takes in a new one.
    """

    def __init__(self, browser: Browser, site: str) -> None:
        self.site = site
        self.context = browser.new_context(base_url=site, viewport=USUAL)
        self.page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asks)

    def _asks(self, request: Request) -> None:
        if not request.url.startswith(self.site):
            self.complaints.append(request.url)

    def clear(self) -> None:
        """Make the tab what it was before anybody used it."""
        page, context = self.page, self.context
        for other in context.pages:
            if other is not page:
                other.close()
        if page.url.startswith(self.site):
            page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
        page.set_viewport_size(USUAL)
        page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
        page.mouse.move(0, 0)
        context.clear_cookies()
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
