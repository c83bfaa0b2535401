"""What the linked data of an edition have to be like: shapes of SHACL (https://www.w3.org/TR/shacl/)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from concordance.exports.rdf.fields import OWN, PREFIXES, root_of, vocabulary_page
from concordance.pages.widgets.vocabulary import word_id

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition

SHAPES = """
[] a sh:NodeShape ; sh:targetObjectsOf v:link ;
  sh:property [ sh:path oa:hasTarget ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path oa:hasBody ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path v:predicate ; sh:minCount 1 ; sh:maxCount 1 ; sh:class owl:ObjectProperty ] ;
  sh:property [ sh:path v:provenance ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "text" "editor" "computed" ) ] ;
  sh:property [ sh:path v:grade ; sh:maxCount 1 ; sh:class skos:Concept ] ;
  sh:property [ sh:path rdfs:comment ; sh:minCount 1 ; sh:maxCount 1 ; sh:minLength 1 ] .

[] a sh:NodeShape ; sh:targetClass owl:ObjectProperty ;
  sh:property [ sh:path owl:inverseOf ; sh:minCount 1 ; sh:maxCount 1 ; sh:class owl:ObjectProperty ] .

[] a sh:NodeShape ; sh:targetClass skos:Concept ;
  sh:property [ sh:path skos:prefLabel ; sh:minCount 1 ; sh:uniqueLang true ] ;
  sh:property [ sh:path skos:notation ; sh:minCount 1 ; sh:maxCount 1 ] ;
  sh:property [ sh:path skos:inScheme ; sh:minCount 1 ; sh:class skos:ConceptScheme ] .

[] a sh:NodeShape ; sh:targetClass {kinds} ;
  sh:property [ sh:path rdfs:label ; sh:minCount 1 ; sh:uniqueLang true ] ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ; sh:uniqueLang true ] ;
  sh:property [ sh:path foaf:page ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ;
  sh:property [ sh:path dcterms:subject ; sh:class skos:Concept ] .
"""


def write_shapes(edition: BuiltEdition) -> str:
    """Return the shapes in Turtle."""
    own = f"{root_of(edition)}{vocabulary_page(edition)}#"
    prefixes = {OWN: own, "sh": "http://www.w3.org/ns/shacl#", **PREFIXES}
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in prefixes.items())
    kinds = ", ".join(f"{OWN}:{word_id('kind', kind)}" for kind in edition.corpus.vocabulary.kinds)
    return head + SHAPES.replace("{kinds}", kinds)
