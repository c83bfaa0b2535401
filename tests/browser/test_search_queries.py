"""Those who do not speak the language of the Plan find what they ask for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from edition import Build
from playwright.sync_api import Browser
from queries import answers, by_script, in_box, on_page, read_queries

QUERIES = read_queries(Path(__file__).with_name("queries.tsv"))
MORE = read_queries(Path(__file__).with_name("more_queries.tsv"))
RATE = 0.95


def test_nearly_all_have_a_right_page_first_on_the_page_of_results(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    missed = [query.words for query in QUERIES if not answers(query, on_page(page, site, query))]
    context.close()
    assert len(missed) <= len(QUERIES) * (1 - RATE), missed


def test_nearly_all_have_a_right_page_first_in_the_box_on_every_page(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/annex/38.html")
    missed = [query.words for query in QUERIES if not answers(query, in_box(page, query))]
    context.close()
    assert len(missed) <= len(QUERIES) * (1 - RATE), missed


def test_nearly_all_of_many_others_have_a_right_page_first(real: Build) -> None:
    if shutil.which("node") is None:
        pytest.skip("There is no Node on this machine (Debian's package is `nodejs`).")
    missed = [
        query.words for query, first in zip(MORE, by_script(real.out, MORE), strict=True) if not answers(query, first)
    ]
    assert len(missed) <= len(MORE) * (1 - RATE), missed
