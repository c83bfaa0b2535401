"""`data/citations/`, what the dialog for copying shows of each page, and `cite/`, a file for each entry and format."""

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


def names(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the citations of a page."""
    known, vocabulary = page.known, page.site.vocabulary
    copied = [entry.id for entry in page.content.entries if work_of(entry, known, vocabulary)]
    copied += [
        identifier
        for entry in page.content.entries
        if entry.id in page.corpus.annotations
        for identifier in _commentary(entry, page)
    ]
    if copied:
        yield f"data/citations/{page.docname}.json"
    yield from (f"cite/{identifier}.{suffix}" for identifier in copied for suffix in FORMATS)


def files(page: BuiltPage) -> Files:
    """Return what can be copied of a page, and its citations in every format for programs."""
    copied = list(_on_page(page))
    if not copied:
        return {}
    lines = ",\n".join(f"{_encode(each.id)}:{_encode(_fields(each))}" for each in copied)
    head = f'"base":{_encode(page.site.address)},"page":{_encode(page.address)},"address":{_encode(ADDRESS)}'
    contents = {f"data/citations/{page.docname}.json": f'{{{head},"entries":{{\n{lines}\n}}}}\n'}
    for each in copied:
        where = _edition(page, page.site.absolute(page.address, each.id) if page.site.address else "")
        contents |= {f"cite/{each.id}.{suffix}": make(each.work, where) for suffix, make in FORMATS.items()}
    return contents


def _edition(page: BuiltPage, address: str = "") -> Edition:
    return Edition(page.site.name, page.view.edition_date, address)


def _on_page(page: BuiltPage) -> Iterator[ClipboardItem]:
    edition, known = _edition(page), page.known
    yield from clipboard_items(page.content.entries, page.content.passages, known, page.corpus, edition)
    for entry in page.content.entries:
        annotation = page.corpus.annotations.get(entry.id)
        if annotation is None:
            continue
        paragraphs = [
            CommentaryParagraph(identifier, page.content.anchors[identifier], page.content.words[identifier])
            for identifier in _commentary(entry, page)
        ]
        title = _("Commentary on %s") % _named(entry, page)
        author = page.site.author
        yield from commentary_items(entry, paragraphs, annotation.reviewed, title, author, page.labels, edition)


def _commentary(entry: Entry, page: BuiltPage) -> Iterator[str]:
    number = 1
    while (identifier := f"{entry.id}-c{number}") in page.content.anchors and identifier in page.content.words:
        yield identifier
        number += 1


def _named(entry: Entry, page: BuiltPage) -> str:
    """Return what an entry is called away from its page: a short citation that is but a place needs its text."""
    text = text_of(entry.id, page.site.vocabulary.texts) if entry.kind is Kind.PROVISION else None
    return f"{text.name}, {entry.label}" if text and (text.place or text.cite) == text.cite else entry.label


def _fields(each: ClipboardItem) -> dict[str, Any]:
    fields = {
        "label": each.label,
        "title": each.title,
        "number": each.number,
        "of": each.of,
        "cited": each.citations,
        "words": [list(block.words) if block.words else block.entry for block in each.blocks],
    }
    return {name: value for name, value in fields.items() if value}
