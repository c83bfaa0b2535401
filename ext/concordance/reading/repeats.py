"""Find what stands twice in a list of a file, where once is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.reading.strict_yaml import Document, Location, Value

# Links and pairs are compared by what they join, whichever end is written first; questions across all files.
COMPARED_ELSEWHERE = frozenset({"links", "pair", "pairs", "asked"})


def check_repeats(document: Document) -> Iterator[Problem]:
    """Yield a problem for each item that stands in a list already, whatever its spaces."""
    if document.value is not None:
        yield from _check(document.value, (), document)


def _check(value: Value, location: Location, document: Document) -> Iterator[Problem]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _check(part, (*location, name), document)
    elif isinstance(value, list):
        yield from _check_list(value, location, document)
        for index, part in enumerate(value):
            yield from _check(part, (*location, index), document)


def _check_list(items: list[Value], location: Location, document: Document) -> Iterator[Problem]:
    if location and location[-1] in COMPARED_ELSEWHERE:
        return
    first: dict[str, int] = {}
    for index, item in enumerate(items):
        key = " ".join(item.split()) if isinstance(item, str) else repr(item)
        if first.setdefault(key, index) != index:
            line = document.spot((*location, first[key])).value.line
            what = f"“{item}”" if isinstance(item, str) else "This item"
            message = f"{what} stands in this list already, on line {line}."
            place = document.spot((*location, index)).value
            yield Problem(place, ProblemKind.SLIP, message, "Keep one of them.")
