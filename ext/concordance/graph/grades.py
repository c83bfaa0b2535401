"""What the grades of parallels promise, and whether the words of both provisions keep it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from concordance.graph.concordance import whole_of
from concordance.graph.similarity import words
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Entry, Link
    from concordance.model.vocabulary import Vocabulary


def check_grades(concordance: Concordance, vocabulary: Vocabulary) -> list[Problem]:
    """Return a problem for each parallel whose provisions have fewer words in common than its grade asks for."""
    least = {name: grade.least_share for name, grade in vocabulary.grades.items() if grade.least_share}
    if not least:
        return []
    shares = {**measure_shares(concordance, least), **_measure_outside_shares(concordance, least)}
    return [_too_close(link, share, vocabulary) for link, share in shares.items() if share < least[link.grade or ""]]


def measure_shares(concordance: Concordance, grades: Container[str | None] | None = None) -> dict[Link, float]:
    """Return the share of words in common, 0 to 1, of every parallel, or of those that have one of some grades."""
    graded = concordance.graded
    wordings = compared_wordings(graded, concordance.entries)
    shorten = _name_shortener(concordance.entries, wordings.values())
    return {
        link: share_in_common(shorten(wordings[link.subject]), shorten(wordings[link.object]))
        for link in graded
        if grades is None or link.grade in grades
    }


def _measure_outside_shares(concordance: Concordance, grades: Container[str | None]) -> dict[Link, float]:
    """Return the share of words in common of every parallel in another edition that has one of some grades."""
    entries = concordance.ends
    shares = {}
    for link in concordance.outside.confirmed:
        wordings = [entries[end].content for end in (link.subject, link.object)]
        if link.grade in grades and all(wordings):
            shares[link] = share_in_common(*(wording or "" for wording in wordings))
    return shares


def share_in_common(first: str, second: str) -> float:
    """Return the part of the words of two texts that stand in both, in the same order, 0 to 1.

    It is twice the number of common words, divided by the number of all words of both.
    """
    return SequenceMatcher(None, words(first), words(second), autojunk=False).ratio()


def compared_wordings(graded: Iterable[Link], entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the words of each linked provision, by id, without those of sub-items that have parallels of their own."""
    ends = {end for link in graded for end in (link.subject, link.object)}
    wordings = {identifier: entries[identifier].content or "" for identifier in ends}
    remaining = dict(wordings)
    # Outermost first, so that the words to be taken out of a whole are still there, unchanged.
    for identifier in sorted(wordings, key=lambda identifier: (identifier.count("-"), identifier)):
        whole = whole_of(entries[identifier], entries)
        while whole is not None:
            if whole in remaining:
                number = entries[identifier].number
                item = f"{number} {wordings[identifier]}" if number else wordings[identifier]
                remaining[whole] = " ".join(remaining[whole].replace(item, " ", 1).split())
            whole = whole_of(entries[whole], entries)
    return remaining


def _name_shortener(entries: Mapping[str, Entry], texts: Iterable[str]) -> Callable[[str], str]:
    """Return what puts its id, as one word, for each name of a registry entry in any of the texts.

    Where one text says a short name and the other the title of the same treaty, a dozen words would differ.
    """
    # A pattern of all names takes longer to compile than all else that is measured.
    whole = "\n".join(texts)
    identifiers = {
        name: entry.id
        for entry in entries.values()
        if entry.content is None
        for name in (*entry.aliases, entry.label, entry.title)
        if name and name in whole
    }
    if not identifiers:
        return str
    alternatives = "|".join(re.escape(name) for name in sorted(identifiers, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")
    return lambda text: pattern.sub(lambda match: identifiers[match[0]], text)


def _too_close(link: Link, share: float, vocabulary: Vocabulary) -> Problem:
    grades = [*vocabulary.grades]
    least = vocabulary.grades[link.grade or ""].least_share
    message = (
        f"{link.subject} and {link.object} have {_percent(share)} of their words in common; "
        f"`{link.grade}` asks for {_percent(least)}."
    )
    looser = grades[grades.index(link.grade or "") + 1 :]
    fitting = next((grade for grade in looser if vocabulary.grades[grade].least_share <= share), None)
    remedy = f"Write `grade: {fitting}`, with a reason that fits it." if fitting else "Remove the link."
    rests_on = ("grades", link.grade or "", "least-share")
    return Problem(link.place, ProblemKind.GRADE, message, remedy, rests_on=rests_on)


def _percent(share: float) -> str:
    """Return a share as a percentage, rounded down: what falls short of a measure is not to seem to reach it."""
    return f"{int(share * 100 + 1e-9)} per cent"
