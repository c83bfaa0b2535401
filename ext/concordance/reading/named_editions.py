"""The other editions that a vocabulary names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.other_editions import OtherEdition
from concordance.model.problems import Problem, ProblemKind
from concordance.reading.declared_kinds import RESERVED, declared_kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.reading.schema import VocabularyModel
    from concordance.reading.strict_yaml import Document


def other_editions(model: VocabularyModel, document: Document) -> dict[str, OtherEdition]:
    """Return the other editions of a vocabulary by what it calls them, each with its place."""
    return {
        name: OtherEdition(name, each.title, each.address, each.calls_us, document.spot(("inventories", name)).name)
        for name, each in model.inventories.items()
    }


def check_edition_names(model: VocabularyModel, document: Document) -> Iterator[Problem]:
    """Yield a problem for each edition whose id means something else already, or whose address is that of another."""
    both_ways = {way for name, predicate in model.predicates.items() for way in (name, predicate.reverse)}
    # In linked data, the id of an edition stands before the ids of its entries.
    taken = RESERVED | both_ways | model.grades.keys() | declared_kinds(model).keys()
    first: dict[str, str] = {}
    for name, each in model.inventories.items():
        place = document.spot(("inventories", name)).name
        if name in taken:
            message = f"An edition cannot be called {name!r}: in the data of this one, that means something else."
            yield Problem(place, ProblemKind.VOCABULARY, message, "Choose another id for it, and write that in links.")
        if (other := first.setdefault(each.address, name)) != name:
            message = f"{name} has the same address as {other}."
            yield Problem(place, ProblemKind.VOCABULARY, message, "Name each edition once.")
