"""Cards over links, as a reader meets them."""

from __future__ import annotations

import re
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from cards import ADDRESS, WORDS, card_of, expect_beside, hover, link_of, opened_card, tab_to, width_of
from edition import Build
from playwright.sync_api import Browser, Page, expect
from screens import PHONE
from tab import Listen


@pytest.fixture
def page(page: Page) -> Page:
    """A page that stands still: a pointer put on a link that is still moving would miss it."""
    page.emulate_media(reduced_motion="reduce")
    return page


def test_a_card_shows_the_words_of_the_text_and_says_that_they_are(kept: Page) -> None:
    link = link_of(kept)
    hover(kept)
    card = card_of(kept)
    expect(card).to_contain_text("2010 resolution, paragraph 3")
    expect(card.locator(".preview-text")).to_contain_text("Words of the text")
    expect(card.locator("blockquote")).to_contain_text(WORDS)
    expect(card.locator(".preview-editors")).to_be_hidden()
    expect(card.locator(".preview-count")).to_contain_text("Connections: ")
    face = "element => getComputedStyle(element).fontFamily"
    assert card.locator("blockquote").evaluate(face) == kept.locator(".provision p").first.evaluate(face)
    assert card.locator("blockquote").evaluate(face) != card.evaluate(face)
    expect_beside(link, card)


def test_a_card_of_an_item_begins_with_what_leads_in_to_it(page: Page) -> None:
    page.goto("/index.html")
    page.get_by_role("link", name="paragraph 43 (b)").hover()
    expect(opened_card(page).locator(".preview-lead")).to_contain_text("43. Implement all relevant legal instruments")
    page.goto(ADDRESS)
    hover(page)
    expect(card_of(page).locator(".preview-lead")).to_be_hidden()


def test_a_card_shows_what_editors_say_as_theirs(page: Page) -> None:
    page.goto("/annex/44.html")
    page.evaluate("document.querySelector('.notice a').href = '43.html#plan-43-c3'")
    page.locator(".notice a").hover()
    expect(opened_card(page).locator(".preview-editors")).to_contain_text("The editors")
    expect(card_of(page).locator(".preview-said")).to_contain_text("Item (b) takes its three extensions")
    expect(card_of(page).locator(".preview-text")).to_be_hidden()


def test_nothing_is_fetched_before_a_link_is_pointed_at_and_nothing_is_stored_after(page: Page, listen: Listen) -> None:
    asked: list[str] = []
    listen(page, "request", lambda request: asked.append(request.url))
    page.goto(ADDRESS, wait_until="networkidle")
    page.mouse.move(5, 5)
    assert not [url for url in asked if "preview" in url]
    asked.clear()
    hover(page)
    names = {url.rpartition("/")[2].partition("?")[0] for url in asked}
    assert names == {"search.html", "preview-card.js", "preview.js", "preview.css", "r64.json"}
    asked.clear()
    page.mouse.move(5, 5)
    expect(card_of(page)).to_be_hidden()
    hover(page)
    assert asked == [], "what was fetched once is remembered while the page is open"
    assert page.context.cookies() == []
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("Object.keys(localStorage).filter(key => key !== 'theme')") == []


def test_the_link_beneath_works_as_ever(page: Page) -> None:
    page.goto(ADDRESS)
    link = hover(page)
    with page.context.expect_page() as opened:
        link.click(button="middle")
    opened.value.close()
    link.click()
    expect(page).to_have_url(re.compile(r"/resolutions/r64\.html#r64-op-3$"))


def test_the_keyboard_opens_a_card_and_escape_closes_it(page: Page) -> None:
    page.goto(ADDRESS)
    link = link_of(page)
    tab_to(link)
    card = opened_card(page)
    expect(card).to_contain_text(WORDS)
    expect(link).to_be_focused()
    expect(link).to_have_accessible_description(re.compile(WORDS))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#r64-op-3$"))


def test_a_card_goes_when_the_focus_goes(kept: Page) -> None:
    tab_to(link_of(kept))
    opened_card(kept)
    kept.evaluate("document.activeElement.blur()")
    expect(card_of(kept)).to_be_hidden()


def test_the_links_own_tooltip_gives_way_and_comes_back(kept: Page) -> None:
    # One whose words say as much has none.
    link = kept.locator(".commentary a[href='2.html#plan-2']").first
    link.hover()
    opened_card(kept)
    assert link.get_attribute("title") is None
    kept.keyboard.press("Escape")
    assert link.get_attribute("title") == "Paragraph 2"


def test_a_link_to_a_page_shows_the_entry_that_the_page_is_about(page: Page) -> None:
    page.goto("/annex/part-2.html")
    page.locator(".whole-title a[href='36.html']").hover()
    expect(opened_card(page)).to_contain_text("Paragraph 36")
    expect(card_of(page).locator("s")).to_have_text("–suitable")


def test_a_link_to_a_page_without_entries_has_no_card_and_no_error(page: Page, listen: Listen) -> None:
    complaints: list[str] = []
    listen(page, "console", lambda message: complaints.append(message.text) if "favicon" not in message.text else None)
    listen(
        page, "request", lambda request: complaints.append(request.url) if "previews/guide/" in request.url else None
    )
    page.goto("/guide/index.html")
    page.locator("article section section a.reference.internal").first.hover()
    page.goto(ADDRESS)
    link_of(page).hover()
    expect(opened_card(page)).to_contain_text(WORDS)
    assert complaints == []


def test_a_card_stays_in_the_window_of_a_phone(page: Page, subtests: pytest.Subtests) -> None:
    page.set_viewport_size(PHONE)
    page.goto(ADDRESS)
    link = page.locator(".connections .cards a:visible").first
    # The sign of its part stands before the name.
    name = link.locator(".card-label").evaluate("label => label.lastChild.textContent")
    for direction, size in product(("ltr", "rtl"), ("100%", "200%")):
        page.evaluate(
            "([size, direction]) => { const page = document.documentElement;"
            " page.style.fontSize = size; page.dir = direction; page.style.scrollBehavior = 'auto'; }",
            [size, direction],
        )
        width = width_of(page)
        for block in ("start", "end"):
            with subtests.test(direction=direction, size=size, block=block):
                # A card that is there before its link is at the edge would leave the window with it.
                link.evaluate("(link, block) => { link.blur(); link.scrollIntoView({block}); }", block)
                link.evaluate("link => link.focus({preventScroll: true, focusVisible: true})")
                expect(opened_card(page).locator(".preview-label")).to_have_text(name)
                expect(card_of(page)).to_be_in_viewport(ratio=1)
                assert width_of(page) == width, "a card does not make the page wider"
                page.keyboard.press("Escape")


def test_cards_are_aligned_with_their_links_in_either_direction(kept: Page) -> None:
    for direction, edge in (("rtl", "right"), ("ltr", "left")):
        kept.evaluate("direction => { document.documentElement.dir = direction }", direction)
        link = kept.locator(".connections a[href$='#sdg-16-3']").first
        link.hover()
        expect(opened_card(kept).locator(".preview-label")).to_have_text("SDG 16.3")
        edges = [
            element.evaluate("(element, edge) => element.getBoundingClientRect()[edge]", edge)
            for element in (link, card_of(kept))
        ]
        assert abs(edges[0] - edges[1]) < 1
        kept.keyboard.press("Escape")
        kept.mouse.move(5, 5)


def test_axe_finds_nothing_wrong_with_an_open_card(kept: Page, subtests: pytest.Subtests) -> None:
    hover(kept)
    for scheme in ("light", "dark"):
        kept.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        report = Axe().run(kept, context=".preview").response
        with subtests.test(scheme):
            assert report["passes"]
            assert [(violation["id"], violation["help"]) for violation in report["violations"]] == []


def test_from_disk_links_are_plain_links(browser: Browser, real: Build) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    # From disk, the browser gives no page a font, and says so; pages are then set in a face of the device.
    page.on(
        "console",
        lambda message: (
            None if "reading-face" in f"{message.text}{message.location}" else complaints.append(message.text)
        ),
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((real.out / ADDRESS.lstrip("/")).as_uri())
    page.clock.install()
    link_of(page).hover()
    page.clock.run_for(10_000)
    expect(card_of(page)).to_have_count(0)
    link_of(page).click()
    expect(page.locator("#r64-op-3")).to_be_in_viewport()
    assert complaints == []
    context.close()
