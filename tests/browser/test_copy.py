"""Copying a place: every level and format, with the keyboard alone, and where a browser refuses the clipboard."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from edition import Build
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Locator, Page, Route, expect
from tab import Listen, on_network

ADDRESS = "/annex/43.html"
WORDS = "Enacting, enforcing and strengthening legislation"
ADOPTED = "adopted, as orally revised, as General Assembly resolution 64/293"
FORMATS = ("link", "citation", "text", "markdown", "html")
STYLES = {
    "un": "A/64/L.64, annex, para. 43 (b) (adopted",
    "oscola": "UN Doc A/64/L.64, annex, para 43(b) (adopted",
    "chicago": "July 29, 2010 (adopted",
    "apa": "(2010, July 29).",
    "apa-in-text": "(United Nations General Assembly, 2010, annex, para. 43 (b))",
}
# About what the slowest of the networks in use gives: 400 kbit/s, and 400 ms to answer.
SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}


class Words(HTMLParser):
    """The words of HTML, and where its links lead."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text, self.links = "", list[str]()
        self.feed(markup)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value for name, value in attrs if name == "href" and value]


def open_dialog(page: Page, identifier: str, address: str = ADDRESS) -> Locator:
    page.goto(address)
    return dialog_of(page, identifier)


def dialog_of(page: Page, identifier: str) -> Locator:
    page.locator(f"button.copy[value='{identifier}']").click()
    dialog = page.get_by_role("dialog", name="Copy")
    expect(dialog).to_be_visible()
    return dialog


def shown(page: Page) -> str:
    return page.get_by_label("This will be copied").input_value()


def copy(page: Page) -> str:
    """Press the button; return what the clipboard then holds."""
    page.get_by_role("button", name="Copy to clipboard").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    held: str = page.evaluate("navigator.clipboard.readText()")
    return held


def test_what_is_shown_is_copied_at_every_level_and_in_every_format(kept: Page, subtests: pytest.Subtests) -> None:
    dialog = dialog_of(kept, "plan-43")
    for level in ("annex, para. 43", "annex, para. 43 (a)", "annex, para. 43 (b)"):
        dialog.get_by_label("What").select_option(label=level)
        identifier = "plan-43" + {"a)": "-a", "b)": "-b"}.get(level[-2:], "")
        for format in FORMATS:
            with subtests.test(level=level, format=format):
                dialog.locator(f"input[value={format}]").check()
                words = shown(kept)
                assert f"annex/43.html#{identifier}" in words
                assert ("Prosecuting crimes" in words) == (format in FORMATS[2:] and identifier != "plan-43-b")
                if format != "link":
                    assert f"{level} ({ADOPTED})" in words
                assert copy(kept) == words


def test_every_style_of_citation(kept: Page) -> None:
    dialog = dialog_of(kept, "plan-43-b")
    dialog.get_by_label("Citation", exact=True).check()
    for style, citation in STYLES.items():
        dialog.get_by_label("Style of citation").select_option(style)
        assert citation in shown(kept)
        assert "{address}" not in shown(kept)
        assert copy(kept) == shown(kept)


def test_markdown_and_html_say_what_the_text_says(kept: Page, site: str) -> None:
    dialog = dialog_of(kept, "plan-43-b")
    address = f"{site}{ADDRESS}#plan-43-b"
    dialog.get_by_label("Markdown").check()
    markdown = Words(MarkdownIt().render(shown(kept)))
    dialog.get_by_label("HTML").check()
    html = Words(shown(kept))
    for words in (markdown, html):
        assert f"b. {WORDS}" in words.text
        assert words.text.index("[Lead-in to the item:] 43. Implement all") < words.text.index("b. Enacting")
        assert set(words.links) == {address}
    assert markdown.text.split() == html.text.split()


def test_html_is_copied_as_rich_text_too(kept: Page) -> None:
    dialog = dialog_of(kept, "plan-43-b")
    dialog.get_by_label("HTML").check()
    copy(kept)
    types = kept.evaluate("navigator.clipboard.read().then(([item]) => item.types)")
    assert types == ["text/plain", "text/html"]
    rich = kept.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then(blob => blob.text())"
    )
    assert "<blockquote" in rich
    assert WORDS in rich


def test_struck_words_are_told_as_struck(page: Page) -> None:
    dialog = open_dialog(page, "plan-36", "/annex/36.html")
    for format, mark in (("text", "[struck out: "), ("markdown", "~~"), ("html", "<s>")):
        dialog.locator(f"input[value={format}]").check()
        assert mark in shown(page)


@pytest.mark.parametrize(
    ("address", "identifier", "cited", "levels"),
    [
        (
            "/instruments/untoc.html",
            "untoc-art-24",
            "Crime (15 November 2000), art. 24.",
            ["Organized Crime Convention", "Organized Crime Convention, art. 24"],
        ),
        (ADDRESS, "plan-43-c1", "The editors, commentary on Global Plan of Action, annex, para. 43, comm", None),
        ("/sdgs/8.html", "sdg-8-7", "General Assembly resolution 70/1, target 8.7.", ["SDG 8", "SDG 8.7"]),
    ],
)
def test_articles_targets_and_commentary(
    page: Page, address: str, identifier: str, cited: str, levels: list[str] | None
) -> None:
    dialog = open_dialog(page, identifier, address)
    dialog.get_by_label("Citation", exact=True).check()
    assert cited in shown(page)
    expect(dialog.locator("input[value=text]")).to_be_enabled(enabled=levels is None)
    if levels:
        assert dialog.locator("#copying-what option").all_inner_texts() == levels


def test_with_the_keyboard_alone(allowed: Page) -> None:
    allowed.goto(ADDRESS)
    button = allowed.get_by_role("button", name="Copy Paragraph 43 (b)", exact=True)
    button.focus()
    allowed.keyboard.press("Enter")
    expect(allowed.get_by_role("dialog")).to_be_visible()
    expect(allowed.get_by_label("What")).to_be_focused()
    allowed.keyboard.press("ArrowUp")
    expect(allowed.get_by_label("What")).to_have_value("plan-43-a")
    allowed.keyboard.press("Tab")
    allowed.keyboard.press("ArrowRight")
    expect(allowed.get_by_label("Citation", exact=True)).to_be_checked()
    allowed.keyboard.press("Tab")
    expect(allowed.get_by_label("Style of citation")).to_be_focused()
    allowed.keyboard.press("Tab")
    expect(allowed.get_by_label("This will be copied")).to_be_focused()
    allowed.keyboard.press("Tab")
    allowed.keyboard.press("Enter")
    expect(allowed.get_by_role("status")).to_have_text("Copied.")
    assert allowed.evaluate("navigator.clipboard.readText()").startswith("A/64/L.64, annex, para. 43 (a)")
    allowed.keyboard.press("Escape")
    expect(allowed.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_refused_clipboard_leaves_the_text_selected(page: Page) -> None:
    with page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
    ):
        open_dialog(page, "plan-43-b")
    page.get_by_role("button", name="Copy to clipboard").click()
    expect(page.get_by_role("status")).to_contain_text("did not allow")
    expect(page.get_by_label("This will be copied")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == shown(page)


def test_a_page_without_a_secure_address_leaves_the_text_selected(page: Page) -> None:
    with page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })"):
        open_dialog(page, "plan-43-b")
    page.get_by_role("button", name="Copy to clipboard").click()
    expect(page.get_by_role("status")).to_contain_text("did not allow")
    assert page.evaluate("getSelection().toString()") == shown(page)


def test_files_follow_the_level(kept: Page, real: Build) -> None:
    dialog = dialog_of(kept, "plan-43-b")
    for level in ("plan-43-b", "plan-43"):
        dialog.get_by_label("What").select_option(level)
        with kept.expect_download() as download:
            dialog.get_by_role("link", name="BibTeX").click()
        record = download.value.path().read_bytes()
        assert record.startswith(b"@misc{%s,\n" % level.encode())
        assert record.count(b"@misc") == 1
        assert download.value.suggested_filename == f"{level}.bib"


def test_a_paragraph_of_commentary_has_the_record_of_the_commentary_as_its_own(kept: Page) -> None:
    dialog = dialog_of(kept, "plan-43-c2")
    with kept.expect_download() as download:
        dialog.get_by_role("link", name="RIS").click()
    record = download.value.path().read_text(encoding="utf-8")
    assert "\nID  - plan-43-c2" in record
    assert "\nTI  - Commentary on Global Plan of Action, annex, para. 43" in record
    assert record.count("TY  - ") == 1


def test_nothing_is_fetched_before_and_little_after_even_on_a_slow_network(page: Page, listen: Listen) -> None:
    asked: list[str] = []
    listen(page, "request", lambda request: asked.append(request.url))
    page.goto(ADDRESS, wait_until="networkidle")
    assert not [url for url in asked if re.search(r"copy|copies|/cite/|/previews/", url)]
    asked.clear()
    button = page.locator("button.copy[value=plan-43-b]")
    with on_network(page, SLOW_3G):
        button.click()
        expect(button).to_have_attribute("aria-busy", "true")
        # Whoever presses once more in the meantime gets one dialog.
        button.click()
        expect(page.get_by_role("dialog")).to_be_visible(timeout=15_000)
    expect(button).not_to_have_attribute("aria-busy", "true")
    assert page.locator("dialog.copying").count() == 1
    names = {url.rpartition("/")[2].partition("?")[0] for url in asked}
    assert names == {"search.html", "copy-formats.js", "copy.js", "copy.css", "43.json"}
    page.keyboard.press("Escape")
    asked.clear()
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert asked == []


def test_a_lost_connection_is_told_and_the_next_press_tries_again(page: Page) -> None:
    def lose(route: Route) -> None:
        route.abort()

    page.route("**/data/previews/**", lose)
    page.goto(ADDRESS)
    button = page.locator("button.copy[value=plan-43-b]")
    button.click()
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    page.unroute("**/data/previews/**", lose)
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".copying-failed")).to_have_count(0)


def test_without_scripts_the_citations_and_their_files_are_in_the_page(unscripted: Page) -> None:
    unscripted.goto("/annex/12.html")
    expect(unscripted.locator("button.copy").first).to_be_hidden()
    part = unscripted.locator(".how-to-cite")
    expect(part).to_contain_text("General Assembly resolution 64/293, annex, para. 12")
    part.get_by_text("Other styles").click()
    expect(part.get_by_text("UNGA, ‘United Nations")).to_be_visible()
    with unscripted.expect_download() as download:
        part.get_by_role("link", name="BibTeX").click()
    assert download.value.suggested_filename == "12.bib"
    assert b"@misc{plan-12,\n" in download.value.path().read_bytes()


def test_a_long_page_leads_to_files_with_its_records(page: Page) -> None:
    dialog = open_dialog(page, "r64-op-4", "/resolutions/r64.html#r64-op-4")
    for name in ("BibTeX", "CSL-JSON"):
        with page.expect_download() as download:
            dialog.get_by_role("link", name=name).click()
        assert download.value.path().read_text().count("r64-op-4") == 1


def test_from_disk_where_nothing_can_be_fetched_no_button_is_offered(browser: Browser, real: Build) -> None:
    with browser.new_page() as page:
        page.goto((real.out / "annex" / "43.html").as_uri())
        expect(page.locator("button.copy").first).to_be_hidden()


def test_buttons_are_not_printed(kept: Page) -> None:
    kept.emulate_media(media="print")
    expect(kept.locator("button.copy").first).to_be_hidden()
