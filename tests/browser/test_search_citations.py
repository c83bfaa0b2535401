"""A citation is taken for what it cites, before anything else is looked for."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from edition import Build
from playwright.sync_api import Page, expect
from searching import field, header_field, offers, results
from tab import Listen
from tools import need

from tests.bench.queries import ask_scripts

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


def test_a_citation_is_taken_for_what_it_cites(real: Build, subtests: pytest.Subtests) -> None:
    need("node", "nodejs")
    for (written, meant), answer in zip(CITATIONS.items(), ask_scripts(real.out, CITATIONS), strict=True):
        with subtests.test(written):
            assert answer.labels[: answer.offers] == meant


def test_a_citation_is_offered_before_anything_else(answers: Page, subtests: pytest.Subtests) -> None:
    offered: list[str] = []
    # What is offered, the page has from the scripts that were asked for all of them.
    for written, meant in [*CITATIONS.items()][::3]:
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


def test_a_number_that_is_not_there_is_not_taken_for_another(answers: Page) -> None:
    for written in ("9937", "97"):
        field(answers).fill(written)
        expect(answers.locator(".search-status")).to_have_text(f"Nothing found for “{written}”.")
        expect(results(answers)).to_have_count(0)


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


def test_a_citation_that_may_mean_several_goes_to_the_results(page: Page) -> None:
    page.goto("/annex/38.html")
    header_field(page).fill("article 24")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\.html#q=article\+24$"))
    expect(offers(page)).to_have_count(3)
