"""The field in the header of every page, and the keyboard."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect
from searching import field, header_field, results


def test_names_that_have_the_words_are_suggested_before_the_index_is_there(page: Page) -> None:
    page.goto("/annex/38.html")
    page.route("**/finding/index.js", lambda route: route.abort())
    header_field(page).fill("child victims")
    expect(page.get_by_role("option").filter(has_text="Paragraph 37")).to_contain_text("Child victims and their")
    header_field(page).fill("trafficking")
    expect(page.get_by_role("option").first).to_contain_text("Trafficking Protocol")
    assert not [text for text in page.get_by_role("option").all_inner_texts() if "art." in text.partition("\n")[0]]


def test_whatever_is_typed_does_not_break_the_box(page: Page) -> None:
    page.goto("/annex/12.html")
    for text in ("١٢ " * 3000, "()" * 400, "<img src=x>", "人口贩运" * 500, "__proto__", "\\" * 300, "constructor 12"):
        header_field(page).fill(text)
        expect(page.locator(".suggestions[aria-busy]")).to_have_count(0)
    header_field(page).fill("retaliation")
    expect(page.get_by_role("option").first).to_contain_text("Paragraph 31")


def test_the_box_says_what_was_looked_for_instead_and_what_is_missing(page: Page) -> None:
    page.goto("/annex/12.html")
    remark = page.locator(".suggestions p")
    status = page.locator("header [role=status]")
    header_field(page).fill("forced labuor")
    expect(remark).to_have_text(re.compile("forced labour"))
    expect(remark).to_be_visible()
    expect(status).to_have_text(re.compile(r"\d+ suggestions.*forced labour"))
    header_field(page).fill("confiscation of kidneys in submarines")
    expect(remark).to_have_text(re.compile("all of these words"))
    expect(status).to_have_text(re.compile("all of these words"))
    header_field(page).fill("labour")
    expect(page.locator(".suggestions[aria-busy]")).to_have_count(0)
    expect(remark).to_be_hidden()


def test_what_comes_later_does_not_take_the_choice_away(page: Page) -> None:
    page.goto("/annex/12.html")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/finding/index.js", hold)
    with page.expect_request("**/finding/index.js"):
        header_field(page).fill("Confiscation")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    offered = options.count()
    header_field(page).press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    address = options.first.get_attribute("data-url")
    held[0].continue_()
    expect(options).not_to_have_count(offered)
    chosen = page.locator("[role=option][aria-selected=true]")
    expect(chosen).to_have_attribute("data-url", str(address))
    page.keyboard.type(" x")
    expect(chosen).to_have_count(0)


def test_by_keyboard_only(page: Page) -> None:
    page.goto("/annex/12.html")
    page.keyboard.press("/")
    expect(header_field(page)).to_be_focused()
    page.keyboard.type("retaliation")
    options = page.get_by_role("option")
    expect(options.last).to_have_text("All results for “retaliation”")
    expect(options.nth(1)).to_be_visible()
    expect(page.locator(".suggestions[aria-busy]")).to_have_count(0)
    for _ in range(options.count()):
        page.keyboard.press("ArrowDown")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\.html#q=retaliation$"))
    expect(results(page).first).to_be_visible()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(results(page).nth(1).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("search"))
    page.go_back()
    expect(results(page).first).to_be_visible()


def test_escape_closes_what_is_open(page: Page) -> None:
    page.goto("/annex/12.html")
    header_field(page).fill("palermo")
    expect(page.get_by_role("option").first).to_contain_text("Trafficking Protocol")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(header_field(page)).to_have_value("palermo")
    page.goto("/search.html?q=children")
    theme = page.locator(".search-filters summary", has_text="Theme")
    expect(theme).to_be_visible()
    theme.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(theme).to_be_focused()
    expect(page.locator(".search-filters").get_by_role("checkbox").first).to_be_hidden()
