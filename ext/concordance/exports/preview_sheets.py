"""`data/previews/`: small files by which the site shows an entry before a reader goes there.

Each page has one for its entries, and one for its commentary, which is long and has few links to it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.pages.previews import preview_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.pages.previews import Preview

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the previews of a page."""
    yield f"data/previews/{page.docname}.json"
    if not page.content.words.keys().isdisjoint(page.content.anchors):
        yield f"data/previews/{page.docname}.commentary.json"


def make_files(page: BuiltPage) -> Files:
    """Return the previews of a page."""
    own = preview_sheet(page.title, page.content, page.view, page.corpus, page.labels)
    head = f'"leads":{_encode(own.subject)},"commentary":{_encode(bool(own.commentary))},'
    contents = [_as_json(own.entries, head), _as_json(own.commentary)]
    return dict(zip(list_paths(page), contents, strict=False))


def _as_json(previews: Iterable[Preview], head: str = "") -> str:
    """Return previews as JSON with one on each line; empty fields are left out."""
    lines = ",\n".join(f"{_encode(preview.id)}:{_encode(_fields(preview))}" for preview in previews)
    return f'{{{head}"previews":{{\n{lines}\n}}}}\n'


def _fields(preview: Preview) -> dict[str, object]:
    fields = {
        "kind": preview.kind,
        "label": preview.label,
        "title": preview.title,
        "text": preview.text,
        "words": preview.words,
        "said": preview.excerpt,
        "where": preview.where,
        "connections": preview.connections,
    }
    return {name: value for name, value in fields.items() if value}
