"""The cards that `linker.js` shows on the pages of others."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect
from stranger import LINK, Stranger, card


def described(link: Locator) -> str:
    """Return the description of a link that assistive technology is given."""
    devtools = link.page.context.new_cdp_session(link.page)
    expression = f"document.querySelector('{LINK}')"
    node = devtools.send("Runtime.evaluate", {"expression": expression})["result"]["objectId"]
    tree = devtools.send("Accessibility.getPartialAXTree", {"objectId": node, "fetchRelatives": False})
    return str(tree["nodes"][0].get("description", {}).get("value", ""))


def test_a_card_shows_what_the_link_leads_to(stranger: Stranger) -> None:
    page = stranger.show("<style>* { color: red !important; display: inline !important; font-size: 40px }</style>")
    link = page.locator(LINK)
    link.hover()
    expect(card(page)).to_be_visible()
    lines = card(page).locator("p").all_text_contents()
    assert lines[:3] == ["Global Plan of Action, draft, as tabled", "Paragraph 38", "A trust fund for victims"]
    assert lines[3].startswith("Establish the")
    assert lines[-1] == "Plan of Action, annotated"
    style = "(line) => { const { color, display } = getComputedStyle(line); return [color, display] }"
    assert card(page).locator("p").first.evaluate(style) != ["rgb(255, 0, 0)", "inline"], (
        "the page's styles stay outside"
    )
    box, at = card(page).bounding_box(), link.bounding_box()
    assert box and at
    assert box["width"] <= 400
    assert min(abs(box["y"] - at["y"] - at["height"]), abs(at["y"] - box["y"] - box["height"])) < 20, (
        "it is near its link"
    )
    card(page).hover()
    page.mouse.move(0, 600)
    expect(card(page)).to_be_hidden()


def test_a_card_comes_with_the_keyboard_and_goes_with_escape(stranger: Stranger) -> None:
    page = stranger.show("")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    link = page.locator(LINK)
    expect(link).to_be_focused()
    expect(link).to_have_attribute("aria-describedby", "concordance-card")
    assert "Establish the" in described(link), "who cannot see the card is told what it says"
    page.keyboard.press("Escape")
    expect(card(page)).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None


def test_a_card_has_no_barriers(stranger: Stranger) -> None:
    page = stranger.show("<h1>A course</h1>")
    page.locator(LINK).focus()
    page.keyboard.press("Shift")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()
    report: dict[str, Any] = Axe().run(page, context="#concordance-card").response
    assert report["violations"] == []
