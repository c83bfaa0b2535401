"""Say how many of the queries of newcomers find a right page, by class, and which do not: `make bench-search`."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from pathlib import Path

from playwright.sync_api import sync_playwright
from queries import answers, in_box, on_page, read_queries

from tests.bench.served import serving

PROJECT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Run all queries and print the table; the exit status is 0 whatever it says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=PROJECT / "build" / "html", help="the built site")
    parser.add_argument("--queries", type=Path, default=PROJECT / "tests" / "browser" / "queries.tsv")
    given = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("There is no Chromium; install Debian's package `chromium`.", file=sys.stderr)
        return 1
    queries = read_queries(given.queries)
    right: dict[str, Counter[str]] = {"on the page": Counter(), "in the box": Counter()}
    missed: list[str] = []
    with sync_playwright() as playwright, serving(given.site) as served:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page, other = browser.new_page(), browser.new_page()
        other.goto(f"{served.address}/annex/38.html")
        for query in queries:
            for where, first in (
                ("on the page", on_page(page, served.address, query)),
                ("in the box", in_box(other, query)),
            ):
                right[where][query.of] += answers(query, first)
                if not answers(query, first):
                    missed.append(f"- {query.words!r} {where}: {', '.join(first)}")
        browser.close()
    print("| class | queries | on the page | in the box |\n|---|---|---|---|")
    for of, count in Counter(query.of for query in queries).items():
        print(f"| {of} | {count} | {right['on the page'][of]} | {right['in the box'][of]} |")
    print(f"| all | {len(queries)} | {right['on the page'].total()} | {right['in the box'].total()} |")
    print("\n".join(["", *missed]) if missed else "\nNone is missed.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
