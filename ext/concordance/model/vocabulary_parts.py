"""Parts of a vocabulary, so that what is made with one has to be made again only if that part changes.

Each is a vocabulary itself, without the rest: what is given a part cannot use more than its fingerprint tells.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from concordance.model.pickling import fingerprint
from concordance.model.vocabulary import NO_CITATION_RULES, Grade, Predicate, Term

if TYPE_CHECKING:
    from concordance.model.vocabulary import Vocabulary


def for_annotations(vocabulary: Vocabulary) -> Vocabulary:
    """Return what annotations are read with: the names of predicates, grades and terms, without words for readers."""
    names = {facet: {name: Term("", "") for name in terms} for facet, terms in vocabulary.facets.items()}
    named = replace(
        _without_wording(vocabulary),
        facets=names,
        texts={},
        parts={},
        schema_types={},
        citing=NO_CITATION_RULES,
        interface={},
        inventories={},
        kinds={},
    )
    return _with_fingerprint(named, vocabulary)


def for_pages(vocabulary: Vocabulary) -> Vocabulary:
    """Return what pages are written with: all but the words for links, grades and terms, which are in their views."""
    return _with_fingerprint(_without_wording(vocabulary), vocabulary)


def _without_wording(vocabulary: Vocabulary) -> Vocabulary:
    predicates = {
        name: Predicate(name, each.reverse, "", "", "", graded=each.graded, text=each.text)
        for name, each in vocabulary.predicates.items()
    }
    grades = {name: Grade("", "") for name in vocabulary.grades}
    return replace(vocabulary, predicates=predicates, grades=grades, facets={}, avoid=(), fingerprint="")


def _with_fingerprint(part: Vocabulary, whole: Vocabulary) -> Vocabulary:
    """Return a part with a fingerprint of its own; one of a vocabulary that could not be read has none, either."""
    return replace(part, fingerprint=fingerprint(repr(part)) if whole.fingerprint else "")
