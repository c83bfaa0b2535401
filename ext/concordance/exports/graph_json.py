"""`data/graph.json`: the finished concordance. The guide's page on data documents the format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.model.entries import Kind
from concordance.model.ids import prefix_of

if TYPE_CHECKING:
    from concordance.exports.built_edition import BuiltEdition, Files


def make_files(edition: BuiltEdition) -> Files:
    """Return the concordance."""
    data: dict[str, Any] = {
        "version": 1,
        "entries": [
            {
                "id": entry.id,
                "kind": entry.kind,
                "text": prefix_of(entry.id) if entry.kind is Kind.PROVISION else None,
                "label": entry.label,
                "title": entry.title,
                "url": f"{edition.address(entry.docname)}#{entry.id}",
                "content": entry.content,
            }
            for entry in edition.concordance.entries.values()
        ],
        "links": [
            {
                "subject": link.subject,
                "predicate": link.predicate,
                "object": link.object,
                "reason": link.reason,
                "provenance": link.provenance,
                "grade": link.grade,
            }
            for link in edition.concordance.links
        ],
    }
    return {"data/graph.json": _as_json_lines(data)}


def _as_json_lines(data: dict[str, Any]) -> str:
    """Return the data as JSON with an entry or a link on each line, so that versions can be compared by line."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lists = ",\n".join(f'"{name}": [\n' + ",\n".join(map(encode, data[name])) + "\n]" for name in ("entries", "links"))
    return f'{{\n"version": {data["version"]},\n{lists}\n}}\n'
