"""Files of the edition that are costly to make, and what they are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from concordance.exports.built_edition import Files


@dataclass(frozen=True, slots=True)
class Export:
    """Files that are made again when, and only when, what they are made of changes.

    The `repr` of `read` tells all that `make` looks at; `name` is that of the export, once in an edition.
    """

    name: str
    read: object
    make: Callable[[], Files]
