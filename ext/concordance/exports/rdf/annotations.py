"""`data/annotations.jsonld`: what editors say, as a page of Web Annotations (https://www.w3.org/TR/annotation-model/).

Summaries describe, commentary comments, notes on the text edit the words that they quote, and links link. The names
are those of the model's own context, which stands inside: nothing is needed from elsewhere.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.exports.rdf.fields import root_of
from concordance.model.entries import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from concordance.exports.built_edition import BuiltEdition
    from concordance.model.corpus import Annotation

OA, AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
NODE = {"@type": "@id"}
CONTEXT = {
    "@version": 1.1,
    "id": "@id",
    "type": "@type",
    "dcterms": "http://purl.org/dc/terms/",
    "Annotation": f"{OA}Annotation",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "SpecificResource": f"{OA}SpecificResource",
    "TextQuoteSelector": f"{OA}TextQuoteSelector",
    "describing": f"{OA}describing",
    "commenting": f"{OA}commenting",
    "editing": f"{OA}editing",
    "linking": f"{OA}linking",
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "target": {"@id": f"{OA}hasTarget", **NODE},
    "body": {"@id": f"{OA}hasBody", **NODE},
    "bodyValue": f"{OA}bodyValue",
    "source": {"@id": f"{OA}hasSource", **NODE},
    "selector": {"@id": f"{OA}hasSelector", **NODE},
    "exact": f"{OA}exact",
    "creator": "dcterms:creator",
    "modified": "dcterms:modified",
    "items": {"@id": f"{AS}items", **NODE, "@container": "@list"},
}
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write_annotations(edition: BuiltEdition) -> str:
    """Return the annotations of an edition, one on each line; addresses are relative to the root of the site."""
    context = {**CONTEXT, "@base": root_of(edition)}
    lines = ",\n".join(map(_encode, _items(edition)))
    return f'{{"@context":{_encode(context)},\n"type":"AnnotationPage",\n"items":[\n{lines}\n]}}\n'


def _items(edition: BuiltEdition) -> Iterator[dict[str, Any]]:
    entries = edition.concordance.entries
    address = {entry.id: f"{edition.address(entry.docname)}#{entry.id}" for entry in entries.values()}
    for annotation in edition.corpus.annotations.values():
        if annotation.annotates in entries:
            yield from _of_entry(annotation, address[annotation.annotates], edition)
    for subject, bodies in _linked_addresses(edition, address).items():
        yield _annotation("linking", address[subject], body=bodies)


def _linked_addresses(edition: BuiltEdition, address: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the addresses that entries are linked with, by the entry from which the links were written.

    The model counts all bodies of an annotation as related to its target alike.
    """
    bodies: dict[str, list[str]] = {}
    # What the words of a text name themselves, nobody has annotated.
    for link in (link for link in edition.concordance.links if link.provenance is not Provenance.TEXT):
        bodies.setdefault(link.subject, []).append(address[link.object])
    outside = edition.concordance.outside
    for link in outside.confirmed:
        bodies.setdefault(link.subject, []).append(outside.entries[link.object].address)
    return bodies


def _of_entry(annotation: Annotation, target: str, edition: BuiltEdition) -> Iterator[dict[str, Any]]:
    signed: dict[str, Any] = {"creator": edition.site.author} if edition.site.author else {}
    if annotation.reviewed:
        signed["modified"] = annotation.reviewed.isoformat()
    if annotation.summary:
        yield _annotation("describing", target, bodyValue=annotation.summary, **signed)
    page = edition.pages[edition.concordance.entries[annotation.annotates].docname]
    anchors = (anchor for anchor in page.content.anchors if anchor.rpartition("-c")[0] == annotation.annotates)
    if paragraphs := [f"{page.address}#{anchor}" for anchor in anchors]:
        yield _annotation("commenting", target, body=paragraphs, **signed)
    for note in annotation.notes:
        place: Any = target
        if note.quote:
            selector = {"type": "TextQuoteSelector", "exact": note.quote}
            place = {"type": "SpecificResource", "source": target, "selector": selector}
        yield _annotation("editing", place, bodyValue=note.text)


def _annotation(motivation: str, target: Any, **properties: Any) -> dict[str, Any]:
    return {"type": "Annotation", "motivation": motivation, "target": target, **properties}
