"""What a reader writes on a handout: kept in its address only, and told from the words of editors."""

from __future__ import annotations

import re

from handouts import EVIL, NOTE_BY, NOTE_END, THREE, TITLE_BY, is_ready
from playwright.sync_api import Page, expect
from tab import Listen


def test_what_a_reader_writes_is_never_read_as_markup(page: Page) -> None:
    page.goto(f"/handout.html?p=12,{EVIL}#title={EVIL}&note={EVIL}&note.12={EVIL}</textarea><script>alert(2)</script>")
    is_ready(page, 1)
    expect(page.locator(".sheet h2")).to_have_text(EVIL)
    expect(page.locator(".handout-wrong")).to_have_text("There is no entry “…”. It was left out.")
    notes = page.locator(".sheet-note > p:not(.sheet-by)").all_inner_texts()
    assert notes == [EVIL, f"{EVIL}</textarea><script>alert(2)</script>"]
    assert page.locator(".handout").locator("img, script").count() == 0


def test_what_a_reader_writes_is_sent_to_nobody(page: Page, listen: Listen) -> None:
    sent: list[str] = []
    listen(page, "request", lambda request: sent.append(request.url))
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_label("Title of the handout").fill("Day one")
    page.get_by_label("A note of your own at the top").fill("Bring a pen.\n\nAnd paper.")
    page.get_by_label("Your note on Paragraph 43 (b)").fill("secret words")
    expect(page).to_have_url(re.compile("#title=Day.one&note=Bring.*&note.43-b=secret.words$"))
    page.reload()
    is_ready(page, 3)
    expect(page.locator(".sheet h2")).to_have_text("Day one")
    assert page.locator(".sheet-head .sheet-note p:not(.sheet-by)").all_inner_texts() == ["Bring a pen.", "And paper."]
    expect(page.locator(".sheet-entry").nth(1).locator(".sheet-note p:not(.sheet-by)")).to_have_text("secret words")
    assert not [address for address in sent if "secret" in address.partition("#")[0]]
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_words_that_came_with_an_address_are_said_to_be_those_of_whoever_made_it(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    expect(page.locator(".handout-came")).to_be_hidden()
    expect(page.locator(".sheet-by", has_text="whoever made")).to_have_count(0)
    page.goto("about:blank")
    page.goto(f"{THREE}#title=Marker&note.12=Marker")
    is_ready(page, 3)
    expect(page.locator(".handout-came")).to_be_visible()
    expect(page.locator(".sheet h2 + .sheet-by")).to_have_text(TITLE_BY)
    expect(page.locator(".sheet-note > .sheet-by")).to_have_text([NOTE_BY, NOTE_END])
    assert "“Marker” (title by whoever made this handout)" in page.title()
    page.emulate_media(media="print")
    expect(page.locator(".sheet h2 + .sheet-by")).to_be_visible()
    for label in page.locator(".sheet-note > .sheet-by").all():
        expect(label).to_be_visible()
    expect(page.locator(".handout-came")).to_be_hidden()
    margins = (
        "[...document.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join()"
    )
    assert "title by whoever made this handout" in page.evaluate(margins).replace("\\", "")


def test_words_in_the_query_are_nobodys(page: Page) -> None:
    page.goto(f"{THREE}&title=Marker&note=Marker&note.12=Marker")
    is_ready(page, 3)
    assert "Marker" not in page.locator("body").inner_text()
    assert "Marker" not in page.title()


def test_a_link_within_the_page_does_not_take_the_words_away(page: Page) -> None:
    page.goto(f"{THREE}#title=Day+one")
    is_ready(page, 3)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#title=Day.one$"))
    expect(page.locator(".sheet h2")).to_have_text("Day one")


def test_a_long_address_is_told_of(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    expect(page.locator(".handout-long")).to_be_hidden()
    page.get_by_label("A note of your own at the top").fill("word " * 1800)
    expect(page.locator(".handout-long")).to_contain_text("longer than 8,000")
