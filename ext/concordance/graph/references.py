"""The entries that a page asks for by their ids, in what it says to a directive. Pure; no Sphinx.

Whether they exist is known when all pages are read.
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
    """An entry that a page asks for: the name of the directive, the id, and where it stands."""

    by: str
    id: str
    place: Place


def listed(words: str) -> tuple[str, ...]:
    """Return the parts of a list that is separated by commas."""
    return tuple(word.strip() for word in words.split(",") if word.strip())


def on_sheet(argument: str) -> tuple[str, ...]:
    """Return the ids on a ready-made handout, which `p=…&show=…&title=…` describes."""
    return listed(parse_qs(argument).get("p", [""])[0])


# What an argument names, by the name of its directive.
NAMED: Mapping[str, Callable[[str], tuple[str, ...]]] = MappingProxyType(
    {"frame": lambda identifier: (identifier,), "sheet": on_sheet}
)


def asked_for(by: str, argument: str, place: Place) -> list[DirectiveReference]:
    """Return the entries that a directive asks for, none if it names none."""
    return [DirectiveReference(by, identifier, place) for identifier in NAMED[by](argument)] if by in NAMED else []


def check_references(asked: Iterable[DirectiveReference], entries: Collection[str]) -> list[Problem]:
    """Tell of what is asked for and is no entry."""
    return [
        Problem(
            one.place,
            ProblemKind.UNKNOWN_ID,
            f"A {one.by} names {one.id!r}, which is no entry.",
            nearest(one.id, entries),
        )
        for one in asked
        if one.id not in entries
    ]
