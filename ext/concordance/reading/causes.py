"""Tell what is wrong with a file that others rest on, in place of all that follows from it elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.model.layout import ANNOTATIONS, CONSIDERED, SYNONYMS, VOCABULARY_PATH, WORDS
from concordance.model.problems import Place, Problem, ProblemKind, nearest_words
from concordance.reading import files
from concordance.reading.limits import YAML_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from concordance.reading.strict_yaml import Document, Location

SHARED = frozenset({VOCABULARY_PATH, *(f"{ANNOTATIONS}/{name}" for name in (CONSIDERED, SYNONYMS, WORDS))})
# What may be missing only because a page cannot be read, or because its id or a kind is misspelt.
CONSEQUENCES = frozenset(
    {
        ProblemKind.UNKNOWN_ENTRY,
        ProblemKind.UNKNOWN_ID,
        ProblemKind.MISSING_ENTRY,
        ProblemKind.MISSING_LINK,
        ProblemKind.ORPHAN_ENTRY,
        ProblemKind.LOST_ID,
        ProblemKind.QUOTE,
    }
)
# What may be wrong with a vocabulary without anything else being wrong for it.
HARMLESS = CONSEQUENCES | {ProblemKind.SLIP, ProblemKind.SHORT_ADDRESS}
# So many places, or files of editors, make the same mistake by themselves; if there are more, the mistake is elsewhere.
MANY = 3


def tell_causes(root: Path, problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that what the vocabulary of the edition at `root` declares may be the cause of.

    What does not fit one and the same declaration in many places is told once, where that stands. If anything is wrong
    with the vocabulary, nothing is told that rests on it.
    """
    remaining = [*problems]
    # What it lacks itself comes before what others do not find in it.
    for is_first in (_is_of_vocabulary, _is_in_vocabulary):
        if any(map(is_first, remaining)):
            remaining = [problem for problem in remaining if is_first(problem) or not problem.rests_on]
    causes = [problem for problem in remaining if not problem.rests_on]
    groups: dict[tuple[str, ...], list[Problem]] = {}
    for problem in remaining:
        if problem.rests_on:
            groups.setdefault(problem.rests_on, []).append(problem)
    for group in groups.values():
        causes += [_fold(root, group)] if _is_elsewhere(group) else [_place_problem(root, problem) for problem in group]
    # What else is wrong with a page is how it was changed.
    changed = {problem.place.path for problem in causes if problem.kind is not ProblemKind.EDITED_TEXT}
    causes = [each for each in causes if each.kind is not ProblemKind.EDITED_TEXT or each.place.path not in changed]
    return without_consequences(causes) if is_vocabulary_wrong(causes) else causes


def is_vocabulary_wrong(problems: Iterable[Problem]) -> bool:
    """Return whether anything is wrong with the vocabulary that may be the cause of more."""
    return any(map(_is_in_vocabulary, problems))


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that a page or a vocabulary with something wrong in it may be the cause of."""
    return [problem for problem in problems if problem.kind not in CONSEQUENCES]


def _is_in_vocabulary(problem: Problem) -> bool:
    return problem.place.path == VOCABULARY_PATH and problem.kind not in HARMLESS


def _is_of_vocabulary(problem: Problem) -> bool:
    return _is_in_vocabulary(problem) and not problem.rests_on


def _is_elsewhere(group: list[Problem]) -> bool:
    """Return whether problems with one declaration are so many that they are hardly each a mistake of its own."""
    places = {problem.place for problem in group}
    paths = {place.path for place in places}
    # One editor may forget a line in every link of an annotation.
    of_editors = all(path.startswith(f"{ANNOTATIONS}/") and path not in SHARED for path in paths)
    return len(paths if of_editors else places) > MANY


def _fold(root: Path, group: list[Problem]) -> Problem:
    first = min(group, key=lambda problem: problem.place)
    number = len({problem.place for problem in group})
    message = f"What is declared here does not fit {number} places, the first of them {first.place}: {first.message}"
    remedy = "Correct it here; if it is meant, correct each of those."
    if first.place.path == VOCABULARY_PATH:
        remedy = first.remedy
    place = _place(_read(root), first.rests_on)
    return replace(first, place=place, kind=ProblemKind.VOCABULARY, message=message, remedy=remedy)


def _place_problem(root: Path, problem: Problem) -> Problem:
    """Return a problem of the vocabulary whose place is not known at the place that it rests on."""
    if problem.place.path != VOCABULARY_PATH or problem.place.column:
        return problem
    return replace(problem, place=_place(_read(root), problem.rests_on))


def _read(root: Path) -> Document:
    # Loaded only if something is wrong.
    from concordance.reading.strict_yaml import read_yaml  # noqa: PLC0415

    data, _unread = files.read(root, VOCABULARY_PATH, YAML_BYTES)
    return read_yaml(data.decode("utf-8", "replace"), VOCABULARY_PATH)


def _place(document: Document, location: Location) -> Place:
    """Return where a part of a document stands; if it is not there, where one of a similar name does, or its whole."""
    if location in document.spots or not location:
        return document.spot(location).name
    whole = location[:-1]
    written = document.names(whole)
    for at, node in document.scalars.items():
        if at[: len(whole)] == whole:
            written.setdefault(node.value, document.spot(at).value)
    close = nearest_words(str(location[-1]), written)
    return written[close[0]] if close else document.spot(whole).name
