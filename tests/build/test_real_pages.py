"""The pages of the real edition have what readers rely on where they look for it."""

from __future__ import annotations

import pytest
from edition import Build
from soups import soup


def test_every_page_with_words_of_a_text_says_what_they_are(real: Build) -> None:
    for docname in ("annex/38", "annex/part-1", "annex/index", "resolutions/r64", "resolutions/r74"):
        notice = soup(real, docname).select_one(".notice")
        assert notice is not None, docname
        assert notice.a is not None
        assert str(notice.a["href"]).split("#")[1] in {"a-res-64-293", "a-res-74-176"}


def test_the_page_before_and_the_next_are_called_by_number_only_where_pages_are_numbered(real: Build) -> None:
    called = {
        docname: [link.get_text(strip=True) for link in soup(real, docname).select(".way > a")]
        for docname in ("annex/12", "resolutions/r64", "guide/from-2010-to-2019")
    }
    assert called.pop("annex/12") == ["11", "13"]
    assert set(map(tuple, called.values())) == {("Previous", "Next")}


def test_every_page_leads_to_where_people_who_need_help_are_told_what_to_do(real: Build) -> None:
    for docname in ("index", "annex/38", "guide/about"):
        (link,) = soup(real, docname).select(".foot a[href$='#need-help']")
        assert str(link["href"]) == {"index": "#need-help"}.get(docname, "../index.html#need-help")
    notice = soup(real, "index").select_one("#need-help.help")
    assert notice is not None
    assert "“Leave”, at the top of every page," in notice.get_text(), "on a phone nothing else says what it does"


def test_a_page_that_describes_a_work_or_an_aim_says_once_that_it_does_not_quote_it(real: Build) -> None:
    for docname in ("instruments/untoc", "instruments/bali-process", "sdgs/8"):
        notices = soup(real, docname).select(".notice")
        assert ["not the official wording" in notice.get_text() for notice in notices] == [True], docname
        assert notices[0].a is not None
    assert "not the official wording" not in real.page("annex/38")


def test_what_is_said_of_an_item_is_found_among_the_connections_of_its_paragraph(real: Build) -> None:
    page = soup(real, "annex/43")
    order = [
        part.get("data-of") or part["class"][0]
        for part in page.select(
            ".apparatus.leads :is(.beside > :is(.connections, .apparatus), .commentary, .how-to-cite)"
        )
    ]
    assert order == ["connections", "plan-43-a", "plan-43-b", "plan-43-c", "commentary", "how-to-cite"]


def test_a_table_of_contents_follows_the_title_if_there_is_something_in_it(real: Build) -> None:
    page = soup(real, "guide/editors")
    assert page.h1 is not None
    contents = page.h1.find_next("nav", class_="on-this-page")
    assert contents is page.h1.find_next_sibling()
    assert soup(real, "instruments/untoc").select(".on-this-page") == []


def test_every_paragraph_of_a_resolution_has_a_heading_and_is_one_step_from_the_top(real: Build) -> None:
    page = soup(real, "resolutions/r74")
    headings = {
        str(words["id"]): words.find_previous_sibling("h3").get_text()  # type: ignore[union-attr]
        for words in page.select(".provision:not(.provision .provision)")
    }
    assert headings["r74-op-16"] == "2019 resolution, paragraph 16: Act on the factors behind vulnerability"
    assert len(headings) == len(set(headings.values())) == 66
    steps = {str(link["href"])[1:]: str(link["aria-label"]) for link in page.select(".on-this-page .numbers a")}
    assert steps.keys() == headings.keys()
    assert steps["r74-op-16"] == headings["r74-op-16"]
    assert [link.get_text() for link in page.select(".numbers a")] == [
        *(str(number) for number in range(1, 41)),
        *(str(number) for number in range(1, 27)),
    ]
    assert page.select(".provision h3, .verbatim h3") == [], "no words of editors stand among those of the text"


def test_the_page_before_and_the_page_after_are_at_hand_at_the_top(real: Build) -> None:
    page = soup(real, "annex/43")
    assert {str(link["aria-label"]): link["href"] for link in page.select(".way > a")} == {
        "Previous: Paragraph 42: Time to recover and decide": "42.html",
        "Next: Paragraph 44: Holding every perpetrator liable, companies included": "44.html",
    }


def test_the_navigation_shows_where_the_reader_stands_and_not_everything(real: Build) -> None:
    page = soup(real, "annex/38")
    steps = [link["href"] for link in page.select("nav.position a")]
    assert {"37.html", "39.html", "part-2.html", "part-1.html", "../bodies.html"} <= set(steps)
    assert "12.html" not in steps
    assert [link["href"] for link in page.select("nav.position a[aria-current=page]")] == ["#"]


def test_reader_views_keep_the_words_of_texts_and_of_editors(real: Build) -> None:
    # They drop a `div` that has many links, or "comment" in its name, with all that it holds.
    for docname in ("annex/whole", "annex/part-2", "annex/43"):
        boxes = soup(real, docname).select(".passage, .provision, .commentary, .commentary-paragraph")
        assert boxes
        assert {box.name for box in boxes} == {"section"}
        assert all("main" in box["class"] for box in boxes if any("comment" in name for name in box["class"]))


def test_the_articles_of_a_treaty_come_before_how_to_cite_it(real: Build) -> None:
    page = soup(real, "instruments/trafficking-protocol")
    order = [box.get("id") for box in page.select("section, .how-to-cite")]
    assert order.index("articles") < order.index("trafficking-protocol-cite")
    assert page.select_one(".jumps a[href='#trafficking-protocol-cite']")


def test_headings_that_were_renamed_have_their_former_addresses(real: Build) -> None:
    former = {
        "resolutions/r74": "the-resolution-of-2019-as-tabled",
        "resolutions/r64": "the-resolution-of-2010-as-tabled",
        "concordance/index": "the-concordance-as-pictures",
    }
    for docname, anchor in former.items():
        assert soup(real, docname).find(id=anchor)


@pytest.mark.parametrize(
    ("docname", "words"),
    [
        ("annex/17", "inter alia"),
        ("annex/whole", "inter alia"),
        ("resolutions/r74", "Ibid."),
        ("embed/plan-17/index", "inter alia"),
    ],
)
def test_words_of_other_languages_are_marked_and_stay_as_they_are(real: Build, docname: str, words: str) -> None:
    page = soup(real, docname)
    strings = [text for text in page.find_all(string=True) if words in text and text.find_parent("noscript") is None]
    shown = [text for text in strings if text.find_parent(["title", "script", "template"]) is None]
    assert shown
    assert {text.parent.get("lang") for text in shown if text.parent} == {"la"}
    assert all(text == words for text in shown)


def test_all_comparisons_of_a_paragraph_say_that_they_show_differences(real: Build) -> None:
    titles = [title.get_text() for title in soup(real, "annex/12").select(".parallels > .part-title")]
    assert titles == ["What changed by 2019", "What differs: Resolution of 2010"]
