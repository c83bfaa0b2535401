"""Compare what this project costs with plain Sphinx, with sphinx-needs and with an older revision: `make bench`.

The same made-up edition (same words, same links, fixed seed) is built as users build it, in as many processes as there
are processors: by this project; by plain Sphinx, MyST and furo, with every connection written by hand at both its ends
and pages listed outside the navigation ("flat"); by sphinx-needs, at the smallest size; and with `--before` by another
revision of this project. Builds take turns, so that only ratios within a turn carry: other work on the machine moves
the seconds, not so much the ratios. A target is met if the medians of both ratios, of the time that passes and of the
time of processors, are within it. Nothing fails here; ✗ says that a target of the project is missed.

It works in `build/bench`, and leaves environments and sites there.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.corpus import LINKS, SEED, Corpus, generate
from tests.bench.forms import NEEDS, PLAIN
from tests.bench.measure import BuildError, Cost, make_environment, make_foreign_environment, take_snapshot
from tests.bench.sites import CHECK, COLD, LINK, NOTHING, WORD, Form, Site, our_form, put_aside, remove_old

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROJECT = Path(__file__).resolve().parents[2]
WORKPLACE = PROJECT / "build" / "bench"
SMALL, LARGE, EDITION, WARM_UP = 61, 1000, 0, 20
# Builds of so many provisions take minutes; one cold one of each form and two others have to do.
LONG, MOST_TURNS_OF_LONG = 500, 2
PEAK = "peak memory, cold"
# The names of forms; a revision is called as it was asked for. The last is the one that the targets were set by.
OURS, FLAT, NEEDS_NAME, BASELINE = "ours", "plain flat", "sphinx-needs", "e584fd0"
# The highest ratios of ours to plain Sphinx and to that revision; by size, where that of this edition stands as 0.
TARGETS: dict[tuple[int, str], tuple[float | None, float | None]] = {
    (SMALL, COLD): (0.70, 0.50),
    (SMALL, WORD): (0.80, 0.50),
    (SMALL, LINK): (0.80, 0.50),
    (SMALL, NOTHING): (0.15, 0.12),
    (SMALL, PEAK): (1.0, None),
    (LARGE, COLD): (0.55, 0.55),
    (LARGE, WORD): (0.80, 0.16),
    (LARGE, LINK): (0.80, 0.16),
    (LARGE, NOTHING): (0.10, 0.04),
    (LARGE, PEAK): (1.0, None),
    (EDITION, COLD): (None, 0.50),
    (EDITION, NOTHING): (None, 0.12),
    (EDITION, CHECK): (None, 0.60),
}
MOST_FILES = {EDITION: 1800, LARGE: 12000}
MB = 1_000_000
# Of this edition, in MB: what `graph.json` had in its first version, and 1.5 that other formats were allowed to add.
MOST_DATA = 2.03
MOST_FILES_OF_PROVISION, MOST_BYTES_OF_BASELINE, MOST_GROWTH = 8, 0.5, 1.3


@dataclass(frozen=True, slots=True)
class Turns:
    """What the same build cost, turn by turn, by the name of the form."""

    what: str
    costs: Mapping[str, Sequence[Cost]]

    def ratios(self, other: str) -> tuple[list[float], list[float]]:
        """Return the ratios of ours to another form, turn by turn: of the time that passed, and of processors."""
        pairs = [*zip(self.costs[OURS], self.costs[other], strict=True)]
        return [a.wall / b.wall for a, b in pairs], [a.cpu / b.cpu for a, b in pairs]

    def row(self, form: str, target: float | None) -> str:
        """Return the row of the table that compares ours with another form."""
        walls, cpus = self.ratios(form)
        seconds = " | ".join(
            f"{median(cost.wall for cost in costs):.2f} ({median(cost.cpu for cost in costs):.2f})"
            for costs in (self.costs[OURS], self.costs[form])
        )
        spread = f"{median(walls):.2f} ({min(walls):.2f}–{max(walls):.2f})"
        verdict = judge(max(median(walls), median(cpus)), target)
        return f"| {self.what} | {form} | {seconds} | {spread} | {median(cpus):.2f} | {verdict} |"

    def memory_row(self, form: str, target: float | None) -> str:
        """Return the row that compares the peaks of memory."""
        ours, other = (median(cost.peak for cost in self.costs[name]) for name in (OURS, form))
        numbers = f"{ours:.0f} MiB | {other:.0f} MiB | {ours / other:.2f} | "
        return f"| {PEAK} | {form} | {numbers} | {judge(ours / other, target)} |"


def judge(value: float, target: float | None, unit: str = "") -> str:
    """Return a target and whether a value is within it, as the tables have them; nothing if there is no target."""
    return "" if target is None else f"≤ {target:g}{unit} {'✓' if value <= target else '✗'}"


def target_of(size: int, what: str, form: str) -> float | None:
    """Return the highest ratio of ours to a form, or None if there is no target for it."""
    plain, baseline = TARGETS.get((size, what), (None, None))
    return {FLAT: plain, BASELINE: baseline}.get(form)


def take_turns(sites: Sequence[Site], what: str, count: int) -> Turns:
    """Build all sites in turn, again and again."""
    costs: dict[str, list[Cost]] = {site.form.name: [] for site in sites}
    for _ in range(count):
        for site in sites:
            costs[site.form.name].append(site.measure(what))
    return Turns(what, costs)


def compare(sites: Sequence[Site], size: int, runs: int) -> Turns:
    """Measure all kinds of builds and print their rows; return what the cold ones cost."""
    print("| build | other form | ours, s (CPU) | other, s (CPU) | ratio (least–most) | of CPU | target |")
    print("|---|---|---|---|---|---|---|")
    cold = take_turns(sites, COLD, 1 if size > LONG else runs)
    runs = min(runs, MOST_TURNS_OF_LONG) if size > LONG else runs
    print_rows(cold, size)
    wrong = [f"{site.form.name}, cold: {end}" for site in sites for end in site.missing_ends()]
    for what in (WORD, LINK, NOTHING) if size else (NOTHING,):
        print_rows(take_turns(sites, what, runs), size)
    print_rows(take_turns([site for site in sites if site.form.snapshot], CHECK, runs), size)
    for other in [site.form.name for site in sites[1:]]:
        print(cold.memory_row(other, target_of(size, PEAK, other)))
    wrong += [f"{site.form.name}, edited: {end}" for site in sites for end in site.missing_ends()]
    if wrong:
        print(f"\n{len(wrong)} ENDS OF LINKS ARE NOT SHOWN, the first: {wrong[0]}")
    return cold


def print_rows(turns: Turns, size: int) -> None:
    """Print the rows of one kind of build."""
    for other in [name for name in turns.costs if name != OURS]:
        print(turns.row(other, target_of(size, turns.what, other)), flush=True)


def print_files(sites: Sequence[Site], size: int) -> None:
    """Print how many files the sites of our engine have, and what these take on a disk."""
    counts = {site.form.name: site.count_files() for site in sites}
    files, size_in_bytes = counts[OURS]
    print(f"\n- Of ours: {size_in_bytes / MB:.1f} MB on a disk; {files:,} files {judge(files, MOST_FILES.get(size))}")
    for name, (their_files, their_bytes) in counts.items():
        if name != OURS:
            target = MOST_BYTES_OF_BASELINE if (size, name) == (LARGE, BASELINE) else None
            ratio = size_in_bytes / their_bytes
            megabytes = f"{their_bytes / MB:.1f} MB on a disk, ratio {ratio:.2f} {judge(ratio, target)}"
            print(f"- Of {name}: {megabytes}; {their_files:,} files")
    if size:
        added = sites[0].files_of_provision()
        print(f"- Files that a provision adds: {added} {judge(added, MOST_FILES_OF_PROVISION)}", flush=True)
    else:
        data = sites[0].data_size() / MB
        print(f"- Data to take away: {data:.2f} MB {judge(data, MOST_DATA, ' MB')}", flush=True)


def print_growth(costs: Mapping[int, float]) -> None:
    """Print what a page of ours costs in cold builds, in seconds of processors, by the number of provisions."""
    print("\n## Cost of a page, cold\n")
    least, most = min(costs), max(costs)
    for size, cost in costs.items():
        print(f"- {size} provisions: {1000 * cost:.1f} ms of a processor a page")
    growth = costs[most] / costs[least]
    print(f"- {most} provisions to {least}: {growth:.2f} {judge(growth, MOST_GROWTH)}")


def forms(before: str | None, *, with_needs: bool) -> list[Form]:
    """Return the forms that can be built, ours first."""
    take_snapshot(PROJECT, WORKPLACE / "ours")
    wanted = [our_form(OURS, WORKPLACE / "ours"), Form(FLAT, PLAIN, sys.executable)]
    environments = WORKPLACE / "environments"
    if before is not None:
        snapshot = WORKPLACE / "before"
        take_snapshot(PROJECT, snapshot, before)
        wanted.append(our_form(before, snapshot, make_environment(snapshot, environments / "before")))
    if with_needs:
        requirements = Path(__file__).with_name("requirements-needs.txt")
        try:
            python = make_foreign_environment(requirements, environments / "needs")
            wanted.append(Form(NEEDS_NAME, NEEDS, python))
        except BuildError as error:
            print(f"sphinx-needs could not be installed and is left out: {error}\n", flush=True)
    return wanted


def prepare(wanted: Sequence[Form], corpus: Corpus) -> list[Site]:
    """Write a site of each form."""
    folder = WORKPLACE / "sites" / str(len(corpus.provisions))
    sites = [Site(form, folder / str(index), corpus) for index, form in enumerate(wanted)]
    for site in sites:
        site.prepare()
    return sites


def main() -> int:
    """Run the bench and print its tables; the exit status is 0 whatever they say."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help=f"{SMALL} provisions only, one turn, no sphinx-needs")
    parser.add_argument("--before", metavar="REV", help="another revision of this project, as one more form")
    parser.add_argument("--sizes", type=int, nargs="+", default=[SMALL, LARGE], help="provisions")
    options = parser.parse_args()
    sizes = [SMALL] if options.quick else sorted(options.sizes)
    runs = 1 if options.quick else 3
    if sizes[0] < WARM_UP:
        parser.error(f"at least {WARM_UP} provisions are needed")
    put_aside(WORKPLACE / "sites")
    wanted = forms(options.before, with_needs=not options.quick)
    # Once for each form, not timed: bytecode is compiled, and files are in the system's cache.
    for site in prepare(wanted, generate(WARM_UP)):
        site.measure(COLD)
        if site.form.snapshot:
            site.measure(CHECK)
    print(f"# What a build costs (seed {SEED}, {LINKS} links a provision)")
    costs: dict[int, float] = {}
    for size in sizes:
        corpus = generate(size)
        print(f"\n## {size} provisions, {corpus.pages} pages, {len(corpus.links)} links\n", flush=True)
        sites = prepare([form for form in wanted if form.flavour != NEEDS or size == sizes[0]], corpus)
        cold = compare(sites, size, runs)
        costs[size] = median(cost.cpu for cost in cold.costs[OURS]) / corpus.pages
        print_files(sites, size)
    if not options.quick:
        print("\n## This edition (what it was then, where a revision is compared)\n", flush=True)
        editions = [Site(form, form.snapshot) for form in wanted if form.snapshot]
        compare(editions, EDITION, runs)
        print_files(editions, EDITION)
        print_growth(costs)
    remove_old()
    return 0


if __name__ == "__main__":
    sys.exit(main())
