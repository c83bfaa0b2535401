"""A browser that shows an edition while that is edited."""

from __future__ import annotations

from edition import Edition
from live_command import started
from playwright.sync_api import Browser, expect


def test_a_page_shows_what_is_saved_where_its_reader_is_and_what_is_wrong(tiny: Edition, browser: Browser) -> None:
    complaints: list[str] = []
    with started(tiny) as command:
        command.read_until("Complete")
        page = browser.new_page(viewport={"width": 400, "height": 300})
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{command.address}/rules/2.html#content")
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = !fold.open; })")
        opened = page.evaluate("[...document.querySelectorAll('details')].map((fold) => fold.open)")
        assert True in opened
        page.evaluate("scrollTo({ top: 700, behavior: 'instant' })")
        assert page.evaluate("scrollY") == 700

        # As long, so that everything stays in its place.
        tiny.change("annotations/rules/2.md", "what they owe", "all they owe.")
        expect(page.get_by_text("all they owe.").first).to_be_attached()
        # A browser goes back to where a page was by itself, and may do so before the page has opened what was open.
        page.wait_for_function(
            "opened => scrollY === 700"
            " && [...document.querySelectorAll('details')].every((fold, place) => fold.open === opened[place])",
            arg=opened,
        )

        tiny.change("annotations/rules/2.md", "needs: tonnage-art-7", "needs: tonnage-art-70")
        expect(page.get_by_role("alert")).to_contain_text("tonnage-art-70")
        expect(page.get_by_text("all they owe.").first).to_be_attached()
        tiny.change("annotations/rules/2.md", "tonnage-art-70", "tonnage-art-7")
        expect(page.get_by_role("alert")).to_have_count(0)
        page.close()
    # Of an icon, which this edition has none of, the browser complains.
    assert [complaint for complaint in complaints if "404" not in complaint] == []
