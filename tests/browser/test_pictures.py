"""The pictures of the concordance, as a reader meets them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from quality import PROBE

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PAGES = ("instruments", "sdgs", "resolutions", "timeline")
CELL = "Paragraph 12 – Trafficking Protocol: puts into practice art. 9"
REASON = "Its fourth paragraph obliges parties"


def test_a_cell_tells_its_reason_and_leads_to_its_paragraph(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    cell = page.get_by_role("link", name=CELL)
    told = page.locator(".told", has_text=REASON)
    expect(told).to_be_hidden()
    cell.hover()
    expect(told).to_be_visible()
    told.hover()
    expect(told).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    cell.click()
    expect(page).to_have_url(f"{page.url.split('/concordance')[0].split('/annex')[0]}/annex/12.html#plan-12")
    expect(page.locator("h1")).to_contain_text("Paragraph 12")


def test_the_keyboard_reaches_a_cell_and_its_reason_or_skips_the_picture(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    cell = page.get_by_role("link", name=CELL)
    told = page.locator(".told", has_text=REASON)
    cell.focus()
    expect(told).to_be_visible()
    page.keyboard.press("Escape")
    expect(told).to_be_hidden()
    expect(cell).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(told).to_be_visible()
    skip = page.get_by_role("link", name="Skip the picture").nth(2)
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("summary:focus")).to_contain_text("The same as a table")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row", name="Paragraph 12 What makes people vulnerable").first).to_be_visible()


def test_reasons_appear_without_javascript(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/instruments.html")
    opened.get_by_role("link", name=CELL).hover()
    expect(opened.locator(".told", has_text=REASON)).to_be_visible()
    context.close()


def test_a_reason_opens_downwards_below_the_bar_and_can_be_pointed_to(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/instruments.html")
    cell = page.get_by_role("link", name=CELL)
    cell.evaluate("cell => scrollTo({ top: cell.getBoundingClientRect().top + scrollY - 100, behavior: 'instant' })")
    told = page.locator(".told", has_text=REASON)
    cell.hover()
    bar = page.locator("header.bar").bounding_box()
    box = told.bounding_box()
    assert bar is not None
    assert box is not None
    assert box["y"] > bar["y"] + bar["height"]
    told.hover()
    expect(told).to_be_visible()
    page.mouse.move(5, 500)
    expect(told).to_be_hidden()


def test_what_is_told_of_a_cell_is_in_sight_whichever_cell_it_is(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    for name in PAGES:
        page.goto(f"/concordance/{name}.html")
        cut = page.evaluate(
            """() => [...document.querySelectorAll('.cells .told')].filter((told) => {
                const { left, right, top, width } = told.getBoundingClientRect();
                return width && (left < 0 || right > innerWidth || top + scrollY < 0);
            }).map((told) => told.id)"""
        )
        assert cut == []


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_pictures_stay_within_the_screen(browser: Browser, site: str, viewport: ViewportSize, name: str) -> None:
    context = browser.new_context(viewport=viewport)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    opened.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    too_wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    small = opened.evaluate(
        """() => [...document.querySelectorAll('.picture svg .hit')].map((hit) => hit.getBoundingClientRect())
            .filter(({ width, height }) => width && (width < 23.9 || height < 23.9)).length"""
    )
    context.close()
    assert (too_wide, small) == (0, 0)


def test_a_phone_shows_the_timeline_as_a_list_and_a_desktop_in_lanes(page: Page) -> None:
    for viewport, shown, hidden in ((PHONE, ".down", ".lanes"), (DESKTOP, ".lanes", ".down")):
        page.set_viewport_size(viewport)
        page.goto("/concordance/timeline.html")
        expect(page.locator(f"svg{shown}")).to_be_visible()
        expect(page.locator(f"svg{hidden}")).to_be_hidden()
    link = page.locator("svg.lanes").get_by_role("link", name="15 November 2000: Trafficking Protocol, 57 paragraphs")
    link.click()
    expect(page.locator("h1")).to_contain_text("Trafficking Protocol")


def test_what_a_row_is_called_stays_within_its_picture(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/instruments.html")
    # Of the widest matrices, only the numbers of rows are shown.
    cut = page.locator(".matrix:not(.widest) .names text").evaluate_all(
        """(names) => names.filter((name) =>
            name.getBoundingClientRect().left < name.ownerSVGElement.getBoundingClientRect().left
        ).map((name) => name.textContent)"""
    )
    assert cut == []


def test_no_year_of_the_timeline_runs_into_the_next(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/timeline.html")
    years = page.locator("svg.lanes .year")
    expect(years.first).to_be_visible()
    near = years.evaluate_all(
        """(years) => years.flatMap((year, place) => years.slice(place + 1)
            .filter((other) => {
                const [one, two] = [year.getBoundingClientRect(), other.getBoundingClientRect()];
                const apart = Math.max(two.left - one.right, one.left - two.right);
                return apart < 2 && Math.abs(one.top - two.top) < one.height / 2;
            }).map((other) => `${year.textContent} ${other.textContent}`))"""
    )
    assert near == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_picture_is_cut_on_paper(page: Page, name: str) -> None:
    # A sheet of A4 between the margins that browsers give it.
    page.set_viewport_size({"width": 717, "height": 1046})
    page.goto(f"/concordance/{name}.html")
    page.emulate_media(media="print")
    sheet = page.evaluate("document.documentElement.clientWidth")
    for picture in page.locator(".picture").all():
        for drawing in picture.locator("svg.cells:visible, svg.names:visible").all():
            box = drawing.bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= sheet + 1
            assert box["height"] <= 1046
    scales = page.evaluate(
        """() => [...document.querySelectorAll('.picture svg.cells')]
            .map((drawing) => drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width)"""
    )
    assert min(scales) > 0.8, "what is written in a picture can be read on paper"
    rows = page.evaluate(
        """() => [...document.querySelectorAll('.matrix .scroll')].map((frame) => {
            const [names, cells] = [...frame.children].map((child) => child.getBoundingClientRect());
            return Math.abs(names.top - cells.top) + Math.abs(names.height - cells.height);
        })"""
    )
    assert max(rows, default=0) < 1, "the names stand beside their rows"
    expect(page.locator(".told:visible")).to_have_count(0)


@pytest.mark.parametrize("name", [*PAGES, "index"])
@pytest.mark.parametrize(
    ("viewport", "colours"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
def test_nothing_bars_anybody_from_a_picture(
    browser: Browser, site: str, viewport: ViewportSize, colours: str, name: str
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme="dark" if colours == "dark" else "light")
    context.add_init_script(path=PROBE)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    opened.evaluate("probe.sample()")
    if name != "index":
        opened.locator(".picture a:visible").last.focus()
    found = Axe().run(opened, context="article")
    context.close()
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]] == []
