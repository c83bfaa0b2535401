"""Say how many of the queries of newcomers find a right page, by class, and which do not: `make bench-search`.

Those of `queries.tsv` are typed and read as a reader does it; many more, of `more_queries.tsv`, are asked of the index.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.queries import Query, answers, by_script, in_box, on_page, read_queries
from tests.bench.served import serving

PROJECT = Path(__file__).resolve().parents[2]
BROWSER = PROJECT / "tests" / "browser"


def main() -> int:
    """Run all queries and print the table; the exit status is 0 whatever it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=PROJECT / "build" / "html", help="the built site")
    parser.add_argument("--queries", type=Path, default=BROWSER / "queries.tsv", help="queries to type")
    parser.add_argument("--more", type=Path, default=BROWSER / "more_queries.tsv", help="queries for the index alone")
    given = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("There is no Chromium; install Debian's package `chromium`.", file=sys.stderr)
        return 1
    queries, more = read_queries(given.queries), read_queries(given.more)
    with sync_playwright() as playwright, serving(given.site) as served:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page, other = browser.new_page(), browser.new_page()
        page.goto(f"{served.address}/search.html")
        other.goto(f"{served.address}/annex/38.html")
        shown = [on_page(page, query) for query in queries]
        suggested = [in_box(other, query) for query in queries]
        browser.close()
    report("on the page", queries, shown)
    report("in the box", queries, suggested)
    report("in the index", more, by_script(given.site, more))
    return 0


def report(where: str, queries: list[Query], addresses: list[list[str]]) -> None:
    """Print how many queries of each class have a right page among their addresses, and those that have none."""
    right = Counter(query.of for query, first in zip(queries, addresses, strict=True) if answers(query, first))
    print(f"\n| class | queries | {where} |\n|---|---|---|")
    for of, count in Counter(query.of for query in queries).items():
        print(f"| {of} | {count} | {right[of]} |")
    print(f"| all | {len(queries)} | {right.total()} |\n")
    for query, first in zip(queries, addresses, strict=True):
        if not answers(query, first):
            print(f"- {query.words!r}: {', '.join(first)}")


if __name__ == "__main__":
    sys.exit(main())
