"""Short addresses, pages in frames on other sites, and QR codes, in a browser."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from concordance.pages.site import QR_CODES
from edition import TINY, Build, Edition
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from tab import Listen


def test_a_short_address_arrives_and_keeps_the_fragment(page: Page, site: str) -> None:
    # A page that is small: it is opened once more after each.
    start = "/embed/untoc-art-24/"
    page.goto(start)
    for short, arrives in {
        "12/": "annex/12.html#plan-12",
        "12/#plan-12-c1": "annex/12.html#plan-12-c1",
        "r74/op16/": "resolutions/r74.html#r74-op-16",
        "r74/": "resolutions/r74.html",
        "embed/plan-12/": "embed/plan-12/",
    }.items():
        page.goto(f"/{short}")
        page.wait_for_url(f"{site}/{arrives}")
        page.go_back()
        page.wait_for_url(f"{site}{start}")


def test_a_short_address_arrives_without_javascript(unscripted: Page, site: str) -> None:
    unscripted.goto("/untoc/24/#whatever")
    unscripted.wait_for_url(f"{site}/instruments/untoc.html#untoc-art-24")


def test_a_short_address_arrives_from_a_disk(browser: Browser, real: Build) -> None:
    page = browser.new_page()
    page.goto((real.out / "43b" / "index.html").as_uri())
    page.wait_for_url("**/annex/43.html#plan-43-b")
    page.close()


@pytest.fixture
def host(tmp_path: Path, site: str, serve: Callable[[Path], str]) -> str:
    """The page of somebody else, with two entries in frames."""
    frames = "".join(
        f'<iframe src="{site}/{path}" title="{path}" width="320" height="500"></iframe>'
        for path in ("embed/plan-12/", "embed/untoc-art-24/")
    )
    (tmp_path / "index.html").write_text(f'<!doctype html><html lang="en"><title>Course</title>{frames}')
    return serve(tmp_path)


def test_another_site_shows_a_paragraph_in_a_frame(page: Page, listen: Listen, host: str, site: str) -> None:
    logged: list[str] = []
    asked: list[str] = []
    listen(page, "console", lambda message: logged.append(message.text))
    listen(page, "request", lambda request: asked.append(request.url.removeprefix(site)))
    page.goto(host, wait_until="networkidle")
    frame = page.frame_locator("iframe").first
    expect(frame.get_by_role("heading", level=1)).to_contain_text("Paragraph 12")
    expect(frame.locator("blockquote")).to_contain_text("12. Address the social, economic, cultural, political")
    expect(frame.get_by_text("A/64/L.64, annex, para. 12")).to_be_visible()
    assert [url for url in asked if url.endswith(".js")] == []
    assert [text for text in logged if "favicon.ico" not in text and "404" not in text] == []
    assert page.frames[1].evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    with page.context.expect_page() as opened:
        frame.get_by_role("link", name="Read it").click()
    opened.value.wait_for_url(f"{site}/annex/12.html#plan-12")
    assert opened.value.evaluate("window.opener") is None
    assert page.url.startswith(host), "the course itself stays where it is"


def test_the_frame_is_dark_where_the_reader_wants_it(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/embed/plan-12/")
    brightness = "c => getComputedStyle(document.body)[c].match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)"
    assert page.evaluate(brightness, "backgroundColor") < 150
    assert page.evaluate(brightness, "color") > 600


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """The tiny edition, served where it was built for."""
    edition = Edition.copy(TINY, tmp_path_factory.mktemp("published"))
    address = serve(edition.root / "out")
    assert edition.build(html_baseurl=address).warnings == []
    return address


def read(picture: bytes) -> list[str]:
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)).convert("L"))]


def test_the_drawing_of_a_code_can_be_read_at_many_sizes(page: Page, published: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 800, "height": 800})
    page.goto(f"{published}/rules/1.html")
    for width in (80, 200, 700):
        page.evaluate(
            "([src, width]) => document.body.replaceChildren(Object.assign(new Image(width, width), { src }))",
            [f"{published}/{QR_CODES}/rules-1.svg", width],
        )
        page.evaluate("document.images[0].decode()")
        assert read(page.screenshot()) == [f"{published}/1/"], width
    page.goto(f"{published}/1/")
    page.wait_for_url(f"{published}/rules/1.html#rules-1")


def test_paper_has_the_code_and_the_screen_does_not_fetch_it(browser: Browser, published: str) -> None:
    # A tab that has had the code before would show it at once.
    page = browser.new_page()
    codes: list[str] = []
    page.on("request", lambda request: codes.append(request.url) if "/qr/" in request.url else None)
    page.goto(f"{published}/rules/1.html", wait_until="networkidle")
    page.locator(".short-address").scroll_into_view_if_needed()
    assert codes == []
    expect(page.locator(".codes img")).to_be_hidden()
    expect(page.get_by_text("error level M")).to_be_visible()
    page.emulate_media(media="print")
    image = page.get_by_role("img", name="QR code of the short address of rule 1")
    expect(image).to_be_visible()
    image.evaluate("image => image.decode()")
    assert read(image.screenshot()) == [f"{published}/1/"]
    page.close()
