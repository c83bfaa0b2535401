"""Handouts: made from the pages of their entries, kept in their addresses only, and taken along in every form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

from edition import TINY, Edition
from handouts import THREE, TITLE_BY, asked, is_ready, labels
from playwright.sync_api import Page, expect


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


def test_a_code_stands_beside_its_paragraph_with_its_address_below(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    edition = Edition.copy(TINY, tmp_path)
    edition.write("source/handout.md", "# Handout\n\n:::{handout} rules\n:::\n")
    edition.change("source/index.md", "whole\n", "whole\nhandout\n")
    site = serve(edition.build(html_baseurl="https://example.org/h/").out)
    page.goto(f"{site}/handout.html?p=1,2&show=text,qr")
    is_ready(page, 2)
    for number, entry in enumerate(page.locator(".sheet-entry").all(), start=1):
        code = entry.locator("h3 + .sheet-code")
        expect(code.locator("figcaption")).to_have_text(f"example.org/h/{number}/")
        expect(code.locator("img")).to_have_attribute("src", f"qr/rules-{number}.svg")
