"""Check everything editorial without building a page: `python -m concordance.tools.check`.

Problems go to standard error and make the command fail. Summaries that are hard to read are named, and do not.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from concordance.readability import reading_ease
from concordance.tools.edition import command, open_edition

if TYPE_CHECKING:
    from collections.abc import Sequence

# Plain English begins about here; a word such as "trafficking" costs every summary some points.
HARD = 40.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    given = command("check", __doc__).parse_args(arguments)
    edition = open_edition(given.root.resolve())
    for problem in edition.problems:
        print(f"{problem.place}: {problem} [{problem.kind.value}]", file=sys.stderr)
    annotations = edition.corpus.annotations.values()
    eased = [(reading_ease(each.summary), each) for each in annotations if each.summary]
    for ease, annotation in sorted(eased, key=lambda pair: pair[0]):
        if ease < HARD:
            print(f"{annotation.place.path}: the summary is hard to read (reading ease {ease:.0f}); try shorter words.")
    middle = sorted(ease for ease, _ in eased)[len(eased) // 2] if eased else 0.0
    links = len(edition.concordance.links)
    print(f"{len(annotations)} annotations, {links} links, {len(edition.problems)} problems.", end=" ")
    print(f"Reading ease of the summaries: {middle:.0f} in the middle.")
    return 1 if edition.problems else 0


if __name__ == "__main__":
    sys.exit(main())
