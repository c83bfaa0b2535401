"""The timeline, as a reader meets it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect
from screens import DESKTOP, PHONE, on_screens
from tab import Tab


@pytest.fixture(scope="module")
def timeline(browser: Browser, site: str) -> Iterator[Page]:
    """The timeline on a desktop, for tests that only look."""
    with closing(Tab(browser, site)) as tab, tab.kept_open("/concordance/timeline.html", DESKTOP) as page:
        yield page


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
    tops = lanes.locator("a:visible").evaluate_all("marks => marks.map((mark) => mark.getBoundingClientRect().top)")
    assert len(tops) > 1
    assert all(top > 0 for top in tops)
    page.set_viewport_size(PHONE)
    protocol = page.locator(".down a", has_text="Trafficking Protocol")
    expect(protocol.get_by_text("2000", exact=True)).to_be_visible()
    page.set_viewport_size(DESKTOP)
    choice.select_option("any paragraph")
    assert lanes.evaluate("lanes => lanes.scrollHeight") == whole


def test_every_paragraph_that_the_timeline_offers_has_a_name(timeline: Page) -> None:
    names = timeline.locator(".narrowing option").all_inner_texts()
    assert {"Opening words", "Paragraph 43"} < {*names}
    assert all(name.strip() for name in names)
    assert len(names) == len({*names})


def test_a_phone_shows_the_timeline_as_a_list_and_a_desktop_in_lanes(page: Page) -> None:
    for screen in on_screens(page, "/concordance/timeline.html", PHONE, DESKTOP):
        shown, hidden = ("ol.down", ".lanes") if screen is PHONE else (".lanes", "ol.down")
        expect(page.locator(shown)).to_be_visible()
        expect(page.locator(hidden)).to_be_hidden()
    link = page.locator(".lanes").get_by_role("link", name="15 November 2000: Trafficking Protocol, 57 paragraphs")
    link.click()
    page.locator(".mark-card").get_by_role("link", name="Trafficking Protocol").first.click()
    expect(page.locator("h1")).to_contain_text("Trafficking Protocol")


def test_no_year_of_the_timeline_runs_into_the_next(timeline: Page) -> None:
    years = timeline.locator(".lanes .year")
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


def test_every_mark_of_the_timeline_has_its_name_and_none_runs_into_another(timeline: Page) -> None:
    expect(timeline.locator(".lanes a").first).to_be_visible()
    bare, covering = timeline.locator(".lanes a").evaluate_all(
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


def test_the_years_of_a_lane_stay_in_sight(timeline: Page) -> None:
    timeline.get_by_role("link", name="Trafficking Protocol, 57 paragraphs").evaluate(
        "mark => mark.scrollIntoView({ block: 'center' })"
    )
    expect(timeline.locator(".lanes > div").first.locator(".year").first).to_be_in_viewport(ratio=0.9)
