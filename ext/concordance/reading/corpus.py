"""Read the annotations folder into one immutable corpus, with everything that is wrong in it. No Sphinx."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from concordance.model.corpus import NO_FINDING, NOTHING_CONSIDERED, Annotation, Considered, Corpus, Finding
from concordance.model.layout import ANNOTATIONS, CONSIDERED, SYNONYMS, VOCABULARY
from concordance.model.problems import Place, Problem, ProblemKind
from concordance.model.vocabulary import EMPTY_VOCABULARY, Vocabulary
from concordance.reading import files
from concordance.reading.limits import ANNOTATION_BYTES, YAML_BYTES
from concordance.reading.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Read = TypeVar("Read")


# What checks files is loaded only if there is a file to check: it takes a tenth of a build in which nothing changed.
# ruff: noqa: PLC0415


def load(root: Path, remembered: Path | None = None) -> tuple[Corpus, list[Problem]]:
    """Read what editors say of the edition at `root`; what cannot be read is left out and told as a problem.

    Files that have not changed since the last time are taken from `remembered`, a file that this function keeps.
    """
    memory = Memory(remembered)
    vocabulary, problems = _vocabulary(root, f"{ANNOTATIONS}/{VOCABULARY}", memory)
    considered, found = _considered(root, f"{ANNOTATIONS}/{CONSIDERED}", memory)
    problems += found
    finding, found = _finding(root, f"{ANNOTATIONS}/{SYNONYMS}", memory)
    problems += found
    annotations: dict[str, Annotation] = {}
    paths, found = files.annotation_files(root, ANNOTATIONS, frozenset({VOCABULARY, CONSIDERED, SYNONYMS}))
    problems += found
    for shown in paths:
        annotation, found = _annotation(root, shown, vocabulary, memory)
        problems += found
        if annotation is None:
            continue
        if (first := annotations.get(annotation.annotates)) is not None:
            message = f"{annotation.annotates} has a second annotation; the first is {first.place.path}."
            remedy = "Join the two files into one."
            problems.append(Problem(annotation.place, ProblemKind.DUPLICATE_ANNOTATION, message, remedy))
            continue
        annotations[annotation.annotates] = annotation
    memory.keep()
    unsound = frozenset(problem.place.path for problem in problems)
    return Corpus(vocabulary, MappingProxyType(annotations), considered, finding, unsound), problems


def _vocabulary(root: Path, shown: str, memory: Memory) -> tuple[Vocabulary, list[Problem]]:
    if not os.path.lexists(root / shown):
        message = "The vocabulary is missing."
        return EMPTY_VOCABULARY, [Problem(Place(shown, 1), ProblemKind.VOCABULARY, message, f"Write {shown}.")]

    def read(data: bytes) -> tuple[Vocabulary, list[Problem]]:
        from concordance.reading.vocabulary_file import read_vocabulary

        return read_vocabulary(data, shown)

    return _recalled(root, shown, YAML_BYTES, memory, read, EMPTY_VOCABULARY)


def _considered(root: Path, shown: str, memory: Memory) -> tuple[Considered, list[Problem]]:
    """An edition need not have such a file."""
    if not os.path.lexists(root / shown):
        return NOTHING_CONSIDERED, []

    def read(data: bytes) -> tuple[Considered, list[Problem]]:
        from concordance.reading.vocabulary_file import read_considered

        return read_considered(data, shown)

    return _recalled(root, shown, YAML_BYTES, memory, read, NOTHING_CONSIDERED)


def _finding(root: Path, shown: str, memory: Memory) -> tuple[Finding, list[Problem]]:
    """An edition need not have such a file."""
    if not os.path.lexists(root / shown):
        return NO_FINDING, []

    def read(data: bytes) -> tuple[Finding, list[Problem]]:
        from concordance.reading.vocabulary_file import read_finding

        return read_finding(data, shown)

    return _recalled(root, shown, YAML_BYTES, memory, read, NO_FINDING)


def _annotation(
    root: Path, shown: str, vocabulary: Vocabulary, memory: Memory
) -> tuple[Annotation | None, list[Problem]]:
    def read(data: bytes) -> tuple[Annotation | None, list[Problem]]:
        from concordance.reading.annotation_file import read_annotation

        return read_annotation(data, shown, vocabulary)

    return _recalled(root, shown, ANNOTATION_BYTES, memory, read, None, vocabulary.fingerprint)


def _recalled(
    root: Path,
    shown: str,
    at_most: int,
    memory: Memory,
    read: Callable[[bytes], tuple[Read, list[Problem]]],
    nothing: Read,
    read_with: str = "",
) -> tuple[Read, list[Problem]]:
    """Return what `read` makes of a file and what is wrong with it; `nothing` if the file cannot be read.

    It is remembered for as long as neither the file nor `read_with`, what else is read with it, changes.
    """
    data, problems = files.read(root, shown, at_most)
    if problems:
        return nothing, problems
    made, problems = memory.recall(shown, read_with.encode() + data, lambda: read(data))
    # The caller adds to the list that it is given, and what is remembered is not to grow.
    return made, [*problems]
