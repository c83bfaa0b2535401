"""The pictures of the concordance, as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from screens import DESKTOP, PHONE, on_screens
from tab import Tab

PAGES = ("instruments", "sdgs", "resolutions", "timeline")
CELL = "Paragraph 12 – Trafficking Protocol: reflects art. 9"
REASON = "The fourth paragraph of this article obliges parties"


@pytest.fixture(scope="module")
def matrix(browser: Browser, site: str) -> Iterator[Page]:
    """The matrix of instruments on a desktop, for tests that only look."""
    with closing(Tab(browser, site)) as tab, tab.kept_open("/concordance/instruments.html", DESKTOP) as page:
        yield page


def test_a_mark_tells_its_reason_and_the_reason_leads_on(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    mark, card = page.get_by_role("link", name=CELL), page.locator(".mark-card")
    mark.hover()
    expect(card).to_contain_text(REASON)
    card.hover()
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    mark.click()
    page.mouse.move(5, 5)
    expect(card).to_be_visible()
    card.get_by_role("link", name="Paragraph 12").click()
    expect(page.locator("h1")).to_contain_text("Paragraph 12")


def test_the_keyboard_reaches_a_mark_and_its_reason_or_skips_the_picture(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    mark, card = page.get_by_role("link", name=CELL), page.locator(".mark-card")
    mark.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(mark).to_be_focused()
    expect(card).to_contain_text(REASON)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(card.get_by_role("link", name="Paragraph 12")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(mark).to_be_focused()
    page.get_by_role("link", name="Skip the picture").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("summary:focus")).to_contain_text("Every connection with its reason")
    expect(page.get_by_role("row", name="Paragraph 12 What makes people vulnerable").first).to_be_visible()


@pytest.mark.parametrize("name", ["instruments", "timeline"])
def test_a_tap_shows_a_reason_at_the_foot_of_a_phone_and_leads_nowhere(phone: Page, name: str) -> None:
    phone.goto(f"/concordance/{name}.html")
    for mark in phone.locator(".marks td a:visible, .down a:visible").all()[2:4]:
        mark.tap()
        card = phone.locator(".mark-card")
        expect(card).to_be_in_viewport(ratio=1)
        assert phone.url.endswith(f"/{name}.html")
        box = card.bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, PHONE["width"])
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()


def test_without_javascript_a_mark_leads_to_its_reason(unscripted: Page) -> None:
    unscripted.set_viewport_size(DESKTOP)
    unscripted.goto("/concordance/instruments.html")
    unscripted.get_by_role("link", name=CELL).click()
    expect(unscripted.locator("tr:target", has_text=REASON)).to_be_in_viewport()


def test_a_column_of_a_number_says_what_it_stands_for(page: Page) -> None:
    page.goto("/concordance/sdgs.html")
    expect(page.locator(".marks thead a", has_text="SDG 8.7")).to_contain_text("SDG 8.7: ")
    widths = page.locator(".marks thead th").evaluate_all("heads => heads.map((head) => head.offsetWidth)")
    assert widths
    assert all(width < 30 for width in widths)


def test_a_part_of_one_paragraph_says_its_title_once(matrix: Page) -> None:
    band = matrix.locator(".marks .band").first
    expect(band).to_have_text("Opening words")
    expect(matrix.locator(".marks tbody tr:not(.band) th").first).to_have_text("Head What Member States resolve to do")


def test_the_heads_of_a_matrix_stay_in_sight(page: Page) -> None:
    for _screen in on_screens(page, "/concordance/instruments.html", PHONE, DESKTOP):
        mark = page.locator(".marks td a").last
        for place in (page.locator(".scroll"), mark):
            place.evaluate("place => place.scrollIntoView({ block: 'nearest', inline: 'nearest' })")
        column = mark.evaluate("(mark) => mark.closest('td').cellIndex")
        expect(page.locator(".marks thead tr > *").nth(column).locator("a")).to_be_in_viewport(ratio=0.9)
        expect(page.locator(".marks tbody tr").last.locator("th b")).to_be_in_viewport()


@pytest.mark.parametrize("name", ["instruments", "resolutions", "sdgs"])
def test_titles_of_rows_and_heads_stand_whole_and_stay_in_sight(
    page: Page, name: str, subtests: pytest.Subtests
) -> None:
    screens = [ViewportSize(width=width, height=900) for width in (320, 390, 768, 1280, 1440)]
    for screen in on_screens(page, f"/concordance/{name}.html", *screens):
        width = screen["width"]
        with subtests.test(width=width):
            cut = page.locator(".marks :is(thead a, tbody th[scope='row'] a)").evaluate_all(
                """(names) => names.filter((name) =>
                    name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 1
                ).map((name) => name.textContent)"""
            )
            assert cut == []
            page.locator(".scroll").evaluate("frame => { frame.scrollLeft = 9999; frame.scrollIntoView(); }")
            boxes = page.locator(".marks th[scope='row'] a").evaluate_all(
                "rows => rows.slice(0, 3).map((row) => row.getBoundingClientRect())"
            )
            assert len(boxes) == 3
            for box in boxes:
                assert box["x"] >= 0
                assert 90 < box["width"] < width / 2


def test_a_number_in_a_mark_has_room(matrix: Page) -> None:
    marks = matrix.locator(".marks .mark:not(:empty)").evaluate_all(
        "marks => marks.slice(0, 20).map((mark) => [parseFloat(getComputedStyle(mark).fontSize), mark.clientWidth])"
    )
    assert marks
    for size, room in marks:
        assert size >= 12
        assert room >= size


@pytest.mark.parametrize("name", ["instruments", "sdgs"])
def test_a_phone_says_that_there_are_more_columns(phone: Page, name: str) -> None:
    phone.goto(f"/concordance/{name}.html")
    expect(phone.get_by_text("Scroll sideways for more columns.")).to_be_visible()


def test_the_map_of_a_paragraph_and_its_list_lead_to_the_same(page: Page) -> None:
    page.goto("/annex/30.html")
    page.get_by_text("Connections of Paragraph 30, in two steps").click()
    drawn, listed = (
        {*page.locator(links).evaluate_all("links => links.map((link) => link.getAttribute('href'))")}
        for links in (".map svg a", ".map-list a")
    )
    assert len(drawn) > 5
    # The articles of one instrument are one line of the map.
    assert drawn <= listed


def test_the_map_of_a_paragraph_is_drawn_whole_or_gives_way_to_its_list(page: Page, subtests: pytest.Subtests) -> None:
    page.goto("/annex/4.html")
    page.get_by_text("Connections of Paragraph 4, in two steps").click()
    for width, is_drawn in ((320, False), (390, False), (768, True), (1100, True), (1440, True)):
        page.set_viewport_size({"width": width, "height": 900})
        with subtests.test(width=width):
            expect(page.locator(".map-list")).to_be_visible()
            expect(page.locator(".map > svg")).to_be_visible(visible=is_drawn)
            cut = page.locator(".map").evaluate(
                """(map) => [...map.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
                    .filter(({ right }) => right > map.getBoundingClientRect().right + 1).length"""
            )
            assert cut == 0


@pytest.mark.parametrize("name", PAGES)
def test_pictures_stay_within_the_screen(page: Page, name: str, subtests: pytest.Subtests) -> None:
    for screen in on_screens(page, f"/concordance/{name}.html", PHONE, DESKTOP):
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        too_wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        small = page.evaluate(
            """() => [...document.querySelectorAll('.lanes .hit, .down a, .marks td a')]
                .map((hit) => hit.getBoundingClientRect())
                .filter(({ width, height }) => width && (width < 23.9 || height < 23.9)).length"""
        )
        with subtests.test(**screen):
            assert (too_wide, small) == (0, 0)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_picture_is_cut_on_paper(page: Page, name: str) -> None:
    # A sheet of A4 between the margins that browsers give it.
    page.set_viewport_size({"width": 717, "height": 1046})
    page.goto(f"/concordance/{name}.html")
    page.emulate_media(media="print")
    sheet = page.evaluate("document.documentElement.clientWidth")
    boxes = page.locator(".marks, .lanes").evaluate_all("all => all.map((each) => each.getBoundingClientRect())")
    assert boxes
    for box in boxes:
        assert box["left"] >= 0
        assert box["right"] <= sheet + 1
    marks = page.locator(".marks .mark").evaluate_all(
        "marks => marks.map((mark) => mark.getBoundingClientRect().width)"
    )
    assert min(marks, default=8) >= 8, "what is drawn can be read on paper"
    expect(page.locator(".mark-card:visible")).to_have_count(0)


MARKS = ":is(.marks td, .lanes, .down) a"
# Axe goes through all of a page, wherever it is told to look: there remain the card, and what the last marks stand for.
LEAVE_CARD = """() => {
    const last = ['.marks td a', '.lanes a', '.down a'].map((kind) => [...document.querySelectorAll(kind)].at(-1));
    const lines = last.filter(Boolean).map((mark) => document.getElementById(mark.getAttribute('href').slice(1)));
    const heads = lines.map((line) => line.parentElement.querySelector('th'));
    const kept = [document.querySelector('.mark-card'), ...last, ...lines, ...heads].filter(Boolean);
    for (const each of document.querySelectorAll('body *'))
        if (!kept.some((part) => part.contains(each) || each.contains(part))) each.remove();
}"""


# The pages themselves are among the kinds of page that test_quality.py examines.
@pytest.mark.parametrize("name", PAGES)
def test_nothing_bars_anybody_from_the_reason_of_a_mark(page: Page, name: str, subtests: pytest.Subtests) -> None:
    for screen in on_screens(page, f"/concordance/{name}.html", PHONE, DESKTOP):
        page.emulate_media(color_scheme="dark" if screen is PHONE else "light", reduced_motion="reduce")
        page.locator(f"{MARKS}:visible").last.press("Enter")
        expect(page.locator(".mark-card")).to_be_visible()
        page.evaluate(LEAVE_CARD)
        report = Axe().run(page, context=[[":focus"], [".mark-card"]])
        with subtests.test(**screen):
            assert report.response["passes"]
            assert [(rule["id"], rule["nodes"][0]["html"]) for rule in report.response["violations"]] == []
