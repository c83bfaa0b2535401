"""Screens of several sizes."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page, ViewportSize

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


def on_screens(page: Page, address: str, *screens: ViewportSize) -> Iterator[ViewportSize]:
    """Open a page on the first of some screens, and let it be looked at on each in turn: it is loaded once."""
    for place, screen in enumerate(screens):
        page.set_viewport_size(screen)
        if place == 0:
            page.goto(address)
        yield screen
