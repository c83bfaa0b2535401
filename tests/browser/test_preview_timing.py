"""When cards over links come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from cards import ADDRESS, card_of, link_of, opened_card
from playwright.sync_api import Browser, Page, expect
from tab import Tab


@pytest.fixture(scope="module")
def timed_tab(browser: Browser, site: str) -> Iterator[Tab]:
    """A tab whose clock is told how much time has passed."""
    with closing(Tab(browser, site)) as opened:
        opened.page.clock.install()
        yield opened


@pytest.fixture
def page(timed_tab: Tab) -> Iterator[Page]:
    with timed_tab.used() as opened:
        opened.emulate_media(reduced_motion="reduce")
        yield opened


def test_the_pointer_may_move_onto_the_card_and_leaving_both_closes_it(page: Page) -> None:
    page.goto(ADDRESS)
    link_of(page).hover()
    expect(page.locator(".preview")).to_be_attached()
    page.clock.run_for(1000)
    card = opened_card(page)
    card.locator("blockquote").hover()
    page.clock.run_for(10_000)
    expect(card).to_be_visible()
    page.mouse.move(5, 5)
    page.clock.run_for(1000)
    expect(card).to_be_hidden()


def test_a_card_that_was_closed_stays_closed_while_the_pointer_is_on_the_link(page: Page) -> None:
    page.goto(ADDRESS)
    link = link_of(page)
    link.evaluate("link => { link.innerHTML = '<span>64/293 as tabled,</span> <em>para. 3</em>' }")
    link.locator("span").hover()
    expect(page.locator(".preview")).to_be_attached()
    page.clock.run_for(1000)
    opened_card(page)
    page.keyboard.press("Escape")
    link.locator("em").hover()
    page.clock.run_for(10_000)
    expect(card_of(page)).to_be_hidden()


def test_a_pointer_that_passes_over_a_link_opens_nothing(page: Page) -> None:
    page.goto(ADDRESS)
    link_of(page).hover()
    expect(page.locator(".preview")).to_be_attached()
    page.clock.run_for(90)
    page.mouse.move(5, 5)
    page.clock.run_for(10_000)
    expect(card_of(page)).to_be_hidden()


def test_there_is_no_card_for_what_is_in_sight(page: Page) -> None:
    page.goto("/annex/43.html")
    # A first card, so that all is loaded.
    page.locator(".notice a").hover()
    expect(page.locator(".preview")).to_be_attached()
    page.clock.run_for(1000)
    opened_card(page)
    page.evaluate(
        "document.querySelector('.notice').insertAdjacentHTML('beforeend',"
        '\'<a class="reference internal beside" href="#plan-43-c">item (c)</a>'
        ' <a class="reference internal far" href="#plan-43-c5">5</a>\')'
    )
    page.locator(".beside[href]").hover()
    page.clock.run_for(1000)
    expect(card_of(page)).to_be_hidden()
    page.locator("a.far").hover()
    page.clock.run_for(1000)
    expect(opened_card(page)).to_contain_text("Paragraph 43, commentary para. 5")
