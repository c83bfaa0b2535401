"""The search with whatever words, in whatever browser; it keeps nothing and tells nobody."""

from __future__ import annotations

import re

from edition import Build
from playwright.sync_api import Browser, Page, expect
from searching import field, header_field, offers, results
from tab import Listen


def test_whatever_is_typed_does_not_break_the_page(page: Page) -> None:
    page.goto("/search.html")
    for text in ("١٢ " * 3000, "()" * 400, "%00<script>", "-" * 5000, "人口贩运" * 500, "\\" * 300):
        field(page).fill(text)
        expect(page.locator(".search-results:not([aria-busy])")).to_have_count(1)
        field(page).fill("zzyzx")
        expect(results(page)).to_have_count(0)
        field(page).fill("retaliation")
        expect(results(page).first.get_by_role("link")).to_have_text("Paragraph 31")


ODD_ADDRESSES = (
    "?q=%E0%A4%A&q=2",
    "?q=" + "%F0%9F%92%A9" * 500,
    "?q=" + "a+" * 3000,
    "?__proto__=x&constructor=y&kind=zzz&part=",
    "?kind=provision&kind=provision&kind=%00&q=%00",
    "?q=%E2%80%AE%D8%A7%D9%84%D8%A7%D8%AA%D8%AC%D8%A7%D8%B1",
    "?q=__proto__",
    "?q=43(b)(((((",
    "?q=para.+1-999999999999999999999",
    "?=&&&q",
)


def test_whatever_stands_in_the_address_does_not_break_the_page(page: Page) -> None:
    for address in ODD_ADDRESSES:
        page.goto(f"/search.html{address}")
        expect(page.locator(".search-results:not([aria-busy])")).to_have_count(1)
        field(page).fill("retaliation")
        expect(results(page).first.get_by_role("link")).to_have_text("Paragraph 31")


def test_nothing_is_kept_in_the_browser(page: Page) -> None:
    page.goto("/annex/12.html")
    header_field(page).fill("passport")
    expect(page.get_by_role("option").nth(1)).to_be_visible()
    page.goto("/search.html?q=passport")
    results(page).first.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Paragraph")
    assert page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    assert page.context.cookies() == []


def test_without_webassembly_and_from_a_disk_all_is_found(browser: Browser, real: Build) -> None:
    context = browser.new_context()
    context.add_init_script("delete globalThis.WebAssembly")
    opened = context.new_page()
    opened.goto(f"{(real.out / 'search.html').as_uri()}?q=retaliation")
    expect(results(opened).first.get_by_role("link")).to_have_text("Paragraph 31")
    expect(results(opened).first.locator("mark")).to_have_text(["retaliation"])
    field(opened).fill("slavery fund")
    fund = opened.locator("main").get_by_role("link", name="Slavery fund", exact=True)
    expect(fund.first).to_have_attribute("href", re.compile(r"/bodies\.html#slavery-fund$"))
    field(opened).fill("excploitation")
    expect(opened.locator(".search-spelling")).to_contain_text("exploitation")
    field(opened).fill("qqqqqq")
    expect(opened.locator(".search-status")).to_have_text("Nothing found for “qqqqqq”.")
    field(opened).fill("8.7")
    offers(opened).first.click()
    expect(opened).to_have_url(re.compile(r"/sdgs/8\.html#sdg-8-7$"))
    context.close()


def test_without_javascript_the_page_says_so_leads_on_and_sends_no_words(unscripted: Page, listen: Listen) -> None:
    opened = unscripted
    sent: list[str] = []
    listen(opened, "request", lambda request: sent.append(request.url))
    opened.goto("/index.html")
    opened.locator("#search-field").fill("marker")
    opened.locator("#search-field").press("Enter")
    expect(opened).to_have_url(re.compile(r"/search\.html\??$"))
    assert not [address for address in sent if "marker" in address]
    expect(opened.locator(".search-noscript")).to_contain_text("needs JavaScript")
    expect(field(opened)).to_be_hidden()
    opened.locator(".search-ways").get_by_role("link", name="The Plan of Action").click()
    expect(opened.locator("h1")).to_contain_text("The Plan of Action")


def test_words_that_are_searched_for_are_sent_to_nobody(page: Page, listen: Listen) -> None:
    sent: list[str] = []
    listen(page, "request", lambda request: sent.append(request.url))
    page.goto("/bodies.html")
    field = page.locator("header input[type=search]")
    field.fill("marker retaliation")
    field.press("Enter")
    expect(results(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/search\.html#q=marker\+retaliation$"))
    page.locator("#search-field").fill("marker children")
    expect(page).to_have_url(re.compile(r"/search\.html#q=marker\+children$"))
    assert not [address for address in sent if "marker" in address.partition("#")[0]]
