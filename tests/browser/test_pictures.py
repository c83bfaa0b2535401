"""The pictures of the concordance, as a reader meets them."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect
from windows import PROBE

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PAGES = ("instruments", "sdgs", "resolutions", "timeline")
CELL = "Paragraph 12 – Trafficking Protocol: reflects art. 9"
REASON = "The fourth paragraph of this article obliges parties"


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
def test_a_tap_shows_a_reason_at_the_foot_of_a_phone_and_leads_nowhere(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    for mark in opened.locator(".marks td a:visible, .down a:visible").all()[2:4]:
        mark.tap()
        card = opened.locator(".mark-card")
        expect(card).to_be_in_viewport(ratio=1)
        assert opened.url.endswith(f"/{name}.html")
        box = card.bounding_box()
        assert box is not None
        assert (box["x"], box["width"]) == (0, PHONE["width"])
    card.get_by_role("button", name="Close").tap()
    expect(card).to_be_hidden()
    context.close()


def test_without_javascript_a_mark_leads_to_its_reason(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/instruments.html")
    opened.get_by_role("link", name=CELL).click()
    expect(opened.locator("tr:target", has_text=REASON)).to_be_in_viewport()
    context.close()


def test_a_column_of_a_number_says_what_it_stands_for(page: Page) -> None:
    page.goto("/concordance/sdgs.html")
    expect(page.locator(".marks thead a", has_text="SDG 8.7")).to_contain_text("SDG 8.7: ")
    heads = page.locator(".marks thead th")
    assert all(box["width"] < 30 for head in heads.all() if (box := head.bounding_box()))


def test_a_part_of_one_paragraph_says_its_title_once(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    band = page.locator(".marks .band").first
    expect(band).to_have_text("Opening words")
    expect(page.locator(".marks tbody tr:not(.band) th").first).to_have_text("Head What Member States resolve to do")


def test_the_heads_of_a_matrix_stay_in_sight(page: Page) -> None:
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        page.goto("/concordance/instruments.html")
        mark = page.locator(".marks td a").last
        for place in (page.locator(".scroll"), mark):
            place.evaluate("place => place.scrollIntoView({ block: 'nearest', inline: 'nearest' })")
        column = mark.evaluate("(mark) => mark.closest('td').cellIndex")
        expect(page.locator(".marks thead tr > *").nth(column).locator("a")).to_be_in_viewport(ratio=0.9)
        expect(page.locator(".marks tbody tr").last.locator("th b")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1440])
@pytest.mark.parametrize("name", ["instruments", "resolutions", "sdgs"])
def test_titles_of_rows_and_heads_stand_whole_and_stay_in_sight(page: Page, name: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/concordance/{name}.html")
    cut = page.locator(".marks :is(thead a, tbody th[scope='row'] a)").evaluate_all(
        """(names) => names.filter((name) =>
            name.scrollWidth > name.clientWidth + 1 || name.scrollHeight > name.clientHeight + 1
        ).map((name) => name.textContent)"""
    )
    assert cut == []
    page.locator(".scroll").evaluate("frame => { frame.scrollLeft = 9999; frame.scrollIntoView(); }")
    for row in page.locator(".marks th[scope='row'] a").all()[:3]:
        box = row.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert 90 < box["width"] < width / 2


def test_a_number_in_a_mark_has_room(page: Page) -> None:
    page.goto("/concordance/instruments.html")
    for mark in page.locator(".marks .mark:not(:empty)").all()[:20]:
        size, room = mark.evaluate("mark => [parseFloat(getComputedStyle(mark).fontSize), mark.clientWidth]")
        assert size >= 12
        assert room >= size


@pytest.mark.parametrize("name", ["instruments", "sdgs"])
def test_a_phone_says_that_there_are_more_columns(browser: Browser, site: str, name: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    expect(opened.get_by_text("Scroll sideways for more columns.")).to_be_visible()
    context.close()


def test_the_timeline_is_narrowed_to_what_is_tied_to_one_paragraph(page: Page) -> None:
    page.goto("/annex/30.html")
    page.get_by_text("Connections of Paragraph 30, in two steps").click()
    page.get_by_role("link", name="The same along the years").click()
    choice = page.get_by_label("Show what is connected to")
    expect(choice).to_have_value("plan-30")
    shown = page.locator(".lanes a:visible")
    assert 1 < shown.count() < 15
    expect(page.locator(".narrowing output")).to_contain_text(f"{shown.count()} of")
    choice.select_option("any paragraph")
    assert shown.count() > 100


def test_the_narrowed_timeline_dates_every_entry_and_closes_its_empty_rows(page: Page) -> None:
    page.goto("/concordance/timeline.html")
    lanes = page.locator(".timeline .lanes")
    whole = lanes.evaluate("lanes => lanes.scrollHeight")
    choice = page.get_by_label("Show what is connected to")
    choice.select_option("Paragraph 15")
    assert lanes.evaluate("lanes => lanes.scrollHeight") < whole / 4
    assert lanes.locator("a:visible").count() > 1
    assert all(box["y"] > 0 for mark in lanes.locator("a:visible").all() if (box := mark.bounding_box()))
    page.set_viewport_size(PHONE)
    protocol = page.locator(".down a", has_text="Trafficking Protocol")
    expect(protocol.get_by_text("2000", exact=True)).to_be_visible()
    page.set_viewport_size(DESKTOP)
    choice.select_option("any paragraph")
    assert lanes.evaluate("lanes => lanes.scrollHeight") == whole


def test_every_paragraph_that_the_timeline_offers_has_a_name(page: Page) -> None:
    page.goto("/concordance/timeline.html")
    names = page.locator(".narrowing option").all_inner_texts()
    assert {"Opening words", "Paragraph 43"} < {*names}
    assert all(name.strip() for name in names)
    assert len(names) == len({*names})


def test_the_map_of_a_paragraph_and_its_list_lead_to_the_same(page: Page) -> None:
    page.goto("/annex/30.html")
    page.get_by_text("Connections of Paragraph 30, in two steps").click()
    drawn, listed = (
        {link.get_attribute("href") for link in page.locator(links).all()} for links in (".map svg a", ".map-list a")
    )
    assert len(drawn) > 5
    # The articles of one instrument are one line of the map.
    assert drawn <= listed


@pytest.mark.parametrize(("width", "is_drawn"), [(320, False), (390, False), (768, True), (1100, True), (1440, True)])
def test_the_map_of_a_paragraph_is_drawn_whole_or_gives_way_to_its_list(page: Page, width: int, is_drawn: bool) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/annex/4.html")
    page.get_by_text("Connections of Paragraph 4, in two steps").click()
    expect(page.locator(".map-list")).to_be_visible()
    expect(page.locator(".map > svg")).to_be_visible(visible=is_drawn)
    cut = page.locator(".map").evaluate(
        """(map) => [...map.querySelectorAll('text')].map((text) => text.getBoundingClientRect())
            .filter(({ right }) => right > map.getBoundingClientRect().right + 1).length"""
    )
    assert cut == 0


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_pictures_stay_within_the_screen(browser: Browser, site: str, viewport: ViewportSize, name: str) -> None:
    context = browser.new_context(viewport=viewport)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    opened.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    too_wide = opened.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    small = opened.evaluate(
        """() => [...document.querySelectorAll('.lanes .hit, .down a, .marks td a')]
            .map((hit) => hit.getBoundingClientRect())
            .filter(({ width, height }) => width && (width < 23.9 || height < 23.9)).length"""
    )
    context.close()
    assert (too_wide, small) == (0, 0)


def test_a_phone_shows_the_timeline_as_a_list_and_a_desktop_in_lanes(page: Page) -> None:
    for viewport, shown, hidden in ((PHONE, "ol.down", ".lanes"), (DESKTOP, ".lanes", "ol.down")):
        page.set_viewport_size(viewport)
        page.goto("/concordance/timeline.html")
        expect(page.locator(shown)).to_be_visible()
        expect(page.locator(hidden)).to_be_hidden()
    link = page.locator(".lanes").get_by_role("link", name="15 November 2000: Trafficking Protocol, 57 paragraphs")
    link.click()
    page.locator(".mark-card").get_by_role("link", name="Trafficking Protocol").first.click()
    expect(page.locator("h1")).to_contain_text("Trafficking Protocol")


def test_no_year_of_the_timeline_runs_into_the_next(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/timeline.html")
    years = page.locator(".lanes .year")
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


def test_every_mark_of_the_timeline_has_its_name_and_none_runs_into_another(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/timeline.html")
    expect(page.locator(".lanes a").first).to_be_visible()
    bare, covering = page.locator(".lanes a").evaluate_all(
        """(marks) => {
            const named = marks.map((mark) =>
                [mark.querySelector(".beside")?.textContent, mark.getBoundingClientRect()]);
            const covers = (one, two) => two.left < one.right - 4 && one.left < two.right - 4 &&
                two.top < one.bottom - 1 && one.top < two.bottom - 1;
            return [
                named.filter(([name]) => !name).length,
                named.flatMap(([name, box], place) =>
                    named.slice(place + 1).filter(([, other]) => covers(box, other)).map(() => name)),
            ];
        }"""
    )
    assert (bare, covering) == (0, [])


def test_the_years_of_a_lane_stay_in_sight(page: Page) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto("/concordance/timeline.html")
    page.get_by_role("link", name="Trafficking Protocol, 57 paragraphs").evaluate(
        "mark => mark.scrollIntoView({ block: 'center' })"
    )
    expect(page.locator(".lanes > div").first.locator(".year").first).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_of_a_picture_is_cut_on_paper(page: Page, name: str) -> None:
    # A sheet of A4 between the margins that browsers give it.
    page.set_viewport_size({"width": 717, "height": 1046})
    page.goto(f"/concordance/{name}.html")
    page.emulate_media(media="print")
    sheet = page.evaluate("document.documentElement.clientWidth")
    for drawing in page.locator(".marks, .lanes").all():
        box = drawing.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= sheet + 1
    marks = page.locator(".marks .mark").evaluate_all(
        "marks => marks.map((mark) => mark.getBoundingClientRect().width)"
    )
    assert min(marks, default=8) >= 8, "what is drawn can be read on paper"
    expect(page.locator(".mark-card:visible")).to_have_count(0)


@pytest.mark.parametrize("name", [*PAGES, "index"])
@pytest.mark.parametrize(
    ("viewport", "colours"), [(PHONE, "dark"), (DESKTOP, "light")], ids=["phone, dark", "desktop, light"]
)
def test_nothing_bars_anybody_from_a_picture(
    browser: Browser, site: str, viewport: ViewportSize, colours: str, name: str
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme="dark" if colours == "dark" else "light")
    context.add_init_script(PROBE)
    opened = context.new_page()
    opened.goto(f"{site}/concordance/{name}.html")
    opened.evaluate("probe.sample()")
    if name != "index":
        opened.locator(".picture a:visible").last.press("Enter")
    found = Axe().run(opened, context="article")
    context.close()
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]] == []
