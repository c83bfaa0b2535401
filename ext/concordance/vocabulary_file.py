"""Read the vocabulary, and what was considered and left out."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING

from concordance.model import (
    EMPTY_VOCABULARY,
    NOTHING_CONSIDERED,
    Considered,
    Line,
    Predicate,
    Term,
    Text,
    Vocabulary,
)
from concordance.problems import Place, Problem, ProblemKind
from concordance.schema import ConsideredModel, VocabularyModel, validate
from concordance.strict_yaml import read_text, read_yaml

if TYPE_CHECKING:
    from pathlib import Path


def load_vocabulary(path: Path, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Read the vocabulary file; an empty vocabulary stands for one that cannot be read."""
    if not path.is_file():
        message = "The vocabulary is missing."
        return EMPTY_VOCABULARY, [Problem(Place(shown, 1), ProblemKind.VOCABULARY, message, f"Write {shown}.")]
    text, data, problems = read_text(path, shown)
    if problems:
        return EMPTY_VOCABULARY, problems
    document = read_yaml(text, shown)
    if document.value is None:
        return EMPTY_VOCABULARY, document.problems
    model, problems = validate(VocabularyModel, document, ProblemKind.VOCABULARY)
    if model is None:
        return EMPTY_VOCABULARY, problems
    return _vocabulary(model, hashlib.sha256(data).hexdigest()), []


def _vocabulary(model: VocabularyModel, digest: str) -> Vocabulary:
    return Vocabulary(
        texts=MappingProxyType(
            {name: Text(name, text.name, text.cite, text.notice, text.official) for name, text in model.texts.items()}
        ),
        predicates=MappingProxyType(
            {name: Predicate(name, **predicate.model_dump()) for name, predicate in model.predicates.items()}
        ),
        grades=MappingProxyType(model.grades),
        facets=MappingProxyType(
            {
                facet: MappingProxyType({name: Term(term.label, term.means) for name, term in terms.items()})
                for facet, terms in model.facets.items()
            }
        ),
        digest=digest,
    )


def load_considered(path: Path, shown: str) -> tuple[Considered, list[Problem]]:
    """Read what was considered and left out; an edition need not have such a file."""
    if not path.is_file():
        return NOTHING_CONSIDERED, []
    text, _, problems = read_text(path, shown)
    if problems:
        return NOTHING_CONSIDERED, problems
    document = read_yaml(text, shown)
    if document.value is None:
        return NOTHING_CONSIDERED, document.problems
    model, problems = validate(ConsideredModel, document, ProblemKind.SCHEMA)
    if model is None:
        return NOTHING_CONSIDERED, problems
    pairs = {
        (item.pair[0], item.pair[1]): Line(item.reason, document.place(("pairs", index)))
        for index, item in enumerate(model.pairs)
    }
    without = {
        identifier: Line(reason, document.place(("without-target", identifier)))
        for identifier, reason in model.without_target.items()
    }
    return Considered(model.phrases, MappingProxyType(pairs), MappingProxyType(without)), []
