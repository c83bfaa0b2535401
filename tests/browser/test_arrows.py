"""The arrow keys turn pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, Request, expect


class TestArrows:
    def test_they_turn_pages(self, page: Page) -> None:
        page.goto("/annex/13.html")
        page.keyboard.press("ArrowRight")
        expect(page.locator("h1")).to_contain_text("Paragraph 14")
        page.keyboard.press("ArrowLeft")
        expect(page.locator("h1")).to_contain_text("Paragraph 13")

    def test_they_are_mirrored_where_a_language_runs_from_right_to_left(self, page: Page) -> None:
        page.goto("/annex/13.html")
        page.evaluate("document.documentElement.dir = 'rtl'")
        page.keyboard.press("ArrowLeft")
        expect(page.locator("h1")).to_contain_text("Paragraph 14")

    def test_they_mean_something_else_with_another_key_and_in_a_field_or_a_region_that_scrolls(
        self, page: Page, subtests: pytest.Subtests
    ) -> None:
        page.goto("/annex/13.html")
        for key in ("Alt+Shift+ArrowRight", "Control+ArrowRight", "Shift+ArrowRight"):
            with subtests.test(key), self.staying(page):
                page.keyboard.press(key)
        for element in (
            "<input>",
            "<textarea></textarea>",
            "<div tabindex='0'>a wide table</div>",
            "<select></select>",
        ):
            page.evaluate("element => document.querySelector('h1').insertAdjacentHTML('afterend', element)", element)
            page.locator("h1 + *").focus()
            with subtests.test(element), self.staying(page):
                page.keyboard.press("ArrowRight")

    @staticmethod
    @contextmanager
    def staying(page: Page) -> Iterator[None]:
        left: list[str] = []

        def note(request: Request) -> None:
            if request.is_navigation_request():
                left.append(request.url)

        page.on("request", note)
        yield
        page.evaluate("() => new Promise(resolve => requestIdleCallback(() => resolve(), { timeout: 2000 }))")
        page.remove_listener("request", note)
        assert left == []
