"""What the catalogue of messages says of a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordance.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Message:
    """A code of checks and builds, explained by one file that is wrong in a small edition of harbour rules."""

    meaning: str
    """What the code means, in English; it is translated where it is shown."""
    remedy: str
    """What to do about it, in English; it is translated where it is shown."""
    file_content: str
    """Content of the file."""
    example: Problem
    """Problem that the file has, with the path of the file and the code."""
