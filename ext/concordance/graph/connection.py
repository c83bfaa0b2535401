"""A link as one of its ends sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from concordance.model.pickling import QuickRepr

if TYPE_CHECKING:
    from concordance.model.entries import Provenance


@dataclass(frozen=True, slots=True, repr=False)
class Connection(QuickRepr):
    """A link as seen from one of its ends."""

    other: str
    """The id of the other end."""
    says: str
    """The wording of the predicate from this end."""
    reason: str
    """One sentence that says why."""
    provenance: Provenance
    grade: str | None
    """How close a parallel is, by its id in the vocabulary; None if the predicate is not graded."""
    grade_label: str = ""
    """The words that readers see for the grade; empty without one."""
