"""A handout where the connection is slow, lost or wrong, and where there are no scripts."""

from __future__ import annotations

from pathlib import Path

from edition import Build
from handouts import THREE, is_ready
from playwright.sync_api import Browser, Page, Route, expect
from tab import Listen, on_network


def test_what_comes_later_does_not_take_away_what_a_reader_is_about_to_press(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/annex/43.html", lambda route: route.abort())
    page.route("**/instruments/untoc.html", hold)
    page.goto(THREE)
    again = page.get_by_role("button", name="Try again")
    again.focus()
    [route] = held
    route.continue_()
    is_ready(page, 3)
    expect(again).to_be_focused()


def test_a_handout_of_a_body_asks_for_nothing_that_is_not_there(page: Page, listen: Listen) -> None:
    lost: list[str] = []
    listen(page, "response", lambda response: lost.append(response.url) if response.status >= 400 else None)
    page.goto("/handout.html?p=icat")
    is_ready(page, 1)
    assert lost == []


def test_an_entry_that_could_not_be_fetched_is_named_and_fetched_again(page: Page) -> None:
    page.route("**/annex/43.html", lambda route: route.abort())
    page.goto(THREE)
    wrong = page.locator(".handout-wrong")
    expect(wrong).to_contain_text("Paragraph 43 (b) could not be fetched.")
    expect(page.locator(".sheet blockquote")).to_have_count(1)
    page.unroute("**/annex/43.html")
    wrong.get_by_role("button", name="Try again").press("Enter")
    is_ready(page, 3)
    expect(page.locator(".sheet blockquote")).to_have_count(2)
    expect(wrong).to_be_hidden()


def test_on_a_slow_connection_a_reader_sees_what_is_coming(page: Page) -> None:
    with on_network(page, {"offline": False, "latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200}):
        page.goto(THREE, wait_until="commit")
        expect(page.locator(".handout-status")).to_contain_text("still to come", timeout=60_000)
        expect(page.locator(".sheet-label")).to_have_count(3)
        expect(page.get_by_role("button", name="Print")).to_be_disabled()
    # What was to be seen has been: the rest may come at once.
    expect(page.locator(".handout-status")).to_contain_text("ready", timeout=60_000)
    expect(page.get_by_role("button", name="Print")).to_be_enabled()


def test_a_handout_that_is_open_needs_no_connection(allowed: Page) -> None:
    allowed.goto(THREE)
    is_ready(allowed, 3)
    with on_network(allowed, {"offline": True, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}):
        allowed.get_by_role("button", name="Move down: Paragraph 12").press("Enter")
        allowed.get_by_label("Commentary", exact=True).check()
        expect(allowed.locator(".sheet-commentary").first).to_be_visible()
        allowed.get_by_label("Title of the handout").fill("Without a connection")
        expect(allowed.locator(".sheet h2")).to_have_text("Without a connection")
        allowed.get_by_role("button", name="Copy as Markdown").press("Enter")
        expect(allowed.locator(".handout-done")).to_have_text("Copied as Markdown.")
        with allowed.expect_download() as download:
            allowed.get_by_role("button", name="Download as one file").press("Enter")
        assert "Without a connection" in Path(download.value.path()).read_text(encoding="utf-8")


def explains(page: Page, address: str) -> None:
    page.goto(address)
    instead = page.locator(".handout-without")
    expect(instead).to_contain_text("ready to print as they are")
    expect(page.locator(".handout")).to_be_hidden()
    instead.get_by_role("link", name="on one page").click()
    expect(page.locator("h1")).to_be_visible()


def test_without_scripts_the_page_explains_and_leads_on(unscripted: Page) -> None:
    explains(unscripted, THREE)


def test_from_a_disk_the_page_explains_and_leads_on(browser: Browser, real: Build) -> None:
    with browser.new_page() as page:
        explains(page, f"{(real.out / 'handout.html').as_uri()}?p=12")
