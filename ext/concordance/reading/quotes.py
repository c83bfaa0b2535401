"""Check the quotes of textual notes: each occurs once in the words that the note is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from concordance.model.corpus import Note


def check_quote(note: Note, count: int, identifier: str) -> list[Problem]:
    """Return what is wrong with a note whose quote occurs `count` times in the own words of the entry `identifier`."""
    if count == 1:
        return []
    occurrences = f"stands {count} times" if count else "does not stand"
    message = f"The quote “{note.quote}” {occurrences} in the own words of {identifier}."
    remedy = "Quote words that stand there exactly once, letter by letter."
    return [Problem(note.place, ProblemKind.QUOTE, message, remedy)]
