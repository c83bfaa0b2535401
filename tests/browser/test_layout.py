"""Where the parts of a page stand, on screens of all widths and on paper."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from printing import printed

IMPRINT = "This is not an official publication"


def edges(part: Locator) -> dict[str, float]:
    box = part.bounding_box()
    assert box is not None
    return {"left": box["x"], "right": box["x"] + box["width"], "top": box["y"]}


@pytest.mark.parametrize("address", ["annex/43", "annex/chapeau", "resolutions/r74", "concordance/timeline"])
def test_where_one_is_can_be_read_on_the_narrowest_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/{address}.html")
    place = page.locator(".bar .here")
    expect(place).to_be_visible()
    assert place.evaluate("e => e.scrollWidth <= e.clientWidth"), "no word is cut"
    assert place.evaluate("e => e.scrollHeight - e.clientHeight") < 6, "nor half a line"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("link", name="Search", exact=True).click()
    expect(page.locator("h1")).to_have_text("Search")


# A word of a table that is set on two lines.
BROKEN = """() => {
  const broken = [];
  for (const cell of document.querySelectorAll(".table-wrapper :is(td, th)")) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of node.data.matchAll(/\\p{L}+/gu)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("address", ["guide/about", "guide/from-2010-to-2019", "take-away"])
def test_no_word_of_a_table_is_broken_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{address}.html")
    expect(page.locator(".table-wrapper td").first).to_be_visible()
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_connections_that_do_not_fit_show_that_there_are_more(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto("/annex/43.html")
    box = page.get_by_role("region", name="Connections", exact=True)
    assert box.evaluate("e => e.scrollHeight > e.clientHeight")

    def is_marked() -> bool:
        at = box.bounding_box()
        assert at is not None
        clip = {"x": at["x"] + at["width"] / 2 - 10, "y": at["y"] + at["height"] - 24, "width": 20, "height": 20}
        with Image.open(io.BytesIO(page.screenshot(clip=clip))) as shown:  # type: ignore[arg-type]
            return len(shown.getcolors(9999) or []) > 1

    assert is_marked()
    box.focus()
    page.keyboard.press("End")
    # The key goes to a whole pixel, which may be the last but one.
    page.wait_for_function("e => e.scrollTop + e.clientHeight >= e.scrollHeight - 1", arg=box.element_handle())
    assert not is_marked()


def test_the_heading_of_what_a_page_holds_stays_above_it(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 500})
    page.goto("/resolutions/r74.html")
    contents = page.locator(".on-this-page")
    heading, listed = contents.locator("> p"), contents.locator("> div")
    page.evaluate("window.scrollTo(0, 800)")
    assert listed.evaluate("e => { e.scrollTo(0, 100); return e.scrollTop; }") == 100
    expect(heading).to_be_in_viewport(ratio=1)
    bar, box = page.locator(".bar").bounding_box(), heading.bounding_box()
    assert bar is not None
    assert box is not None
    assert box["y"] >= bar["height"] - 1
    assert edges(listed)["top"] >= box["y"] + box["height"] - 1


@pytest.mark.parametrize(("address", "part"), [("sdgs/8", "sdg-8-5"), ("instruments/crc", "crc-art-2")])
def test_a_part_of_a_work_has_its_connections_beside_it_where_there_is_room(
    page: Page, address: str, part: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"/{address}.html")
    words = page.locator(f"[id='{part}']")
    apparatus = page.locator(f"[id='{part}'] + .apparatus")
    assert edges(apparatus)["left"] > edges(words)["right"]
    expect(apparatus.locator(".cards > li").first).to_be_visible()
    page.set_viewport_size({"width": 900, "height": 900})
    assert edges(apparatus)["top"] > edges(words)["top"]
    expect(apparatus.locator(".cards > li").first).to_be_hidden()


@pytest.mark.parametrize("address", ["glossary", "annex/17", "annex/19", "annex/30", "annex/46"])
def test_no_imprint_stands_on_a_sheet_alone_or_with_citations_only(page: Page, address: str) -> None:
    last = printed(page, f"/{address}.html")[-1]
    assert IMPRINT in last
    assert len(last.split()) > 45, "words of the page stand with it"


def test_a_paragraph_with_forty_connections_takes_eight_sheets_lacks_none_and_has_its_items_last(page: Page) -> None:
    sheets = printed(page, "/annex/43.html")
    assert len(sheets) <= 9
    words = " ".join(sheets)
    for connected in ("Consider joining the treaties, as a priority", "Armed groups", "Use of terms"):
        assert connected in words
    places = [words.index(each) for each in ("In plain language", "Commentary", "To discuss", "Paragraph 43 (a): conn")]
    assert places == sorted(places)
    assert "as a whole: In plain language" not in words, "it leads nowhere on paper"


def test_on_paper_the_number_of_a_commentary_paragraph_is_level_with_its_first_line(page: Page) -> None:
    page.goto("/annex/30.html")
    page.emulate_media(media="print")
    tops = page.locator(".commentary-paragraph > p").evaluate_all(
        "(all) => all.map((each) => [each.className, each.getBoundingClientRect().top])"
    )
    assert len(tops) == 10
    assert all(abs(number[1] - words[1]) < 2 for number, words in zip(tops[::2], tops[1::2], strict=True))


def test_a_picture_begins_on_the_first_sheet_and_takes_the_imprint_along(page: Page) -> None:
    for address in ("instruments", "resolutions", "sdgs"):
        sheets = printed(page, f"/concordance/{address}.html")
        first, last = sheets[0], sheets[-1]
        assert "Part I. Preventing" in first or "preamble" in first, address
        assert IMPRINT in last, address
        assert len(last.split()) > 45, "rows of the matrix"
        assert "Choose a mark" not in first, "nobody can do so on paper"


def test_the_timeline_on_paper_is_followed_by_its_list_with_names_and_dates(page: Page) -> None:
    first, *others = printed(page, "/concordance/timeline.html")
    assert "Regional treaties and plans" in first
    assert "Choose a mark" not in first
    assert "28 June 1930 ILO Forced Labour Convention (C29)" in " ".join(others)
    assert IMPRINT in others[-1]
