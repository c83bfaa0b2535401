"""What a reader does, in a real browser on the real site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from screens import DESKTOP, PHONE, on_screens


def test_from_the_home_page_to_a_paragraph_and_along_a_link_and_back(page: Page) -> None:
    page.goto("/index.html")
    page.locator(".menu-switch").check()
    page.get_by_role("navigation", name="Site").get_by_role("link", name="The Plan of Action").click()
    page.locator(".pages").get_by_role("link", name="Part II.").click()
    page.locator(".whole-title").get_by_role("link", name="Paragraph 38").click()
    expect(page.locator("h1")).to_contain_text("Paragraph 38")
    connections = page.locator(".connections").first
    connections.get_by_role("link", name="2019 resolution, paragraph 24").click()
    expect(page).to_have_url(f"{page.url.split('/resolutions')[0]}/resolutions/r74.html#r74-op-24")
    fold = page.locator("#r74-op-24 ~ .apparatus").first
    fold.locator("summary").first.click()
    back = fold.get_by_role("link", name="Paragraph 38").first
    expect(back).to_be_visible()
    back.click()
    expect(page).to_have_url(f"{page.url.split('/annex')[0]}/annex/38.html#plan-38")


@pytest.mark.parametrize("way", ["key", "veil"])
def test_the_menu_closes_and_leaves_the_page_where_it_was(page: Page, way: str) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/annex/43.html")
    page.mouse.wheel(0, 900)
    page.wait_for_function("() => scrollY === 900")
    page.mouse.click(60, 25)
    expect(page.get_by_role("navigation", name="Site")).to_be_visible()
    if way == "key":
        page.keyboard.press("Escape")
    else:
        page.mouse.click(900, 500)
    expect(page.get_by_role("navigation", name="Site")).to_be_hidden()
    expect(page.locator(".menu-switch")).to_be_focused()
    assert page.evaluate("scrollY") == 900


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_the_menu_covers_is_out_of_reach_and_with_scripts_in_sight(
    request: pytest.FixtureRequest, scripts: bool
) -> None:
    page: Page = request.getfixturevalue("page" if scripts else "unscripted")
    page.set_viewport_size(PHONE)
    page.goto("/annex/43.html")
    words = page.locator("#plan-43 > p").first
    page.locator(".menu-switch").check()
    expect(words).to_be_visible(visible=scripts)
    page.locator(".menu a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator(":is(main, .foot) :focus")).to_have_count(0)
    page.locator(".menu-switch").uncheck()
    page.locator("main a").first.focus()
    expect(page.locator("main a").first).to_be_focused()


def test_a_mark_in_the_text_leads_to_its_note(page: Page) -> None:
    page.goto("/resolutions/r64.html#r64-op-4")
    mark = page.locator("#r64-op-4 .note-mark").first
    mark.click()
    note = page.locator(f"[id='{page.url.split('#')[1]}']")
    expect(note).to_be_in_viewport()
    expect(note).to_contain_text("38")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_an_item_leads_to_its_own_connections(page: Page, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    page.goto("/annex/43.html")
    panel = page.locator("[data-of='plan-43-b'] .connections")
    expect(panel).to_be_hidden()
    page.locator("#plan-43-b").get_by_role("link", name="23 connections").click()
    expect(panel.locator(".cards > li").first).to_be_in_viewport()
    page.locator("[data-of='plan-43-b'] > details").get_by_role("link", name="In plain language").click()
    expect(page.locator("#plan-43-summary")).to_be_in_viewport()


def test_a_long_text_is_folded_by_part_and_stands_on_the_page_all_the_same(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/resolutions/r74.html")
    words = page.locator("#r74-op-16")
    expect(words).to_be_hidden()
    # Seven screens of a phone, where it was more than forty.
    assert page.evaluate("document.documentElement.scrollHeight") < 6000
    titles = page.locator(".part-contents", has_text="Act on the factors behind vulnerability")
    expect(titles).to_be_visible()
    page.locator(".on-this-page").get_by_role("link", name="2019 resolution, paragraph 16").click()
    expect(words).to_be_in_viewport()
    expect(titles).to_be_hidden()
    expect(page.locator("#r74-op-1")).to_be_hidden()
    page.get_by_role("button", name="Open all parts").click()
    expect(page.locator("details.long-part:not([open])")).to_have_count(0)
    # What is said of a paragraph, which scripts unpack, is reached by its address, and is on the page for its search.
    page.goto("/resolutions/r74.html#r74-op-5-c1")
    expect(page.locator("#r74-op-5-c1")).to_be_in_viewport()
    expect(page.locator(".continued, noscript.later")).to_have_count(0)
    page.goto("/resolutions/r74.html")
    page.emulate_media(media="print")
    expect(page.locator("#r74-pp-1")).to_be_visible()


def test_reading_works_without_javascript(unscripted: Page) -> None:
    opened = unscripted
    opened.set_viewport_size(PHONE)
    opened.goto("/resolutions/r74.html#r74-op-16")
    fold = opened.locator("#r74-op-16 + .apparatus details")
    # What is said of each paragraph of this page, which is the largest, stands on another sheet.
    leads_on = fold.get_by_role("link", name="2019 resolution, paragraph 16: Connections")
    expect(leads_on).to_be_hidden()
    fold.locator("summary").first.click()
    leads_on.click()
    about = opened.locator("#r74-op-16-about")
    expect(about.get_by_role("heading", name="2019 resolution, paragraph 16")).to_be_in_viewport()
    about.get_by_role("link", name="Paragraph 12").first.click()
    expect(opened.locator("h1")).to_contain_text("Paragraph 12")


def test_where_nothing_more_can_be_fetched_what_is_folded_leads_to_its_sheet(page: Page) -> None:
    page.route(
        "**/r74.2.html", lambda route: route.abort() if route.request.resource_type == "fetch" else route.continue_()
    )
    page.goto("/resolutions/r74.html#r74-pp-3-c1")
    link = page.get_by_role("link", name="2019 preamble, paragraph 3: Connections")
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("#r74-pp-3-about h2")).to_be_in_viewport()


def test_texts_and_editors_look_different_also_in_print(page: Page) -> None:
    page.goto("/annex/38.html")
    face = "element => getComputedStyle(element).fontFamily"
    for medium in ("screen", "print"):
        page.emulate_media(media="print" if medium == "print" else "screen")
        text = page.locator(".provision p").first.evaluate(face)
        assert text != page.locator(".commentary p").last.evaluate(face)
        assert page.locator(".provision").first.evaluate("e => getComputedStyle(e).borderInlineStartStyle") == "solid"


def test_links_of_no_use_on_paper_are_not_printed(page: Page) -> None:
    page.goto("/annex/38.html")
    links = [page.locator(kind).first for kind in (".take-part a", ".citation-files a")]
    assert [link.is_visible() for link in links] == [True, True]
    page.emulate_media(media="print")
    assert [link.is_visible() for link in links] == [False, False]


def test_what_is_said_of_items_is_printed_with_their_paragraph_and_an_empty_title_is_not(kept: Page) -> None:
    item = kept.locator("[data-of='plan-43-b'] .connections .reason").first
    styles = kept.locator(".how-to-cite summary")
    assert not item.is_visible()
    assert styles.first.is_visible()
    kept.emulate_media(media="print")
    assert item.is_visible()
    assert not styles.first.is_visible()


@pytest.mark.parametrize(
    ("address", "word"), [("compare/resolutions.html", "Paragraphs"), ("guide/from-2010-to-2019.html", "Reworded")]
)
def test_no_word_in_a_table_is_broken(page: Page, address: str, word: str) -> None:
    lines = """(cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell);
        return new Set([...range.getClientRects()].map((box) => box.top)).size;
    }"""
    for screen in on_screens(page, f"/{address}", PHONE, DESKTOP):
        assert page.locator("table").get_by_text(word, exact=True).first.evaluate(lines) == 1, screen


def test_what_is_folded_of_an_item_says_once_how_many_connections_it_has(page: Page) -> None:
    page.goto("/annex/43.html#plan-43-b-about")
    fold = page.locator("#plan-43-b-about")
    fold.evaluate("fold => { fold.open = true; }")
    expect(fold.locator("summary").first).to_contain_text("connections (23)")
    expect(fold.locator(".connections > .part-title")).to_be_hidden()
    expect(page.locator(".apparatus.leads > .beside .part-title").first).to_be_visible()


def test_the_first_press_shows_the_colours_that_the_device_does_not(page: Page) -> None:
    for device, shown in (("light", "dark"), ("dark", "light")):
        page.emulate_media(color_scheme=device)  # type: ignore[arg-type]
        page.goto("/annex/12.html")
        page.locator(".theme-switch").click()
        expect(page.locator("body")).to_have_css("color-scheme", shown)
        page.evaluate("localStorage.clear()")


def test_each_press_says_which_colours_are_shown_and_the_third_too(page: Page) -> None:
    page.emulate_media(color_scheme="light")
    page.goto("/annex/12.html")
    button = page.locator(".theme-switch")
    drawn = "(button) => getComputedStyle(button, '::after').content"
    expect(button).to_have_accessible_name("Colours: as on your device")
    assert button.evaluate(drawn) == "none"
    for words in ("Colours: dark", "Colours: light", "Colours: as on your device"):
        button.click()
        assert button.evaluate(drawn) == f'"{words}"'
        expect(button).to_have_accessible_name(words)


def test_nothing_is_stored_but_the_colour_theme(page: Page) -> None:
    page.goto("/annex/38.html")
    page.goto("/annex/39.html")
    assert page.context.cookies() == []
    assert set(page.evaluate("Object.keys(localStorage)")) <= {"theme"}


@pytest.mark.parametrize("by", ["link", "key"])
def test_a_reader_leaves_at_once_and_going_back_leads_elsewhere(page: Page, by: str) -> None:
    page.route("https://www.wikipedia.org/", lambda route: route.fulfill(body="Elsewhere", content_type="text/html"))
    page.goto("/index.html")
    page.goto("/annex/38.html")
    if by == "link":
        page.get_by_role("link", name="Leave this site quickly").click()
    else:
        # Capital letters are no wish to leave.
        for _letter in range(4):
            page.keyboard.press("Shift+A")
        expect(page.locator("h1")).to_contain_text("Paragraph 38")
        for _press in range(3):
            page.keyboard.press("Shift")
    expect(page.get_by_text("Elsewhere")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).not_to_contain_text("Paragraph 38")


def test_what_a_browser_cannot_do_is_no_button(page: Page) -> None:
    with page.add_init_script("delete Navigator.prototype.share"):
        page.goto("/annex/43.html")
    expect(page.locator(".actions .copy").first).to_be_visible()
    expect(page.locator(".actions .share").first).to_be_hidden()
