"""Two wordings beside each other: seen, heard and printed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect
from printing import printed
from screens import DESKTOP, PHONE, on_screens

DRAWN = "(e, pseudo) => { const s = getComputedStyle(e); return `${s.textDecorationLine} ${s.textDecorationStyle}`; }"


def first_of(page: Page) -> Locator:
    return page.locator(".parallels").first.locator(".comparison").first


def first_comparison(page: Page, address: str = "/annex/12.html") -> Locator:
    page.goto(address)
    return first_of(page)


def test_what_changed_stands_under_a_heading_of_its_own(page: Page) -> None:
    comparison = first_comparison(page)
    expect(page.get_by_role("heading", name="What changed by 2019", level=2)).to_be_visible()
    expect(comparison.get_by_role("link", name="Paragraph 12")).to_be_visible()
    comparison.get_by_role("link", name="2019 resolution, paragraph 16").click()
    expect(page.locator("#r74-op-16")).to_be_in_viewport()


def test_two_wordings_are_seen_in_columns_or_in_one_and_heard_once(page: Page, subtests: pytest.Subtests) -> None:
    for screen in on_screens(page, "/annex/12.html", PHONE, DESKTOP):
        for look in (stand_in_columns_or_in_one, are_heard_once, differ_by_their_line):
            with subtests.test(look.__name__, **screen):
                look(first_of(page), is_wide=screen is DESKTOP)


def stand_in_columns_or_in_one(comparison: Locator, *, is_wide: bool) -> None:
    earlier, later = comparison.locator(".wording.earlier"), comparison.locator(".wording.later")
    expect(comparison.locator(".wording-of.later")).to_be_visible()
    expect(earlier.locator("del", has_text="conflict")).to_be_visible()
    if is_wide:
        left, right = earlier.bounding_box(), later.bounding_box()
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]
        assert left["y"] == right["y"]
        expect(earlier.locator("ins").first).to_be_hidden()
        expect(later.locator("ins", has_text="conflicts")).to_be_visible()
    else:
        expect(later).to_be_hidden()
        expect(earlier.locator("ins", has_text="conflicts")).to_be_visible()


def are_heard_once(comparison: Locator, *, is_wide: bool) -> None:
    """No form of the wordings is heard beside the other."""
    heard = comparison.aria_snapshot()
    forms = 2 if is_wide else 1
    assert heard.count('deletion: "[only in 2010: conflict ]"') == 1
    assert heard.count('insertion: "[only in 2019: conflicts ]"') == 1
    assert heard.count("cultural, political") == forms
    assert heard.count("other factors that make people") == forms
    assert ("Both wordings in one" in heard) is not is_wide


def differ_by_their_line(comparison: Locator, *, is_wide: bool) -> None:
    """The marks differ by their line, and not by colour alone."""
    added = comparison.locator(".wording.later ins" if is_wide else ".wording.earlier ins").first
    drawn = {"del": comparison.locator("del").first.evaluate(DRAWN), "ins": added.evaluate(DRAWN)}
    assert drawn["del"] != drawn["ins"]
    for mark, line in drawn.items():
        assert not line.startswith("none")
        assert comparison.locator(f".as-{mark}").evaluate(DRAWN) == line, "the key shows the marks it explains"


def test_on_paper_nothing_is_cut_or_missing(page: Page) -> None:
    page.emulate_media(media="print")
    comparison = first_comparison(page, "/annex/38.html")
    shown = comparison.locator(".wording.earlier")
    expect(shown.locator("del").first).to_be_visible()
    expect(shown.locator("ins").first).to_be_visible()
    folded = page.locator(".parallels .fold .comparison").first
    expect(folded.locator(".wording.earlier")).to_be_visible()
    assert shown.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")


def test_loose_wordings_show_what_they_have_in_common(page: Page) -> None:
    fold = page.locator(".parallels .fold", has_text="preamble, paragraph 37")
    phrase = "humanitarian, legal and financial aid to victims of trafficking in persons"
    for screen in on_screens(page, "/annex/38.html", PHONE, DESKTOP):
        if screen is PHONE:
            fold.locator("summary").first.click()
        for side in ("earlier", "later"):
            mark = fold.locator(f".wording.{side} mark", has_text=phrase)
            expect(mark).to_be_visible()
            assert int(mark.evaluate("e => getComputedStyle(e).fontWeight")) >= 600
        assert fold.locator(".comparison").aria_snapshot().count(f"[in both: {phrase}") == 2


@pytest.mark.parametrize("address", ["/annex/12.html", "/compare/index.html", "/compare/resolutions.html"])
def test_nothing_runs_out_of_the_screen(page: Page, address: str, subtests: pytest.Subtests) -> None:
    for screen in on_screens(page, address, PHONE, DESKTOP):
        page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        with subtests.test(**screen):
            assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_from_the_home_page_to_a_part_of_the_whole_texts(page: Page) -> None:
    page.goto("/index.html")
    page.locator("article").get_by_role("link", name="2010 beside 2019").first.click()
    heading = page.get_by_role("heading", name="Part II. Protecting")
    heading.click()
    expect(page.get_by_role("link", name="Open the page of this part")).to_be_visible()
    levels = [int(level) for level in page.locator("h1, h2, h3").evaluate_all("all => all.map(h => h.tagName[1])")]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_comparison_works_without_javascript(unscripted: Page) -> None:
    unscripted.set_viewport_size(PHONE)
    comparison = first_comparison(unscripted)
    expect(comparison.locator("del", has_text="conflict")).to_be_visible()
    expect(comparison.locator(".wording.later")).to_be_hidden()


def test_an_address_within_a_folded_part_of_the_whole_texts_opens_it(unscripted: Page) -> None:
    unscripted.set_viewport_size(DESKTOP)
    unscripted.goto("/compare/index.html#beside-plan-annex-part-2")
    expect(unscripted.get_by_role("link", name="Paragraph 30", exact=True).first).to_be_visible()
    expect(unscripted.get_by_role("link", name="Paragraph 12", exact=True).first).to_be_hidden()
    unscripted.emulate_media(media="print")
    expect(unscripted.get_by_role("link", name="Paragraph 12", exact=True).first).to_be_visible()


def test_how_to_read_the_whole_texts_is_folded_before_them(page: Page) -> None:
    words, summary = page.get_by_text("A program makes the marks."), page.locator("summary", has_text="How to read it")
    for _screen in on_screens(page, "/compare/index.html", PHONE, DESKTOP):
        expect(words).to_be_hidden()
        expect(page.locator("table.closest")).to_be_in_viewport()
        summary.click()
        expect(words).to_be_in_viewport()
        summary.click()
    page.goto("about:blank")
    page.goto("/compare/index.html#how-to-read-it")
    expect(words).to_be_visible()


def test_a_long_comparison_without_parts_of_its_own_is_folded_by_what_comes_back(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/compare/resolutions.html")
    assert page.evaluate("document.documentElement.scrollHeight") < 5000, "it was 38,785"
    later = page.get_by_role("link", name="2019 preamble, paragraph 3", exact=True)
    expect(later).to_be_hidden()
    page.goto("/compare/resolutions.html#beside-r64-pp-only-r74-pp")
    expect(later).to_be_visible()
    page.get_by_role("button", name="Open all parts").last.click()
    expect(page.locator("details.long-part:not([open])")).to_have_count(0)
    expect(page.locator(".open-parts:visible")).to_have_count(0)
    expect(page.locator("summary:focus")).to_contain_text("With a parallel in 2019")


def test_all_parts_of_the_whole_texts_open_at_once(page: Page) -> None:
    page.goto("/compare/index.html")
    page.get_by_role("button", name="Open all parts").click()
    expect(page.get_by_role("link", name="Paragraph 61", exact=True).first).to_be_visible()
    expect(page.locator("details.long-part:not([open])")).to_have_count(0)


def test_an_address_that_is_malformed_leaves_everything_working(page: Page) -> None:
    page.goto("/resolutions/r74.html#100%")
    page.get_by_role("button", name="Open all parts").click()
    assert page.evaluate("[...document.querySelectorAll('.long-part')].every((part) => part.open)")


def test_on_paper_a_comparison_of_whole_texts_takes_a_few_sheets(page: Page) -> None:
    sheets = printed(page, "/compare/index.html")
    expect(page.locator(".long-part h2").first).to_contain_text("Opening words")
    assert len(sheets) < 20, "it was 54"
    assert any("A program makes the marks." in sheet for sheet in sheets), "what is folded on a screen"
    # The closest parallel is printed in full, the others by name.
    assert any("marginalization" in sheet for sheet in sheets)
    assert any("2019 preamble, paragraph 29 (other words)" in sheet for sheet in sheets)
