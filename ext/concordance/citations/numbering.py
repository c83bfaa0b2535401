"""Check that every provision can be cited by the patterns of its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.citations.short import citation, text_of
from concordance.model.ids import prefix_of
from concordance.model.problems import Problem, ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.graph.concordance import Concordance
    from concordance.model.entries import Entry
    from concordance.model.vocabulary import Text, Vocabulary


def check_citations(concordance: Concordance, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Yield a problem for each provision of no text, and each that no pattern of its text can cite."""
    if not vocabulary.fingerprint:
        return
    for entry in concordance.entries.values():
        if not entry.kind.is_provision:
            continue
        text = text_of(entry.id, vocabulary.texts)
        if text is None:
            message = f"{entry.id} belongs to no text: the vocabulary has no {prefix_of(entry.id)!r} under `texts`."
            remedy = "Begin the id with that of its text, up to the first hyphen, or add the text."
            rests_on = ("texts", prefix_of(entry.id))
            yield Problem(entry.place, ProblemKind.CITATION, message, remedy, rests_on=rests_on)
            continue
        yield from (_citation_problem(entry, text, at) for at in _unfitting(entry, text))


def _unfitting(entry: Entry, text: Text) -> Iterator[str]:
    """Yield the keys in the vocabulary of the patterns of which none fits a provision."""
    if citation(entry.id, text.cite, entry.cited) is None:
        yield "cite"
    elif text.place and citation(entry.id, text.place, entry.cited) is None:
        yield "place"


def _citation_problem(entry: Entry, text: Text, key: str) -> Problem:
    series = entry.id.split("-")[1:2]
    name = series[0] if series and not series[0].isdecimal() else ""
    patterns = getattr(text, key)
    message = f"No pattern of {text.id} under `{key}` fits {entry.id}, so it cannot be cited."
    if name in patterns:
        remedy = f"The pattern {name!r} must hold {{number}} exactly if the id has a number; or correct the id."
    else:
        remedy = f"Add a pattern for the series {name!r} to the vocabulary, or correct the id."
    return Problem(entry.place, ProblemKind.CITATION, message, remedy, rests_on=("texts", text.id, key))
