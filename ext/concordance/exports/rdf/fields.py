"""What the fields of the data stand for: `graph.json` is JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) by this.

The context holds everything that is needed to expand the data. The names of entries (`plan-12`) are addresses relative
to the root of the site; the words of the edition itself have addresses on the page that explains them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from concordance.pages.widgets.vocabulary import word_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from concordance.exports.built_edition import BuiltEdition

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "dcterms": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "oa": "http://www.w3.org/ns/oa#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
    }
)
# The prefix of the words of the edition itself.
OWN = "v"
# Stands for the address of a site that has none: in linked data, names have to be absolute (RFC 2606, 2).
NO_ADDRESS = "https://edition.invalid/"


class Values(StrEnum):
    """What the values of a field are."""

    NODES = "@id"
    """Things, by their names."""
    WORDS = "@vocab"
    """Words of the edition itself."""
    TEXT = "text"
    """Text in the language of the edition."""
    PLAIN = "plain"
    """Text in no language, such as ids and dates."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a field of the data stands for."""

    property: str
    """With its prefix."""
    values: Values


FIELDS: Mapping[str, Field] = MappingProxyType(
    {
        "entries": Field("v:entry", Values.NODES),
        "links": Field("v:link", Values.NODES),
        "texts": Field("v:text", Values.NODES),
        "vocabulary": Field("v:word", Values.NODES),
        "label": Field("rdfs:label", Values.TEXT),
        "title": Field("dcterms:title", Values.TEXT),
        "url": Field("foaf:page", Values.NODES),
        "date": Field("dcterms:date", Values.PLAIN),
        "part_of": Field("dcterms:isPartOf", Values.NODES),
        "official": Field("dcterms:isVersionOf", Values.NODES),
        "notice": Field("dcterms:description", Values.TEXT),
        "same_as": Field("owl:sameAs", Values.NODES),
        "facets": Field("dcterms:subject", Values.WORDS),
        "summary": Field("dcterms:abstract", Values.TEXT),
        "reviewed": Field("dcterms:modified", Values.PLAIN),
        "subject": Field("oa:hasTarget", Values.NODES),
        "object": Field("oa:hasBody", Values.NODES),
        "predicate": Field("v:predicate", Values.WORDS),
        "reason": Field("rdfs:comment", Values.TEXT),
        "provenance": Field("v:provenance", Values.PLAIN),
        "grade": Field("v:grade", Values.WORDS),
        "notation": Field("skos:notation", Values.PLAIN),
        "prefLabel": Field("skos:prefLabel", Values.TEXT),
        "definition": Field("skos:definition", Values.TEXT),
        "inScheme": Field("skos:inScheme", Values.NODES),
        "inverseOf": Field("owl:inverseOf", Values.NODES),
    }
)
# Fields that say nothing in RDF: the version of the format, and what the other data have.
PLAIN_JSON = ("version", "text", "content", "editions", "moved")


def root_of(edition: BuiltEdition) -> str:
    """Return the address that names in the data are relative to: that of the site, or `NO_ADDRESS`."""
    return edition.site.address or NO_ADDRESS


def vocabulary_page(edition: BuiltEdition) -> str:
    """Return the path of the page that explains the words of the edition, or of the data if there is no such page."""
    first = word_id("predicate", next(iter(edition.corpus.vocabulary.predicates), ""))
    pages = (page.address for page in edition.pages.values() if first in page.content.anchors)
    return next(pages, "data/edition.ttl")


def word_anchors(edition: BuiltEdition) -> dict[str, str]:
    """Return the ids, on that page, of words that the data call by shorter names: kinds, predicates and grades."""
    vocabulary = edition.corpus.vocabulary
    predicates = [name for each in vocabulary.predicates.values() for name in (each.name, each.reverse)]
    return {
        **{kind: word_id("kind", kind) for kind in vocabulary.kinds},
        **{name: word_id("predicate", name) for name in predicates},
        **{name: word_id("grade", name) for name in vocabulary.grades},
    }


def other_roots(edition: BuiltEdition) -> dict[str, str]:
    """Return the addresses that names in other editions are relative to, by the prefixes of these names."""
    return {other.id: other.address for other in edition.corpus.vocabulary.inventories.values()}


def context_of(edition: BuiltEdition) -> dict[str, Any]:
    """Return the context of JSON-LD."""
    own = f"{root_of(edition)}{vocabulary_page(edition)}#"
    return {
        "@version": 1.1,
        "@base": root_of(edition),
        "@vocab": own,
        "@language": edition.site.language_tag,
        "id": "@id",
        "kind": "@type",
        **PREFIXES,
        **other_roots(edition),
        **{name: _term(field, own) for name, field in FIELDS.items()},
        **{name: {"@id": f"{own}{anchor}"} for name, anchor in sorted(word_anchors(edition).items())},
        **dict.fromkeys(PLAIN_JSON),
    }


def _term(field: Field, own: str) -> dict[str, Any]:
    term: dict[str, Any] = {"@id": field.property.replace(f"{OWN}:", own)}
    if field.values in {Values.NODES, Values.WORDS}:
        return {**term, "@type": field.values.value}
    return {**term, "@language": None} if field.values is Values.PLAIN else term
