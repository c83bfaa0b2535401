"""A card over a link of a page."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

ADDRESS = "/annex/43.html"
LINK = ".connections a[href='../resolutions/r64.html#r64-op-3']"
WORDS = "Urges Member States that have not yet done so to consider ratifying"


def card_of(page: Page) -> Locator:
    return page.locator(".preview")


def opened_card(page: Page) -> Locator:
    """Wait for a card; return it.

    Playwright describes the whole page each time that it does not yet find what it is to `expect`, which takes longer
    than all else that is done for a card: so it is waited for in another way.
    """
    card = card_of(page)
    card.wait_for()
    return card


def link_of(page: Page) -> Locator:
    return page.locator(LINK).first


def tab_to(link: Locator) -> None:
    """Put the focus on a link as the keyboard does."""
    link.focus()
    link.page.keyboard.press("Shift+Tab")
    link.page.keyboard.press("Tab")
    expect(link).to_be_focused()


def hover(page: Page) -> Locator:
    link = link_of(page)
    link.hover()
    opened_card(page)
    return link


def width_of(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


def expect_beside(link: Locator, card: Locator) -> None:
    link_box, card_box = link.bounding_box(), card.bounding_box()
    assert link_box is not None and card_box is not None
    assert card_box["y"] >= link_box["y"] + link_box["height"] or card_box["y"] + card_box["height"] <= link_box["y"], (
        "it covers its link"
    )
