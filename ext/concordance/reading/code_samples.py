"""Check that samples of code have the lines that the options of their directives name.

A build reads them so, in `sphinx.directives.code`.
"""

from __future__ import annotations

from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model.problems import Fault, Problem, ProblemKind
from concordance.reading.option_values import read_lines
from concordance.reading.page_addresses import SAMPLE, check_place, is_inside, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from concordance.reading.page import Directive, Page

CODE = frozenset({"code-block", "sourcecode"})
# The options that say by some words of a line where a sample begins and ends: which lines remain if it is a given one.
CUTS: Mapping[str, Callable[[Sequence[str], int], Sequence[str]]] = MappingProxyType(
    {
        "start-at": lambda lines, row: lines[row:],
        "start-after": lambda lines, row: lines[row + 1 :],
        "end-at": lambda lines, row: lines[: row + 1],
        "end-before": lambda lines, row: lines[:row],
    }
)
# The last of these is looked for below the first line.
NOT_FIRST = "end-before"
ALONE = (
    ("lineno-match", "lineno-start"),
    ("lineno-match", "append"),
    ("lineno-match", "prepend"),
    ("start-after", "start-at"),
    ("end-before", "end-at"),
)


def check_samples(page: Page, root: Path, source: str, path: str) -> Iterator[Problem]:
    """Yield the problems of the samples on the page at `path`: files below `root`, and what stands on the page."""
    for directive in page.directives():
        fault = None
        if directive.name in CODE:
            fault = _check_numbers(directive.options, directive.body)
        elif directive.name == SAMPLE:
            wanted = path_of(directive.argument, path, source)
            # What is no file of the edition, others refuse; nothing reads it.
            if is_inside(wanted, source) and check_place(root, wanted, directive.place, source) is None:
                fault = _check_file(root / wanted, directive)
        if fault:
            yield Problem(directive.place, ProblemKind.DIRECTIVE, *fault)


def _check_file(file: Path, directive: Directive) -> Fault | None:
    options = directive.options
    for pair in ALONE:
        if options.keys() >= set(pair):
            return Fault(f"The options {pair[0]!r} and {pair[1]!r} exclude each other.", "Remove one of them.")
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError:
        return None  # `check_files` says so.
    except UnicodeDecodeError:
        return Fault(f"The file {directive.argument} is not in UTF-8, and this page shows it.", "Save it in UTF-8.")
    lines: Sequence[str] = text.splitlines()
    for option, cut in CUTS.items():
        words = options.get(option, "")
        below = option == NOT_FIRST
        row = next((row for row, line in enumerate(lines) if words in line and row >= below), None)
        if words and row is None:
            message = f"No line of {directive.argument} has the words {words!r}, which the option {option!r} names."
            return Fault(message, "Copy them from there.")
        lines = cut(lines, row) if words and row is not None else lines
    return _check_lines(options, lines)


def _check_lines(options: Mapping[str, str], lines: Sequence[str]) -> Fault | None:
    """Return what is wrong with which lines of a file are shown, or with how."""
    if ranges := _ranges(options, "lines", len(lines)):
        if fault := _out_of_range("lines", ranges, len(lines)):
            return fault
        follow = all(after[0] == before[1] + 1 for before, after in pairwise(ranges))
        if "lineno-match" in options and not follow:
            return Fault("Only lines that follow each other can keep their numbers.", "Remove `:lineno-match:`.")
        lines = [line for first, last in ranges for line in lines[max(first - 1, 0) : last]]
    around = [options.get("prepend"), options.get("append")]
    return _check_numbers(options, [*lines, *filter(None, around)], of_dedent=lines)


def _check_numbers(
    options: Mapping[str, str], lines: Sequence[str], of_dedent: Sequence[str] | None = None
) -> Fault | None:
    """Return what is wrong with the numbers of lines and columns that options name."""
    ranges = _ranges(options, "emphasize-lines", len(lines))
    if ranges and (fault := _out_of_range("emphasize-lines", ranges, len(lines))):
        return fault
    dedent = options.get("dedent", "")
    width = int(dedent) if dedent.isdecimal() else 0
    if any(line[:width].strip() for line in (lines if of_dedent is None else of_dedent)):
        return Fault(f"The option 'dedent' would take {width} columns away, which have words.", "Write a lower number.")
    return None


def _ranges(options: Mapping[str, str], option: str, total: int) -> list[tuple[int, int]]:
    """Return the lines that an option names; none if it is not there or says something else, which is told already."""
    return read_lines(options[option], total) or [] if option in options else []


def _out_of_range(option: str, ranges: Sequence[tuple[int, int]], total: int) -> Fault | None:
    last = max(last for _first, last in ranges)
    if last <= total:
        return None
    message = f"The option {option!r} names line {last}, and there are {total} lines to choose from."
    return Fault(message, f"Write numbers from 1 to {total}." if total else "Remove it.")
