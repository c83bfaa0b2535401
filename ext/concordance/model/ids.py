"""What the id of an entry may be. Pure; no Sphinx.

Ids become addresses, names of files and lines of the lock, and are for ever.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from concordance.model.problems import Place

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MADE_OF = "Ids are lower-case letters and digits joined by single hyphens."


def wrong_id(written: str, place: Place) -> Problem | None:
    """Return what is wrong with an id that an entry is given at `place`, or None."""
    if re.fullmatch(ID_PATTERN, written):
        return None
    return Problem(place, ProblemKind.SCHEMA, f"{written!r} is not an id.", MADE_OF)


def prefix_of(identifier: str) -> str:
    """Return how an id begins: the id of the text, instrument or series of goals that it belongs to, as a rule."""
    return identifier.partition("-")[0]
