"""The words that are copied are those of the text, on every page."""

from __future__ import annotations

from typing import Any

from edition import Build
from playwright.sync_api import Page, expect

# The words of all provisions that have a button, by the ids of provisions, as the dialog takes them from a page.
WORDS_OF_PAGES = """async (names) => {
  const read = async (name) => (await fetch(`/${name}.html`)).text();
  const parser = new DOMParser();
  const pages = (await Promise.all(names.map(read))).map((text) => parser.parseFromString(text, "text/html"));
  const wordsOf = (page, id) => copying.wordsOn(page, id).map((block) => {
    if (typeof block !== "string") return block.join("");
    return `${page.getElementById(block).querySelector(".number")?.textContent ?? ""} ${wordsOf(page, block)}`;
  }).join(" ");
  const words = (page) => [...page.querySelectorAll(".provision[id]")].map(({ id }) => [id, wordsOf(page, id)]);
  return Object.fromEntries(pages.flatMap(words));
}"""


def test_the_words_to_copy_are_verbatim(page: Page, real: Build, graph: dict[str, Any]) -> None:
    content = {entry["id"]: entry["content"] for entry in graph["entries"] if entry["kind"] == "provision"}
    with_button = [name for name in real.pages if 'id="copy-dialog"' in real.page(name)]
    page.goto("/annex/43.html")
    page.locator("button.copy").first.click()
    expect(page.get_by_role("dialog", name="Copy")).to_be_visible()
    to_copy: dict[str, str] = page.evaluate(WORDS_OF_PAGES, with_button)
    assert {name: words.split() for name, words in to_copy.items()} == {
        name: words.split() for name, words in content.items()
    }
