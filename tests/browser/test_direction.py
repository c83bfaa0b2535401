"""The site in a language that runs from right to left."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from concordance.i18n import words
from edition import TINY, Edition
from playwright.sync_api import Browser, Locator

WORDS = {"Menu": "القائمة", "In plain language": "بلغة بسيطة", "Connections (%d)": "الصلات (%d)"}


@pytest.fixture
def arabic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tiny edition, said to be Arabic, with a few words of its interface translated."""
    catalog = Catalog(locale="ar")
    for word, translated in WORDS.items():
        catalog.add(word, translated)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    folder = tmp_path / "locale" / "ar" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "concordance.mo").write_bytes(compiled.getvalue())
    monkeypatch.setattr(words, "FOLDER", tmp_path / "locale")
    build = Edition.copy(TINY, tmp_path).build(language="ar")
    assert build.warnings == []
    return build.out


def left(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["x"]


def test_the_layout_is_mirrored_and_the_interface_translated(
    arabic: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{serve(arabic)}/rules/2.html")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert left(page.locator("nav.position")) > left(page.locator("main"))
    assert left(page.locator(".brand")) > left(page.locator(".site-search"))
    assert left(page.locator(".neighbours .previous")) > left(page.locator(".neighbours .next"))
    provision = page.locator(".provision").first
    assert provision.evaluate("e => getComputedStyle(e).borderRightWidth") == "4px"
    assert provision.evaluate("e => getComputedStyle(e).borderLeftWidth") == "0px"
    assert page.locator(".summary .part-title").inner_text() == "بلغة بسيطة"
    assert page.locator(".connections .part-title").first.inner_text().startswith("الصلات (")
    too_wide = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not page.evaluate(too_wide)
    page.set_viewport_size({"width": 390, "height": 844})
    assert not page.evaluate(too_wide)
    page.get_by_role("checkbox", name="القائمة").check()
    menu = page.locator(".menu")
    assert menu.is_visible() and left(menu) > 0, "the menu opens from the right"
    page.close()
