"""The linked data of an edition: the same in all forms, of the shape that is published, and complete by themselves."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import rdflib
from built import CORPUS, PLACE, VOCABULARY, harbour
from concordance.exports import graph_json, linked_data
from concordance.exports.built_edition import BuiltEdition
from concordance.exports.rdf.annotations import write_annotations
from concordance.exports.rdf.fields import NO_ADDRESS, context_of
from concordance.exports.rdf.shapes import write_shapes
from concordance.exports.rdf.turtle import write_turtle
from concordance.exports.rdf.vocabulary import concepts
from concordance.model.corpus import Note
from concordance.model.vocabulary import CitationRules, Grade, Term
from pyld import jsonld
from rdflib.compare import isomorphic

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
WORDS = replace(
    VOCABULARY,
    grades={"close": Grade("nearly the same", "Nearly the same words.")},
    facets={"actors": {"crews": Term("Crews", 'Those who "work"\\on a vessel.')}},
    citing=CitationRules(same_as={"target": "http://metadata.example.org/{number}"}),
)


def edition(address: str = "https://example.org/harbour/") -> BuiltEdition:
    """Return an edition with something of everything that linked data say."""
    annotations = {**CORPUS.annotations}
    note = Note("ships", "Boats are meant.", variant=False, place=PLACE)
    annotations["rules-1"] = replace(annotations["rules-1"], who=(("actors", ("crews",)),), notes=(note,))
    return harbour(address=address, corpus=replace(CORPUS, vocabulary=WORDS, annotations=annotations))


def turtle(built: BuiltEdition) -> rdflib.Graph:
    return rdflib.Graph().parse(data=write_turtle(graph_json.graph_data(built), built), format="turtle")


def expanded(text: str) -> rdflib.Graph:
    """Return the graph of JSON-LD as PyLD reads it, which is let fetch nothing."""
    quads = jsonld.to_rdf(json.loads(text), {"format": "application/n-quads", "documentLoader": refuse})
    return rdflib.Graph().parse(data=quads, format="nt")


def refuse(address: str, _options: Any) -> Any:
    raise AssertionError(f"{address} is asked for")


# The reader of JSON-LD in rdflib uses a class of its own that it has deprecated.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("address", ["https://example.org/harbour/", ""])
def test_two_readers_find_the_same_in_both_forms(address: str) -> None:
    built = edition(address)
    text = str(linked_data.make_files(built)["data/graph.json"])
    graph = turtle(built)
    assert isomorphic(graph, expanded(text))
    assert isomorphic(graph, rdflib.Graph().parse(data=text, format="json-ld"))
    root = address or NO_ADDRESS
    assert (rdflib.URIRef(f"{root}rules-1"), None, None) in graph


def test_the_data_have_the_shape_that_is_published() -> None:
    built = edition()
    # It loads much, and every process of the tests reads this file.
    from pyshacl import validate

    shapes = rdflib.Graph().parse(data=write_shapes(built), format="turtle")
    conforms, _graph, report = validate(turtle(built), shacl_graph=shapes)
    assert conforms, report
    without_reason = turtle(built)
    without_reason.remove((None, rdflib.RDFS.comment, None))
    assert not validate(without_reason, shacl_graph=shapes)[0]


def test_a_link_has_its_ends_its_reason_and_where_it_comes_from() -> None:
    graph = turtle(edition())
    links = {
        (str(graph.value(link, OA.hasTarget)), str(graph.value(link, OA.hasBody))): str(
            graph.value(link, rdflib.RDFS.comment)
        )
        for link in graph.subjects(OA.hasBody)
    }
    root = "https://example.org/harbour/"
    assert links[f"{root}rules-1", f"{root}tonnage-art-6"] == "“Tonnage” is measured."


def test_words_of_the_edition_are_concepts_and_predicates_know_their_reverse() -> None:
    by_notation = {concept["notation"]: concept for concept in concepts(edition()) if "notation" in concept}
    assert by_notation["needs"]["inverseOf"].endswith("#predicate-needed-by")
    assert by_notation["crews"]["inScheme"].endswith("#facet-actors")
    graph = turtle(edition())
    crews = graph.value(None, rdflib.SKOS.notation, rdflib.Literal("crews"))
    assert str(graph.value(crews, rdflib.SKOS.definition)) == 'Those who "work"\\on a vessel.'


def test_a_goal_is_what_others_call_it() -> None:
    built = edition()
    same = {str(other) for other in turtle(built).objects(None, rdflib.OWL.sameAs)}
    assert same == {"http://metadata.example.org/14.1"}


def test_annotations_are_a_page_of_the_model_of_the_web() -> None:
    built = edition()
    page = json.loads(write_annotations(built))
    motivations = [item["motivation"] for item in page["items"]]
    assert motivations == ["describing", "commenting", "editing", "describing", "linking"]
    assert page["items"][-1]["body"] == ["bodies.html#office", "articles.html#tonnage-art-6"]
    note = page["items"][2]
    assert note["target"]["selector"] == {"type": "TextQuoteSelector", "exact": "ships"}
    assert page["items"][1]["body"] == ["rules/1.html#rules-1-c1", "rules/1.html#rules-1-c2"]
    graph = expanded(json.dumps(page))
    assert len(set(graph.subjects(rdflib.RDF.type, OA.Annotation))) == 5


def test_the_context_stands_in_a_file_of_its_own_too() -> None:
    built = edition()
    made = linked_data.make_files(built)
    assert json.loads(str(made["data/context.jsonld"]))["@context"] == context_of(built)
    names = ("graph.json", "edition.ttl", "context.jsonld", "shapes.ttl", "annotations.jsonld")
    assert set(made) == {f"data/{name}" for name in names}
