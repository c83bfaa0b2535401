"""A reader looks for something, and finds it or is told where to look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import parse_qs, urlsplit

import pytest
from edition import Build
from playwright.sync_api import Browser, Locator, Page, Route, expect
from screens import PHONE
from tab import Listen, Tab


def offers(page: Page) -> Locator:
    return page.locator(".search-offers h3 a")


def results(page: Page) -> Locator:
    return page.locator(".search-results > ol > li")


def field(page: Page) -> Locator:
    return page.locator("#search-field")


def header_field(page: Page) -> Locator:
    return page.locator("header input[type=search]")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).fragment)


@pytest.fixture(scope="module")
def answers(browser: Browser, site: str) -> Iterator[Page]:
    """A page of results that stays open while many things are asked for."""
    with closing(Tab(browser, site)) as tab:
        tab.page.goto("/search.html")
        expect(field(tab.page)).to_be_focused()
        yield tab.page
        assert tab.complaints == []


PARAGRAPH_12 = ["Paragraph 12"]
PARAGRAPH_43_B = ["Paragraph 43 (b)"]
ARTICLE_24 = ["Organized Crime Convention, art. 24"]
TARGET_8_7 = ["SDG 8.7"]
PART_II = "Part II. Protecting and assisting victims of trafficking in persons"
OPERATIVE_16 = ["2019 resolution, paragraph 16"]
CITATIONS = {
    "12": PARAGRAPH_12,
    "para 12": PARAGRAPH_12,
    "Paragraph 12": PARAGRAPH_12,
    "plan-12": PARAGRAPH_12,
    "annex, para. 12": PARAGRAPH_12,
    "64/293 annex 12": PARAGRAPH_12,
    "A/RES/64/293 annex para 12": PARAGRAPH_12,
    "para 12 of the annex": PARAGRAPH_12,
    "¶ 43 b": PARAGRAPH_43_B,
    "43(b)": PARAGRAPH_43_B,
    "annex para. 43 (b)": PARAGRAPH_43_B,
    "annex 38": ["Paragraph 38"],
    "chapeau": ["Opening words"],
    "OP16": OPERATIVE_16,
    "op 16": OPERATIVE_16,
    "74/176 op 16": OPERATIVE_16,
    "operative paragraph 16 of 74/176": OPERATIVE_16,
    "OP5": ["2010 resolution, paragraph 5", "2019 resolution, paragraph 5"],
    "64/293 para 5": ["2010 resolution, paragraph 5", "Paragraph 5"],
    "64/293 as tabled, para. 5": ["2010 resolution, paragraph 5"],
    "A/RES/74/176, para. 16": OPERATIVE_16,
    "A/RES/64/293, para. 38": ["Paragraph 38"],
    "resolution 64/293 paragraph 43(b)": PARAGRAPH_43_B,
    "paras. 12–14": ["Paragraph 12", "Paragraph 13", "Paragraph 14"],
    "12 and 14": ["Paragraph 12", "Paragraph 14"],
    "43 (b) and (c)": ["Paragraph 43 (b)", "Paragraph 43 (c)"],
    "arts. 6 and 7 UNTOC": ["Organized Crime Convention, art. 6", "Organized Crime Convention, art. 7"],
    "UN Doc. A/64/L.64": ["A/64/L.64", "Resolution of 2010"],
    "HRC resolution 32/3": ["A/HRC/RES/32/3"],
    "TIP Protocol art 8(2)": ["Trafficking Protocol, art. 8"],
    "UNCRC art. 35": ["Convention on the Rights of the Child, art. 35"],
    "P029": ["ILO Forced Labour Protocol (P29)"],
    "43(d)": ["Paragraph 43"],
    "43(b)(i)": PARAGRAPH_43_B,
    "§ 30": ["Paragraph 30"],
    "Children": ["Children"],
    "PP31": ["2019 preamble, paragraph 31"],
    "preambular para 31": ["2019 preamble, paragraph 31"],
    "art 24 UNTOC": ARTICLE_24,
    "UNTOC 24": ARTICLE_24,
    "UNTOC art. 24": ARTICLE_24,
    "article 24 of the Organized Crime Convention": ARTICLE_24,
    "article 24": [
        *ARTICLE_24,
        "Covenant on Civil and Political Rights, art. 24",
        "Convention on the Rights of the Child, art. 24",
    ],
    "Palermo Protocol 6": ["Trafficking Protocol, art. 6"],
    "CRC 35": ["Convention on the Rights of the Child, art. 35"],
    "UNTOC": ["Organized Crime Convention"],
    "SDG 8.7": TARGET_8_7,
    "target 8.7": TARGET_8_7,
    "8.7": TARGET_8_7,
    "goal 8": ["SDG 8"],
    # The body, and the term by which paragraphs are listed.
    "ICAT": ["ICAT", "ICAT"],
    "icat": ["ICAT", "ICAT"],
    "64/293": ["A/RES/64/293", "Resolution of 2010"],
    "A/RES/74/176": ["A/RES/74/176", "Resolution of 2019"],
    "55/25": ["A/RES/55/25"],
    "C182": ["ILO Worst Forms of Child Labour Convention (C182)"],
    "Palermo art 6": ["Organized Crime Convention, art. 6", "Trafficking Protocol, art. 6"],
    "Council of Europe 26": ["Council of Europe Convention, art. 26"],
    "8.7 SDG": TARGET_8_7,
    "glossary": ["Glossary"],
    "how to cite": ["How to cite"],
    "part II": [PART_II],
    "handout": ["Make a handout"],
    "part 2": [PART_II],
}


def test_a_citation_is_offered_before_anything_else(answers: Page, subtests: pytest.Subtests) -> None:
    offered: list[str] = []
    for written, meant in CITATIONS.items():
        with subtests.test(written):
            # What was offered for the citation before is not taken for the answer.
            if meant == offered:
                field(answers).fill("")
                expect(offers(answers)).to_have_count(0)
            field(answers).fill(written)
            expect(offers(answers)).to_have_text(meant)
            offered = meant


def test_in_place_of_a_part_that_is_not_there_what_would_hold_it_is_offered(page: Page) -> None:
    page.goto("/annex/38.html")
    header_field(page).fill("UNTOC 999")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\.html#q="))
    for written, held_by in {
        "UNTOC 999": "Organized Crime Convention",
        "art 41 UNTOC": "Organized Crime Convention",
        "SDG 8.9": "SDG 8",
    }.items():
        if written != "UNTOC 999":
            field(page).fill(written)
        expect(page.locator(".search-status")).to_have_text(f"Nothing found for “{written}”.")
        expect(offers(page)).to_have_text([held_by])


def test_a_paragraph_beyond_the_last_is_said_not_to_exist(page: Page) -> None:
    words = "There is no “para 99”; the last is Paragraph 61."
    page.goto("/search.html?q=para 99")
    expect(page.locator(".search-status")).to_have_text(words)
    expect(offers(page)).to_have_text(["Global Plan of Action"])
    expect(results(page)).to_have_count(0)
    page.goto("/annex/38.html")
    header_field(page).fill("para 99")
    expect(page.locator(".suggestions")).to_contain_text(words)


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


def test_a_number_that_is_not_there_is_not_taken_for_another(answers: Page) -> None:
    for written in ("9937", "97"):
        field(answers).fill(written)
        expect(answers.locator(".search-status")).to_have_text(f"Nothing found for “{written}”.")
        expect(results(answers)).to_have_count(0)


def test_filters_that_leave_nothing_are_not_taken_for_words_that_find_nothing(page: Page) -> None:
    page.goto("/search.html?q=passport&kind=goal")
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^None of the \d+ results fits the filters"))
    page.goto("/search.html?q=passport&nothing=here&kind=nonsense")
    expect(page.locator(".search-status")).to_have_text(re.compile(r"^\d+ results$"))


def test_what_is_no_citation_offers_nothing(answers: Page) -> None:
    for written in ("99", "article 199", "of the", "trafficking"):
        field(answers).fill("12")
        expect(offers(answers)).to_have_text(PARAGRAPH_12)
        field(answers).fill(written)
        expect(offers(answers)).to_have_count(0)


def test_a_citation_is_resolved_without_the_index(page: Page, listen: Listen) -> None:
    asked: list[str] = []
    listen(page, "request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto("/annex/38.html")
    assert not any("finding" in path or "finder" in path for path in asked), "a page that is read fetches none of it"
    header_field(page).focus()
    header_field(page).fill("UNTOC 24")
    expect(page.get_by_role("option")).to_have_count(2)
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/instruments/untoc\.html#untoc-art-24$"))
    assert "/finding/index.js" not in asked[: asked.index("/instruments/untoc.html")]


def test_names_that_have_the_words_are_suggested_before_the_index_is_there(page: Page) -> None:
    page.goto("/annex/38.html")
    page.route("**/finding/index.js", lambda route: route.abort())
    header_field(page).fill("child victims")
    expect(page.get_by_role("option").filter(has_text="Paragraph 37")).to_contain_text("Child victims and their")
    header_field(page).fill("trafficking")
    expect(page.get_by_role("option").first).to_contain_text("Trafficking Protocol")
    assert not [text for text in page.get_by_role("option").all_inner_texts() if "art." in text.partition("\n")[0]]


def test_a_citation_that_may_mean_several_goes_to_the_results(page: Page) -> None:
    page.goto("/annex/38.html")
    header_field(page).fill("article 24")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\.html#q=article\+24$"))
    expect(offers(page)).to_have_count(3)


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
    for snippet in results(page).locator(".snippet").all():
        expect(snippet).to_contain_text(re.compile("identity documents", re.I))
    field(page).fill("2004/110")
    expect(results(page).locator("mark", has_text="2004/110").first).to_be_visible()


def test_what_is_marked_is_the_word_and_not_the_signs_about_it(page: Page) -> None:
    page.goto("/search.html?q=trafficking")
    expect(results(page).locator("mark").first).to_be_visible()
    marks = results(page).locator("mark").all_inner_texts()
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
    field(answers).fill("zzyzx")
    expect(results(answers)).to_have_count(0)
    field(answers).fill(searched)
    expect(answers.locator(".search-status")).to_have_text(re.compile("result"))
    more = answers.get_by_role("button", name="Show more results")
    if more.is_visible():
        more.click()
    found = results(answers).filter(has=answers.get_by_role("link", name=label, exact=True))
    expect(found).to_have_count(1)
    expect(found).to_contain_text(re.compile(says, re.I))


def test_a_result_says_which_word_it_has_in_other_words(page: Page) -> None:
    page.goto("/search.html?q=passports")
    papers = results(page).filter(has=page.get_by_role("link", name="Paragraph 20", exact=True))
    expect(papers.locator("mark")).to_have_text(["identity", "documents", "registration", "of", "births"])
    expect(papers.locator(".under")).to_have_text("It is about “passports”, in other words.")


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


def test_who_comes_back_finds_what_was_shown_and_stands_where_they_stood(page: Page) -> None:
    page.goto("/search.html?q=children")
    page.get_by_role("button", name="Show more results").click()
    expect(results(page)).to_have_count(20)
    results(page).nth(17).get_by_role("link").click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    expect(results(page)).to_have_count(20)
    expect(results(page).nth(17)).to_be_in_viewport()


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


def test_what_is_meant_by_misspelt_words_is_offered_and_no_result(page: Page) -> None:
    page.goto("/search.html?q=palermo pratocol")
    expect(offers(page)).to_have_text(["Trafficking Protocol"])
    links = page.locator(".search-offers h3 a, .search-results h3 a").evaluate_all(
        "links => links.map(({ href }) => href)"
    )
    assert len(links) == len(set(links))


def test_nothing_found_and_nothing_like_it_offers_ways_to_look_around(page: Page) -> None:
    page.goto("/search.html?q=zzyzx")
    expect(page.locator(".search-status")).to_have_text("Nothing found for “zzyzx”.")
    expect(page.locator(".search-ways").get_by_role("link", name="Browse")).to_be_visible()


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
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    expect(results(page).first).to_be_visible()
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


def test_on_a_phone_the_results_and_an_open_filter_fit(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/search.html?q=convention")
    expect(results(page).nth(5)).to_be_visible()
    page.locator(".search-filters summary", has_text="Who must act").click()
    expect(page.locator(".search-filters").get_by_role("checkbox").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


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
