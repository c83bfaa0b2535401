"""Compare what this project costs with plain Sphinx and with sphinx-needs: `make bench`.

The same made-up edition (same words, same links, fixed seed) is built as this project builds it (a), by plain Sphinx,
MyST and furo with every connection written by hand at both its ends (b), and by sphinx-needs (c). Builds are serial and
interleaved, ours right before the other one, so that only ratios within such a pair carry: other work on the machine
moves the seconds, not so much the ratios. Nothing fails here; ✗ says that a target of the project is missed.

Not quite the same: ours keeps connections out of Sphinx's search index, folds them where an entry has no page of its
own, numbers the paragraphs of a commentary, shows where the reader stands beside every page, and writes graph.json.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.check import check
from tests.bench.corpus import LINKS, SEED, Corpus, generate
from tests.bench.forms import OURS, RIVALS, Form
from tests.bench.measure import BuildError, Cost, Site, python_with_needs, snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).resolve().parents[2]
SMALLEST = 20
# With all pages in furo's navigation, a build takes more than eight minutes at 1,000 provisions.
FULL_UP_TO = 200
COLD, WORD, LINK, NOTHING = "cold build", "one word of an annotation", "one link's object", "nothing to do"
# Highest ratio of ours to another form, by what is measured; at one size, or at any (None).
TARGETS: dict[tuple[str, str], dict[int | None, float]] = {
    (COLD, "b-full"): {61: 0.5},
    (COLD, "c"): {61: 0.6, 1000: 0.8},
    (COLD, "b-flat"): {61: 1.0, 1000: 0.8},
    (WORD, "b-flat"): {None: 1.2},
}
PEAK_TARGET = {"b-flat": 1.0}
GROWTH_SIZES, GROWTH_TARGET = (61, 1000), 1.3


@dataclass(frozen=True, slots=True)
class Pairs:
    """Costs of ours and of another form, pair by pair."""

    what: str
    form: str
    ours: tuple[Cost, ...]
    theirs: tuple[Cost, ...]

    def row(self, size: int) -> str:
        """Return the table row of these pairs."""
        walls = [ours.wall / theirs.wall for ours, theirs in zip(self.ours, self.theirs, strict=True)]
        cpus = [ours.cpu / theirs.cpu for ours, theirs in zip(self.ours, self.theirs, strict=True)]
        targets = TARGETS.get((self.what, self.form), {})
        ours, theirs = (median(cost.wall for cost in costs) for costs in (self.ours, self.theirs))
        spread = f"{median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})"
        verdict = _verdict(median(walls), targets.get(size, targets.get(None)))
        return f"| {self.what} | {self.form} | {ours:.2f} | {theirs:.2f} | {spread} | {median(cpus):.2f} | {verdict} |"


def _verdict(value: float, target: float | None) -> str:
    return "" if target is None else f"≤ {target} {'✓' if value <= target else '✗'}"


def build(site: Site, what: str) -> Cost:
    """Make the site's edit, if there is one, and build it."""
    if what == COLD:
        site.clean()
    elif what == WORD:
        site.word = not site.word
    elif what == LINK:
        site.link = not site.link
    site.edits[what] = site.write()
    return site.build()


def compare(ours: Site, rivals: list[Site], what: str, runs: int) -> Iterator[Pairs]:
    """Yield the costs beside those of each rival, built in turn."""
    costs: dict[str, list[tuple[Cost, Cost]]] = {rival.form.name: [] for rival in rivals}
    for _ in range(runs):
        for rival in rivals:
            costs[rival.form.name].append((build(ours, what), build(rival, what)))
    for name, pairs in costs.items():
        yield Pairs(what, name, tuple(a for a, _ in pairs), tuple(b for _, b in pairs))


def told(site: Site) -> str:
    """Check a site's pages and return what was found."""
    found = check(site)
    warned = f"; {len(site.warnings)} warnings, the first: {site.warnings[0]}" if site.warnings else ""
    if found.wrong:
        return (
            f"{site.form.name}: {len(found.wrong)} OF {found.ends} ENDS ARE WRONG, the first: {found.wrong[0]}{warned}"
        )
    return f"{site.form.name}: {found.words} words, all {found.ends} ends of links shown{warned}"


def report(size: int, corpus: Corpus, compared: list[Site], runs: int) -> list[Cost]:
    """Measure the sites of one size, print the tables, and return what our cold builds cost."""
    ours, *rivals = compared
    print(f"\n## {size} provisions, {corpus.pages} pages, {len(corpus.links)} links, {runs} runs\n", flush=True)
    cold = list(compare(ours, rivals, COLD, runs))
    checks = [told(site) for site in compared]
    rows = [pairs.row(size) for pairs in cold]
    for what in (WORD, LINK, NOTHING):
        rows += [pairs.row(size) for pairs in compare(ours, rivals, what, runs)]
        if what == LINK:
            for site in compared:
                # After an even number of edits the link is as it was.
                if not site.link:
                    build(site, LINK)
            checks += [f"after the edit of a link (files: {site.edits[LINK]}), {told(site)}" for site in compared]
    print("| build | other form | ours, s | other, s | ratio (least–most) | of CPU time | target |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(rows))
    print("\n| cold build, peak memory | ours, MiB | other, MiB | ratio | target |\n|---|---|---|---|---|")
    for pairs in cold:
        peaks = [median(cost.peak for cost in costs) for costs in (pairs.ours, pairs.theirs)]
        ratio = peaks[0] / peaks[1]
        verdict = _verdict(ratio, PEAK_TARGET.get(pairs.form))
        print(f"| {pairs.form} | {peaks[0]:.0f} | {peaks[1]:.0f} | {ratio:.2f} | {verdict} |")
    print("\nChecked, not timed:\n- " + "\n- ".join(checks), flush=True)
    return [cost for pairs in cold for cost in pairs.ours]


def growth(costs: dict[int, float]) -> None:
    """Print what a page costs, by size."""
    print("\n## Cost of a page, cold build of ours\n")
    for size, cost in costs.items():
        print(f"- {size} provisions: {1000 * cost:.1f} ms a page")
    if all(size in costs for size in GROWTH_SIZES):
        ratio = costs[GROWTH_SIZES[1]] / costs[GROWTH_SIZES[0]]
        print(f"- {GROWTH_SIZES[1]} to {GROWTH_SIZES[0]}: {ratio:.2f}, target {_verdict(ratio, GROWTH_TARGET)}")


@contextmanager
def workplace(kept: Path | None) -> Iterator[Path]:
    """Give a folder to work in: one that goes away, or a new one that is kept."""
    if kept is not None:
        kept.mkdir(parents=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder).resolve()


def forms() -> tuple[list[Form], str]:
    """Return the forms that can be built, and the Python that builds all of them."""
    try:
        return [OURS, *RIVALS], python_with_needs(PROJECT, Path(__file__).with_name("requirements.txt"))
    except (BuildError, OSError, subprocess.SubprocessError) as error:
        print(f"SPHINX-NEEDS COULD NOT BE INSTALLED; its forms are left out. {error}\n", flush=True)
        return [OURS, *(form for form in RIVALS if form.flavour != "needs")], sys.executable


def sites(built: list[Form], corpus: Corpus, folder: Path, python: str, copied: Path, *, stock: bool) -> list[Site]:
    """Write a site of each form."""
    made = [Site(form, folder / form.name, python, corpus) for form in built]
    for site in made:
        site.prepare(copied, stock=stock)
    return made


def main() -> int:
    """Run the bench and print its tables; the exit status is 0 whatever they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[61, 1000], help="provisions (default: 61 1000)")
    parser.add_argument("--runs", type=int, default=3, help="pairs of builds (default: 3)")
    parser.add_argument("--full", action="store_true", help=f"all pages in the navigation above {FULL_UP_TO} as well")
    parser.add_argument("--stock", action="store_true", help="give the others Sphinx's and MyST's default settings")
    parser.add_argument("--keep", type=Path, help="work in this new folder and leave it")
    given = parser.parse_args()
    if min(given.sizes) < SMALLEST or given.runs < 1:
        parser.error(f"at least {SMALLEST} provisions and one run are needed")
    wanted, python = forms()

    print(f"# What a build costs (seed {SEED}, {LINKS} links a provision, one process a build)\n")
    print("\n".join(f"- {form.name}: {form.about}" for form in wanted), flush=True)
    with workplace(given.keep) as folder:
        copied = snapshot(PROJECT, folder / "project")
        # Once for each form, not timed: bytecode is compiled, and files are in the system's cache.
        for site in sites(wanted, generate(SMALLEST), folder / "first", python, copied, stock=given.stock):
            site.build()
        costs = {}
        for size in sorted(given.sizes):
            full = given.full or size <= FULL_UP_TO
            corpus = generate(size)
            built = [form for form in wanted if full or form is OURS or not form.full]
            compared = sites(built, corpus, folder / str(size), python, copied, stock=given.stock)
            ours = report(size, corpus, compared, given.runs)
            costs[size] = median(cost.wall for cost in ours) / corpus.pages
            if not full:
                print("\nLeft out: forms with all pages in the navigation, which take more than eight minutes a build.")
        growth(costs)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nThe bench itself held {own:.0f} MiB; a build that held less would show as that much.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
