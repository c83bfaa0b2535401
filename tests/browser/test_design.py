"""The page on the design looks as it did: a change that nobody meant is noticed."""

from __future__ import annotations

import io
from functools import reduce
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route, expect

PICTURES = Path(__file__).with_name("pictures")
# Edges of letters differ a little between versions of a browser: a picture is compared in blocks of so many pixels, and
# a block may differ by so much of 255, in so many blocks of a thousand.
BLOCK, DIFFERENCE, BLOCKS = 8, 24, 4


def _own_letters_only(route: Route) -> None:
    """Wait for the reading face, and use it for everything: the faces of devices differ."""
    styles = route.fetch().text().replace("font-display: optional", "font-display: block")
    route.fulfill(body=styles + 'body { --font-stack: "Reading Face" !important; }', content_type="text/css")


def test_each_value_of_the_design_says_what_it_is_for(page: Page) -> None:
    page.goto("/guide/design.html")
    purposes = page.locator(".design .purpose").all_inner_texts()
    assert len(purposes) == 21
    assert all(purposes)
    expect(page.get_by_text("here where an address has led")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pieces_of_pages_look_as_they_did(browser: Browser, site: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 1000, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.route("**/tokens.css*", _own_letters_only)
    page.goto(f"{site}/guide/design.html")
    page.evaluate("document.fonts.ready")
    shown = page.locator(".design").screenshot(animations="disabled")
    context.close()
    kept = PICTURES / f"design-{scheme}.png"
    if not kept.exists():
        PICTURES.mkdir(exist_ok=True)
        kept.write_bytes(shown)
        pytest.fail(f"{kept} was missing and has been made: look at it, and keep it if it is right.")
    now, before = (Image.open(source).convert("RGB") for source in (io.BytesIO(shown), kept))
    advice = f"If the change is meant, delete {kept} and run this test again."
    assert now.size == before.size, advice
    blocks = ImageChops.difference(now, before).resize((now.width // BLOCK, now.height // BLOCK), Image.Resampling.BOX)
    different = sum(reduce(ImageChops.lighter, blocks.split()).histogram()[DIFFERENCE + 1 :])
    assert different * 1000 <= BLOCKS * blocks.width * blocks.height, advice
