"""References to entries in the arguments of directives.

Whether the entries exist is known only when all pages have been read.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from concordance.model.pickling import SlotPickle
from concordance.model.problems import Place, Problem, ProblemKind, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping


@dataclass(frozen=True, slots=True)
class DirectiveReference(SlotPickle):
    """A reference to an entry in the argument of a directive."""

    directive: str
    """The name of the directive."""
    id: str
    """The id of the entry."""
    place: Place
    """Where the directive begins."""


def split_list(text: str) -> tuple[str, ...]:
    """Return the items of a list separated by commas, without empty ones."""
    return tuple(item.strip() for item in text.split(",") if item.strip())


def ids_on_sheet(argument: str) -> tuple[str, ...]:
    """Return the ids on a ready-made handout, described as in its address: `p=id,id&show=…&title=…`."""
    return split_list(parse_qs(argument).get("p", [""])[0])


# How to find the ids in an argument, by the name of its directive.
REFERENCE_READERS: Mapping[str, Callable[[str], tuple[str, ...]]] = MappingProxyType(
    {"frame": lambda identifier: (identifier,), "sheet": ids_on_sheet}
)


def read_references(directive: str, argument: str, place: Place) -> list[DirectiveReference]:
    """Return the references in the argument of a directive; none for directives that take no ids."""
    if directive not in REFERENCE_READERS:
        return []
    return [DirectiveReference(directive, identifier, place) for identifier in REFERENCE_READERS[directive](argument)]


def check_references(references: Iterable[DirectiveReference], entries: Collection[str]) -> list[Problem]:
    """Return a problem for each reference to an id that is not among `entries`."""
    return [
        Problem(
            reference.place,
            ProblemKind.UNKNOWN_ID,
            f"A {reference.directive} names {reference.id!r}, which is no entry.",
            nearest(reference.id, entries),
            (reference.id,),
        )
        for reference in references
        if reference.id not in entries
    ]
