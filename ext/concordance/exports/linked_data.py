"""The linked data of an edition: `graph.json`, Turtle, shapes, the context as a file, and Web Annotations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.graph_json import graph_data, make_graph
from concordance.exports.rdf.annotations import write_annotations
from concordance.exports.rdf.fields import context_of
from concordance.exports.rdf.shapes import write_shapes
from concordance.exports.rdf.turtle import write_turtle

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files

FOLDER = "data"


def make_files(edition: BuiltEdition) -> Files:
    """Return the linked data."""
    context, data = {"@context": context_of(edition)}, graph_data(edition)
    return {
        **make_graph(data, edition),
        f"{FOLDER}/edition.ttl": write_turtle(data, edition),
        f"{FOLDER}/context.jsonld": json.dumps(context, ensure_ascii=False, indent=1) + "\n",
        f"{FOLDER}/shapes.ttl": write_shapes(edition),
        f"{FOLDER}/annotations.jsonld": write_annotations(edition),
    }
