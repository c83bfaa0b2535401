"""Where a reader arrives whom an address leads to a place on a page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from screens import DESKTOP, PHONE


def test_the_address_of_an_item_shows_its_connections_beside_its_words(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/annex/43.html#plan-43-b")
    expect(page.locator("#plan-43-b > p").first).to_be_in_viewport()
    expect(page.locator("[data-of='plan-43-b'] .cards > li").first).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_address_leads_to_exactly_its_paragraph(page: Page, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    page.goto("/resolutions/r74.html#r74-op-16")
    expect(page.locator("#r74-op-16")).to_be_in_viewport(ratio=0.9)
    top = page.locator("#r74-op-16").evaluate("element => element.getBoundingClientRect().top")
    header = page.locator("header.bar").evaluate("element => element.getBoundingClientRect().bottom")
    assert top >= header, "the header of the page does not cover it"


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("instruments/ilo-p29.html#ilo-p29", "h1"),
        ("instruments/ohchr-recommended-principles.html#ohchr-recommended-principles", "h1"),
        ("resolutions/r74.html#r74-op-21", ".provision-heading:has(+ :target)"),
    ],
)
def test_an_address_shows_the_heading_of_what_it_leads_to(
    page: Page, viewport: ViewportSize, address: str, heading: str
) -> None:
    page.set_viewport_size(viewport)
    page.goto(f"/{address}")
    bar, box = (page.locator(place).bounding_box() for place in (".bar", heading))
    assert bar is not None
    assert box is not None
    assert bar["height"] <= box["y"] < viewport["height"] / 2
    target = page.locator(":target")
    tinted = page.locator("h1") if heading == "h1" else target
    backgrounds = [each.evaluate("e => getComputedStyle(e).backgroundColor") for each in (tinted, target)]
    assert backgrounds[0] != "rgba(0, 0, 0, 0)"
    assert (backgrounds[1] == "rgba(0, 0, 0, 0)") is (heading == "h1")


def test_an_address_leads_to_its_place_at_once(page: Page) -> None:
    page.goto("/resolutions/r74.html#r74-op-26")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_commentary_that_stands_on_another_sheet_is_led_to_and_marked(page: Page) -> None:
    page.goto("/resolutions/r74.html#r74-op-22-c1")
    expect(page.locator(".commentary-paragraph#r74-op-22-c1:target")).to_be_in_viewport()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_who_is_led_to_a_paragraph_arrives_at_the_title_of_its_page(page: Page, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    page.goto("/annex/43.html#plan-43")
    expect(page.locator(":target")).to_be_in_viewport()
    places = page.locator(".bar, h1").evaluate_all("(all) => all.map((each) => each.getBoundingClientRect())")
    (bar, title) = places
    assert title["top"] >= bar["bottom"]


def test_in_a_window_of_a_few_lines_the_provision_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 180})
    page.goto("/annex/43.html#plan-43-b")
    expect(page.locator("#plan-43-b")).to_be_in_viewport()
