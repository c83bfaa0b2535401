"""In which order tests run, so that all processes are done at about the same time."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

# What takes half a minute or more, the longest first, by how the names of its tests begin.
LONG = (
    "tests/browser/test_quality.py::test_every_kind_of_page[phone",
    "tests/browser/test_quality.py::test_every_kind_of_page[desktop",
    "tests/build/test_incremental.py",
    "tests/engines/test_engines.py",
)
# Thousands of tests that take milliseconds: good to fill up with, and to take over from others at the end.
QUICK = "tests/unit/"


def dealt(items: Sequence[pytest.Item], shares: int) -> list[pytest.Item]:
    """Return tests in an order that has, in each of so many equal shares, some that take long, and quick ones last.

    The first process begins with the first share, and so on, as `--dist=worksteal` has it. What stands in one file, or
    is long, stays together.
    """
    groups: dict[str, list[pytest.Item]] = defaultdict(list, {name: [] for name in LONG})
    quick = []
    for item in items:
        if item.nodeid.startswith(QUICK):
            quick.append(item)
        else:
            own = (name for name in LONG if item.nodeid.startswith(name))
            groups[next(own, item.nodeid.partition("::")[0])].append(item)
    hands: list[list[pytest.Item]] = [[] for _ in range(shares)]
    for number, group in enumerate(groups.values()):
        hands[number % shares] += group
    ordered: list[pytest.Item] = []
    used = 0
    for number, hand in enumerate(hands):
        more = max(0, (len(items) - len(ordered)) // (shares - number) - len(hand))
        ordered += [*hand, *quick[used : used + more]]
        used += more
    return ordered + quick[used:]
