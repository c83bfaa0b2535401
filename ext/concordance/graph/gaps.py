"""Find numbers that are missing in the series of a text."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from concordance.model.ids import prefix_of
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Text, Vocabulary

# A text that declares this may lack any number: the codes of cities leave room between theirs.
ANY = "any"
TO = " to "


def check_gaps(known: Mapping[str, Entry], vocabulary: Vocabulary) -> list[Problem]:
    """Return a problem for each gap in a series of provisions that the text does not declare.

    One missing between two others has lost its page. `known` are all entries by id.
    """
    series: dict[str, dict[int, Entry]] = defaultdict(dict)
    for entry in known.values():
        stem, _, last = entry.id.rpartition("-")
        if entry.kind.is_provision and last.isdecimal():
            series[stem][int(last)] = entry
    problems = []
    for stem, numbered in series.items():
        text = vocabulary.texts.get(prefix_of(stem))
        declared = _declared_gaps(stem, text) if text else frozenset()
        if declared is None:
            continue
        for before, after in pairwise([0, *sorted(numbered)]):
            missing = [number for number in range(before + 1, after) if number not in declared]
            if missing:
                problems.append(_gap(f"{stem}-{missing[0]}", f"{stem}-{missing[-1]}", numbered[after], text))
    return problems


def _declared_gaps(stem: str, text: Text) -> frozenset[int] | None:
    """Return the numbers of a series that its text declares to lack; None if it may lack any."""
    numbers: set[int] = set()
    for gap in text.gaps:
        if gap == ANY:
            return None
        first, _, last = gap.partition(TO)
        ends = [end.rpartition("-") for end in (first, last or first)]
        if all(end[0] == stem and end[2].isdecimal() for end in ends):
            numbers.update(range(int(ends[0][2]), int(ends[1][2]) + 1))
    return frozenset(numbers)


def _gap(first: str, last: str, after: Entry, text: Text | None) -> Problem:
    declared = first if first == last else f"{first}{TO}{last}"
    also = f" If the text itself has none, declare it in the vocabulary: `gaps: [{declared}]`." if text else ""
    if first == last:
        message, remedy = f"{first} is missing before {after.id}.", f"Restore its page.{also}"
    else:
        # Several pages are seldom lost at once; more likely, one id is mistyped.
        message = f"{first} to {last} are missing before {after.id}."
        remedy = f"Restore their pages, or correct the id {after.id}.{also}"
    return Problem(after.place, ProblemKind.MISSING_ENTRY, message, remedy, (first, last))
