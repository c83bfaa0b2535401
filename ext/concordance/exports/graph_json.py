"""`data/graph.json`: the finished concordance. The guide's page on data documents the format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.exports.rdf.fields import context_of
from concordance.exports.rdf.vocabulary import concepts
from concordance.graph.concordance import whole_of
from concordance.model.ids import prefix_of
from concordance.model.vocabulary import term_id

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files
    from concordance.model.corpus import Annotation
    from concordance.model.entries import Entry, Link

VERSION = 2
LISTS = ("texts", "vocabulary", "entries", "links")


def make_graph(data: dict[str, Any], edition: BuiltEdition) -> Files:
    """Return the concordance, from what `graph_data` has returned."""
    return {"data/graph.json": _as_json_lines({"@context": context_of(edition), **data})}


def graph_data(edition: BuiltEdition) -> dict[str, Any]:
    """Return what the file holds, but for its context."""
    annotations = edition.corpus.annotations
    return {
        "id": "edition",
        "version": VERSION,
        "title": edition.site.title,
        "texts": [_text(name, home, edition) for name, home in edition.homes().items()],
        "vocabulary": list(concepts(edition)),
        "entries": [
            _entry(entry, annotations.get(entry.id), edition) for entry in edition.concordance.entries.values()
        ],
        "links": [_link(link) for link in edition.concordance.all_links],
        **_other_editions(edition),
        **_moved(edition),
    }


def _other_editions(edition: BuiltEdition) -> dict[str, Any]:
    """Return the editions whose entries links lead to by `id:entry`, if there are any."""
    others = edition.corpus.vocabulary.inventories.values()
    fields = [{"id": other.id, "title": other.title, "address": other.address} for other in others]
    return {"editions": fields} if fields else {}


def _moved(edition: BuiltEdition) -> dict[str, Any]:
    """Return the ids that replaced others, by these, if there are any."""
    return {"moved": edition.moved} if edition.moved else {}


def _text(name: str, home: str, edition: BuiltEdition) -> dict[str, Any]:
    text = edition.corpus.vocabulary.texts[name]
    facts = text.facts
    return {
        "id": name,
        "title": facts.title or text.name,
        "label": facts.symbol or None,
        "url": edition.address(home),
        "date": facts.date.isoformat() if facts.date else None,
        "part_of": facts.part_of or None,
        "official": text.official,
        "notice": text.notice,
    }


def _entry(entry: Entry, annotation: Annotation | None, edition: BuiltEdition) -> dict[str, Any]:
    text = prefix_of(entry.id) if entry.kind.is_provision else None
    same_as = edition.corpus.vocabulary.citing.address_elsewhere(entry.kind.id, entry.id)
    return {
        "id": entry.id,
        "kind": entry.kind.id,
        "text": text,
        "part_of": whole_of(entry, edition.concordance.entries) or text,
        "label": entry.label,
        "title": entry.title,
        "url": f"{edition.address(entry.docname)}#{entry.id}",
        "date": entry.date or None,
        **({"same_as": same_as} if same_as else {}),
        "facets": [term_id(facet, term) for facet, terms in (annotation.who if annotation else ()) for term in terms],
        "summary": annotation.summary if annotation else None,
        "reviewed": annotation.reviewed.isoformat() if annotation and annotation.reviewed else None,
        "content": entry.content,
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "subject": link.subject,
        "predicate": link.predicate,
        "object": link.object,
        "reason": link.reason,
        "provenance": link.provenance,
        "grade": link.grade,
    }


def _as_json_lines(data: dict[str, Any]) -> str:
    """Return the data as JSON with an item of a list on each line, so that versions can be compared by line."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    single = "".join(f'"{name}": {encode(value)},\n' for name, value in data.items() if name not in LISTS)
    lists = ",\n".join(f'"{name}": [\n' + ",\n".join(map(encode, data[name])) + "\n]" for name in LISTS)
    return f"{{\n{single}{lists}\n}}\n"
