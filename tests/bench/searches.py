"""Searching one edition in three ways: ours, Sphinx's own index, and pagefind with its default interface."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.bench.served import Served

PROJECT = Path(__file__).resolve().parents[2]
# Notes when the last key that a search needs is pressed, and when what is looked for is seen: on every page from its
# beginning, for to be asked to look takes a moment as well. What was there before is no answer. The key may lead to
# another page, so when it was pressed is kept for that.
MARKS = """(({ result, enter }) => {
  const now = (since = performance.now()) => performance.timeOrigin + since;
  let seen;
  // To use it for the first time takes a moment, in which nothing is searched for.
  sessionStorage.getItem("began");
  const begin = ({ type, key, timeStamp }) => {
    if (enter ? key !== "Enter" : type !== "input") return;
    sessionStorage.setItem("began", now(timeStamp));
    seen = undefined;
    for (const old of document.querySelectorAll(result)) old.setAttribute("data-old", "");
  };
  for (const type of ["input", "keydown"]) addEventListener(type, begin, { capture: true });
  const isNew = (each) => !each.hasAttribute("data-old") && each.checkVisibility();
  const look = () => {
    if (seen === undefined && [...document.querySelectorAll(result)].some(isNew)) seen = now();
  };
  const everything = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(look).observe(document, everything);
  window.whenFound = async () => {
    while (seen === undefined) await new Promise((again) => setTimeout(again, 5));
    return seen - Number(sessionStorage.getItem("began"));
  };
})"""
# What people have who take the theme as it comes: its search page, with the index of this edition put below it.
STOCK = """project = "Stock"
html_theme = "furo"
root_doc = "stock"
"""
# Builds the same pages with Sphinx's own index, which the edition leaves out and removes at the end of a build.
INDEXED = """import shutil
import sys
from sphinx.application import Sphinx
project, folder, index = sys.argv[1:]
app = Sphinx(f"{project}/source", project, f"{folder}/indexed", f"{folder}/trees", "html", status=None)
app.builder.search = True
app.connect("build-finished", lambda app, _: shutil.copy(app.outdir / "searchindex.js", index), priority=1)
app.build()
"""
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
# Whatever is suggested has its kind, but for the way to all results.
SUGGESTED = ".suggestions:not([aria-busy]) .kind"
SUGGESTIONS = Way("ours, on a paragraph’s page", "annex/38.html", ".site-search input[type=search]", SUGGESTED)
OUR_PAGE = Way("ours, on the search page", "search.html", "#search-field", "#search-results li")
OWN_INDEX = Way("Sphinx’s own index", "stock.html", ".sidebar-search", "#search-results ul.search li", enter=True)
DEFAULT_UI = Way("pagefind’s default interface", "pagefind.html", "#search input", ".pagefind-ui__result-link")
OURS = (SUGGESTIONS, OUR_PAGE)
PEERS = (OWN_INDEX, DEFAULT_UI)
CITATIONS = {"74/176 op 16": "#r74-op-16", "para 43 b": "#plan-43-b", "UNTOC 24": "#untoc-art-24", "8.7": "#sdg-8-7"}


def prepare_peers(html: Path, folder: Path, pagefind: str) -> None:
    """Copy the pages to a folder, and give them Sphinx's own search and pagefind's.

    `pagefind` is the Python of an environment that has it.
    """
    shutil.copytree(html, folder, ignore=shutil.ignore_patterns("_headers", "finding", "data"), dirs_exist_ok=True)
    with tempfile.TemporaryDirectory() as stock:
        (Path(stock) / "conf.py").write_text(STOCK, encoding="utf-8")
        (Path(stock) / "stock.rst").write_text("Stock\n=====\n\nA page to begin on.\n", encoding="utf-8")
        subprocess.run([sys.executable, "-m", "sphinx", "-q", stock, f"{stock}/html"], check=True)
        shutil.copytree(f"{stock}/html", folder, dirs_exist_ok=True)
        subprocess.run([sys.executable, "-c", INDEXED, str(PROJECT), stock, str(folder)], check=True)
    (folder / "pagefind.html").write_text(PAGEFIND, encoding="utf-8")
    command = [pagefind, "-m", "pagefind", "--site", str(folder), "--output-path", str(folder / "default-ui")]
    subprocess.run(command, check=True, capture_output=True)


QUIET, LONG_QUIET = 300, 1500  # ms
# From a field that was pressed to the first key, nobody is quicker.
TO_THE_KEYS = 100  # ms
# A paragraph's page and what it fetches; filled by `fetched_anyway`.
ANYWAY: set[str] = set()


@dataclass(frozen=True, slots=True)
class Cost:
    """What one search took, in milliseconds, and what was fetched for it that a page fetches not anyway."""

    time: float
    size: int
    fetched: tuple[str, ...]


@contextmanager
def begun(browser: Browser, served: Served, way: Way) -> Iterator[Page]:
    """Open the page where one begins, in a browser without anything in its cache, and wait until nothing happens."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(f"{MARKS}({json.dumps({'result': way.result, 'enter': way.enter})})")
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


def wait_for_result(served: Served, page: Page) -> Cost:
    """Wait until something is found."""
    took = float(page.evaluate("whenFound()"))
    own = fetched_for_search(served, page, QUIET)
    return Cost(took, sum(size for _, size in own), tuple(path for path, _ in own))


def fetched_for_search(served: Served, page: Page, quiet: int) -> list[tuple[str, int]]:
    """Wait until nothing is fetched for `quiet` milliseconds; return path and size of what no page fetches anyway."""
    before = -1
    while before != len(served.sent):
        before = len(served.sent)
        page.wait_for_timeout(quiet)
    return [(path, size) for path, size in served.sent if path.partition("?")[0] not in ANYWAY]


def search(browser: Browser, served: Served, way: Way, words: str) -> Cost:
    """Search once; what the field fetches when it gets the focus counts.

    Time runs from the last key that somebody has to press, with all the words in the field, to the first result. Single
    keys would have a search of ours for each, as many as the machine is slow. In all ways, the field has had the focus
    for a moment.
    """
    with begun(browser, served, way) as page:
        page.locator(way.field).focus()
        page.wait_for_timeout(TO_THE_KEYS)
        page.keyboard.insert_text(words)
        if way.enter:
            page.keyboard.press("Enter")
            page.wait_for_url("**/search.html?*", wait_until="commit")
        return wait_for_result(served, page)


def fetch(browser: Browser, served: Served, way: Way, words: str) -> list[tuple[str, int]]:
    """Search once; return path and size of all that is fetched for it."""
    with begun(browser, served, way) as page:
        page.locator(way.field).focus()
        page.keyboard.insert_text(words)
        # Nothing tells when a search that finds nothing is done.
        return fetched_for_search(served, page, LONG_QUIET)


def cite(browser: Browser, served: Served, citation: str) -> tuple[Cost, Cost]:
    """Enter a citation at once, as if pasted; return what it takes on a page just opened, and once more."""
    way = replace(SUGGESTIONS, result=f".suggestions [data-url$='{CITATIONS[citation]}']")
    with begun(browser, served, way) as page:
        once: list[Cost] = []
        for _ in range(2):
            page.locator(way.field).focus()
            page.keyboard.insert_text(citation)
            once.append(wait_for_result(served, page))
            page.locator(way.field).fill("")
        return once[0], once[1]
