"""Handouts: made from the pages of their entries, kept in their addresses only, and taken along in every form."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, quote, urlsplit

import docx
import pytest
from edition import TINY, Build, Edition
from playwright.sync_api import Browser, Page, Route, expect
from serving import Quiet
from tab import Listen

TITLE_BY = "The title is by whoever made this handout, and not by the editors."
NOTE_BY = "Note by whoever made this handout:"
NOTE_END = "End of the note by whoever made this handout."
THREE = "/handout.html?p=12,43-b,untoc-art-24"
EVERYTHING = "&show=text,notes,summary,connections,comparison,commentary,questions,answers"
EVIL = "<img src=x onerror=alert(1)>"


@pytest.fixture
def page(page: Page) -> Page:
    """A page that may use the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def is_ready(page: Page, count: int) -> None:
    expect(page.locator(".handout-status")).to_have_text(f"The sheet is ready. Entries on it: {count}")


def labels(page: Page) -> list[str]:
    return page.locator(".sheet-label").all_inner_texts()


def asked(page: Page) -> str:
    return urlsplit(page.url).query


def test_a_handout_shows_what_the_pages_of_its_entries_say(page: Page) -> None:
    page.goto("/annex/12.html")
    words = page.locator("#plan-12 > p").inner_text()
    summary = page.locator("[data-of=plan-12] .summary p:not(.part-title)").inner_text()
    questions = page.locator("[data-of=plan-12] .questions li").all_inner_texts()
    page.goto(THREE)
    is_ready(page, 3)
    assert labels(page) == ["Paragraph 12", "Paragraph 43 (b)", "Organized Crime Convention, art. 24"]
    first = page.locator(".sheet-entry").first
    expect(first.locator("blockquote")).to_have_text(words)
    expect(first.locator(".sheet-summary p")).to_have_text(summary)
    assert first.locator(".sheet-questions li").all_inner_texts() == questions
    expect(first.locator(".sheet-connections, .sheet-commentary, .sheet-comparison, .sheet-answers")).to_have_count(0)
    second = page.locator(".sheet-entry").nth(1).locator(".sheet-cited")
    expect(second).to_contain_text("A/64/L.64, annex, para. 43 (b) (adopted, as orally revised, as General Assembly")
    expect(second).to_contain_text("/annex/43.html#plan-43-b (edition of")
    expect(page.locator(".sheet-notice").first).to_contain_text("the draft as tabled")
    expect(page.locator(".sheet-entry").nth(1).locator("blockquote")).not_to_contain_text("Combating and prosecuting")


def test_an_item_stands_on_a_handout_with_what_leads_in_to_it_and_what_is_said_of_its_paragraph(page: Page) -> None:
    page.goto("/annex/43.html")
    summary = page.locator("[data-of=plan-43] > .summary p:not(.part-title)").inner_text()
    page.goto("/handout.html?p=43-b,43&show=text,summary,questions")
    is_ready(page, 2)
    item, paragraph = page.locator(".sheet-entry").all()
    expect(item.locator(".sheet-lead")).to_contain_text("Implement all relevant legal instruments")
    words = item.locator("blockquote").inner_text()
    assert words.index("[Lead-in to the item:]") < words.index("43.") < words.index("b. Enacting")
    expect(item.locator(".sheet-summary .sheet-by")).to_have_text("On the whole paragraph that this item belongs to:")
    expect(item.locator(".sheet-summary")).to_contain_text(summary)
    expect(item.locator(".sheet-questions li")).to_have_count(3)
    expect(item.locator(".sheet-signature")).to_have_count(1)
    expect(paragraph.locator(".sheet-by, .sheet-lead")).to_have_count(0)


def test_a_handout_tells_what_editors_describe_from_what_it_quotes(page: Page) -> None:
    page.goto("/handout.html?p=12,untoc-art-24,untoc-art-25,sdg-8-7")
    is_ready(page, 4)
    quoted, *described = page.locator(".sheet-entry").all()
    expect(quoted.locator(".sheet-by")).to_have_count(0)
    expect(quoted.locator(".sheet-cited")).to_contain_text("Cite as:")
    for entry in described:
        expect(entry.locator(".sheet-by")).to_have_text("Described in the editors’ own words:")
        expect(entry.locator(".sheet-cited")).to_contain_text("About:")
    ways = page.locator(".sheet-notice", has_text="not the official wording").locator("a")
    assert ways.all_inner_texts() == ["Organized Crime Convention", "SDG 8"]


def test_a_handout_of_a_paragraph_has_nothing_of_what_is_said_of_its_items(page: Page) -> None:
    page.goto("/annex/43.html")
    connections = page.locator(".apparatus.leads > .beside > .connections .reason")
    expect(connections).not_to_have_count(0)
    reasons = connections.all_inner_texts()
    page.goto("/handout.html?p=43&show=connections")
    is_ready(page, 1)
    assert page.locator(".sheet-connections .reason").all_inner_texts() == reasons


def test_every_part_of_an_entry_can_be_chosen(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    for name, part in {
        "Connections": "connections",
        "Comparison": "comparison",
        "Commentary": "commentary",
        "Notes on the text": "notes",
        "Notes for trainers": "answers",
    }.items():
        expect(page.locator(f".sheet-{part}")).to_have_count(0)
        page.get_by_label(name, exact=True).check()
        expect(page.locator(f".sheet-{part}").first).to_be_visible()
    page.get_by_label("Text", exact=True).uncheck()
    expect(page.locator(".sheet blockquote, .sheet-notice")).to_have_count(0)
    assert parse_qs(asked(page))["show"] == ["notes,summary,connections,comparison,commentary,questions,answers"]
    # Nothing of the pages comes along but words and links.
    assert (
        page.locator(".sheet").locator("[id], button, details, script, [style], .headerlink, .entry-tools").count() == 0
    )


def test_a_wrong_id_is_named_and_left_out(page: Page) -> None:
    page.goto("/handout.html?p=12,plan-99,12,plan-12,R74-OP-16")
    is_ready(page, 2)
    assert labels(page) == ["Paragraph 12", "2019 resolution, paragraph 16"]
    expect(page.locator(".handout-wrong")).to_have_text("There is no entry “plan-99”. It was left out.")


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


def test_entries_are_moved_and_removed_with_the_keyboard_alone(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Move down: Paragraph 12").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_have_text("Paragraph 12 is now number 2 of 3.")
    page.keyboard.press("Enter")
    # The focus goes along, and is not lost at the end.
    expect(page.get_by_role("button", name="Move down: Paragraph 12")).to_be_focused()
    page.keyboard.press("Enter")
    assert labels(page) == ["Paragraph 43 (b)", "Organized Crime Convention, art. 24", "Paragraph 12"]
    assert asked(page) == "p=43-b,untoc-art-24,12"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert asked(page) == "p=43-b,12,untoc-art-24"
    page.get_by_role("button", name="Remove: Paragraph 43 (b)").focus()
    page.keyboard.press("Enter")
    assert asked(page) == "p=12,untoc-art-24"
    expect(page.get_by_role("button", name="Remove: Paragraph 12")).to_be_focused()


def test_entries_are_dragged_into_another_order(page: Page) -> None:
    # While the page scrolls, no place on it can be aimed at.
    page.emulate_media(reduced_motion="reduce")
    page.goto(THREE)
    is_ready(page, 3)

    def take(place: int, to: int) -> None:
        page.locator(".handout-item").nth(to).scroll_into_view_if_needed()
        page.locator(".handout-handle").nth(place).hover()
        box = page.locator(".handout-item").nth(to).bounding_box()
        page.mouse.down()
        assert box
        page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 4, steps=5)

    take(0, 2)
    page.mouse.up()
    expect(page).to_have_url(re.compile(re.escape("?p=43-b,untoc-art-24,12") + "$"))
    assert labels(page)[-1] == "Paragraph 12"
    take(0, 2)
    page.keyboard.press("Escape")
    page.mouse.up()
    assert asked(page) == "p=43-b,untoc-art-24,12"
    expect(page.locator(".handout-name").first).to_contain_text("Paragraph 43 (b)")


def test_back_and_forward_go_through_what_was_changed(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Remove: Paragraph 12").click()
    page.get_by_label("Commentary", exact=True).check()
    page.go_back()
    expect(page.get_by_label("Commentary", exact=True)).not_to_be_checked()
    page.go_back()
    expect(page.locator(".sheet-entry")).to_have_count(3)
    page.go_forward()
    expect(page.locator(".sheet-entry")).to_have_count(2)


def test_an_entry_is_added_by_its_citation_or_by_words_with_the_keyboard_alone(page: Page) -> None:
    page.goto("/handout.html")
    expect(page.locator(".sheet-empty")).to_be_visible()
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    page.get_by_label("Add an entry").focus()
    page.keyboard.type("art 6 Trafficking Protocol")
    expect(page.get_by_role("option").first).to_contain_text("Trafficking Protocol, art. 6")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    is_ready(page, 1)
    expect(page.get_by_label("Add an entry")).to_be_focused()
    page.keyboard.type("43 b")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    is_ready(page, 2)
    expect(page.locator(".handout-done")).to_have_text("Added: Paragraph 43 (b)")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    is_ready(page, 3)
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("on the handout already")
    page.get_by_label("Add an entry").fill("zzyzx")
    page.keyboard.press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Nothing found for “zzyzx”")
    assert asked(page) == "p=trafficking-protocol-art-6,43-b,12"


def test_an_entry_is_added_from_its_own_page_to_the_handout_of_this_tab(page: Page) -> None:
    page.goto(f"{THREE}#title=Day+one")
    is_ready(page, 3)
    page.goto("/resolutions/r74.html#r74-op-16")
    page.locator('[data-of="r74-op-16"]').get_by_role("link", name="Add to a handout").click()
    is_ready(page, 1)
    offer = page.locator(".handout-offer")
    expect(offer).to_contain_text("another handout (entries on it: 3)")
    offer.get_by_role("button", name="Add this entry to it").press("Enter")
    is_ready(page, 4)
    expect(page.locator(".sheet h2")).to_have_text("Day one")
    assert asked(page) == "p=12,43-b,untoc-art-24,r74-op-16"
    expect(offer).to_be_hidden()
    page.go_back()
    expect(page.locator(".sheet-entry")).to_have_count(1)


def test_the_first_entry_of_all_begins_a_handout(page: Page) -> None:
    page.goto("/instruments/untoc.html")
    page.locator('[data-of="untoc-art-24"]').get_by_role("link", name="Add to a handout").click()
    is_ready(page, 1)
    expect(page.locator(".handout-offer")).to_be_hidden()


def test_the_sheet_is_copied_as_markdown(page: Page) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=*Day*&note.12=1. one%0A# two")
    is_ready(page, 3)
    page.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(page.locator(".handout-done")).to_have_text("Copied as Markdown.")
    told: str = page.evaluate("navigator.clipboard.readText()")
    assert told.startswith(f"# \\*Day\\*\n\n{TITLE_BY}\n\n")
    assert "\n## Paragraph 12 What makes people vulnerable\n\n> 12\\. Address the social" in told
    assert "\n1. Which three factors from the list weigh most" in told
    assert re.search(r"\n- \[Paragraph 3 Rights, prevention [^]]+\]\(http://[\w.:]+/annex/3\.html#plan-3\)", told)
    assert "\\[only in 2019: Invites Member States to\\]" in told
    assert f"\n> {NOTE_BY}\n>\n> 1\\. one\\\n> \\# two\n>\n> {NOTE_END}\n" in told
    assert "\n\n\n" not in told


def test_the_sheet_is_copied_as_rich_text_without_anything_of_the_site(page: Page) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=Day+one")
    is_ready(page, 3)
    page.get_by_role("button", name="Copy for a word processor").press("Enter")
    expect(page.locator(".handout-done")).to_have_text("Copied. Paste it into a document.")
    rich: str = page.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    page.set_content(f"<main>{rich}</main>")
    assert page.locator("h1").inner_text() == "Day one"
    expect(page.locator("h1 + p")).to_have_text(TITLE_BY)
    assert page.locator("h2").count() == 3
    assert page.locator("h3, blockquote, li, ins, del, strong").count() > 20
    assert page.locator("[class], [id], button, script, link, input").count() == 0
    assert all(
        address.startswith("http")
        for address in page.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    )


@pytest.mark.own_tab
def test_where_nothing_may_be_copied_the_words_are_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(page.get_by_label("Your browser does not let")).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith("# Handout")
    page.get_by_role("button", name="Copy for a word processor").press("Enter")
    expect(page.locator(".sheet")).to_be_focused()
    assert "What makes people vulnerable" in page.evaluate("getSelection().toString()")


@pytest.fixture
def downloaded(page: Page, listen: Listen, tmp_path: Path) -> Path:
    said: list[str] = []
    listen(page, "console", lambda message: said.append(message.text))
    page.goto(f"{THREE}{EVERYTHING}#title=Day+one+{EVIL}&note=Bring+a+pen")
    is_ready(page, 3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as one file").press("Enter")
    assert download.value.suggested_filename == "handout-day-one-img-src-x-onerror-alert-1.html"
    assert said == []
    path = tmp_path / "handout.html"
    download.value.save_as(path)
    return path


def test_the_file_needs_nothing_else(page: Page, downloaded: Path, browser: Browser) -> None:
    words = page.locator(".sheet").inner_text()
    context = browser.new_context(offline=True)
    alone = context.new_page()
    requests: list[str] = []
    said: list[str] = []
    alone.on("request", lambda request: requests.append(request.url))
    alone.on("console", lambda message: said.append(message.text))
    alone.goto(downloaded.as_uri())
    alone.reload()
    assert set(requests) == {downloaded.as_uri()}
    assert said == []
    assert alone.title() == f"“Day one {EVIL}” (title by whoever made this handout)"
    expect(alone.locator("h1 + p")).to_have_text(TITLE_BY)
    assert alone.locator(".sheet-note > .sheet-by").all_inner_texts() == [NOTE_BY, NOTE_END]
    assert alone.locator(".sheet").inner_text().split() == words.split()
    assert alone.locator("script, link, img, input, button").count() == 0
    assert (
        alone.locator("blockquote").first.evaluate("quote => getComputedStyle(quote).borderInlineStartWidth") == "4px"
    )
    assert alone.locator("h1").count() == 1
    context.close()


def test_a_sheet_prints_cleanly(page: Page) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=Day+one&note=Bring+a+pen")
    is_ready(page, 3)
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    assert shown.startswith("Day one")
    assert "Make a handout\n" not in shown
    assert "Add an entry" not in shown
    assert "How the address is made" not in shown
    expect(page.locator(".sheet-foot")).to_contain_text("Edition of")
    expect(page.locator(".sheet-foot")).to_contain_text("/handout.html?p=12,43-b,untoc-art-24")
    # As wide as the paper between its margins.
    for paper, width in {"A4": 672, "Letter": 695}.items():
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cut = page.locator(".sheet *").evaluate_all(
            "all => all.filter((each) => !each.matches('.unseen, .unseen *') && each.scrollWidth > each.clientWidth + 1"
            " && getComputedStyle(each).display === 'block').map((each) => each.className || each.tagName)"
        )
        assert cut == []
        pdf = page.pdf(format=paper)
        sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
        assert 4 <= sheets <= 12


def test_a_short_sheet_is_one_page(page: Page) -> None:
    page.goto("/handout.html?p=12&show=text,questions")
    is_ready(page, 1)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_a_long_address_is_told_of(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    expect(page.locator(".handout-long")).to_be_hidden()
    page.get_by_label("A note of your own at the top").fill("word " * 1800)
    expect(page.locator(".handout-long")).to_contain_text("longer than 8,000")


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


@pytest.mark.own_tab
def test_on_a_slow_connection_a_reader_sees_what_is_coming(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    slow = {"offline": False, "latency": 400, "downloadThroughput": 51_200, "uploadThroughput": 51_200}
    devtools.send("Network.emulateNetworkConditions", slow)
    page.goto(THREE, wait_until="commit")
    expect(page.locator(".handout-status")).to_contain_text("still to come", timeout=60_000)
    expect(page.locator(".sheet-label")).to_have_count(3)
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    # What was to be seen has been: the rest may come at once.
    devtools.send("Network.emulateNetworkConditions", slow | {"latency": 0, "downloadThroughput": -1})
    expect(page.locator(".handout-status")).to_contain_text("ready", timeout=60_000)
    expect(page.get_by_role("button", name="Print")).to_be_enabled()


@pytest.mark.own_tab
def test_a_handout_that_is_open_needs_no_connection(page: Page) -> None:
    page.goto(THREE)
    is_ready(page, 3)
    page.context.set_offline(True)
    page.get_by_role("button", name="Move down: Paragraph 12").press("Enter")
    page.get_by_label("Commentary", exact=True).check()
    expect(page.locator(".sheet-commentary").first).to_be_visible()
    page.get_by_label("Title of the handout").fill("Without a connection")
    expect(page.locator(".sheet h2")).to_have_text("Without a connection")
    page.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(page.locator(".handout-done")).to_have_text("Copied as Markdown.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as one file").press("Enter")
    assert "Without a connection" in Path(download.value.path()).read_text(encoding="utf-8")


def test_a_handout_that_is_kept_is_opened_again_without_a_connection(browser: Browser, real: Build) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=real.out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    page = context.new_page()
    page.goto(f"{THREE}#title=Day+one")
    is_ready(page, 3)
    assert page.evaluate("caches.keys()") == []
    page.get_by_role("button", name="Keep on this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Kept.")
    expect(page.get_by_role("button", name="Remove from this device")).to_be_focused()
    # What is added later is kept as well.
    page.get_by_label("Add an entry").fill("para 38")
    page.keyboard.press("Enter")
    is_ready(page, 4)
    page.wait_for_function("caches.match(new URL('annex/38.html', location)).then(Boolean)")
    # A cache of its own: another edition may stand on the same host.
    assert page.evaluate("caches.keys()") == [f"handout {page.url.partition('?')[0]}"]
    server.shutdown()
    server.server_close()
    page.reload()
    is_ready(page, 4)
    expect(page.locator(".sheet h2")).to_have_text("Day one")
    page.get_by_label("Commentary", exact=True).check()
    expect(page.locator(".sheet-commentary").first).to_be_visible()
    page.get_by_role("button", name="Remove from this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Removed.")
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    context.close()


class Ill(Quiet):
    """A host that answers with what is none of its own, such as a page to log in, or that has a new edition."""

    answer: ClassVar[tuple[int, bytes, str] | None] = None

    def do_GET(self) -> None:  # noqa: N802 - the name is the library’s
        if self.answer is None or not (self.answer[2] or self.path.startswith("/handout.html")):
            super().do_GET()
            return
        status, body, leads = self.answer
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        if status == 302:
            self.send_header("Location", leads)
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        # Otherwise, a browser asks the less often the older a file is.
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def test_what_is_kept_is_shown_where_the_host_is_ill_and_replaced_by_a_new_edition(
    browser: Browser, real: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Ill, directory=real.out))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    page = context.new_page()
    page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Keep on this device").press("Enter")
    expect(page.locator(".handout-done")).to_contain_text("Kept.")
    portal, elsewhere = b"<!doctype html><title>marker</title>", f"http://localhost:{server.server_port}/elsewhere.html"
    for answer in ((503, portal, "all"), (200, portal, "all"), (302, b"", elsewhere)):
        monkeypatch.setattr(Ill, "answer", answer)
        page.goto("about:blank")
        page.goto(THREE)
        is_ready(page, 3)
        assert "marker" not in page.title()
    edition = real.page("handout").replace("Make a handout", "Make a new handout").encode()
    # What is kept is there at every moment: a reader may leave at any.
    page.add_init_script("CacheStorage.prototype.delete = () => Promise.reject(new Error('not now'))")
    monkeypatch.setattr(Ill, "answer", (200, edition, ""))
    page.goto("about:blank")
    page.goto(THREE)
    is_ready(page, 3)
    expect(page.locator("h1")).to_contain_text("Make a new handout")
    expect(page.locator(".handout-done")).to_contain_text("of an earlier edition", timeout=60_000)
    server.shutdown()
    server.server_close()
    page.reload()
    is_ready(page, 3)
    expect(page.locator("h1")).to_contain_text("Make a new handout")
    context.close()


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


def test_a_ready_made_sheet_opens_with_its_title(page: Page) -> None:
    page.goto("/guide/trainers.html")
    page.locator("article").get_by_role("link", name="What is trafficking in persons?").click()
    page.get_by_role("link", name="Open the handout").first.click()
    is_ready(page, 7)
    expect(page.locator(".sheet h2")).to_have_text("What is trafficking in persons?")
    head = page.locator(".sheet-head")
    expect(head).to_contain_text("By the end, participants can take the definition apart")
    expect(head.locator("h5")).to_have_text("Timetable, in minutes")
    expect(head.locator("li").first).to_contain_text("0–10 Welcome.")
    expect(head.get_by_role("link", name="sessions/definition.html")).to_be_visible()
    # It is the title of the session's page, and not one that a reader has thought of.
    expect(head.locator(".sheet-by")).to_have_count(0)
    expect(page.get_by_label("Commentary", exact=True)).not_to_be_checked()


def test_no_page_but_one_with_a_session_is_taken_for_one(page: Page) -> None:
    for named in ("annex/12", "../other", "https://example.org/x", "nowhere"):
        page.goto(f"/handout.html?p=12&session={named}#title=Mine")
        is_ready(page, 1)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".sheet-session")).to_have_count(0)
        expect(page.locator(".sheet-head .sheet-by")).to_have_text(TITLE_BY)


def test_a_related_pair_is_not_printed_in_full(page: Page) -> None:
    page.goto("/annex/2.html")
    close, loose = (page.locator(f"#plan-2 ~ .apparatus .wordings.{kind}").count() for kind in ("close", "loose"))
    assert loose
    page.goto("/handout.html?p=2&show=comparison")
    is_ready(page, 1)
    # What is close is one text with its differences; of another pair, the citations are enough.
    expect(page.locator(".sheet-comparison .wording")).to_have_count(close)


def test_plain_text_is_words_alone(page: Page) -> None:
    page.goto(f"{THREE}#note=One%0Atwo%0A%0A{quote(NOTE_END)}%0A%0Athree")
    is_ready(page, 3)
    page.get_by_role("button", name="Copy as plain text").click()
    expect(page.locator(".handout-done")).to_have_text("Copied as plain text.")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Handout\n\n")
    assert "Paragraph 12 What makes people vulnerable" in text
    # Whatever a note says, each of its lines says whose it is.
    assert f"\n\n| {NOTE_BY}\n|\n| One\n| two\n|\n| {NOTE_END}\n|\n| three\n|\n| {NOTE_END}\n\n" in text
    assert not re.search(r"\*|#{2}|\]\(|^>", text, re.MULTILINE)


def test_a_handout_is_downloaded_as_a_document(page: Page, tmp_path: Path) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=Day+%26+night&note.12=<b>Mine</b>")
    is_ready(page, 3)
    with page.expect_download() as expected:
        page.get_by_role("button", name="Download as DOCX").click()
    path = tmp_path / expected.value.suggested_filename
    expected.value.save_as(path)
    assert path.suffix == ".docx"
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Day & night"
    assert document.core_properties.title == "“Day & night” (title by whoever made this handout)"
    at = texts.index("<b>Mine</b>")
    assert texts[at - 1 : at + 2] == [NOTE_BY, "<b>Mine</b>", NOTE_END]
    assert {paragraph.style.name for paragraph in document.paragraphs[at - 1 : at + 2] if paragraph.style} == {"Note"}
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert {"Heading 1", "Heading 2", "Quote", "List Bullet"} <= {*styles}
    links = {link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks}
    assert any(address.endswith("annex/43.html#plan-43-b") for address in links)
    assert styles.count("Heading 2") == page.locator(".sheet-label").count()


def test_the_script_that_writes_documents_is_small_and_fetched_when_it_is_needed(page: Page, real: Build) -> None:
    assert (real.out / "_static" / "handout-docx.js").stat().st_size < 12_000
    page.goto(THREE)
    is_ready(page, 3)
    assert page.locator('script[src*="handout-docx"]').count() == 0


def test_a_code_stands_beside_its_paragraph_with_its_address_below(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    edition = Edition.copy(TINY, tmp_path)
    edition.write("source/handout.md", "# Handout\n\n:::{handout} rules\n:::\n")
    edition.change("source/index.md", "whole\n", "whole\nhandout\n")
    site = serve(edition.build(html_baseurl="https://example.org/h/").out)
    page = browser.new_page()
    page.goto(f"{site}/handout.html?p=1,2&show=text,qr")
    is_ready(page, 2)
    for number, entry in enumerate(page.locator(".sheet-entry").all(), start=1):
        code = entry.locator("h3 + .sheet-code")
        expect(code.locator("figcaption")).to_have_text(f"example.org/h/{number}/")
        expect(code.locator("img")).to_have_attribute("src", f"qr/rules-{number}.svg")
    page.close()
