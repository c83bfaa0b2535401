"""The page of results, and the field in the header of every page."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect


def offers(page: Page) -> Locator:
    return page.locator(".search-offers h3 a")


def results(page: Page) -> Locator:
    return page.locator(".search-results > ol > li")


def field(page: Page) -> Locator:
    return page.locator("#search-field")


def header_field(page: Page) -> Locator:
    return page.locator("header input[type=search]")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


def ask(page: Page, words: str) -> None:
    """Ask the page of results for something, and wait until it has answered."""
    # When the field has been filled, the page says already that it is at work.
    field(page).fill(words)
    expect(page.locator(".search-results:not([aria-busy])")).to_have_count(1)
