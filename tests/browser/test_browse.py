"""The ways into the edition, in a real browser on the real site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect
from screens import DESKTOP, PHONE, on_screens

# The others are among the kinds of page that test_quality.py examines.
WAYS = ["browse/index", "browse/parts", "browse/actors", "browse/measures", "browse/instruments"]


def test_from_the_home_page_to_a_paragraph_by_its_number(page: Page) -> None:
    page.goto("/index.html")
    page.get_by_role("link", name="38 A trust fund for victims").click()
    expect(page.locator("h1")).to_contain_text("Paragraph 38")


def test_from_a_term_to_its_list_and_to_another_paragraph_without_javascript(unscripted: Page, site: str) -> None:
    opened = unscripted
    opened.set_viewport_size(PHONE)
    opened.goto("/annex/30.html")
    opened.locator(".terms > summary").first.click()
    opened.locator(".who").get_by_role("link", name="Victims", exact=True).click()
    expect(opened).to_have_url(f"{site}/browse/persons.html#persons-victims")
    expect(opened.locator("#persons-victims")).to_be_in_viewport()
    link = opened.locator("#persons-victims").get_by_role("link", name="Paragraph 38")
    expect(link).to_be_hidden()
    opened.locator("#persons-victims > summary").click()
    link.click()
    expect(opened.locator("h1")).to_contain_text("Paragraph 38")


def test_from_the_whole_text_to_a_paragraph_and_its_note(page: Page) -> None:
    page.goto("/annex/whole.html")
    page.locator("#whole-plan-38 .note-mark").click()
    expect(page.locator("[id='plan-38-n1']")).to_be_in_viewport()
    page.go_back()
    page.locator("#whole-plan-43-b .number").click()
    expect(page.locator("#plan-43-b")).to_be_in_viewport()


def test_marks_of_the_whole_text_stand_beside_it_and_below_it_on_a_phone(page: Page) -> None:
    for screen in on_screens(page, "/annex/whole.html", PHONE, DESKTOP):
        words = page.locator("#whole-plan-12").bounding_box()
        margin = page.locator("#whole-plan-12 + .said").bounding_box()
        assert words is not None
        assert margin is not None
        if screen is PHONE:
            assert margin["y"] >= words["y"] + words["height"]
        else:
            assert margin["x"] >= words["x"] + words["width"]


def test_on_paper_the_whole_text_is_the_text_alone(page: Page) -> None:
    page.goto("/annex/whole.html")
    page.emulate_media(media="print")
    expect(page.locator(".said").first).to_be_hidden()
    expect(page.locator(".whole .jump")).to_be_hidden()
    expect(page.locator("#whole-plan-61")).to_be_visible()
    page.goto("/browse/actors.html")
    expect(page.locator(".fold .found a").first).to_be_visible()


def test_a_way_in_is_a_list_that_a_phone_shows_in_a_few_screens_and_an_address_opens_its_place(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/browse/themes.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 4 * PHONE["height"]
    page.goto("/browse/themes.html#themes-technology")
    expect(page.locator("#themes-technology .found a").first).to_be_in_viewport()
    expect(page.locator("#themes-gender .found a").first).to_be_hidden()


# Links in running text are as high as their line; those that stand in lists of their own are measured.
TOO_SMALL = """() => [...document.querySelectorAll(
      'article .numbers a, article .jump li > p, article .short a, article .said a, ' +
      'article .who a, article .search-field input, article .search-field button')]
    .map(element => [element.getBoundingClientRect(), element.textContent])
    .filter(([box]) => box.height && (box.height < 24 || box.width < 24)).map(([, text]) => text)"""


@pytest.mark.parametrize("address", WAYS)
def test_no_way_in_runs_out_of_the_screen_and_its_targets_are_large_enough_for_a_thumb(
    page: Page, address: str, subtests: pytest.Subtests
) -> None:
    for screen in on_screens(page, f"/{address}.html", PHONE, DESKTOP):
        with subtests.test(**screen):
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
            assert screen is DESKTOP or page.evaluate(TOO_SMALL) == []


@pytest.mark.parametrize("address", ["index", "annex/whole", "annex/38"])
def test_targets_are_large_enough_for_a_thumb(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/{address}.html")
    assert page.evaluate(TOO_SMALL) == []
