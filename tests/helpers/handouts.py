"""What tests of handouts have in common."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

TITLE_BY = "The title is by whoever made this handout, and not by the editors."
NOTE_BY = "Note by whoever made this handout:"
NOTE_END = "End of the note by whoever made this handout."
THREE = "/handout.html?p=12,43-b,untoc-art-24"
EVERYTHING = "&show=text,notes,summary,connections,comparison,commentary,questions,answers"
EVIL = "<img src=x onerror=alert(1)>"


def is_ready(page: Page, count: int) -> None:
    expect(page.locator(".handout-status")).to_have_text(f"The sheet is ready. Entries on it: {count}")


def labels(page: Page) -> list[str]:
    return page.locator(".sheet-label").all_inner_texts()


def asked(page: Page) -> str:
    return urlsplit(page.url).query
