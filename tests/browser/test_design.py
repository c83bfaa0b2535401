"""The page on the design looks as it did: a change that nobody meant is noticed."""

from __future__ import annotations

import io
from functools import reduce
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, Route, expect

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


def test_the_pieces_of_pages_look_as_they_did(page: Page, subtests: pytest.Subtests) -> None:
    page.set_viewport_size({"width": 1000, "height": 900})
    page.emulate_media(color_scheme="light")
    page.route("**/tokens.css*", _own_letters_only)
    page.goto("/guide/design.html")
    page.evaluate("document.fonts.ready")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        with subtests.test(scheme):
            compare(page.locator(".design").screenshot(animations="disabled"), scheme)


def compare(shown: bytes, scheme: str) -> None:
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
