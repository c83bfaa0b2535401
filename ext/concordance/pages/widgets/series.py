"""References whose labels begin with the same words, listed together: Paragraphs 12, 13."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from concordance.i18n.words import _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Series:
    """Neighbouring references whose labels differ in the last word only, or a document by its title and its symbol."""

    before: str
    """Words in front of what the items show, with a space between; empty for one item, which shows all of its label."""
    items: tuple[tuple[str, Reference], ...]
    """What is shown of each label, or of the title of a document, with its reference."""
    after: str = ""
    """Words behind the items."""


def group_series(references: Iterable[Reference]) -> list[Series]:
    """Return references, in their order, as series."""
    return [_series(list(group)) for _beginning, group in groupby(references, key=_beginning_of)]


def in_one_line(references: Iterable[Reference]) -> str:
    """Return the labels of references as one line."""
    return _("; ").join(
        f"{series.before}{listed(words for words, _reference in series.items)}{series.after}"
        for series in group_series(references)
    )


def _beginning_of(reference: Reference) -> tuple[str, str]:
    # Documents are told by their titles, one by one.
    beginning = reference.label if reference.title_of_symbol else reference.label.rpartition(" ")[0]
    return beginning, reference.several


def _series(group: list[Reference]) -> Series:
    if len(group) == 1 and (title := group[0].title_of_symbol):
        return Series("", ((title, group[0]),), f" ({group[0].label})")
    if len(group) == 1:
        return Series("", ((group[0].label, group[0]),))
    beginning, several = _beginning_of(group[0])
    before, _number, after = (several or f"{beginning} {{number}}".lstrip()).partition("{number}")
    return Series(before, tuple((each.label.rpartition(" ")[2], each) for each in group), after)
