"""`data/previews/`: small files, one for each page of entries, by which an entry is shown before a reader goes there.

What can be copied of the page is in the same file: it is asked for as rarely, and each file costs a host as much.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from concordance.exports.citation_files import copies_within
from concordance.pages.page_view import top_of
from concordance.pages.previews import preview_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.pages.previews import Preview

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the path of the previews of a page, unless scripts know that there are none."""
    if top_of(page.docname) not in page.view.without_entries:
        yield f"data/previews/{page.docname}.json"


def make_files(page: BuiltPage) -> Files:
    """Return the previews of a page, with one on each line; empty fields are left out."""
    own = preview_sheet(page.title, page.content, page.view, page.corpus, page.labels)
    previews = (*own.entries, *own.commentary)
    lines = ",\n".join(f"{_encode(preview.id)}:{_encode(_fields(preview))}" for preview in previews)
    copies = f',"copies":{copies}' if (copies := copies_within(page)) else ""
    sheet = f'{{"leads":{_encode(own.subject)},"previews":{{\n{lines}\n}}{copies}}}\n'
    return dict.fromkeys(list_paths(page), sheet)


def _fields(preview: Preview) -> dict[str, object]:
    fields = {
        "kind": preview.kind,
        "label": preview.label,
        "title": preview.title,
        "text": preview.text,
        "lead": preview.lead,
        "words": preview.words,
        "said": preview.excerpt,
        "where": preview.where,
        "connections": preview.connections,
    }
    return {name: value for name, value in fields.items() if value}
