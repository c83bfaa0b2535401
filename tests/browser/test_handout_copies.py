"""A handout is taken along in every form: copied, downloaded and printed."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import docx
import pytest
from edition import Build
from handouts import EVERYTHING, EVIL, NOTE_BY, NOTE_END, THREE, TITLE_BY, is_ready
from playwright.sync_api import Browser, Page, expect
from tab import Listen


def test_the_sheet_is_copied_as_markdown(allowed: Page) -> None:
    allowed.goto(f"{THREE}{EVERYTHING}#title=*Day*&note.12=1. one%0A# two")
    is_ready(allowed, 3)
    allowed.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(allowed.locator(".handout-done")).to_have_text("Copied as Markdown.")
    markdown: str = allowed.evaluate("navigator.clipboard.readText()")
    assert markdown.startswith(f"# \\*Day\\*\n\n{TITLE_BY}\n\n")
    assert "\n## Paragraph 12 What makes people vulnerable\n\n> 12\\. Address the social" in markdown
    assert "\n1. Which three factors from the list weigh most" in markdown
    assert re.search(r"\n- \[Paragraph 3 Rights, prevention [^]]+\]\(http://[\w.:]+/annex/3\.html#plan-3\)", markdown)
    assert "\\[only in 2019: Invites Member States to\\]" in markdown
    assert f"\n> {NOTE_BY}\n>\n> 1\\. one\\\n> \\# two\n>\n> {NOTE_END}\n" in markdown
    assert "\n\n\n" not in markdown


def test_the_sheet_is_copied_as_rich_text_without_anything_of_the_site(allowed: Page) -> None:
    allowed.goto(f"{THREE}{EVERYTHING}#title=Day+one")
    is_ready(allowed, 3)
    allowed.get_by_role("button", name="Copy for a word processor").press("Enter")
    expect(allowed.locator(".handout-done")).to_have_text("Copied. Paste it into a document.")
    rich: str = allowed.evaluate(
        "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())"
    )
    allowed.set_content(f"<main>{rich}</main>")
    assert allowed.locator("h1").inner_text() == "Day one"
    expect(allowed.locator("h1 + p")).to_have_text(TITLE_BY)
    assert allowed.locator("h2").count() == 3
    assert allowed.locator("h3, blockquote, li, ins, del, strong").count() > 20
    assert allowed.locator("[class], [id], button, script, link, input").count() == 0
    assert all(
        address.startswith("http")
        for address in allowed.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    )


def test_where_nothing_may_be_copied_the_words_are_selected(page: Page) -> None:
    with page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })"):
        page.goto(THREE)
    is_ready(page, 3)
    page.get_by_role("button", name="Copy as Markdown").press("Enter")
    expect(page.get_by_label("Your browser does not let")).to_be_focused()
    assert page.evaluate("getSelection().toString()").startswith("# Handout")
    page.get_by_role("button", name="Copy for a word processor").press("Enter")
    expect(page.locator(".sheet")).to_be_focused()
    assert "What makes people vulnerable" in page.evaluate("getSelection().toString()")


@pytest.fixture
def downloaded(page: Page, listen: Listen, tmp_path: Path) -> Path:
    logged: list[str] = []
    listen(page, "console", lambda message: logged.append(message.text))
    page.goto(f"{THREE}{EVERYTHING}#title=Day+one+{EVIL}&note=Bring+a+pen")
    is_ready(page, 3)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as one file").press("Enter")
    assert download.value.suggested_filename == "handout-day-one-img-src-x-onerror-alert-1.html"
    assert logged == []
    path = tmp_path / "handout.html"
    download.value.save_as(path)
    return path


def test_the_file_needs_nothing_else(page: Page, downloaded: Path, browser: Browser) -> None:
    words = page.locator(".sheet").inner_text()
    context = browser.new_context(offline=True)
    alone = context.new_page()
    requests: list[str] = []
    logged: list[str] = []
    alone.on("request", lambda request: requests.append(request.url))
    alone.on("console", lambda message: logged.append(message.text))
    alone.goto(downloaded.as_uri())
    alone.reload()
    assert set(requests) == {downloaded.as_uri()}
    assert logged == []
    assert alone.title() == f"“Day one {EVIL}” (title by whoever made this handout)"
    expect(alone.locator("h1 + p")).to_have_text(TITLE_BY)
    assert alone.locator(".sheet-note > .sheet-by").all_inner_texts() == [NOTE_BY, NOTE_END]
    assert alone.locator(".sheet").inner_text().split() == words.split()
    assert alone.locator("script, link, img, input, button").count() == 0
    assert (
        alone.locator("blockquote").first.evaluate("quote => getComputedStyle(quote).borderInlineStartWidth") == "4px"
    )
    assert alone.locator("h1").count() == 1
    context.close()


def test_a_sheet_prints_cleanly(page: Page) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=Day+one&note=Bring+a+pen")
    is_ready(page, 3)
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    assert shown.startswith("Day one")
    assert "Make a handout\n" not in shown
    assert "Add an entry" not in shown
    assert "How the address is made" not in shown
    expect(page.locator(".sheet-foot")).to_contain_text("Edition of")
    expect(page.locator(".sheet-foot")).to_contain_text("/handout.html?p=12,43-b,untoc-art-24")
    # As wide as the paper between its margins.
    for paper, width in {"A4": 672, "Letter": 695}.items():
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        cut = page.locator(".sheet *").evaluate_all(
            "all => all.filter((each) => !each.matches('.unseen, .unseen *') && each.scrollWidth > each.clientWidth + 1"
            " && getComputedStyle(each).display === 'block').map((each) => each.className || each.tagName)"
        )
        assert cut == []
        pdf = page.pdf(format=paper)
        sheets = len(re.findall(rb"/Type\s*/Page\b", pdf))
        assert 4 <= sheets <= 12


def test_a_short_sheet_is_one_page(page: Page) -> None:
    page.goto("/handout.html?p=12&show=text,questions")
    is_ready(page, 1)
    assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4"))) == 1


def test_plain_text_is_words_alone(allowed: Page) -> None:
    allowed.goto(f"{THREE}#note=One%0Atwo%0A%0A{quote(NOTE_END)}%0A%0Athree")
    is_ready(allowed, 3)
    allowed.get_by_role("button", name="Copy as plain text").click()
    expect(allowed.locator(".handout-done")).to_have_text("Copied as plain text.")
    text = allowed.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Handout\n\n")
    assert "Paragraph 12 What makes people vulnerable" in text
    # Whatever a note says, each of its lines says whose it is.
    assert f"\n\n| {NOTE_BY}\n|\n| One\n| two\n|\n| {NOTE_END}\n|\n| three\n|\n| {NOTE_END}\n\n" in text
    assert not re.search(r"\*|#{2}|\]\(|^>", text, re.MULTILINE)


def test_a_handout_is_downloaded_as_a_document(page: Page, tmp_path: Path) -> None:
    page.goto(f"{THREE}{EVERYTHING}#title=Day+%26+night&note.12=<b>Mine</b>")
    is_ready(page, 3)
    with page.expect_download() as expected:
        page.get_by_role("button", name="Download as DOCX").click()
    path = tmp_path / expected.value.suggested_filename
    expected.value.save_as(path)
    assert path.suffix == ".docx"
    document = docx.Document(str(path))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == "Day & night"
    assert document.core_properties.title == "“Day & night” (title by whoever made this handout)"
    at = texts.index("<b>Mine</b>")
    assert texts[at - 1 : at + 2] == [NOTE_BY, "<b>Mine</b>", NOTE_END]
    assert {paragraph.style.name for paragraph in document.paragraphs[at - 1 : at + 2] if paragraph.style} == {"Note"}
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None]
    assert {"Heading 1", "Heading 2", "Quote", "List Bullet"} <= {*styles}
    links = {link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks}
    assert any(address.endswith("annex/43.html#plan-43-b") for address in links)
    assert styles.count("Heading 2") == page.locator(".sheet-label").count()


def test_the_script_that_writes_documents_is_small_and_fetched_when_it_is_needed(page: Page, real: Build) -> None:
    assert (real.out / "_static" / "handout-docx.js").stat().st_size < 12_000
    page.goto(THREE)
    is_ready(page, 3)
    assert page.locator('script[src*="handout-docx"]').count() == 0
