"""Results are narrowed by filters."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect
from screens import PHONE
from searching import field, offers, query, results


def test_filters_that_leave_nothing_are_not_taken_for_words_that_find_nothing(page: Page) -> None:
    page.goto("/search.html?q=passport&kind=goal")
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^None of the \d+ results fits the filters"))
    page.goto("/search.html?q=passport&nothing=here&kind=nonsense")
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^\d+ results$"))


def test_filters_are_counted_combined_shared_and_undone(page: Page) -> None:
    page.goto("/search.html?q=children")
    expect(results(page).first).to_be_visible()
    done = page.locator(".search-results:not([aria-busy])")
    expect(done).to_be_visible()
    everything = page.locator(".search-status").inner_text()
    theme = page.locator(".search-filters summary", has_text="Theme")
    theme.click()
    choice = page.get_by_role("checkbox", name=re.compile("Rights of the child"))
    count = choice.locator("xpath=ancestor::label").locator(".count").inner_text()
    choice.check()
    expect(page.locator(".search-status")).to_have_text(f"{count} results")
    page.locator(".search-filters summary", has_text="Kind").click()
    page.get_by_role("checkbox", name=re.compile("Paragraph")).check()
    expect(page).to_have_url(re.compile("kind=provision"))
    expect(done).to_be_visible()
    fewer = page.locator(".search-status").inner_text()
    assert query(page) == {"q": ["children"], "themes": ["child-rights"], "kind": ["provision"]}
    page.reload()
    expect(page.locator(".search-status")).to_have_text(fewer)
    expect(page.locator(".search-chosen button")).to_have_count(2)
    page.go_back()
    expect(page.locator(".search-status")).to_have_text(f"{count} results")
    page.get_by_role("button", name="Remove the filter Theme: Rights of the child").click()
    expect(page.locator(".search-status")).to_have_text(everything)


def test_a_filter_works_without_words(page: Page) -> None:
    page.goto("/search.html?part=annex/part-2&kind=provision")
    expect(page.locator(".search-status")).to_have_text("18 results")
    expect(results(page).first.get_by_role("link")).to_have_text("Paragraph 25")


def test_offers_filters_and_results_are_shown_together(page: Page) -> None:
    page.goto("/search.html")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/finding/text-*.js", hold)
    with page.expect_request("**/finding/text-*.js"):
        field(page).fill("children")
    expect(page.locator(".search-ways")).to_be_visible()
    expect(offers(page)).to_have_count(0)
    expect(page.locator(".search-filters")).to_be_hidden()
    for route in held:
        route.continue_()
    expect(offers(page)).to_have_text(["Children"])
    expect(page.locator(".search-filters")).to_be_visible()
    expect(page.locator(".search-ways")).to_be_hidden()
    expect(results(page).first).to_be_visible()


def test_on_a_phone_the_results_and_an_open_filter_fit(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/search.html?q=convention")
    expect(results(page).nth(5)).to_be_visible()
    page.locator(".search-filters summary", has_text="Who must act").click()
    expect(page.locator(".search-filters").get_by_role("checkbox").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
