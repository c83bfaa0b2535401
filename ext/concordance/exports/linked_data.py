"""The linked data of an edition beside `graph.json`: Turtle, shapes, the context as a file, and Web Annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.export import Export
from concordance.exports.graph_json import graph_data
from concordance.exports.rdf.annotations import write_annotations
from concordance.exports.rdf.fields import context_of, vocabulary_page
from concordance.exports.rdf.shapes import write_shapes
from concordance.exports.rdf.turtle import write_turtle

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files

FOLDER = "data"


def export(edition: BuiltEdition) -> Export:
    """Return the export of the linked data."""
    annotations = edition.corpus.annotations.values()
    site = edition.site
    sources = [
        list(edition.concordance.entries.values()),
        edition.concordance.all_links,
        [other.address for other in edition.concordance.outside.entries.values()],
        edition.locked,
        [(annotation.place.path, annotation.fingerprint) for annotation in annotations],
        [edition.corpus.vocabulary.fingerprint, edition.corpus.search_words.filters],
        [
            site.title,
            site.author,
            site.language,
            site.address,
            vocabulary_page(edition),
            sorted(edition.homes().items()),
        ],
    ]
    return Export("rdf", sources, lambda: _make_files(edition))


def _make_files(edition: BuiltEdition) -> Files:
    context = {"@context": context_of(edition)}
    return {
        f"{FOLDER}/edition.ttl": write_turtle(graph_data(edition), edition),
        f"{FOLDER}/context.jsonld": json.dumps(context, ensure_ascii=False, indent=1) + "\n",
        f"{FOLDER}/shapes.ttl": write_shapes(edition),
        f"{FOLDER}/annotations.jsonld": write_annotations(edition),
    }
