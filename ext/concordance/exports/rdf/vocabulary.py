"""The controlled words of an edition as concepts of SKOS (https://www.w3.org/TR/skos-reference/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from concordance.exports.rdf.fields import vocabulary_page
from concordance.i18n.words import _
from concordance.model.vocabulary import term_id
from concordance.pages.widgets.vocabulary import word_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.vocabulary import Predicate

CONCEPT, SCHEME = "skos:Concept", "skos:ConceptScheme"


def concepts(edition: BuiltEdition) -> Iterator[dict[str, Any]]:
    """Yield the kinds of links, the grades and the terms of an edition, and the schemes that they belong to."""
    vocabulary, page = edition.corpus.vocabulary, vocabulary_page(edition)
    predicates, grades = f"{page}#predicates", f"{page}#grades"
    yield {"id": predicates, "kind": SCHEME, "title": _("Kinds of links")}
    for predicate in vocabulary.predicates.values():
        yield from _both_ways(predicate, page, predicates)
    yield {"id": grades, "kind": SCHEME, "title": _("Grades")}
    for name, grade in vocabulary.grades.items():
        address = f"{page}#{word_id('grade', name)}"
        yield _concept(address, grades, name, grade.label, grade.means)
    for facet, terms in vocabulary.facets.items():
        scheme = f"{page}#{word_id('facet', facet)}"
        title = edition.corpus.search_words.filters.get(facet, facet)
        yield {"id": scheme, "kind": SCHEME, "title": title}
        for name, term in terms.items():
            yield _concept(f"{page}#{term_id(facet, name)}", scheme, name, term.label, term.means)


def _both_ways(predicate: Predicate, page: str, scheme: str) -> Iterator[dict[str, Any]]:
    ways = (
        (predicate.name, predicate.reverse, predicate.says),
        (predicate.reverse, predicate.name, predicate.reverse_says),
    )
    for name, other, says in ways:
        concept = _concept(f"{page}#{word_id('predicate', name)}", scheme, name, says, predicate.means)
        inverse = f"{page}#{word_id('predicate', other)}"
        yield {**concept, "kind": [CONCEPT, "owl:ObjectProperty"], "inverseOf": inverse}


def _concept(address: str, scheme: str, notation: str, label: str, means: str) -> dict[str, Any]:
    return {
        "id": address,
        "kind": CONCEPT,
        "notation": notation,
        "prefLabel": label,
        "definition": means or None,
        "inScheme": scheme,
    }
