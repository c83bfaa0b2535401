"""`data/citations/`: what can be copied of each page. `cite/`: a file for each citation and format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.citations.clipboard import (
    ADDRESS,
    ClipboardItem,
    CommentaryParagraph,
    clipboard_items,
    commentary_items,
)
from concordance.citations.formats import FORMATS
from concordance.citations.short import text_of
from concordance.citations.works import Edition, work_of
from concordance.i18n.words import _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.model.entries import Entry

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the files with the citations of a page."""
    known, vocabulary = page.citation_entries, page.site.vocabulary
    items = [entry.id for entry in page.content.entries if work_of(entry, known, vocabulary)]
    items += [
        identifier
        for entry in page.content.entries
        if entry.id in page.corpus.annotations
        for identifier in _commentary_ids(entry, page)
    ]
    if items:
        yield f"data/citations/{page.docname}.json"
    yield from (f"cite/{identifier}.{suffix}" for identifier in items for suffix in FORMATS)


def make_files(page: BuiltPage) -> Files:
    """Return a file with all that can be copied of a page, and its citations in every format for programs."""
    items = list(_page_items(page))
    if not items:
        return {}
    lines = ",\n".join(f"{_encode(item.id)}:{_encode(_fields(item))}" for item in items)
    head = f'"base":{_encode(page.site.address)},"page":{_encode(page.address)},"address":{_encode(ADDRESS)}'
    contents = {f"data/citations/{page.docname}.json": f'{{{head},"entries":{{\n{lines}\n}}}}\n'}
    for item in items:
        edition = _edition(page, page.site.absolute(page.address, item.id) if page.site.address else "")
        contents |= {f"cite/{item.id}.{suffix}": make(item.work, edition) for suffix, make in FORMATS.items()}
    return contents


def _edition(page: BuiltPage, address: str = "") -> Edition:
    return Edition(page.site.name, page.view.edition_date, address)


def _page_items(page: BuiltPage) -> Iterator[ClipboardItem]:
    edition, known = _edition(page), page.citation_entries
    yield from clipboard_items(page.content.entries, page.content.passages, known, page.corpus, edition)
    for entry in page.content.entries:
        annotation = page.corpus.annotations.get(entry.id)
        if annotation is None:
            continue
        paragraphs = [
            CommentaryParagraph(identifier, page.content.anchors[identifier], page.content.words[identifier])
            for identifier in _commentary_ids(entry, page)
        ]
        title = _("Commentary on %s") % _text_and_label(entry, page)
        author = page.site.author
        yield from commentary_items(entry, paragraphs, annotation.reviewed, title, author, page.labels, edition)


def _commentary_ids(entry: Entry, page: BuiltPage) -> Iterator[str]:
    number = 1
    while (identifier := f"{entry.id}-c{number}") in page.content.anchors and identifier in page.content.words:
        yield identifier
        number += 1


def _text_and_label(entry: Entry, page: BuiltPage) -> str:
    """Return the name of an entry for use outside of its page: a citation of a mere place needs the text before it."""
    text = text_of(entry.id, page.site.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    return f"{text.name}, {entry.label}" if text and (text.place or text.cite) == text.cite else entry.label


def _fields(item: ClipboardItem) -> dict[str, Any]:
    fields = {
        "label": item.label,
        "title": item.title,
        "number": item.number,
        "of": item.of,
        "cited": item.citations,
        "words": [list(block.words) if block.words else block.entry for block in item.blocks],
    }
    return {name: value for name, value in fields.items() if value}
