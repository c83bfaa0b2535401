"""The tab that tests use one after another: nothing of one is there for the next."""

from __future__ import annotations

from contextlib import closing

import pytest
from playwright.sync_api import Browser
from tab import Tab

USED = """async () => {
    document.cookie = "used=1";
    localStorage.theme = "dark";
    sessionStorage.used = 1;
    await caches.open("used");
}"""
# What is below the pointer is known when a page has been drawn.
STATE = """async () => ({
    drawn: await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
    size: [innerWidth, innerHeight],
    media: ["print", "(prefers-color-scheme: dark)", "(prefers-reduced-motion)", "(forced-colors)"]
        .map((media) => matchMedia(media).matches),
    kept: [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length],
    permission: (await navigator.permissions.query({ name: "clipboard-read" })).state,
    hovered: [...document.querySelectorAll(":hover")].map((element) => element.localName),
})"""


def test_a_tab_that_was_cleared_is_as_good_as_new(browser: Browser, site: str) -> None:
    with closing(Tab(browser, site)) as used, closing(Tab(browser, site)) as new:
        page = used.page
        page.set_viewport_size({"width": 390, "height": 844})
        page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce", forced_colors="active")
        page.context.grant_permissions(["clipboard-read"])
        page.goto("/annex/38.html")
        page.evaluate(USED)
        page.mouse.move(60, 25)
        page.context.new_page()
        page.route("**/annex/12.html", lambda route: route.abort())
        used.clear()
        assert used.context.pages == [page]
        states = []
        for tab in (used, new):
            tab.page.goto("/annex/12.html")
            states.append(tab.page.evaluate(STATE))
        assert states[0] == states[1]
        page.go_back()
        assert page.url == "about:blank"


def test_a_tab_that_was_cleared_does_as_it_is_told_on_every_page(browser: Browser, site: str) -> None:
    with closing(Tab(browser, site)) as tab:
        tab.clear()
        tab.page.emulate_media(media="print")
        tab.page.goto("/annex/12.html")
        assert tab.page.evaluate("matchMedia('print').matches")


@pytest.mark.parametrize("host", ["127.0.0.1:9", "192.0.2.1", "elsewhere.localhost:{port}"])
def test_a_tab_complains_of_whoever_else_is_asked(browser: Browser, site: str, host: str) -> None:
    # By the last name, the server of the site would answer.
    address = f"http://{host.format(port=site.rpartition(':')[2])}/robots.txt"
    with closing(Tab(browser, site)) as tab:
        tab.page.goto("/robots.txt")
        with tab.page.expect_event("requestfailed"):
            tab.page.evaluate("address => { fetch(address, { mode: 'no-cors' }).catch(() => {}); }", address)
        assert tab.complaints == [address]
