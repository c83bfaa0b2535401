"""Measure what a reader of the built site meets, and print it as tables: `make bench-pages`.

Pages are opened in Chromium from a server on this machine that compresses as hosts do; sizes are those of what it sent,
without headers, in thousands of bytes. Searches of all kinds are run in turn, so that other work on the machine slows
all of them. Nothing fails here; ✗ says that a target of the project is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import ViewportSize, sync_playwright

from tests.bench import lighthouse, searches
from tests.bench.measure import make_foreign_environment
from tests.bench.served import Served, serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PROJECT = Path(__file__).resolve().parents[2]
PAGES = {
    "home": "index.html",
    "paragraph": "annex/38.html",
    "resolution": "resolutions/r74.html",
    "instrument": "instruments/trafficking-protocol.html",
    "list": "browse/themes.html",
    "comparison": "compare/index.html",
    "picture": "concordance/sdgs.html",
}
FORMS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 900}}
# What all ways of searching answer: a rare word, two words, and a word found everywhere.
QUERIES = ("confiscation", "child victims", "trafficking")
# One of each kind that fetches something of its own: data of other languages, texts to compare a phrase with.
KINDS = {
    "a word": "confiscation",
    "two words": "child victims",
    "a frequent word": "trafficking",
    "a question": "who pays for the lawyer",
    "a misspelt word": "confiscaton",
    "a phrase": "“trust fund”",
    "French": "traite des êtres humains",
    "Arabic": "الاتجار بالأشخاص",
    "a citation": "A/RES/64/293, annex, para. 12",
    "nothing": "zzyzx",
}
# What plain furo has on a page of the same words, and what the project promises.
PLAIN = "plain furo: 38 kB in 10 requests; Lighthouse 99 / 100 / 96 / 90 on a phone, 100 / 100 / 96 / 90 on a desktop"
# Of a paragraph, with the faces of its type.
MOST_KB, MOST_REQUESTS = 58, 10
MOST_SEARCH_KB, MOST_CITATION_MS = 150, 50
# Of the time that Sphinx's own index takes, and that of Pagefind's interface.
MOST_OF_PEERS = (0.7, 0.4)
SHIFT = """() => new Promise(done => {
  const add = list => done(list.getEntries().reduce((sum, shift) => sum + shift.value, 0));
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  setTimeout(done, 300, 0);
})"""


@dataclass(frozen=True, slots=True)
class View:
    """The first view of a page: what was sent for it, and how far it shifted."""

    requests: int
    size: int
    shift: float


def mark(met: bool) -> str:
    """Return the sign of a target that is met or missed."""
    return "✓" if met else "✗"


def first_view(browser: Browser, served: Served, address: str, form: str) -> View:
    """Open a page for the first time."""
    context = browser.new_context(viewport=FORMS[form])
    page = context.new_page()
    served.forget()
    page.goto(f"{served.address}/{address}")
    page.wait_for_load_state("networkidle")
    view = View(len(served.sent), served.size, float(page.evaluate(SHIFT)))
    context.close()
    return view


def report_pages(browser: Browser, served: Served, program: Path | None, chromium: str) -> None:
    """Print the table of pages."""
    print("## Pages\n")
    print("| page | form | requests | kB | layout shift | Lighthouse: " + ", ".join(lighthouse.CATEGORIES) + " |")
    print("|---|---|---|---|---|---|")
    wanting: dict[str, set[str]] = {}
    for name, address in PAGES.items():
        for form in FORMS:
            view = first_view(browser, served, address, form)
            rating = "not measured"
            if program is not None:
                rated = lighthouse.scores(program, chromium, f"{served.address}/{address}", form)
                rating = f"{rated} {mark(min(rated.scores) == 100)}"
                for audit in rated.wanting:
                    wanting.setdefault(audit, set()).add(f"{name} ({form})")
            size = f"{view.size / 1000:.1f}"
            if name == "paragraph":
                size += f" {mark(view.size <= 1000 * MOST_KB and view.requests <= MOST_REQUESTS)}"
            shift = f"{view.shift:.4f} {mark(view.shift == 0)}"
            print(f"| {name} | {form} | {view.requests} | {size} | {shift} | {rating} |", flush=True)
    print(f"\nFor comparison, {PLAIN}. A paragraph: ≤ {MOST_KB} kB, ≤ {MOST_REQUESTS} requests.")
    for audit, where in sorted(wanting.items()):
        print(f"- Lighthouse finds `{audit}` wanting: {', '.join(sorted(where))}")


def report_searches(browser: Browser, ours: Served, peers: Served, runs: int) -> None:
    """Print the table of searches that are timed beside those of others."""
    print(f"\n## From words, entered at once, to the first result, medians of {runs} runs in turn\n")
    print("| words | way | ms (least–most) | kB | requests |\n|---|---|---|---|---|")
    medians: dict[tuple[searches.Way, str], float] = {}
    for words in QUERIES:
        for way, results in take_turns(browser, ours, peers, words, runs).items():
            times = [result.time for result in results]
            medians[way, words] = median(times)
            spread = f"{median(times):.0f} ({min(times):.0f}–{max(times):.0f})"
            size = max(result.size for result in results) / 1000
            requests = max(len(result.fetched) for result in results)
            print(f"| {words} | {way.name} | {spread} | {size:.1f} | {requests} |", flush=True)
    print()
    for way in searches.OURS:
        for peer, most in zip(searches.PEERS, MOST_OF_PEERS, strict=True):
            ratios = [medians[way, words] / medians[peer, words] for words in QUERIES]
            listed = ", ".join(f"{ratio:.2f}" for ratio in ratios)
            print(f"- {way.name} / {peer.name}: {listed}; target ≤ {most} {mark(max(ratios) <= most)}")


def take_turns(
    browser: Browser, ours: Served, peers: Served, words: str, runs: int
) -> dict[searches.Way, list[searches.Cost]]:
    """Search for words in all ways, again and again."""
    results: dict[searches.Way, list[searches.Cost]] = {way: [] for way in (*searches.OURS, *searches.PEERS)}
    for _ in range(runs):
        for way, each in results.items():
            each.append(searches.search(browser, ours if way in searches.OURS else peers, way, words))
    return results


def report_sizes(browser: Browser, ours: Served) -> None:
    """Print the table of what a first search fetches, with all that its page and its field fetch, by kinds of query."""
    print("\n## What a first search fetches\n")
    print(f"| query | {' | '.join(f'{way.name}, kB | requests' for way in searches.OURS)} |\n|---|---|---|---|---|")
    for kind, words in KINDS.items():
        cells = []
        for way in searches.OURS:
            fetched = searches.fetch(browser, ours, way, words)
            size = sum(size for _, size in fetched) / 1000
            cells.append(f"{size:.1f} {mark(size <= MOST_SEARCH_KB)} | {len(fetched)}")
        print(f"| {kind}: {words} | {' | '.join(cells)} |", flush=True)


def report_citations(browser: Browser, ours: Served, runs: int) -> None:
    """Print the table of citations."""
    print("\n## From a citation to its entry\n")
    print("| citation | ms, first of a visit | ms, then | kB | the index is fetched |\n|---|---|---|---|---|")
    for citation in searches.CITATIONS:
        each = [searches.cite(browser, ours, citation) for _ in range(runs)]
        first, then = (median(pair[place].time for pair in each) for place in (0, 1))
        size = max(pair[0].size for pair in each) / 1000
        whole = any(path.endswith("finding/index.js") for pair in each for path in pair[0].fetched)
        times = f"{first:.0f} {mark(first < MOST_CITATION_MS)} | {then:.0f} {mark(then < MOST_CITATION_MS)}"
        print(f"| {citation} | {times} | {size:.1f} | {'yes ✗' if whole else 'no ✓'} |", flush=True)


def main() -> int:
    """Run the bench and print its tables; the exit status is 0 whatever they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--site", type=Path, default=PROJECT / "build" / "html", help="the built site")
    parser.add_argument("--runs", type=int, default=5, help="runs of each search (default: 5)")
    parser.add_argument("--without-lighthouse", action="store_true", help="leave out what takes longest")
    given = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("There is no Chromium; install Debian's package `chromium`.", file=sys.stderr)
        return 1
    program = None if given.without_lighthouse else lighthouse.fetched(PROJECT / "build" / "lighthouse")
    if program is None and not given.without_lighthouse:
        print("LIGHTHOUSE COULD NOT BE FETCHED: it needs npm. Its scores are left out.\n")
    print("# What a reader meets\n")
    requirements = Path(__file__).with_name("requirements-pagefind.txt")
    pagefind = make_foreign_environment(requirements, PROJECT / "build" / "bench" / "environments" / "pagefind")
    with tempfile.TemporaryDirectory(prefix="bench-pages-") as folder, sync_playwright() as playwright:
        searches.prepare_peers(given.site, Path(folder), pagefind)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        with serving(given.site) as ours, serving(Path(folder)) as peers:
            report_pages(browser, ours, program, chromium)
            searches.fetched_anyway(browser, ours)
            report_searches(browser, ours, peers, given.runs)
            report_sizes(browser, ours)
            report_citations(browser, ours, given.runs)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
