"""Read the annotations folder into one immutable corpus, with everything that is wrong in it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.annotation_file import load_annotation
from concordance.model import Annotation, Corpus
from concordance.problems import Problem, ProblemKind
from concordance.vocabulary_file import load_considered, load_vocabulary

if TYPE_CHECKING:
    from pathlib import Path

VOCABULARY = "vocabulary.yaml"
CONSIDERED = "considered.yaml"


def load(root: Path, folder: str) -> tuple[Corpus, list[Problem]]:
    """Read `root/folder` (vocabulary and annotations); what cannot be read is left out and told as a problem."""
    vocabulary, problems = load_vocabulary(root / folder / VOCABULARY, f"{folder}/{VOCABULARY}")
    considered, found = load_considered(root / folder / CONSIDERED, f"{folder}/{CONSIDERED}")
    problems += found
    annotations: dict[str, Annotation] = {}
    for path in sorted((root / folder).rglob("*.md")):
        annotation, found = load_annotation(path, path.relative_to(root).as_posix(), vocabulary)
        problems += found
        if annotation is None:
            continue
        if (first := annotations.get(annotation.annotates)) is not None:
            message = f"{annotation.annotates} has a second annotation; the first is {first.place.path}."
            mend = "Join the two files into one."
            problems.append(Problem(annotation.place, ProblemKind.DUPLICATE_ANNOTATION, message, mend))
            continue
        annotations[annotation.annotates] = annotation
    return Corpus(folder, vocabulary, MappingProxyType(annotations), considered), problems
