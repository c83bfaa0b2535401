"""Entries are added to a handout, moved and removed."""

from __future__ import annotations

import re

from handouts import THREE, asked, is_ready, labels
from playwright.sync_api import Page, expect


def test_entries_are_moved_and_removed_with_the_keyboard_alone(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Move down: Paragraph 12").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_have_text("Paragraph 12 is now number 2 of 3.")
    page.keyboard.press("Enter")
    # The focus goes along, and is not lost at the end.
    expect(page.get_by_role("button", name="Move down: Paragraph 12")).to_be_focused()
    page.keyboard.press("Enter")
    assert labels(page) == ["Paragraph 43 (b)", "Organized Crime Convention, art. 24", "Paragraph 12"]
    assert asked(page) == "p=43-b,untoc-art-24,12"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert asked(page) == "p=43-b,12,untoc-art-24"
    page.get_by_role("button", name="Remove: Paragraph 43 (b)").focus()
    page.keyboard.press("Enter")
    assert asked(page) == "p=12,untoc-art-24"
    expect(page.get_by_role("button", name="Remove: Paragraph 12")).to_be_focused()


def test_entries_are_dragged_into_another_order(page: Page) -> None:
    # While the page scrolls, no place on it can be aimed at.
    page.emulate_media(reduced_motion="reduce")
    page.goto(THREE)
    is_ready(page, 3)

    def take(place: int, to: int) -> None:
        page.locator(".handout-item").nth(to).scroll_into_view_if_needed()
        page.locator(".handout-handle").nth(place).hover()
        box = page.locator(".handout-item").nth(to).bounding_box()
        page.mouse.down()
        assert box
        page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 4, steps=5)

    take(0, 2)
    page.mouse.up()
    expect(page).to_have_url(re.compile(re.escape("?p=43-b,untoc-art-24,12") + "$"))
    assert labels(page)[-1] == "Paragraph 12"
    take(0, 2)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert asked(page) == "p=43-b,untoc-art-24,12"
    expect(page.locator(".handout-name").first).to_contain_text("Paragraph 43 (b)")


def test_back_and_forward_go_through_what_was_changed(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Remove: Paragraph 12").click()
    page.get_by_label("Commentary", exact=True).check()
    page.go_back()
    expect(page.get_by_label("Commentary", exact=True)).not_to_be_checked()
    page.go_back()
    expect(page.locator(".sheet-entry")).to_have_count(3)
    page.go_forward()
    expect(page.locator(".sheet-entry")).to_have_count(2)


def test_an_entry_is_added_by_its_citation_or_by_words_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/handout.html")
    expect(page.locator(".sheet-empty")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    page.get_by_label("Add an entry").focus()
    page.keyboard.type("art 6 Trafficking Protocol")
    expect(page.get_by_role("option").first).to_contain_text("Trafficking Protocol, art. 6")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    is_ready(page, 1)
    expect(page.get_by_label("Add an entry")).to_be_focused()
    page.keyboard.type("43 b")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    is_ready(page, 2)
    expect(page.locator(".handout-done")).to_have_text("Added: Paragraph 43 (b)")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    is_ready(page, 3)
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("on the handout already")
    page.get_by_label("Add an entry").fill("zzyzx")
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Nothing found for “zzyzx”")
    assert asked(page) == "p=trafficking-protocol-art-6,43-b,12"


def test_an_entry_is_added_from_its_own_page_to_the_handout_of_this_tab(page: Page) -> None:
    page.goto(f"{THREE}#title=Day+one")
    is_ready(page, 3)
    page.goto("/resolutions/r74.html#r74-op-16")
    page.locator('[data-of="r74-op-16"]').get_by_role("link", name="Add to a handout").click()
    is_ready(page, 1)
    offer = page.locator(".handout-offer")
    expect(offer).to_contain_text("another handout (entries on it: 3)")
    offer.get_by_role("button", name="Add this entry to it").press("Enter")
    is_ready(page, 4)
    expect(page.locator(".sheet h2")).to_have_text("Day one")
    assert asked(page) == "p=12,43-b,untoc-art-24,r74-op-16"
    expect(offer).to_be_hidden()
    page.go_back()
    expect(page.locator(".sheet-entry")).to_have_count(1)


def test_the_first_entry_of_all_begins_a_handout(page: Page) -> None:
    page.goto("/instruments/untoc.html")
    page.locator('[data-of="untoc-art-24"]').get_by_role("link", name="Add to a handout").click()
    is_ready(page, 1)
    expect(page.locator(".handout-offer")).to_be_hidden()
