"""References whose labels begin with the same words, listed together: annex, para. 12, 13."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from concordance.i18n.words import _, listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from concordance.pages.reference import Reference


@dataclass(frozen=True, slots=True)
class Series:
    """Neighbouring references whose labels differ in the last word only."""

    beginning: str
    """Words that all labels share."""
    items: tuple[tuple[str, Reference], ...]
    """Last word of each label, with its reference."""


def group_series(references: Iterable[Reference]) -> list[Series]:
    """Return references, in their order, as series."""
    split = [(*reference.label.rpartition(" ")[::2], reference) for reference in references]
    return [
        Series(beginning, tuple((last, reference) for _beginning, last, reference in group))
        for beginning, group in groupby(split, key=itemgetter(0))
    ]


def in_one_line(references: Iterable[Reference]) -> str:
    """Return the labels of references as one line."""
    return _("; ").join(
        f"{series.beginning} {listed(last for last, _reference in series.items)}".strip()
        for series in group_series(references)
    )
