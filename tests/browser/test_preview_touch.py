"""Cards over links, as they come under a finger."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from cards import ADDRESS, WORDS, card_of, expect_beside, link_of, opened_card
from playwright.sync_api import Locator, Page, expect


@contextmanager
def pressed(page: Page, link: Locator) -> Iterator[None]:
    """Hold a finger on a link."""
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box is not None
    touches = page.context.new_cdp_session(page)
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    touches.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
    yield
    touches.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.fixture
def phone(phone: Page) -> Page:
    phone.emulate_media(reduced_motion="reduce")
    return phone


class TestTouch:
    def test_a_long_press_opens_a_card_and_lifting_the_finger_is_no_tap(self, phone: Page) -> None:
        phone.goto(ADDRESS)
        with pressed(phone, link_of(phone)):
            expect(opened_card(phone)).to_contain_text(WORDS)
        expect(card_of(phone)).to_be_visible()
        assert phone.url.endswith(ADDRESS)
        expect(card_of(phone)).to_be_in_viewport(ratio=1)
        expect_beside(link_of(phone), card_of(phone))

    def test_a_tap_on_the_link_or_on_the_card_leads_there(self, phone: Page) -> None:
        phone.goto(ADDRESS)
        link_of(phone).tap()
        expect(phone).to_have_url(re.compile(r"#r64-op-3$"))
        phone.goto(ADDRESS)
        with pressed(phone, link_of(phone)):
            opened_card(phone)
        card_of(phone).locator("a").tap()
        expect(phone).to_have_url(re.compile(r"#r64-op-3$"))

    def test_a_tap_elsewhere_closes_the_card(self, phone: Page) -> None:
        phone.goto(ADDRESS)
        with pressed(phone, link_of(phone)):
            opened_card(phone)
        phone.touchscreen.tap(20, 830)
        expect(card_of(phone)).to_be_hidden()
        assert phone.url.endswith(ADDRESS)

    def test_the_browsers_own_menu_is_a_second_long_press_away(self, phone: Page) -> None:
        phone.goto(ADDRESS)
        with pressed(phone, link_of(phone)):
            opened_card(phone)
        fire = "link => link.dispatchEvent(new PointerEvent('contextmenu', {bubbles: true, cancelable: true}))"
        assert link_of(phone).evaluate(fire) is True
        expect(card_of(phone)).to_be_hidden()
