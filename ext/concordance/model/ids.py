"""The form of entry ids.

Ids become addresses, file names and lines of the lock, and never change once they are published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from concordance.model.problems import Place

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# The id of a paragraph of commentary: that of its entry, and its number.
COMMENTARY_ID = re.compile(r"(?P<of>.+)-c[0-9]+")
ID_RULE = "Ids are lower-case letters and digits joined by single hyphens."


def check_id(identifier: str, place: Place) -> Problem | None:
    """Return what is wrong with the id that an entry is given at `place`, or None."""
    if re.fullmatch(ID_PATTERN, identifier):
        return None
    return Problem(place, ProblemKind.SCHEMA, f"{identifier!r} is not an id.", ID_RULE)


def prefix_of(identifier: str) -> str:
    """Return the part of an id before its first hyphen: as a rule, the id of the text, work or numbered series.

    `plan-43-b` gives `plan`, `aim-8-7` gives `aim`.
    """
    return identifier.partition("-")[0]
