"""Searching one edition in three ways: ours, Sphinx's own index, and pagefind with its default interface."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.bench.served import Served

# Notes when the first key goes down, when words come into a field, and when what is looked for can be seen.
MARKS = """
const now = () => performance.timeOrigin + performance.now();
window.marks = {};
addEventListener("keydown", () => { marks.key ??= now(); }, { capture: true });
addEventListener("input", () => { marks.input = now(); delete marks.seen; }, { capture: true });
window.lookFor = (selector) => {
  const look = () => {
    if (marks.seen === undefined && document.querySelector(selector)?.checkVisibility()) marks.seen = now();
  };
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, everything);
  look();
};
window.whenSeen = async () => {
  while (marks.seen === undefined) await new Promise(requestAnimationFrame);
  return marks.seen;
};
"""
SPHINX = """<!doctype html><html lang="en" data-content_root="./"><head><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="_static/styles/furo.css">
<script src="_static/documentation_options.js"></script><script src="_static/doctools.js"></script>
<script src="_static/sphinx_highlight.js"></script>{scripts}</head>
<body><form action="sphinx-search.html"><input name="q" aria-label="Search"></form>{results}</body></html>"""
SPHINX_SCRIPTS = """<script src="_static/language_data.js"></script><script src="_static/searchtools.js"></script>
<script src="searchindex.js" defer></script>"""
PAGEFIND = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Search</title>
<link rel="stylesheet" href="default-ui/pagefind-ui.css"><script src="default-ui/pagefind-ui.js"></script></head>
<body><div id="search"></div><script>new PagefindUI({ element: "#search" });</script></body></html>"""


@dataclass(frozen=True, slots=True)
class Way:
    """A way to search: the page one begins on, its field, what a result is, and whether Enter has to be pressed."""

    name: str
    begins: str
    field: str
    result: str
    enter: bool = False


# What a page of the edition has to do with search stands here and nowhere else in the bench.
# Of the suggestions, at most five are names that begin so; the sixth is a result of the search.
SUGGESTED = ".suggestions li:nth-child(6) .kind"
SUGGESTIONS = Way("ours, on a paragraph’s page", "annex/38.html", ".site-search input[name=q]", SUGGESTED)
OUR_PAGE = Way("ours, on the search page", "search.html", "#search-field", "#search-results li")
OWN_INDEX = Way("Sphinx’s own index", "sphinx-start.html", "input[name=q]", "#search-results ul.search li", enter=True)
DEFAULT_UI = Way("pagefind’s default interface", "pagefind.html", "#search input", ".pagefind-ui__result-link")
OURS, PEERS = (SUGGESTIONS, OUR_PAGE), (OWN_INDEX, DEFAULT_UI)
CITATIONS = {"74/176 op 16": "#r74-op-16", "para 43 b": "#plan-43-b", "UNTOC 24": "#untoc-art-24", "8.7": "#sdg-8-7"}


def prepare_peers(html: Path, folder: Path) -> None:
    """Copy the pages to a folder, and give them Sphinx's own search and pagefind's."""
    shutil.copytree(html, folder, ignore=shutil.ignore_patterns("_headers", "pagefind", "data"), dirs_exist_ok=True)
    (folder / "sphinx-start.html").write_text(SPHINX.format(scripts="", results=""), encoding="utf-8")
    results = SPHINX.format(scripts=SPHINX_SCRIPTS, results='<div id="search-results"></div>')
    (folder / "sphinx-search.html").write_text(results, encoding="utf-8")
    (folder / "pagefind.html").write_text(PAGEFIND, encoding="utf-8")
    asked = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(folder / "default-ui")]
    subprocess.run(asked, check=True, capture_output=True)


# A paragraph's page and what it fetches; filled by `fetched_anyway`.
ANYWAY: set[str] = set()


@dataclass(frozen=True, slots=True)
class Found:
    """What one search took, in milliseconds, and what was fetched for it that a page fetches not anyway."""

    time: float
    size: int
    fetched: tuple[str, ...]


@contextmanager
def begun(browser: Browser, served: Served, way: Way) -> Iterator[Page]:
    """Open the page where one begins, in a browser without anything in its cache, and wait until nothing happens."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(MARKS)
    page = context.new_page()
    served.forget()
    page.goto(f"{served.address}/{way.begins}")
    page.wait_for_load_state("networkidle")
    yield page
    context.close()


def fetched_anyway(browser: Browser, served: Served) -> None:
    """Find out what is there before anybody searches."""
    with begun(browser, served, SUGGESTIONS):
        ANYWAY.update(path.partition("?")[0] for path, _ in served.sent)


def found(served: Served, page: Page, since: float) -> Found:
    """Wait until something is found."""
    took = float(page.evaluate("whenSeen()")) - since
    own = [(path, size) for path, size in served.sent if path.partition("?")[0] not in ANYWAY]
    return Found(took, sum(size for _, size in own), tuple(path for path, _ in own))


def search(browser: Browser, served: Served, way: Way, words: str) -> Found:
    """Search once, from the first key to the first result; what the field fetches when it gets the focus counts."""
    with begun(browser, served, way) as page:
        field = page.locator(way.field)
        field.focus()
        if not way.enter:
            page.evaluate("lookFor", way.result)
        page.keyboard.type(words)
        first = float(page.evaluate("marks.key"))
        if way.enter:
            page.keyboard.press("Enter")
            page.wait_for_url("**/sphinx-search.html?*", wait_until="commit")
            page.evaluate("lookFor", way.result)
        return found(served, page, first)


def cite(browser: Browser, served: Served, citation: str) -> tuple[Found, Found]:
    """Enter a citation at once, as if pasted; return what it takes on a page just opened, and once more."""
    with begun(browser, served, SUGGESTIONS) as page:
        page.evaluate("lookFor", f".suggestions [data-url$='{CITATIONS[citation]}']")
        once: list[Found] = []
        for _ in range(2):
            page.locator(SUGGESTIONS.field).focus()
            page.keyboard.insert_text(citation)
            once.append(found(served, page, float(page.evaluate("marks.input"))))
            page.locator(SUGGESTIONS.field).fill("")
        return once[0], once[1]
