"""Annotation files as contributors write them, read with the vocabulary of the tiny edition."""

from __future__ import annotations

from concordance.model.corpus import Annotation
from concordance.model.problems import Problem
from concordance.reading.annotation_file import read_annotation
from concordance.reading.vocabulary_file import read_vocabulary
from edition import TINY

VOCABULARY_FILE = (TINY / "annotations" / "vocabulary.yaml").read_text(encoding="utf-8")
VOCABULARY, _ = read_vocabulary(VOCABULARY_FILE.encode(), "vocabulary.yaml")


def read(fields: str = "", body: str = "") -> tuple[Annotation | None, list[Problem]]:
    """Read the annotation of a rule that has these fields and this commentary."""
    return read_annotation(f"---\nannotates: rules-3\n{fields}---\n{body}".encode(), "3.md", VOCABULARY)


def messages(problems: list[Problem]) -> list[str]:
    """Return each problem with its line and column."""
    return [f"{problem.place.line}:{problem.place.column}: {problem}" for problem in problems]
