"""`cite/`: the citations of each page, a file for each format.

That in CSL-JSON also has what the dialog for copying shows, in the field `custom`, which CSL 1.0.2 leaves to its users
(schemas/input/csl-data.json of https://github.com/citation-style-language/schema).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from concordance.citations.clipboard import (
    ClipboardItem,
    CommentaryParagraph,
    clipboard_items,
    commentary_items,
)
from concordance.citations.formats import PLAIN_FORMATS, csl
from concordance.citations.short import text_of
from concordance.citations.works import Edition, work_of
from concordance.i18n.words import _
from concordance.model.entries import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from concordance.exports.built_edition import BuiltPage, Files
    from concordance.model.entries import Entry

FOLDER, CSL = "cite", "json"
MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    CSL: "application/vnd.citationstyles.csl+json",
}

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def list_paths(page: BuiltPage) -> Iterator[str]:
    """Yield the paths of the files with the citations of a page."""
    known, vocabulary = page.citation_entries, page.site.vocabulary
    entries = page.content.entries
    commented = (entry for entry in entries if entry.id in page.corpus.annotations)
    citable = any(work_of(entry, known, vocabulary) for entry in entries)
    if citable or any(next(_commentary_ids(entry, page), "") for entry in commented):
        yield from (f"{FOLDER}/{page.docname}.{suffix}" for suffix in (*PLAIN_FORMATS, CSL))


def make_files(page: BuiltPage) -> Files:
    """Return files with the citations of a page, and with what can be copied of it."""
    items = list(_page_items(page))
    if not items:
        return {}
    addresses = [page.site.absolute(page.address, item.id) if page.site.address else "" for item in items]
    cited = [(item, _edition(page, address)) for item, address in zip(items, addresses, strict=True)]
    contents = {
        suffix: "".join(make(item.work, edition) for item, edition in cited) for suffix, make in PLAIN_FORMATS.items()
    }
    records = ",\n".join(_encode({**csl(item.work, edition), "custom": _fields(item)}) for item, edition in cited)
    contents[CSL] = f"[\n{records}\n]\n"
    return {f"{FOLDER}/{page.docname}.{suffix}": content for suffix, content in contents.items()}


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
