"""Those who do not speak the language of the Plan find what they ask for.

The scripts of the site are asked in Node, which takes a hundredth of the time; that a page shows what they answer is
seen in a browser, by queries of every class.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from edition import Build
from playwright.sync_api import Browser
from tools import need

from tests.bench.queries import Query, answers, by_script, in_box, on_page, read_queries

QUERIES = read_queries(Path(__file__).with_name("queries.tsv"))
MORE = read_queries(Path(__file__).with_name("more_queries.tsv"))
SAMPLE = QUERIES[::3]
RATE = 0.95


@pytest.fixture(scope="module")
def first_addresses(real: Build) -> dict[Query, list[str]]:
    """The first addresses for each query."""
    need("node", "nodejs")
    queries = [*QUERIES, *MORE]
    return dict(zip(queries, by_script(real.out, queries), strict=True))


@pytest.mark.parametrize("queries", [QUERIES, MORE], ids=["typical", "many others"])
def test_nearly_all_have_a_right_page_first(first_addresses: dict[Query, list[str]], queries: list[Query]) -> None:
    missed = [query.words for query in queries if not answers(query, first_addresses[query])]
    assert len(missed) <= len(queries) * (1 - RATE), missed


def test_they_are_shown_on_the_page_of_results_and_in_the_box_on_every_page(
    first_addresses: dict[Query, list[str]], browser: Browser, site: str
) -> None:
    context = browser.new_context(base_url=site)
    results, other = context.new_page(), context.new_page()
    results.goto("/search.html")
    other.goto("/annex/38.html")
    shown = [{"page": on_page(results, query), "box": in_box(other, query)} for query in SAMPLE]
    places = {"page": results.url, "box": other.url}
    context.close()
    expected = [[urljoin(f"{site}/", address) for address in first_addresses[query]] for query in SAMPLE]
    for query, first, both in zip(SAMPLE, expected, shown, strict=True):
        for where, addresses in both.items():
            offered = [urljoin(places[where], address) for address in addresses]
            # After a citation, the box leads to the page of results; that page shows offers before it has results.
            if "/search.html" in offered[-1]:
                offered.pop()
            assert offered, (query.words, where)
            assert offered == first[: len(offered)], (query.words, where)


def test_a_sample_is_of_every_class() -> None:
    assert {query.of for query in SAMPLE} == {query.of for query in QUERIES}
