"""Exports that are costly to make, and what they depend on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from concordance.exports.built_edition import Files


@dataclass(frozen=True, slots=True)
class Export:
    """Files that are made again if, and only if, what they are made of has changed."""

    name: str
    """Unique in an edition."""
    sources: object
    """All that `make` depends on; it has changed if its `repr` has."""
    make: Callable[[], Files]
