"""What newcomers ask a search for, and which pages answer it."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FIRST = 3
WAIT = 10_000  # ms
ON_PAGE = ".search-offers h3 a, .search-results:not([aria-busy]) h3 a"
IN_BOX = ".suggestions:not([aria-busy]) [data-url]"


@dataclass(frozen=True, slots=True)
class Query:
    """Words, a pattern of the addresses of right pages, and the class of such queries."""

    words: str
    right: str
    of: str


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a file of tab-separated values; lines that begin with # say something of the file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return [Query(*row) for row in rows]


def on_page(page: Page, query: Query) -> list[str]:
    """Return the first addresses that the page of results, which is open, offers."""
    page.locator("#search-field").fill(query.words)
    page.wait_for_selector(".search-results:not([aria-busy])", state="attached", timeout=WAIT)
    page.wait_for_function(
        "() => document.querySelector('.search-status').textContent || document.querySelector('h3 a')"
    )
    return attributes(page, ON_PAGE, "href")


def in_box(page: Page, query: Query) -> list[str]:
    """Return the first addresses that the field in the header of the open page suggests."""
    field = page.locator("header input[type=search]")
    field.fill("")
    field.fill(query.words)
    page.wait_for_selector(".suggestions:not([aria-busy]) [data-url]", timeout=WAIT)
    return attributes(page, IN_BOX, "data-url")


def attributes(page: Page, selector: str, name: str) -> list[str]:
    """Return an attribute of the first elements that a selector finds."""
    values = page.locator(selector).evaluate_all("(all, name) => all.map((each) => each.getAttribute(name))", name)
    return [str(value) for value in values[:FIRST]]


@dataclass(frozen=True, slots=True)
class Answer:
    """How many pages are offered at once, and the labels and addresses of the first of these and of what is found."""

    offers: int
    labels: list[str]
    addresses: list[str]


def ask_scripts(site: Path, asked: Iterable[str]) -> list[Answer]:
    """Return what the scripts of the built site answer in Node, without a page."""
    command = ["node", str(Path(__file__).with_name("ask.mjs")), str(site)]
    done = subprocess.run(command, input="\n".join(asked), capture_output=True, text=True, check=True)
    return [
        Answer(each["offers"], *([row[name] for row in each["rows"]] for name in ("label", "url")))
        for each in map(json.loads, done.stdout.splitlines())
    ]


def by_script(site: Path, queries: list[Query]) -> list[list[str]]:
    """Return the first addresses for each query, as the scripts of the built site find them."""
    return [answer.addresses for answer in ask_scripts(site, (query.words for query in queries))]


def answers(query: Query, addresses: list[str]) -> bool:
    """Return whether a right page is among the addresses."""
    return any(re.search(query.right, address) for address in addresses)
