"""What newcomers ask a search for, and which pages answer it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

FIRST = 3
WAIT = 10_000  # ms
ON_PAGE = ".search-offers h3 a, .search-results:not([aria-busy]) h3 a"
# Both the page and the box show offers, then hits.
SEARCH = f"""async (texts) => {{
  const index = await finding.index();
  const answers = [];
  for (const text of texts) {{
    const {{ offers, hits }} = await index.search(text);
    const rows = [...offers.map(({{ row }}) => row), ...hits.map(({{ record }}) => record)];
    answers.push(rows.slice(0, {FIRST}).map(({{ url }}) => url));
  }}
  return answers;
}}"""
IN_BOX = ".suggestions:not([aria-busy]) [data-url]"


@dataclass(frozen=True, slots=True)
class Query:
    """Words, a pattern of the addresses of right pages, and the class of such queries."""

    words: str
    right: re.Pattern[str]
    of: str


def read_queries(path: Path) -> list[Query]:
    """Return the queries of a file of tab-separated values; lines that begin with # say something of the file."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines]
    return [Query(words, re.compile(right), of) for words, right, of in rows]


def on_page(page: Page, site: str, query: Query) -> list[str]:
    """Return the first addresses that the page of results offers."""
    page.goto(f"{site}/search.html?q={quote(query.words)}")
    page.wait_for_selector(".search-results:not([aria-busy])", state="attached", timeout=WAIT)
    page.wait_for_function("document.querySelector('.search-status').textContent || document.querySelector('h3 a')")
    links = page.locator(ON_PAGE)
    return [str(link.get_attribute("href")) for link in links.all()[:FIRST]]


def in_box(page: Page, query: Query) -> list[str]:
    """Return the first addresses that the field in the header of the open page suggests."""
    field = page.locator("header input[type=search]")
    field.fill("")
    field.fill(query.words)
    page.wait_for_selector(".suggestions:not([aria-busy]) [data-url]", timeout=WAIT)
    return [str(option.get_attribute("data-url")) for option in page.locator(IN_BOX).all()[:FIRST]]


def by_index(page: Page, queries: list[Query]) -> list[list[str]]:
    """Return the first addresses for each query, without drawing them; the open page is that of results."""
    addresses: list[list[str]] = page.evaluate(SEARCH, [query.words for query in queries])
    return addresses


def answers(query: Query, addresses: list[str]) -> bool:
    """Return whether a right page is among the addresses."""
    return any(query.right.search(address) for address in addresses)
