"""`data/previews/`: small files from which the site shows an entry before its reader goes there.

Each page has one for its entries. Commentary has one of its own, since it is long and few links lead to it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.files import write_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from concordance.pages.previews import Preview, Sheet

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def write(folder: Path, sheets: Mapping[str, Sheet]) -> None:
    """Write the previews of every page, and remove those of pages that are gone."""
    files = {}
    for docname, sheet in sheets.items():
        head = f'"leads":{_encode(sheet.leads)},"commentary":{_encode(bool(sheet.commentary))},'
        files[f"{docname}.json"] = _encoded(sheet.entries, head)
        if sheet.commentary:
            files[f"{docname}.commentary.json"] = _encoded(sheet.commentary)
    write_folder(folder, files)


def _encoded(previews: Iterable[Preview], head: str = "") -> str:
    """Return previews as JSON with one on each line; what is empty is left out."""
    lines = ",\n".join(f"{_encode(preview.id)}:{_encode(_told(preview))}" for preview in previews)
    return f'{{{head}"previews":{{\n{lines}\n}}}}\n'


def _told(preview: Preview) -> dict[str, object]:
    told = {
        "kind": preview.kind,
        "label": preview.label,
        "title": preview.title,
        "text": preview.text,
        "words": preview.words,
        "said": preview.said,
        "where": preview.where,
        "connections": preview.connections,
    }
    return {name: value for name, value in told.items() if value}
