"""A reader looks for something, and finds it or is told where to look."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from searching import ask, field, header_field, offers, results


def test_who_is_in_need_is_led_first_to_what_the_site_says_to_them(page: Page, subtests: pytest.Subtests) -> None:
    in_need = ("help", "I need help", "help for survivors", "I was trafficked")
    first, offer = page.locator(".suggestions [data-url]").first, offers(page).first
    page.goto("/annex/38.html")
    for written in in_need:
        with subtests.test("in the box", words=written):
            header_field(page).fill("12")
            expect(first).to_contain_text("Paragraph 12")
            header_field(page).fill(written)
            expect(first).to_have_text("Do you need help? ")
    page.goto("/search.html?q=12")
    for written in in_need:
        with subtests.test("on the page of results", words=written):
            expect(offer).to_have_text("Paragraph 12")
            field(page).fill(written)
            expect(offer).to_have_text("Do you need help?")
            expect(offer).to_have_attribute("href", re.compile("#need-help$"))
            field(page).fill("12")
    field(page).fill(in_need[-1])
    expect(offer).to_have_text("Do you need help?")
    offer.click()
    expect(page.get_by_text("This site cannot help in a particular case.")).to_be_in_viewport()


def test_what_answers_a_question_is_not_meant_by_a_common_word_of_it(page: Page) -> None:
    page.goto("/search.html?q=children")
    expect(results(page)).to_have_count(10)
    assert "Paragraph 60" not in " ".join(results(page).all_inner_texts()), "it answers how many children there are"
    page.goto("/search.html?q=how many children are trafficked")
    expect(results(page).filter(has_text="Paragraph 60")).to_be_visible()


def test_a_result_is_told_by_label_title_kind_and_marked_words(page: Page) -> None:
    page.goto("/search.html?q=retaliation")
    best = results(page).first
    expect(best.get_by_role("link")).to_have_text("Paragraph 31")
    expect(best.locator(".title")).to_have_text("Safety, privacy and freedom from reprisals")
    expect(best.locator(".kind")).to_have_text("Paragraph")
    expect(best.locator("mark")).to_have_text(["retaliation"])
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^\d+ results$"))
    best.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Paragraph 31")


def test_forms_of_a_word_phrases_and_numbers(page: Page) -> None:
    page.goto("/search.html?q=punishing")
    expect(results(page).locator("mark").first).to_have_text(re.compile("punish", re.I))
    field(page).fill('"identity documents"')
    expect(results(page).first.get_by_role("link")).to_have_text("Paragraph 20")
    expect(page.locator("#search-results:not([aria-busy])")).to_be_visible()
    # Of a commentary, it may be in the title alone.
    assert [text for text in results(page).all_inner_texts() if "identity documents" not in text.lower()] == []
    field(page).fill("2004/110")
    expect(results(page).locator("mark", has_text="2004/110").first).to_be_visible()


def test_what_is_marked_is_the_word_and_not_the_signs_about_it(answers: Page) -> None:
    ask(answers, "trafficking")
    expect(results(answers).locator("mark").first).to_be_visible()
    marks = results(answers).locator("mark").all_inner_texts()
    assert [mark for mark in marks if not re.fullmatch(r"\w.*\w", mark)] == []


def test_commentary_is_found_by_paragraph(page: Page) -> None:
    page.goto("/search.html?q=immunity+for+every+offence&kind=commentary")
    best = results(page).first.get_by_role("link")
    expect(best).to_have_text("Paragraph 30, commentary para. 3")
    best.click()
    expect(page).to_have_url(re.compile(r"/annex/30\.html#plan-30-c3$"))


@pytest.mark.parametrize(
    ("searched", "label", "says"),
    [
        ("passport", "Paragraph 20", "identity documents"),
        ("non-punishment", "Paragraph 30", "penalized for"),
        ("slavery", "1956 Supplementary Slavery Convention", "slavery"),
        ("kidneys", "Paragraph 2", "removal of organs"),
        ("NGO", "Paragraph 40", "civil society"),
    ],
)
def test_words_that_the_texts_do_not_use(answers: Page, searched: str, label: str, says: str) -> None:
    ask(answers, searched)
    expect(answers.locator(".search-status")).to_have_text(re.compile("result"))
    more = answers.get_by_role("button", name="Show more results")
    if more.is_visible():
        more.click()
    result = results(answers).filter(has=answers.get_by_role("link", name=label, exact=True))
    expect(result).to_have_count(1)
    expect(result).to_contain_text(re.compile(says, re.I))


def test_a_result_says_which_word_it_has_in_other_words(answers: Page) -> None:
    ask(answers, "passports")
    papers = results(answers).filter(has=answers.get_by_role("link", name="Paragraph 20", exact=True))
    expect(papers.locator("mark")).to_have_text(["identity", "documents", "registration", "of", "births"])
    expect(papers.locator(".under")).to_have_text("It is about “passports”, in other words.")


def test_a_misspelt_word_is_put_right_and_that_is_said(page: Page) -> None:
    page.goto("/search.html?q=excploitation")
    expect(page.locator(".search-spelling")).to_contain_text("exploitation")
    expect(page.locator(".search-spelling")).to_have_role("status")
    expect(results(page).first).to_be_visible()
    field(page).fill("forced labuor")
    expect(page.locator(".search-spelling")).to_contain_text("forced labour")
    field(page).fill("labour")
    expect(page.locator(".search-spelling")).to_be_hidden()


def test_where_nothing_has_all_words_the_best_is_shown_and_that_is_said(page: Page) -> None:
    page.goto("/search.html?q=confiscation of kidneys in submarines")
    expect(results(page).first).to_be_visible()
    expect(page.locator(".search-partial")).to_have_text(re.compile("all of these words"))
    expect(page.locator(".search-partial")).to_have_role("status")
    for helped in ("confiscation", "para. 12, GPA"):
        field(page).fill(helped)
        expect(page.locator(".search-partial")).to_be_hidden()


def test_a_term_is_offered_with_its_count_and_leads_to_its_page(page: Page) -> None:
    page.goto("/search.html?q=children")
    expect(page.locator(".search-offers li").first).to_contain_text(re.compile(r"Children\s+\d+ paragraphs"))
    expect(results(page).filter(has_text="Term").filter(has_text="Children 32")).to_have_count(0)
    offers(page).first.click()
    expect(page).to_have_url(re.compile(r"/browse/persons\.html#persons-children$"))


def test_who_comes_back_finds_what_was_shown_and_stands_where_they_stood(page: Page) -> None:
    page.goto("/search.html?q=children")
    page.get_by_role("button", name="Show more results").click()
    expect(results(page)).to_have_count(20)
    results(page).nth(17).get_by_role("link").click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(17)).to_be_in_viewport()


def test_what_is_meant_by_misspelt_words_is_offered_and_no_result(answers: Page) -> None:
    ask(answers, "palermo pratocol")
    expect(offers(answers)).to_have_text(["Trafficking Protocol"])
    links = answers.locator(".search-offers h3 a, .search-results h3 a").evaluate_all(
        "links => links.map(({ href }) => href)"
    )
    assert len(links) == len(set(links))


def test_nothing_found_and_nothing_like_it_offers_ways_to_look_around(answers: Page) -> None:
    ask(answers, "zzyzx")
    expect(answers.locator(".search-status")).to_have_text("Nothing found for “zzyzx”.")
    expect(answers.locator(".search-ways").get_by_role("link", name="Browse")).to_be_visible()


def test_an_older_address_finds_the_same_and_is_not_kept(page: Page) -> None:
    page.goto("/search.html?q=retaliation&kind=provision")
    expect(results(page).first).to_be_visible()
    expect(page).to_have_url(re.compile(r"/search\.html#q=retaliation&kind=provision$"))
    count = results(page).count()
    page.goto("/search.html#q=retaliation&kind=provision")
    expect(results(page)).to_have_count(count)


def test_a_link_within_the_page_takes_no_words_away(page: Page) -> None:
    page.goto("/search.html#q=retaliation")
    expect(results(page).first).to_be_visible()
    page.evaluate("document.querySelector('.skip-link').click()")
    expect(page).to_have_url(re.compile(r"#q=retaliation$"))
    expect(page.locator("#search-field")).to_have_value("retaliation")
